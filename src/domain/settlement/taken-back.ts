import { headingAt, isRefundsTitle } from '../ledger/refunds-title.ts';
import { headerMeaning } from '../reading/headers.ts';
import { type Sheet, cellAt } from '../sheet.ts';
import type { StatementLine } from './statement.ts';
import { cellText } from './statement-cells.ts';
import type { StatementColumns, PayingColumns } from './statement-headers.ts';
import { fen } from '../money/fen.ts';
import { foldText } from '../reading/fold-text.ts';
import { pattern } from '../pattern.ts';

const TAKES_BACK = pattern('i')`
  ^(?:已)?(?:退订|退款|退货|退费|退差|扣回|追回|冲回|冲正|冲销|冲减|冲账|红冲|冲红|红字|扣减|降配
  |缩配|减配|缩容)|(?:扣回|追回|冲回)$|^(?:refund|clawback|claw-back|chargeback|reversal|return
  |credit[ -]?(?:note|memo)|downgrade)
`;

/** The same in a column that nobody knows: 结算类型, 收/支. A word, not a sentence. */
const MARKED_BACK =
  /^(?:佣金|返佣|返点)?(?:扣款|扣减|追扣|罚扣|支出|负向|冲减)$|^(?:debit|deduction|outflow)$/i;

const LONGEST_MARK = 12;

export function isMarkedBack(sheet: Sheet, row: number, { at, last }: StatementColumns): boolean {
  const known = new Set<number | undefined>([
    at.customer,
    at.customerId,
    at.orderId,
    at.product,
    at.code,
    at.remark,
  ]);
  for (let column = 0; column <= last; column += 1) {
    const cell = known.has(column) ? null : cellAt(sheet, row, column);
    const text = typeof cell === 'string' ? cellText(cell) : '';
    if (text === '' || text.length > LONGEST_MARK) continue;
    if (MARKED_BACK.test(text) || TAKES_BACK.test(text)) return true;
  }
  return false;
}

const BACK_TITLE = pattern()`
  ^(?:佣金|返佣|返点|返利|退款|退订)?(?:扣款|扣减|追扣|追回|冲销|冲减|罚扣|抵扣|抵减|冲抵|扣除|扣罚
  |扣回)(?:明细|记录|清单|部分|项|金额|佣金|订单)?$
`;

const saysBack = (title: string): boolean => isRefundsTitle(title) || BACK_TITLE.test(title);

export const saysTakenBack = ({ orderType, remark, status, product }: StatementLine): boolean =>
  [orderType, remark, status, product].some((text) => TAKES_BACK.test(text.trim()));

/** True when the column that pays says in its header that it is taken back. */
const isBackHeader = (header: string): boolean =>
  headerMeaning(foldText(cellText(header)))?.role === 'refundAmount';

/** A part of the sheet, under a heading or a header of its own, that lists what is taken back. */
export class BackSection {
  isOpen: boolean;
  /** The whole sheet is one, by its name. */
  private readonly isWhole: boolean;
  /** The row at hand is the header of such a part. */
  isHeader = false;

  constructor(sheet: Sheet, { header, headerRow }: PayingColumns) {
    this.isWhole = saysBack(sheet.name);
    const heading = headerRow > 0 ? (headingAt(sheet, headerRow - 1) ?? '') : '';
    this.isOpen = this.isWhole || saysBack(heading) || isBackHeader(header.amount ?? '');
  }

  look(sheet: Sheet, row: number, { at, headerRow }: PayingColumns): void {
    const heading = headingAt(sheet, row);
    if (heading !== undefined && heading !== '') this.isOpen = this.isWhole || saysBack(heading);
    const cell = cellAt(sheet, row, at.amount);
    const own = cellAt(sheet, headerRow, at.amount);
    this.isHeader =
      typeof cell === 'string' &&
      cell !== own &&
      (headerMeaning(cell)?.role === 'refundAmount' || BACK_TITLE.test(cell.trim())) &&
      !/\d/.test(cell);
    if (this.isHeader) this.isOpen = true;
  }
}

/** The line with its money taken back. */
export const takenBack = (line: StatementLine): StatementLine => ({
  ...line,
  amount: fen(-line.amount),
  cash: line.cash === null ? null : fen(-Math.abs(line.cash)),
  base: line.base === null ? null : fen(-Math.abs(line.base)),
});
