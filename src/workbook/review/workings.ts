import { categoryKey } from '#domain/catalog/category.ts';
import { labelWithMonths } from '#domain/calendar/period.ts';
import { ZERO } from '#domain/money/decimal.ts';
import { type Fen, NO_FEN, fen, subtractFen, sumFen } from '#domain/money/fen.ts';
import type { Component, Tier } from '#domain/policy/policy.ts';
import { earns } from '#domain/rebate/earning.ts';
import type { TierLine, Window } from '#domain/rebate/window.ts';
import { exampleName } from '#i18n/example-policy.ts';
import { blank, dash, integer, money, moneyOrDash, rate, text } from './cells.ts';
import { fixed, layBlock, layCopy, layProduct, layTotal } from './formulas.ts';
import { type ProgressRows, REACH, STANDING } from './progress.ts';
import type { Draft, Place } from './review-input.ts';
import { type SalesRows, salesCells } from './sales.ts';
import { filled, headers, quiet, section } from './section.ts';

const COLUMN = { tier: 1, step: 2, from: 3, to: 4, sales: 5, rate: 6, bonus: 7, rebate: 8, source: 9 } as const;

/** The tiers of one window on the page. */
interface Working {
  readonly window: Window;
  /** Rows of tiers 1…n. */
  readonly tiers: readonly [number, number];
  readonly total: Place;
}

/** How each figure came about: every window's tiers, line by line, adding up to the rebate to date at the top. */
export function workings(draft: Draft, rows: ProgressRows, sales: SalesRows | null): Place | null {
  const { canvas, words, windows } = draft;
  section(canvas, words.sections.workings);
  if (windows.length === 0) {
    quiet(canvas, words.empty.workings);
    return null;
  }
  const made = windows.map((window) => working(draft, window));
  for (const one of made) tieProgress(draft, one, rows, sales);
  unpaidNotes(draft);
  return grandTotal(draft, made);
}

function working(draft: Draft, window: Window): Working {
  const { canvas, words } = draft;
  const { component } = window;
  canvas.gap(6);
  const scheme = component.accumulate === 'order' ? `${words.schemes[component.scheme]}, ${words.perOrder}` : words.schemes[component.scheme];
  canvas.wide(words.workingHead(draft.nameOf(component.name), labelWithMonths(window.period), scheme, words.edgesWord[component.edge]), 'subsection', { height: 18 });
  const { columns } = words;
  const head = headers(canvas, [columns.tierNumber, null, columns.from, columns.to, columns.salesInTier, columns.ratePaid, columns.bonus, columns.lineRebate, columns.source, null],
    ['header-center', 'header', 'header-right', 'header-right', 'header-right', 'header-right', 'header-right', 'header-right', 'header', 'header'], { level: 1, height: 18 });
  canvas.span(head, COLUMN.source, 2);
  const first = canvas.next;
  const paid = window.lines.filter((line) => line.kind === 'rate');
  tierRow(draft, component, 0, null, paid);
  component.tiers.forEach((tier, index) => tierRow(draft, component, index + 1, tier, paid));
  const lastTier = canvas.next - 1;
  for (const line of window.lines) if (line.kind !== 'rate') stepRow(draft, component, line);
  return { window, tiers: [first + 1, lastTier], total: totalRow(draft, first, canvas.next - 1) };
}

function tierRow(draft: Draft, component: Component, number: number, tier: Tier | null, paid: readonly TierLine[]): void {
  const { canvas, words } = draft;
  const lines = paid.filter((line) => line.tier === number);
  const salesHere = sumFen(lines.map((line) => line.sales));
  const next = component.tiers[number];
  const row = canvas.row([
    integer(number, 'center'), text(tier === null ? words.belowFirst : ''), tier === null ? dash() : money(tier.threshold), moneyOrDash(next?.threshold ?? null),
    lines.length === 0 ? dash() : money(salesHere), tier === null ? rate(ZERO) : rate(tier.rate),
    tier === null || tier.bonus === 0 ? dash() : money(tier.bonus), lines.length === 0 ? dash() : money(sumFen(lines.map((line) => line.rebate))),
    text(tier === null ? '' : sourceOf(draft, component, tier.cell), 'wrapped'), blank('text'),
  ], { level: 1 });
  canvas.span(row, COLUMN.source, 2);
  if (lines.length > 0) layProduct(canvas, row, COLUMN.rebate, { row, column: COLUMN.sales }, { row, column: COLUMN.rate });
}

/** The document, page and sentence; where the policy names none, its cell; the example says that it is one. */
function sourceOf({ words, input, options }: Draft, { source }: Component, cell: string): string {
  if (source !== '') return source;
  return input.policy.example ? exampleName(input.policy, options.language) : cell === '' ? '' : words.sourceAt(cell);
}

/** Bonus, floor, cap, stacking, gate, rounding: what happens to the earnings after the tiers. */
function stepRow(draft: Draft, component: Component, line: TierLine): void {
  const { canvas, words } = draft;
  const row = canvas.row([
    integer(line.tier, 'center'), text(words.steps[line.kind]), dash(), dash(), dash(), dash('rate'), dash(), money(line.rebate),
    text(sourceOf(draft, component, line.cell), 'wrapped'), blank('text'),
  ], { level: 1 });
  canvas.span(row, COLUMN.source, 2);
}

