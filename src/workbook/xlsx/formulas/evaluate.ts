import { DEEPEST_FORMULA } from '#domain/bounds.ts';
import { type Token, tokensOf } from './formula-tokens.ts';
import {
  NotPlain,
  type Value,
  addedIn,
  compared,
  numberOf,
  reckoned,
  rounded,
  textOf,
  truthOf,
} from './formula-values.ts';

/** The cells that a formula may look at: those of its own sheet. */
export interface Cells {
  value(row: number, column: number): Value;
  /** Column of a table's field in the formula's own row; `undefined` where it has none. */
  field(table: string, header: string): number | undefined;
  /** The formula's own. */
  readonly row: number;
}

type Work = () => Value;

/**
 * What a plain formula comes to, as Excel would store it: arithmetic over cells of the same sheet,
 * comparisons, texts, IF, ROUND and SUM. `undefined` for everything else, and where a cell that it
 * needs holds an error, or a text in place of a number: then there is no figure.
 */
export function evaluate(formula: string, cells: Cells): Value {
  try {
    const reader = new Expression(tokensOf(formula), cells);
    const work = reader.comparison(0);
    return reader.isAtEnd() ? settled(work()) : undefined;
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** A formula that comes to an empty cell shows 0. */
const settled = (value: Value): Value =>
  value === null ? 0 : typeof value === 'number' && !Number.isFinite(value) ? undefined : value;

const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='] as const;

/** Reads an expression into the work that it asks for: only what IF chooses is done. */
class Expression {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly cells: Cells,
  ) {}

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  comparison(depth: number): Work {
    if (depth > DEEPEST_FORMULA) throw new NotPlain();
    return this.chain(COMPARISONS, () => this.joined(depth), compared);
  }

  private joined(depth: number): Work {
    return this.chain(
      ['&'],
      () => this.sum(depth),
      (_, a, b) => textOf(a) + textOf(b),
    );
  }

  private sum(depth: number): Work {
    return this.chain(['+', '-'], () => this.product(depth), reckoned);
  }

  private product(depth: number): Work {
    return this.chain(['*', '/'], () => this.signed(depth), reckoned);
  }

  /** Operands with signs of one rank between them, from left to right. */
  private chain(
    signs: readonly string[],
    operand: () => Work,
    join: (sign: string, left: Value, right: Value) => Value,
  ): Work {
    let left = operand();
    for (let sign = this.sign(signs); sign !== null; sign = this.sign(signs)) {
      const [one, between, other] = [left, sign, operand()];
      left = () => join(between, one(), other());
    }
    return left;
  }

  private signed(depth: number): Work {
    if (depth > DEEPEST_FORMULA) throw new NotPlain();
    if (this.sign(['-']) !== null) {
      const work = this.signed(depth + 1);
      return () => -numberOf(work());
    }
    if (this.sign(['+']) !== null) return this.signed(depth + 1);
    const work = this.operand(depth);
    return this.sign(['%']) === null ? work : () => numberOf(work()) / 100;
  }

  private operand(depth: number): Work {
    const token = this.tokens[this.at];
    this.at += 1;
    switch (token?.kind) {
      case 'number':
      case 'text':
        return () => token.value;
      case 'cells':
        if (token.top !== token.bottom || token.left !== token.right) throw new NotPlain();
        return () => this.cells.value(token.top, token.left);
      case 'field':
        return () => this.fieldOf(token);
      case 'function':
        return this.call(token.name, depth);
      default: {
        if (token?.sign !== '(') throw new NotPlain();
        const work = this.comparison(depth + 1);
        this.expect(')');
        return work;
      }
    }
  }

  private call(name: 'IF' | 'ROUND' | 'SUM', depth: number): Work {
    const given: Work[] = [];
    do given.push(name === 'SUM' ? this.addend(depth) : this.comparison(depth + 1));
    while (this.sign([',']) !== null);
    this.expect(')');
    const [first, second, third] = given as [Work, ...Work[]];
    if (name === 'SUM') return () => given.reduce((sum, work) => sum + numberOf(work()), 0);
    if (name === 'ROUND' && second !== undefined && given.length === 2)
      return () => rounded(numberOf(first()), numberOf(second()));
    if (name === 'IF' && second !== undefined && given.length <= 3)
      return () => (truthOf(first()) ? second() : third === undefined ? false : third());
    throw new NotPlain();
  }

  /** What SUM adds: of cells the numbers alone. */
  private addend(depth: number): Work {
    const token = this.tokens[this.at];
    const after = this.tokens[this.at + 1];
    const isAlone = after?.kind === 'sign' && (after.sign === ',' || after.sign === ')');
    if (token?.kind !== 'cells' || !isAlone) return this.comparison(depth + 1);
    this.at += 1;
    const { top, left, bottom, right } = token;
    return () => {
      let sum = 0;
      for (let column = left; column <= right; column += 1)
        for (let row = top; row <= bottom; row += 1) sum += addedIn(this.cells.value(row, column));
      return sum;
    };
  }

  private fieldOf({ table, header }: { readonly table: string; readonly header: string }): Value {
    const column = this.cells.field(table, header);
    return column === undefined ? undefined : this.cells.value(this.cells.row, column);
  }

  private sign(signs: readonly string[]): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || !signs.includes(token.sign)) return null;
    this.at += 1;
    return token.sign;
  }

  private expect(sign: string): void {
    if (this.sign([sign]) === null) throw new NotPlain();
  }
}
