import type { Cell, Sheet } from '#domain/sheet.ts';
import type { SumColumn } from './order-sums.ts';
import { type LocalDate, addDays, yearMonthDay } from '#domain/calendar/local-date.ts';
import type { Component, Policy } from '#domain/policy/policy.ts';

/** One row of the result, every value as text; `line_count` 0 is an order line itself. */
export type SumRow = { readonly [C in SumColumn]: string };

/** What the ledger's reader calls the columns; `line_count` tells sums from lines. */
const HEADERS = {
  order_id: '订单号',
  related_id: '关联订单号',
  customer: '客户名称',
  region: '区域',
  product: '产品',
  category: '产品类别',
  order_type: '订单类型',
  status: '订单状态',
  pay_status: '支付状态',
  currency: '币种',
  voucher: '代金券抵扣',
  remark: '备注',
} as const;

/**
 * Ten 亿 in one row would be asked about, as a telephone number among the amounts is: a larger sum
 * stands in several rows.
 */
const LARGEST_SUM = 900_000_000;

/**
 * The sums and the lines beside them as a sheet of orders, for the reader that reads every other
 * sheet: `summed` says which rows are sums, and of how many lines.
 */
export class SumsSheet {
  private readonly columns: Cell[][];
  private readonly summed: number[] = [0];

  /**
   * @param headers - as the lines call their days and amounts: what is said of them holds for sums
   */
  constructor(headers: { readonly day: string; readonly amount: string }) {
    this.columns = [...Object.values(HEADERS), headers.day, headers.amount].map((text) => [text]);
  }

  get rows(): number {
    return this.summed.length - 1;
  }

  add(row: SumRow): void {
    const lines = Number(row.line_count);
    if (lines === 0) this.put(row, row.order_id, row.amount_text || plain(row.amount), 0);
    else
      for (const [part, amount] of parts(row.amount).entries())
        this.put(row, `lines-${this.rows + 1}`, amount, part === 0 ? lines : Number.MIN_VALUE);
  }

  sheet(name: string): Sheet {
    return {
      name,
      rowCount: this.summed.length,
      columns: this.columns,
      delimited: true,
      summed: Float64Array.from(this.summed),
    };
  }

  private put(row: SumRow, id: string, amount: string, lines: number): void {
    const texts = [
      id,
      ...Object.keys(HEADERS)
        .slice(1)
        .map((name) => row[name as keyof typeof HEADERS]),
      row.order_day || row.day_text,
      amount,
    ];
    for (const [column, text] of texts.entries())
      this.columns[column]!.push(text === '' ? null : text);
    this.summed.push(lines);
  }
}

/** 100.50000000 as a person writes it. */
function plain(amount: string): string {
  if (!amount.includes('.')) return amount;
  let end = amount.length;
  while (amount[end - 1] === '0') end--;
  return amount.slice(0, amount[end - 1] === '.' ? end - 1 : end);
}

/**
 * A sum in pieces that nobody takes for a telephone number; exact, because yuan are split whole.
 */
function parts(amount: string): readonly string[] {
  const [, sign = '', yuan = '0', rest = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(plain(amount)) ?? [];
  const whole = BigInt(yuan);
  const largest = BigInt(LARGEST_SUM);
  const full = Array.from({ length: Number(whole / largest) }, () => `${sign}${largest}`);
  return [`${sign}${whole % largest}${rest}`, ...full];
}

/** Why a component cannot be computed from sums by month. */
type BeyondSums = 'per-order' | 'mixed-weights' | 'mid-month' | 'clause';

/**
 * The first component whose rebate depends on single orders or on days within a month; `undefined`
 * when sums tell all.
 */
export function beyondSums(
  policy: Policy,
): { readonly component: string; readonly why: BeyondSums } | undefined {
  for (const component of policy.components) {
    const why = whyBeyond(component);
    if (why !== undefined) return { component: component.name, why };
  }
  return undefined;
}

function whyBeyond(component: Component): BeyondSums | undefined {
  const { rounding, accumulate, scheme } = component;
  if (rounding.per === 'order' || accumulate === 'order' || scheme === 'rolling')
    return 'per-order';
  if (looksAtOrders(component)) return 'clause';
  if (component.scheme === 'marginal' && !hasOneWeight(component)) return 'mixed-weights';
  const { from, to } = component;
  if ((from !== null && !isFirst(from)) || (to !== null && !isFirst(addDays(to, 1))))
    return 'mid-month';
  return undefined;
}

/** Clauses that ask which orders, whose, how many, or which order a refund takes back. */
function looksAtOrders(component: Component): boolean {
  const { where, countsWhere, per, refund, clawback, measure, gate } = component;
  return (
    where !== null ||
    (countsWhere !== null && countsWhere !== 'all') ||
    per !== null ||
    refund !== 'on-its-day' ||
    (clawback ?? 0) > 0 ||
    HEADCOUNTS.has(measure.kind) ||
    (gate?.terms ?? []).some(({ measure: { kind } }) => HEADCOUNTS.has(kind))
  );
}

const HEADCOUNTS: ReadonlySet<string> = new Set(['orders', 'customers', 'new-customers']);

/**
 * Along the marginal tiers an order's share depends on what came before it, unless every order that
 * moves the tier earns, and moves it by its own amount: then only the total matters.
 */
function hasOneWeight({ categories, counts }: Component): boolean {
  const weights = Object.entries(counts.weights);
  if (categories === 'all') return counts.others.eq(1) && weights.every(([, w]) => w.eq(1));
  const earning = Object.keys(categories);
  return (
    counts.others.isZero() &&
    weights.length === earning.length &&
    weights.every(([key, weight]) => Object.hasOwn(categories, key) && weight.eq(1))
  );
}

const isFirst = (day: LocalDate): boolean => yearMonthDay(day).day === 1;
