import { int32At, int16At } from '#domain/columns.ts';
import { refuse } from './cell-refusal.ts';
import { categoryKey } from '#domain/catalog/category.ts';
import { type Ledger, kindOf } from '#domain/ledger/ledger.ts';
import type { RowKind } from '#domain/ledger/row-kind.ts';
import { yuanNumber, fen } from '#domain/money/fen.ts';
import { earns } from '#domain/rebate/component-earnings.ts';
import { rebateToDate, orderRebates } from '#domain/rebate/rebate-to-date.ts';
import type { Window } from '#domain/rebate/window.ts';
import type { OrderFigure } from '#facts/functions.ts';
import { onlyCellOf } from './only-cell.ts';
import { type OrderRange, orderRange } from './order-range.ts';
import type { CellResult, FunctionSpec } from './spec.ts';

/**
 * `=REBATE_ORDERS(orders,[policy],[as_of],[figure],[facts])`: the whole engine over an order range:
 * one column, a row for each row of the range. Each order's own share of the rebate; the shares add
 * up to the total of an analysis of the same rows.
 */
export const rebateOrders: FunctionSpec = {
  id: 'REBATE_ORDERS',
  parameters: [
    { name: 'orders', dimensionality: 'matrix' },
    { name: 'policy', dimensionality: 'matrix', optional: true },
    { name: 'as_of', dimensionality: 'scalar', optional: true },
    { name: 'figure', dimensionality: 'scalar', optional: true },
    { name: 'facts', dimensionality: 'matrix', optional: true },
  ],
  result: 'matrix',
  run: ([orders, policy, asOf, figureArgument, facts], caller) => {
    const figure = figureOf(onlyCellOf('figure', figureArgument));
    const range = orderRange({ orders, policy, asOf, facts }, caller);
    const head = caller.say({ code: 'functions.figure', figure });
    return columnOf(range, head, READERS[figure](range));
  },
};

const WORDS: ReadonlyMap<string, OrderFigure> = new Map([
  ...['rebate', '返点', '返利', '应返', '返点金额', 'amount'].map(
    (word) => [word, 'rebate'] as const,
  ),
  ...['tier', '档位', '档', '档次'].map((word) => [word, 'tier'] as const),
  ...['rate', '比例', '返点比例', '费率', '返点率'].map((word) => [word, 'rate'] as const),
  ...['category', '类别', '产品类别', '分类'].map((word) => [word, 'category'] as const),
  ...['kind', '行类型', '类型', '种类', '行'].map((word) => [word, 'kind'] as const),
]);

function figureOf(typed: unknown): OrderFigure {
  if (typed === undefined) return 'rebate';
  const text = String(typed);
  const figure = WORDS.get(text.normalize('NFKC').replace(/\s+/g, '').toLowerCase());
  if (figure === undefined) throw refuse({ code: 'functions.not-a-figure', text });
  return figure;
}

/** What a counted row shows, by its place in the ledger; undefined for a row without. */
type Reader = (ledgerIndex: number) => CellResult | undefined;

const READERS: Readonly<Record<OrderFigure, (range: OrderRange) => Reader>> = {
  rebate: ({ policy, book, asOf }) => {
    const rebates = orderRebates(policy, book, asOf);
    const byRow = new Map<number, number>();
    rebates.forEach((rebate, position) => byRow.set(int32At(book.ledgerIndex, position), rebate));
    return (index) => {
      const rebate = byRow.get(index);
      return rebate === undefined ? undefined : yuanNumber(fen(rebate));
    };
  },
  tier: (range) => ofWindows(range, ({ single, tier }) => (single ? tier : null)),
  rate: (range) => ofWindows(range, ({ single, rate }) => (single ? rate.toNumber() : null)),
  category:
    ({ ledger }) =>
    (index) =>
      ledger.categories[int16At(ledger.category, index)] ?? '',
  kind:
    ({ ledger }) =>
    (index) =>
      kindOf(ledger, index),
};

/** The figure of the windows that an order earns in; several that differ stand side by side. */
function ofWindows(
  { policy, book, asOf, ledger }: OrderRange,
  figure: (window: Window) => number | null,
): Reader {
  const { windows } = rebateToDate(policy, book, asOf);
  return (index) => {
    const day = int32At(ledger.day, index);
    const key = categoryKey(ledger.categories[int16At(ledger.category, index)] ?? '');
    if (day > asOf) return undefined;
    const figures = windows
      .filter(
        ({ component, period }) => period.from <= day && day <= period.to && earns(component, key),
      )
      .map(figure)
      .filter((value) => value !== null);
    const distinct = [...new Set(figures)];
    return distinct.length > 1 ? distinct.join(' · ') : distinct[0];
  };
}

const COUNTED: readonly RowKind[] = ['order', 'refund'];

function columnOf(
  { height, ledger }: OrderRange,
  head: string,
  read: Reader,
): readonly (readonly CellResult[])[] {
  const column: CellResult[] = new Array<CellResult>(height).fill('');
  const header = (ledger.sheets[0]?.headerRow ?? 1) - 1;
  const questions = new Map(ledger.questions.map((question) => [question.row, question]));
  for (let index = 0; index < ledger.size; index += 1) {
    const row = int32At(ledger.row, index) - 1;
    if (row < 0 || row >= height) continue;
    column[row] = cellOf(ledger, index, read, questions.get(row + 1));
  }
  column[header] = head;
  return column.map((cell) => [cell]);
}

function cellOf(
  ledger: Ledger,
  index: number,
  read: Reader,
  question: Ledger['questions'][number] | undefined,
): CellResult {
  const kind = kindOf(ledger, index);
  if (kind === 'question') {
    const fact = question?.fact ?? ledger.remarks.get(index);
    return refuse(
      fact === undefined
        ? { code: 'functions.open-question' }
        : { code: 'functions.order-question', fact },
    );
  }
  return COUNTED.includes(kind) ? (read(index) ?? '') : '';
}
