import type { SummaryColumn } from '#facts/functions.ts';
import { labelWithMonths } from '#domain/calendar/period.ts';
import { type Fen, yuanNumber } from '#domain/money/fen.ts';
import { beyondWindows } from '#domain/rebate/beyond-windows.ts';
import { rebateToDate } from '#domain/rebate/rebate-to-date.ts';
import type { Window } from '#domain/rebate/window.ts';
import { orderRange } from './order-range.ts';
import type { CellResult, FunctionSpec } from './spec.ts';

/**
 * `=REBATE_SUMMARY(orders,[policy],[as_of],[facts])`: one row a window of each component:
 * component, period, sales, tier, rate, rebate, next threshold, gap, gain, cushion; then the total,
 * and the number of questions that are open. The first row names the columns.
 */
export const rebateSummary: FunctionSpec = {
  id: 'REBATE_SUMMARY',
  parameters: [
    { name: 'orders', dimensionality: 'matrix' },
    { name: 'policy', dimensionality: 'matrix', optional: true },
    { name: 'as_of', dimensionality: 'scalar', optional: true },
    { name: 'facts', dimensionality: 'matrix', optional: true },
  ],
  result: 'matrix',
  run: ([orders, policyArgument, asOfArgument, facts], caller) => {
    const { policy, book, asOf, ledger } = orderRange(
      { orders, policy: policyArgument, asOf: asOfArgument, facts },
      caller,
    );
    const { windows, total } = rebateToDate(policy, book, asOf);
    const open = ledger.questions.length;
    const beyond = beyondWindows(total, windows);
    return [
      SUMMARY_COLUMNS.map((column) => caller.say({ code: 'functions.summary-column', column })),
      ...windows.map(rowOf),
      padded([
        caller.say({ code: 'functions.summary-total' }),
        beyond === 0 ? '' : caller.say({ code: 'functions.summary-beyond', beyond }),
        '',
        '',
        '',
        yuanNumber(total),
      ]),
      padded([caller.say({ code: 'functions.summary-questions', count: open }), open]),
    ];
  },
};

const SUMMARY_COLUMNS: readonly SummaryColumn[] = [
  'component',
  'period',
  'sales',
  'tier',
  'rate',
  'rebate',
  'nextThreshold',
  'gap',
  'gain',
  'cushion',
];

const rowOf = (window: Window): readonly CellResult[] => [
  window.component.name,
  labelWithMonths(window.period),
  money(window.sales),
  // Over several members, or with nothing known, there is no one tier.
  window.single ? window.tier : '',
  window.single ? window.rate.toNumber() : '',
  money(window.rebate),
  money(window.nextThreshold),
  money(window.gap),
  money(window.gain),
  window.single ? money(window.cushion) : '',
];

/** Empty where there is no such figure: the top tier has no next, a closed window no gain. */
const money = (amount: Fen | null): CellResult => (amount === null ? '' : yuanNumber(amount));

const padded = (cells: readonly CellResult[]): readonly CellResult[] => [
  ...cells,
  ...SUMMARY_COLUMNS.slice(cells.length).map(() => ''),
];
