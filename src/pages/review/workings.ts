import { labelWithMonths } from '#domain/calendar/period.ts';
import { ZERO } from '#domain/money/decimal.ts';
import { type Fen, NO_FEN, fen, sumFen } from '#domain/money/fen.ts';
import type { Component, Tier } from '#domain/policy/policy.ts';
import { type TierLine, type Window, countUnpaid } from '#domain/rebate/window.ts';
import { exampleName } from '#i18n/example-policy.ts';
import { blank, dash, integer, money, moneyOrDash, rate, text } from './cells.ts';
import { layCopy, layProduct, layTotal } from './formulas.ts';
import type { PayLine } from './payouts.ts';
import { netDivisor } from './plain-component.ts';
import type { ProgressRows } from './progress.ts';
import type { Draft, Place } from './review-input.ts';
import { restOfTotal } from './rest-of-total.ts';
import type { SalesRows } from './sales.ts';
import { filled, headers, quiet, section } from './section.ts';
import { roomOf, textWidth } from '../text-height.ts';
import { tiePayouts } from './payout-formulas.ts';
import { TIER_COLUMNS as COLUMN, type Working, tieProgress } from './progress-formulas.ts';

/**
 * How each figure came about: every window's tiers, line by line, adding up to the rebate to date
 * at the top.
 */
export function workings(
  draft: Draft,
  rows: ProgressRows,
  sales: SalesRows | null,
  lines: readonly PayLine[],
): Place | null {
  const { canvas, words, windows } = draft;
  section(canvas, words.sections.workings);
  if (windows.length === 0) {
    quiet(canvas, words.empty.workings);
    return null;
  }
  const made = windows.map((window) => working(draft, window));
  for (const one of made) tieProgress(draft, one, rows, sales);
  if (sales !== null) tiePayouts(draft, lines, made, sales);
  unpaidNotes(draft);
  return grandTotal(draft, made);
}

function working(draft: Draft, window: Window): Working {
  const { canvas, words } = draft;
  const { component } = window;
  canvas.gap(6);
  const scheme =
    component.accumulate === 'order'
      ? `${words.schemes[component.scheme]}, ${words.perOrder}`
      : words.schemes[component.scheme];
  const divisor = netDivisor(component);
  canvas.wide(
    words.workingHead(
      draft.nameOf(component.name),
      labelWithMonths(window.period),
      divisor === '' ? scheme : `${scheme}, ${words.net(divisor)}`,
      words.edgesWord[component.edge],
    ),
    'subsection',
    { height: 18 },
  );
  if (isLong(draft, component)) canvas.wide(`${words.columns.source}: ${component.source}`, 'note');
  const { columns } = words;
  const head = headers(
    canvas,
    [
      columns.tierNumber,
      null,
      columns.from,
      columns.to,
      columns.salesInTier,
      columns.ratePaid,
      columns.bonus,
      columns.lineRebate,
      columns.source,
      null,
    ],
    [
      'header-center',
      'header',
      'header-right',
      'header-right',
      'header-right',
      'header-right',
      'header-right',
      'header-right',
      'header',
      'header',
    ],
    { level: 1, height: 18, whole: true },
  );
  canvas.span(head, COLUMN.source, 2);
  const first = canvas.next;
  const paid = window.lines.filter((line) => line.kind === 'rate');
  tierRow(draft, component, 0, null, paid);
  component.tiers.forEach((tier, index) => tierRow(draft, component, index + 1, tier, paid));
  const lastTier = canvas.next - 1;
  for (const line of window.lines) if (line.kind !== 'rate') stepRow(draft, component, line);
  return { window, tiers: [first + 1, lastTier], total: totalRow(draft, first, canvas.next - 1) };
}

function tierRow(
  draft: Draft,
  component: Component,
  number: number,
  tier: Tier | null,
  paid: readonly TierLine[],
): void {
  const { canvas, words } = draft;
  const lines = paid.filter((line) => line.tier === number);
  const salesHere = sumFen(lines.map((line) => line.sales));
  const next = component.tiers[number];
  const row = canvas.row(
    [
      integer(number, 'center'),
      text(tier === null ? words.belowFirst : ''),
      tier === null ? dash() : money(tier.threshold),
      moneyOrDash(next?.threshold ?? null),
      lines.length === 0 ? dash() : money(salesHere),
      tier === null ? rate(ZERO) : rate(tier.rate),
      tier === null || tier.bonus === 0 ? dash() : money(tier.bonus),
      lines.length === 0 ? dash() : money(sumFen(lines.map((line) => line.rebate))),
      text(tier === null ? '' : sourceOf(draft, component, tier.cell), 'wrapped'),
      blank('text'),
    ],
    { level: 1 },
  );
  canvas.span(row, COLUMN.source, 2);
  if (lines.length > 0)
    layProduct(
      canvas,
      row,
      COLUMN.rebate,
      { row, column: COLUMN.sales },
      { row, column: COLUMN.rate },
    );
}

