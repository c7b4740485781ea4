import type { LocalDate } from '#domain/calendar/local-date.ts';
import { kindOf, type Ledger, NO_DAY } from '#domain/ledger/ledger.ts';
import { fen } from '#domain/money/fen.ts';
import type { Analysis } from '#domain/review/analysis.ts';
import { countKinds } from './analyze.ts';
import type { AnalysisView, OrderLine } from './analysis-view.ts';
import { forecastView } from '../advise/forecast-view.ts';
import { changesSinceRun } from './changes-since.ts';

/** More than this nobody reads in a list beside a sheet, and the page stays quick. */
const MOST_EDGES = 2000;
const MOST_ORDERS = 50;
const MOST_PENDING = 300;
const MOST_QUESTIONS = 200;

/**
 * What the pane shows of an analysis: the figures, and of the ledger only the rows that they name.
 */
export function viewOf(analysis: Analysis, title: string, before: Analysis | null): AnalysisView {
  const { ledger, policy, findings, asOf, rebate } = analysis;
  const edges = analysis.edges.slice(0, MOST_EDGES);
  const advice = analysis.advice.map((each) => ({
    ...each,
    orders: each.orders.slice(0, MOST_ORDERS),
    orderCount: each.orders.length,
  }));
  const pending = analysis.forecast.deals.slice(0, MOST_PENDING).map((deal) => deal.ledgerIndex);
  const named = new Set([
    ...edges.map((edge) => edge.ledgerIndex),
    ...advice.flatMap((each) => each.orders),
    ...pending,
  ]);
  return {
    title,
    asOf,
    today: analysis.today,
    policy,
    findings,
    edges,
    advice,
    pending,
    sheets: ledger.sheets,
    counts: countKinds(ledger),
    netSales: analysis.netSales,
    windows: rebate.windows,
    payouts: rebate.payouts,
    total: rebate.total,
    received: analysis.received,
    outstanding: analysis.outstanding,
    edgesOmitted: analysis.edgesOmitted + analysis.edges.length - edges.length,
    unpaid: rebate.unpaid.length,
    questions: ledger.questions.slice(0, MOST_QUESTIONS),
    questionCount: ledger.questions.length,
    warnings: ledger.warnings.slice(0, MOST_QUESTIONS),
    warningCount: ledger.warnings.length,
    report: ledger.report,
    forecast: forecastView(analysis.forecast),
    notColoured: null,
    changes: before && changesSinceRun(before, analysis),
    orders: new Map([...named].map((index) => [index, orderLine(ledger, index)])),
  };
}

export function orderLine(ledger: Ledger, index: number): OrderLine {
  const amount = ledger.amount[index] ?? Number.NaN;
  const probability = ledger.probability?.[index] ?? Number.NaN;
  const cost = ledger.cost?.[index] ?? Number.NaN;
  const day = ledger.day[index] ?? NO_DAY;
  return {
    index,
    sheet: ledger.sheets[ledger.sheetOf[index] ?? 0]?.name ?? '',
    row: ledger.row[index] ?? 0,
    kind: kindOf(ledger, index),
    orderId: ledger.orderId[index] ?? '',
    customer: ledger.customer[index] ?? '',
    product: ledger.product[index] ?? '',
    category: ledger.categories[ledger.category[index] ?? -1] ?? '',
    day: day === NO_DAY ? null : (day as LocalDate),
    amount: Number.isNaN(amount) ? null : fen(amount),
    probability: Number.isNaN(probability) ? null : probability,
    cost: Number.isNaN(cost) ? null : fen(cost),
  };
}
