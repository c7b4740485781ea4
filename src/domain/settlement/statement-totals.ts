import { isTotalWord } from '../ledger/row-words.ts';
import { type Fen, NO_FEN, addFen, fen, subtractFen } from '../money/fen.ts';
import type { SettlementFact } from './settlement.facts.ts';
import { pattern } from '../pattern.ts';

/** 合计, 本页小计, Total, Subtotal …, alone or after a name ("甲方物流 小计"). */
const TOTAL_WORD = pattern('i')`
  ^(本页|本期|本月|本季度?|本次|全部)?(合计|总计|小计|总额|共计|累计)|(合计|总计|小计|共计)[:]?$
  |^(grand|sub)?-?\s*totals?\b|\b(sub)?total[:]?$|^(本[期次]|实际?|合计)?(应付|应结|实付|实结|已付
  |支付)(金额|总额|佣金|返佣)?[:]?$|^(net|total|amount) (payable|due|paid)[:]?$
`;

export const saysTotal = (text: string): boolean =>
  text !== '' && (TOTAL_WORD.test(text.normalize('NFKC').trim()) || isTotalWord(text));

/**
 * Running sums of a sheet's lines: a total line equals the lines since one of the earlier total
 * lines, or all of them. It is never added.
 */
export class RunningTotals {
  private all: Fen = NO_FEN;
  private lines = 0;
  /** Sum of all lines where each earlier total line stood, first the start. */
  private readonly marks: Fen[] = [NO_FEN];
  private last: Fen | null = null;

  add(amount: Fen): void {
    this.all = addFen(this.all, amount);
    this.lines += 1;
  }

  /** An unnamed amount equal to the lines above it says the same again. */
  equalsSum(amount: Fen): boolean {
    return this.lines > 0 && this.marks.some((mark) => this.all - mark === amount);
  }

  /** Takes a total line; says so when its figure is not the sum of the lines it closes. */
  close(stated: Fen, sheet: string, row: number): SettlementFact | undefined {
    const agrees = this.equalsSum(stated);
    const fact = agrees ? undefined : this.difference(stated, sheet, row);
    this.marks.push(this.all);
    this.last = stated;
    return fact;
  }

  /** The last total line's figure: the grand total when the statement has one. */
  get stated(): Fen | null {
    return this.last;
  }

  private difference(stated: Fen, sheet: string, row: number): SettlementFact {
    const sums = this.marks.map((mark) => subtractFen(this.all, mark));
    const nearest = sums.reduce((best, sum) =>
      Math.abs(stated - sum) < Math.abs(stated - best) ? sum : best,
    );
    return {
      code: 'settlement.total-differs',
      sheet,
      row,
      stated,
      lines: nearest,
      difference: fen(stated - nearest),
    };
  }
}
