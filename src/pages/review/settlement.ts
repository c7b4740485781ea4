import { monthsOf } from '#domain/calendar/period.ts';
import { type Fen, NO_FEN, fen, sumFen } from '#domain/money/fen.ts';
import {
  AGE_BANDS,
  type PeriodStatus,
  ageBand,
  ageing,
  settlementStatus,
} from '#domain/review/settlement-status.ts';
import { dash, integer, money, moneyOrDash, text } from './cells.ts';
import { CHART, RIGHT, layChart } from './charts.ts';
import { layCopy, laySum, laySumIf, layTotal } from './formulas.ts';
import { PAYOUT_COLUMNS, type PayoutRows } from './payouts.ts';
import type { Draft, Place } from './review-input.ts';
import { filled, headers, quiet, section } from './section.ts';

const COLUMN = { expected: 3, advised: 4, received: 5, outstanding: 6, age: 7, band: 8 } as const;
const CHART_ROWS = 11;

/**
 * Expected, advised, received and outstanding by pay period, and how old what is outstanding is.
 */
export function settlement(draft: Draft, paid: PayoutRows): { readonly outstanding: Place | null } {
  const { canvas, words, input } = draft;
  section(canvas, words.sections.settlement);
  const { periods, unassigned } = settlementStatus(
    input.rebate.payouts,
    input.ledger,
    input.advised,
    input.asOf,
  );
  if (periods.length === 0 && unassigned === 0) {
    quiet(canvas, words.empty.settlement);
    return { outstanding: null };
  }
  const { columns } = words;
  headers(canvas, [
    columns.period,
    columns.months,
    columns.expected,
    columns.advised,
    columns.received,
    columns.outstanding,
    columns.age,
    columns.band,
  ]);
  const from = canvas.next;
  for (const status of periods) periodRow(draft, status, paid);
  if (unassigned !== 0) unassignedRow(draft, unassigned);
  const to = canvas.next - 1;
  const total = totals(draft, from, to);
  ageTable(draft, ageing(periods), from, to, unassigned);
  return { outstanding: { row: total, column: COLUMN.outstanding } };
}

function periodRow({ canvas, words }: Draft, status: PeriodStatus, paid: PayoutRows): void {
  const open = status.age < 0;
  const row = canvas.row(
    filled([
      text(status.period.label, 'label'),
      text(monthsOf(status.period)),
      money(status.expected),
      moneyOrDash(status.advised),
      money(status.received),
      money(status.outstanding, 'money-strong'),
      open ? dash('integer') : integer(status.age),
      text(words.ageBands[ageBand(status.age)], 'money'),
    ]),
  );
  const payout = paid.byLabel.get(status.period.label);
  if (payout !== undefined)
    layCopy(canvas, row, COLUMN.expected, { row: payout, column: PAYOUT_COLUMNS.payout });
  outstandingFormula(canvas, row);
}

function unassignedRow({ canvas, words }: Draft, amount: Fen): void {
  const row = canvas.row(
    filled([
      text(words.unassigned),
      text(''),
      money(NO_FEN),
      dash(),
      money(amount),
      money(fen(-amount), 'money-strong'),
      dash('integer'),
      dash('money'),
    ]),
  );
  canvas.span(row, 1, 2);
  outstandingFormula(canvas, row);
}

const outstandingFormula = (canvas: Draft['canvas'], row: number): boolean =>
  laySum(canvas, row, COLUMN.outstanding, [
    { row, column: COLUMN.expected },
    { row, column: COLUMN.received, factor: -1 },
  ]);

function totals({ canvas, words }: Draft, from: number, to: number): number {
  const row = canvas.row(filled([text(words.total, 'total-label')], 'total-label'));
  for (const column of [COLUMN.expected, COLUMN.advised, COLUMN.received, COLUMN.outstanding]) {
    const cells = Array.from({ length: to - from + 1 }, (_, index) =>
      canvas.cell(from + index, column),
    );
    if (!cells.some((cell) => typeof cell?.value === 'number')) continue;
    canvas.set(
      row,
      column,
      money(sumFen(cells.map((_, index) => canvas.fenAt(from + index, column))), 'total-money'),
    );
    layTotal(canvas, row, { column, from, to });
  }
  return row;
}

/** Outstanding by age, as SUMIFS over the table above, with its chart beside it. */
function ageTable(
  { canvas, words }: Draft,
  bands: ReturnType<typeof ageing>,
  from: number,
  to: number,
  unassigned: Fen,
): void {
  canvas.gap(10);
  const start = headers(
    canvas,
    [words.columns.band, null, words.columns.outstanding],
    ['header', 'header', 'header-right'],
    { height: 18 },
  );
  for (let column = 4; column <= RIGHT[1]; column += 1) canvas.set(start, column, { value: null });
  const first = canvas.next;
  for (const { band, outstanding } of bands) {
    const row = canvas.row([text(words.ageBands[band]), text(''), money(outstanding)]);
    laySumIf(
      canvas,
      row,
      3,
      { column: COLUMN.outstanding, from, to },
      { column: COLUMN.band, from, to },
      { row, column: 1 },
    );
  }
  if (unassigned !== 0) canvas.row([text(words.unassigned), text(''), money(fen(-unassigned))]);
  const total = canvas.row([
    text(words.total, 'total-label'),
    text('', 'total-label'),
    money(sumFen([...bands.map((one) => one.outstanding), fen(-unassigned)]), 'total-money'),
  ]);
  layTotal(canvas, total, { column: 3, from: first, to: total - 1 });
  while (canvas.next - start < CHART_ROWS) canvas.row([], { height: 16 });
  layChart(
    canvas,
    start,
    RIGHT,
    {
      title: words.charts.ageing,
      kind: 'column',
      ...(bands.some((one) => one.outstanding < -100_00) ? {} : { least: 0 }),
      categories: { row: first, column: 1, rows: AGE_BANDS.length },
      series: [
        {
          name: words.charts.outstanding,
          row: first,
          column: 3,
          rows: AGE_BANDS.length,
          color: CHART.accent,
        },
      ],
    },
    CHART_ROWS,
  );
}
