import { labelWithMonths } from '#domain/calendar/period.ts';
import { day } from '#i18n/format.ts';
import { salesBetween } from '#domain/review/sales-table.ts';
import type { ReviewSnapshot } from '#domain/review/snapshot.ts';
import { cellAddress } from '#domain/sheet.ts';
import type { Page, PageRow, PageStyle } from '../../page.ts';
import { cellReference } from '../../cell-reference.ts';
import { actionDetails, actions } from '../actions.ts';
import { ledgerCheck } from '../check-section.ts';
import { type Breaks, Canvas } from '../canvas.ts';
import { CHART } from '../charts.ts';
import { columnWidths } from './column-widths.ts';
import { fitTexts } from '../fit-texts.ts';
import { frontPage } from '../front/front-page.ts';
import type { LiveFigures } from '../front/front-rest.ts';
import { customers } from '../customers.ts';
import { edges, legend } from '../edges.ts';
import { layBlock, layCopy } from '../formulas.ts';
import { type KeyFigures, header } from '../header.ts';
import { planBreaks } from './page-breaks.ts';
import { PAYOUT_COLUMNS, type PayoutRows, payouts } from '../payouts.ts';
import { pipeline } from '../pipeline.ts';
import { type ProgressRows, REACH, progress } from '../progress.ts';
import { questions } from '../questions.ts';
import { reviewDraft, sheetName } from '../review-draft.ts';
import { restatement, changes } from '../restatement.ts';
import type { Draft, Place, ReviewInput, ReviewOptions } from '../review-input.ts';
import { type SalesRows, sales, salesCells } from '../sales.ts';
import { settlement } from '../settlement.ts';
import { workings } from '../workings.ts';

/**
 * The review of one pay period as a page: values, and plain formulas over the orders' own cells
 * wherever they give the same figure to the fen.
 */
export function detailsPage(input: ReviewInput, options: ReviewOptions): Details {
  const plain = layOut(draftOf(input, options));
  const breaks = planBreaks(plain.canvas, [TITLE, TITLE]);
  return layOut(draftOf(input, options, breaks));
}

/** Rows of the band: on screen all stay in view, on paper every page repeats the title alone. */
const BAND = 4;

const TITLE = 1;

function layOut(draft: Draft): Details & { readonly canvas: Canvas } {
  const { input, options } = draft;
  const { canvas, words, period } = draft;
  const key = header(draft);
  changes(draft, snapshotOf(draft));
  actions(draft);
  const rows = progress(draft);
  const paid = payouts(draft);
  edges(draft);
  legend(draft);
  pipeline(draft);
  customers(draft);
  const settled = settlement(draft, paid);
  restatement(draft);
  questions(draft);
  const total = workingsAndSales(draft, rows, key, paid);
  actionDetails(draft);
  const differing = ledgerCheck(draft);
  tieKeys(draft, key, paid, settled.outstanding, total);
  tieGap(draft, key, rows);
  fitTexts(canvas);
  const page: Page = {
    name: sheetName(words.detailsName(period.label)),
    mark: `review-details:${period.label}`,
    columnWidths: canvas.widths,
    rows: markLive(canvas.rows()),
    charts: canvas.charts,
    merges: canvas.merges,
    frozenRows: BAND,
    printTitleRows: [TITLE + 1, TITLE + 1],
    landscape: true,
    printColumns: canvas.widths.length,
    font: options.language === 'zh-CN' ? 'Microsoft YaHei' : 'Calibri',
    footer: words.footer(words.title(labelWithMonths(period)), day(input.asOf)),
    tabColor: CHART.pale,
  };
  const followed = (at: Place | null): string | null =>
    at === null || canvas.cell(at.row, at.column)?.formula === undefined
      ? null
      : cellAddress(at.row, at.column);
  const live = {
    sales: followed(key.sales),
    rebate: followed(key.total),
    differing: followed(differing),
  };
  return { canvas, page, live };
}

/**
 * The appendix, and its cells that follow the period's sales and the rebate to date; null where
 * none does.
 */
interface Details {
  readonly page: Page;
  readonly live: LiveFigures;
}