/**
 * The document, page and sentence; where the policy names none, its cell; the example says that it
 * is one.
 */
function sourceOf(draft: Draft, component: Component, cell: string): string {
  const { words, input, options } = draft;
  const { source } = component;
  if (isLong(draft, component)) return cell === '' ? '' : words.sourceAt(cell);
  if (source !== '') return source;
  return input.policy.example
    ? exampleName(input.policy, options.language)
    : cell === ''
      ? ''
      : words.sourceAt(cell);
}

/** A source that does not fit beside the tiers is said once above them. */
const isLong = ({ canvas }: Draft, { source }: Component): boolean =>
  textWidth(source) > roomOf(canvas.widthOf(COLUMN.source, 2), 'wrapped');

/** Bonus, floor, cap, stacking, gate, rounding: what happens to the earnings after the tiers. */
function stepRow(draft: Draft, component: Component, line: TierLine): void {
  const { canvas, words } = draft;
  const row = canvas.row(
    [
      integer(line.tier, 'center'),
      text(words.steps[line.kind]),
      dash(),
      dash(),
      dash(),
      dash('rate'),
      dash(),
      money(line.rebate),
      text(sourceOf(draft, component, line.cell), 'wrapped'),
      blank('text'),
    ],
    { level: 1 },
  );
  canvas.span(row, COLUMN.source, 2);
}

function totalRow({ canvas, words }: Draft, first: number, last: number): Place {
  const row = canvas.row(
    filled([text(words.total, 'total-label'), text('', 'total-label')], 'total-label'),
    { level: 1 },
  );
  const sum = (column: number): Fen => {
    let of = NO_FEN;
    for (let at = first; at <= last; at += 1) of = fen(of + canvas.fenAt(at, column));
    return of;
  };
  for (const column of [COLUMN.sales, COLUMN.rebate]) {
    canvas.set(row, column, money(sum(column), 'total-money'));
    layTotal(canvas, row, { column, from: first, to: last });
  }
  return { row, column: COLUMN.rebate };
}

/**
 * The windows shown, those of other periods, and what was not trued up: together the rebate to
 * date.
 */
function grandTotal(draft: Draft, made: readonly Working[]): Place {
  const { canvas, words, input } = draft;
  canvas.gap(6);
  const titles = Array.from({ length: COLUMN.rebate }, (_, at) =>
    at === 0
      ? words.columns.component
      : at === COLUMN.rebate - 1
        ? words.columns.windowRebate
        : null,
  );
  headers(canvas, titles, [], { level: 1, height: 18, whole: true });
  const from = canvas.next;
  const line = (label: string, amount: Fen): number => {
    const row = canvas.row(filled([text(label)]), { level: 1 });
    canvas.set(row, COLUMN.rebate, money(amount));
    canvas.span(row, 1, COLUMN.rebate - 1);
    return row;
  };
  for (const { window, total } of made)
    layCopy(
      canvas,
      line(
        `${draft.nameOf(window.component.name)} · ${labelWithMonths(window.period)}`,
        canvas.fenAt(total.row, total.column),
      ),
      COLUMN.rebate,
      total,
    );
  const shown = sumFen(made.map(({ total }) => canvas.fenAt(total.row, total.column)));
  for (const [label, amount] of restOfTotal(draft, shown)) line(label, amount);
  const to = canvas.next - 1;
  const row = canvas.row(filled([text(words.toTotal, 'total-label')], 'total-label'));
  canvas.set(row, COLUMN.rebate, money(input.rebate.total, 'total-money'));
  layTotal(canvas, row, { column: COLUMN.rebate, from, to });
  return { row, column: COLUMN.rebate };
}

function unpaidNotes({ canvas, words, input }: Draft): void {
  for (const [reason, count] of countUnpaid(input.rebate))
    canvas.wide(words.unpaid[reason](count), 'note');
}
