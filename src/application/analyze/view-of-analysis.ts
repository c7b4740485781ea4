import type { Analysis } from '#domain/review/analysis.ts';
import { countKinds } from './analyze.ts';
import type { AnalysisView } from './analysis-view.ts';
import { leftOutView } from './left-out-view.ts';
import { orderLine } from './order-line.ts';
import { questionGroups } from './question-groups.ts';
import { forecastView } from '../advise/forecast-view.ts';
import { dealKeys } from '#domain/pipeline/deal-keys.ts';
import { changesSinceRun } from './changes-since.ts';

/** More than this nobody reads in a list beside a sheet, and the page stays quick. */
const MOST_EDGES = 2000;
const MOST_ORDERS = 50;
const MOST_PENDING = 300;
const MOST_WARNINGS = 200;

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
  const keys = dealKeys(ledger);
  return {
    title,
    asOf,
    today: analysis.today,
    policy,
    findings,
    edges,
    advice,
    pending,
    dealKeys: new Map(pending.map((index) => [index, keys.get(index) ?? ''])),
    sheets: ledger.sheets,
    counts: countKinds(ledger),
    netSales: analysis.netSales,
    windows: rebate.windows,
    payouts: rebate.payouts,
    total: rebate.total,
    received: analysis.received,
    outstanding: analysis.outstanding,
    edgesOmitted: analysis.edgesOmitted + analysis.edges.length - edges.length,
    unpaid: rebate.unpaid.filter(({ reason }) => reason !== 'not-taken-back').length,
    questionGroups: questionGroups(ledger.questions),
    questionCount: ledger.questions.length,
    warnings: ledger.warnings.slice(0, MOST_WARNINGS),
    warningCount: ledger.warnings.length,
    report: ledger.report,
    leftOut: leftOutView(ledger),
    forecast: forecastView(analysis.forecast),
    notColoured: null,
    changes: before && changesSinceRun(before, analysis),
    orders: new Map([...named].map((index) => [index, orderLine(ledger, index)])),
  };
}
