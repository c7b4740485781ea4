import type { AnyFact } from '#facts/any-fact.ts';
import { categoryKey } from '#domain/catalog/category.ts';
import { daysLeft } from '#domain/calendar/days-left.ts';
import { labelWithMonths } from '#domain/calendar/period.ts';
import { sumFen } from '#domain/money/fen.ts';
import { earns } from '#domain/rebate/component-earnings.ts';
import type { Decimal } from '#domain/money/decimal.ts';
import { forecastFor } from '#domain/pipeline/forecast-of-window.ts';
import type { Window } from '#domain/rebate/window.ts';
import { salesBetween } from '#domain/review/sales-table.ts';
import { percent } from '#i18n/format.ts';
import { say } from '#i18n/say/say.ts';
import { dash, integer, money, moneyOrDash, rate, text } from './cells.ts';
import { layTotal } from './formulas.ts';
import { restOfTotal } from './rest-of-total.ts';
import type { Draft } from './review-input.ts';
import { filled, headers, quiet, section } from './section.ts';

/** Rows of the two tables, one a window, so that the workings can tie their figures to them. */
export interface ProgressRows {
  readonly standing: ReadonlyMap<Window, number>;
  readonly reach: ReadonlyMap<Window, number>;
}

export const STANDING = { sales: 4, tierSales: 5, tier: 6, rate: 7, rebate: 10 } as const;
export const REACH = { threshold: 3, gap: 4, cushion: 7 } as const;

/** Where each component stands, and what is within reach. */
export function progress(draft: Draft): ProgressRows {
  const { canvas, words, windows } = draft;
  section(canvas, words.sections.progress);
  if (windows.length === 0) {
    quiet(canvas, words.empty.progress);
    return { standing: new Map(), reach: new Map() };
  }
  const { columns } = words;
  headers(canvas, [
    columns.component,
    columns.window,
    columns.periodSales,
    columns.sales,
    columns.tierSales,
    columns.tier,
    columns.rate,
    columns.tierAhead,
    columns.rateAhead,
    columns.windowRebate,
  ]);
  const standing = new Map(windows.map((window) => [window, standingRow(draft, window)]));
  totalRow(draft, [...standing.values()]);
  floorNotes(draft);
  canvas.gap(10);
  headers(canvas, [
    columns.component,
    columns.window,
    columns.nextThreshold,
    columns.gap,
    columns.gapGain,
    columns.breakEven,
    columns.cushion,
    columns.daysLeft,
    columns.pipeline,
    columns.chanceNext,
  ]);
  const reach = new Map(windows.map((window) => [window, reachRow(draft, window)]));
  return { standing, reach };
}

function standingRow(draft: Draft, window: Window): number {
  const { canvas, input, period } = draft;
  const ahead = forecastFor(input.forecast, window.id);
  const { component } = window;
  const until = input.asOf < period.to ? input.asOf : period.to;
  const perOrder = component.accumulate === 'order';
  return canvas.row([
    text(draft.nameOf(component.name), 'label'),
    text(windowLabel(draft, window)),
    money(
      salesBetween(
        input.book,
        period.from,
        until,
        (category) => category !== '' && earns(component, categoryKey(category)),
      ),
    ),
    money(window.sales),
    perOrder ? dash() : money(window.tierSales),
    perOrder ? dash('integer') : integer(window.tier),
    perOrder ? dash('rate') : rate(window.rate),
    ahead === undefined || ahead.anticipatedTier === null
      ? dash('integer')
      : integer(ahead.anticipatedTier),
    rateOrDash(ahead?.anticipatedRate),
    money(window.rebate, 'money-strong'),
  ]);
}

/** The windows shown and what is beside them: together the rebate to date. */
function totalRow(draft: Draft, rows: readonly number[]): void {
  const { canvas, words, input } = draft;
  const shown = sumFen(rows.map((row) => canvas.fenAt(row, STANDING.rebate)));
  for (const [label, amount] of restOfTotal(draft, shown)) {
    const row = canvas.row(filled([text(label)]));
    canvas.set(row, STANDING.rebate, money(amount));
    canvas.span(row, 1, 3);
  }
  const to = canvas.next - 1;
  const total = canvas.row(filled([text(words.toTotal, 'total-label')], 'total-label'));
  canvas.set(total, STANDING.rebate, money(input.rebate.total, 'total-money'));
  layTotal(canvas, total, { column: STANDING.rebate, from: rows[0] ?? total, to });
}

/**
 * "12%+" is used as 12 %; a gate unmet pays nothing, nor does a category that no order has: said
 * under the table, with the component's name.
 */
function floorNotes({ canvas, words, windows, nameOf, input, options }: Draft): void {
  const notes = windows.flatMap(({ component, tier, blocked }) => {
    const own = component.tiers[tier - 1];
    return [
      ...(own?.rateIsFloor
        ? [`${nameOf(component.name)}: ${words.rateFloor(percent(own.rate, true))}`]
        : []),
      ...(blocked === null ? [] : [`${nameOf(component.name)}: ${words.blocked[blocked]}`]),
      ...(component.accumulate === 'order' ? [`${nameOf(component.name)}: ${words.perOrder}`] : []),
    ];
  });
  const nowhere = input.findings.flatMap(({ fact }) =>
    NOWHERE.has(fact.code) ? [say(fact, options.language)] : [],
  );
  for (const note of new Set([...notes, ...nowhere])) canvas.wide(note, 'note');
}

/** What the policy names and no order has: it pays nothing, and nobody sees why. */
const NOWHERE: ReadonlySet<AnyFact['code']> = new Set([
  'policy.category-nowhere',
  'policy.counted-nowhere',
  'policy.share-nowhere',
  'policy.value-nowhere',
]);

function reachRow(draft: Draft, window: Window): number {
  const { canvas, words, input } = draft;
  const ahead = forecastFor(input.forecast, window.id);
  const perOrder = window.component.accumulate === 'order';
  return canvas.row([
    text(draft.nameOf(window.component.name), 'label'),
    text(windowLabel(draft, window)),
    window.nextThreshold === null
      ? text(perOrder ? words.none : words.topTier, 'money')
      : money(window.nextThreshold),
    moneyOrDash(window.gap, 'money-strong'),
    moneyOrDash(window.gain, 'money-good'),
    rateOrDash(ahead?.breakEvenDiscount),
    moneyOrDash(window.cushion),
    window.open
      ? integer(daysLeft(window.period, input.asOf, input.today))
      : text(words.closed, 'money'),
    ahead === undefined ? dash() : money(ahead.pipeline),
    rateOrDash(ahead?.chanceOfNext, 'chance'),
  ]);
}

/** With its months only where a component has two windows of one label. */
function windowLabel({ windows }: Draft, { component, period }: Window): string {
  const alike = windows.filter(
    (one) => one.component.name === component.name && one.period.label === period.label,
  );
  return alike.length > 1 ? labelWithMonths(period) : period.label;
}

const rateOrDash = (value: Decimal | null | undefined, style: 'rate' | 'chance' = 'rate') =>
  value === null || value === undefined ? dash(style) : rate(value, style);
