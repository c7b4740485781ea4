import type { LedgerQuestionFact } from './ledger.facts.ts';

/**
 * A row of an order number, as far as it tells one line of the order from another. Texts are
 * folded; '' is not said.
 */
export interface Line {
  readonly index: number;
  /** Fen. */
  readonly amount: number;
  readonly day: number;
  readonly dayIsAbove: boolean;
  readonly customer: string;
  readonly product: string;
  readonly type: string;
  /** Sub-order number. */
  readonly part: string;
}

export type DoubtCode = Extract<LedgerQuestionFact['code'], `ledger.id-other-${string}`>;

/**
 * A number that stands on more rows than this is no order number; looking back this far keeps the
 * work linear.
 */
const LOOK_BACK = 50;

/** The lines of one number that count so far. */
export class OrderLines {
  private readonly lines: Line[] = [];
  private sum = 0;

  add(line: Line): void {
    this.lines.push(line);
    this.sum += line.amount;
  }

  /** What the number comes to so far, fen. */
  get total(): number {
    return this.sum;
  }

  get first(): number | undefined {
    return this.lines[0]?.index;
  }

  /**
   * The line that this one repeats: amount, day, product, type and customer agree as far as both
   * say them.
   */
  twinOf(line: Line): number | undefined {
    return this.recent().find(
      (other) =>
        other.amount === line.amount &&
        isSameLine(other, line) &&
        isSameDay(other, line) &&
        isSameCustomer(other, line),
    )?.index;
  }

  /**
   * Why this line may not be one of the order, although the number says so; `undefined` when it is
   * clear.
   */
  doubtAbout(line: Line): { readonly code: DoubtCode; readonly other: number } | undefined {
    const recent = this.recent();
    const stranger = recent.find((other) => !isSameCustomer(other, line));
    if (stranger !== undefined) return { code: 'ledger.id-other-customer', other: stranger.index };
    const same = recent.find((other) => other.amount >= 0 && isSameLine(other, line));
    if (same === undefined) return undefined;
    return {
      code: same.amount === line.amount ? 'ledger.id-other-day' : 'ledger.id-other-amount',
      other: same.index,
    };
  }

  private recent(): Line[] {
    return this.lines.slice(-LOOK_BACK);
  }
}

const agree = (a: string, b: string): boolean => a === b || a === '' || b === '';

const isSameLine = (a: Line, b: Line): boolean =>
  agree(a.product, b.product) && agree(a.type, b.type) && a.part === b.part;

const isSameDay = (a: Line, b: Line): boolean => a.day === b.day || a.dayIsAbove || b.dayIsAbove;

/** "仁和医院" is "江南仁和医院". */
const isSameCustomer = (a: Line, b: Line): boolean =>
  agree(a.customer, b.customer) ||
  a.customer.includes(b.customer) ||
  b.customer.includes(a.customer);