function totalRow({ canvas, words }: Draft, first: number, last: number): Place {
  const row = canvas.row(filled([text(words.total, 'total-label'), text('', 'total-label')], 'total-label'), { level: 1 });
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

/** Ties the progress tables to the tiers shown here and to the sales table: tier, rate, gap, cushion and rebate follow from them. */
function tieProgress(draft: Draft, { window, tiers, total }: Working, rows: ProgressRows, sales: SalesRows | null): void {
  const { canvas } = draft;
  const standing = rows.standing.get(window);
  const reach = rows.reach.get(window);
  if (standing === undefined || reach === undefined) return;
  layCopy(canvas, standing, STANDING.rebate, total);
  if (sales !== null) tieSales(draft, window, standing, sales);
  if (window.component.accumulate === 'order') return;
  tieTier(draft, window, tiers, standing, reach);
}

function tieSales({ canvas, input, period }: Draft, { component, period: window }: Window, standing: number, sales: SalesRows): void {
  const earning = (category: string): boolean => category !== '' && earns(component, categoryKey(category));
  const counting = (category: string): boolean => category !== '' && (component.counts.weights[categoryKey(category)] ?? component.counts.others).eq(1);
  const until = Math.min(window.to, input.asOf);
  layBlock(canvas, standing, 3, salesCells(sales, { from: period.from, to: Math.min(period.to, input.asOf) }, earning));
  layBlock(canvas, standing, STANDING.sales, salesCells(sales, { from: window.from, to: until }, earning));
  layBlock(canvas, standing, STANDING.tierSales, salesCells(sales, { from: window.from, to: until }, counting));
}

/** Tier = thresholds not above (or below) the sales; rate, gap and cushion by INDEX. Only where sales count as they stand: gross. */
function tieTier({ canvas }: Draft, window: Window, [first, last]: readonly [number, number], standing: number, reach: number): void {
  const { component, tier } = window;
  const sales = canvas.address(standing, STANDING.tierSales);
  const thresholds = fixed(canvas, { column: COLUMN.from, from: first, to: last });
  const rates = fixed(canvas, { column: COLUMN.rate, from: first, to: last });
  const own = canvas.address(standing, STANDING.tier);
  const reached = component.tiers.filter(({ threshold }) => (component.edge === 'at' ? threshold <= window.tierSales : threshold < window.tierSales)).length;
  if (reached !== tier) return;
  layPlain(canvas, standing, STANDING.tier, `SUMPRODUCT(--(${thresholds}${component.edge === 'at' ? '<=' : '<'}${sales}))`);
  layPlain(canvas, standing, STANDING.rate, `IF(${own}=0,0,INDEX(${rates},MAX(${own},1)))`);
  const step = component.edge === 'at' ? 0 : 1;
  const cents = step === 0 ? '' : '+0.01';
  const next = component.tiers[tier];
  if (next !== undefined) canvas.formula(reach, REACH.gap, `IF(${own}>=${component.tiers.length},0,ROUND(INDEX(${thresholds},MIN(${own}+1,${component.tiers.length}))-${sales}${cents},2))`, fen(next.threshold - window.tierSales + step));
  const current = component.tiers[tier - 1];
  if (current !== undefined) canvas.formula(reach, REACH.cushion, `IF(${own}=0,0,ROUND(${sales}-INDEX(${thresholds},MAX(${own},1))${cents.replace('+', '-')},2))`, fen(window.tierSales - current.threshold - step));
}

function layPlain(canvas: Draft['canvas'], row: number, column: number, formula: string): void {
  const cell = canvas.cell(row, column);
  if (cell !== null && typeof cell.value === 'number') canvas.set(row, column, { ...cell, formula });
}

/** The windows shown, those of other periods, and what was not trued up: together the rebate to date. */
function grandTotal(draft: Draft, made: readonly Working[]): Place {
  const { canvas, words, input, windows } = draft;
  canvas.gap(6);
  const from = canvas.next;
  const line = (label: string, amount: Fen): number => {
    const row = canvas.row(filled([text(label)]), { level: 1 });
    canvas.set(row, COLUMN.rebate, money(amount));
    canvas.span(row, 1, COLUMN.rebate - 1);
    return row;
  };
  for (const { window, total } of made) layCopy(canvas, line(`${draft.nameOf(window.component.name)} · ${labelWithMonths(window.period)}`, canvas.fenAt(total.row, total.column)), COLUMN.rebate, total);
  const others = input.rebate.windows.filter((window) => !windows.includes(window));
  if (others.length > 0) line(words.otherWindows, sumFen(others.map((window) => window.rebate)));
  const shown = sumFen([...made.map(({ total }) => canvas.fenAt(total.row, total.column)), ...others.map((window) => window.rebate)]);
  if (shown !== input.rebate.total) line(words.notTruedUp, subtractFen(input.rebate.total, shown));
  const to = canvas.next - 1;
  const row = canvas.row(filled([text(words.toTotal, 'total-label')], 'total-label'));
  canvas.set(row, COLUMN.rebate, money(input.rebate.total, 'total-money'));
  layTotal(canvas, row, { column: COLUMN.rebate, from, to });
  return { row, column: COLUMN.rebate };
}

function unpaidNotes({ canvas, words, input }: Draft): void {
  for (const reason of ['no-policy-on-day', 'not-eligible'] as const) {
    const count = input.rebate.unpaid.filter((one) => one.reason === reason).length;
    if (count > 0) canvas.wide(words.unpaidLine(count, words.unpaid[reason]), 'note');
  }
}