/** The review as a front page and its appendix, in the order in which they are read. */
export function reviewPages(
  input: ReviewInput,
  options: ReviewOptions,
  detailsName?: string,
): readonly [front: Page, details: Page] {
  const { page, live } = detailsPage(input, options);
  const on = (cell: string | null): string | null =>
    cell === null ? null : cellReference(detailsName ?? page.name, cell);
  const followed = {
    sales: on(live.sales),
    rebate: on(live.rebate),
    differing: on(live.differing),
  };
  return [frontPage(input, options, followed), page];
}

/** A quiet line under every figure that follows the orders: the legend says so. */
const markLive = (rows: readonly PageRow[]): readonly PageRow[] =>
  rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      cell?.formula === undefined || cell.style === undefined
        ? cell
        : { ...cell, style: LIVE.get(cell.style) ?? cell.style },
    ),
  }));

const LIVE: ReadonlyMap<PageStyle, PageStyle> = new Map([
  ['money', 'money-live'],
  ['money-strong', 'money-strong-live'],
  ['money-good', 'money-good-live'],
  ['money-quiet', 'money-quiet-live'],
  ['rate', 'rate-live'],
  ['integer', 'integer-live'],
  ['figure-money', 'figure-money-live'],
]);

/** The figures that the next review compares itself with. */
export function reviewSnapshot(input: ReviewInput, options: ReviewOptions): ReviewSnapshot {
  return snapshotOf(draftOf(input, options));
}

const draftOf = (input: ReviewInput, options: ReviewOptions, breaks?: Breaks): Draft =>
  reviewDraft(input, options, new Canvas(columnWidths(input), breaks));

function snapshotOf({ input, period, windows }: Draft): ReviewSnapshot {
  const until = input.asOf < period.to ? input.asOf : period.to;
  return {
    period: period.label,
    asOf: input.asOf,
    figures: {
      netSales: input.netSales,
      periodSales: salesBetween(input.book, period.from, until),
      rebate: input.rebate.total,
      received: input.received,
      outstanding: input.outstanding,
    },
    tiers: windows.map((window) => ({
      id: window.id,
      component: window.component.name,
      window: window.period.label,
      tier: window.tier,
      tierSales: window.tierSales,
    })),
  };
}

/** The sales by month, then the workings that add up from them. */
function workingsAndSales(
  draft: Draft,
  rows: ProgressRows,
  key: KeyFigures,
  paid: PayoutRows,
): Place | null {
  const table = sales(draft);
  if (table !== null) tieSalesKey(draft, key, table);
  return workings(draft, rows, table, paid.lines);
}

function tieSalesKey({ canvas, period, input }: Draft, key: KeyFigures, table: SalesRows): void {
  const until = Math.min(period.to, input.asOf);
  layBlock(
    canvas,
    key.sales.row,
    key.sales.column,
    salesCells(table, { from: period.from, to: until }, () => true),
  );
}

function tieKeys(
  { canvas, period, input }: Draft,
  key: KeyFigures,
  paid: PayoutRows,
  outstanding: Place | null,
  total: Place | null,
): void {
  if (paid.total !== null) layCopy(canvas, key.total.row, key.total.column, paid.total);
  else if (total !== null) layCopy(canvas, key.total.row, key.total.column, total);
  if (outstanding !== null)
    layCopy(canvas, key.outstanding.row, key.outstanding.column, outstanding);
  const own = input.rebate.payouts.filter(
    (payout) => payout.period.from >= period.from && payout.period.to <= period.to,
  );
  layBlock(
    canvas,
    key.earned.row,
    key.earned.column,
    own.flatMap((payout) => {
      const row = paid.byLabel.get(payout.period.label);
      return row === undefined ? [] : [{ row, column: PAYOUT_COLUMNS.payout }];
    }),
  );
}

function tieGap({ canvas }: Draft, { gap }: KeyFigures, rows: ProgressRows): void {
  const row = gap === null ? undefined : rows.reach.get(gap.window);
  if (gap !== null && row !== undefined)
    layCopy(canvas, gap.place.row, gap.place.column, { row, column: REACH.gap });
}
