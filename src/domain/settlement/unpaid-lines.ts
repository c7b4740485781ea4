import { saysUnpaid, wordOfStatus } from '../ledger/row-words.ts';
import { foldKey } from '../reading/fold-text.ts';
import { type Sheet, cellAt } from '../sheet.ts';
import { asksOfDoubts } from './doubted-lines.ts';
import { cellText } from './statement-cells.ts';
import type { PayingColumns } from './statement-headers.ts';
import { pattern } from '../pattern.ts';

/** Headers of columns that say whether a line was paid. */
const OF_STATES = pattern()`
  (?:状态|[审核查验]结果)$|(?:status|audit|check|eligibility)$|是否.{0,4}(?:[结付发返]|有效|合[规格]
  |达标|通过|参与|计[佣入])|[结付发返]算?了?(?:否|没)|^(?:is)?(?:settled|paid|paidout|eligible|valid
  |approved|compliant|qualified|payable)\??$
`;

const YES_OR_NO = pattern()`
  ^是否|否$|^is(?:settled|paid|paidout|eligible|valid|approved)|^(?:settled|paid|paidout|eligible
  |valid|approved)\?$
`;

/** A header that asks for a yes or a no: 0 below it is a no, below a status it is a code. */
export const asksYesOrNo = (header: string): boolean => YES_OR_NO.test(foldKey(header));

/** Columns in which a line may say that its money is not paid, or not in money. */
const OF_WAYS = pattern()`
  ^(?:备注|说明|(?:支付|结算|付款|发放)方式|remarks?|comments?|notes?|payment(?:method|mode)
  |settlementmethod)$
`;
const NOT_NOW = pattern()`
  (?:下个?|次)(?:季度?|期|月|次).{0,4}(?:支付|结算|发放|付款|处理)|不(?:予|再)?(?:支付|结算|发放)
  |暂缓|暂不|暂扣|扣留|资料不[全齐]|存在争议|冻结|挂账|争议中|(?<![无没])有争议|存疑|待核|预估|预计
  |抵扣|冲抵|抵减|抵货款|next(?:quarter|month|period|statement)|^pending|^held|notpaid|nopay|onhold
  |underreview|disputed|blocked|withheld|offset|setoff|estimated|forecast
`;

/** A voucher is how the customer paid, no word about what the vendor does; the rest is over. */
const NOT_ASIDE = /券|voucher|已(?:解[除决冻]|核清|释放)|resolved|released/;

/** A heading below which nothing is paid yet: 以下订单暂缓, 下期结算, Pending approval. */
export const saysNotNow = (heading: string): boolean =>
  NOT_NOW.test(foldKey(heading)) ||
  saysUnpaid(heading) ||
  (heading.length <= LONGEST_TITLE && wordOfStatus(heading) === 'void');

/** The same of a sheet by its name: 争议订单, 待结算, Rejected. "New" is only a name. */
export const isHeldByName = (name: string): boolean =>
  NOT_NOW.test(foldKey(name)) || HELD_NAME.test(foldKey(name)) || wordOfStatus(name) === 'void';

const HELD_NAME = pattern()`
  (?:未[结返发核审付]|[未不]通过|待[结返发核审付确]|争议|冻结|暂停|暂缓)|disputed|pending|unpaid
  |underreview
`;

/** A longer text is a note, which may speak of what would be refused. */
const LONGEST_TITLE = 24;

/**
 * Lines whose status says that they are not paid yet, beside lines that do not. Where all of them
 * say so it is the statement that waits, for confirmation, and every line is meant.
 */
export class UnpaidLines {
  private readonly sheet: Sheet;
  /** Columns of remarks and of ways to pay. */
  private readonly ways: ReadonlySet<number>;
  private readonly asks: ReadonlySet<number>;
  /** Columns of states in which lines differ. */
  private readonly columns: readonly number[];

  constructor(sheet: Sheet, { at, headerRow, last }: PayingColumns) {
    this.sheet = sheet;
    const used = new Set<number>(Object.values(at));
    const saysState = (column: number): boolean => {
      const key = foldKey(cellText(cellAt(sheet, headerRow, column)));
      if (asksOfDoubts(key)) return false;
      if (column === at.remark || OF_WAYS.test(key)) return true;
      return column === at.status || (!used.has(column) && OF_STATES.test(key));
    };
    const rows = Array.from(
      { length: sheet.rowCount - headerRow - 1 },
      (_, index) => headerRow + 1 + index,
    ).filter((row) => cellText(cellAt(sheet, row, at.amount)) !== '');
    this.ways = new Set(
      Array.from({ length: last + 1 }, (_, column) => column).filter(
        (column) =>
          column === at.remark || OF_WAYS.test(foldKey(cellText(cellAt(sheet, headerRow, column)))),
      ),
    );
    this.asks = new Set(
      Array.from({ length: last + 1 }, (_, column) => column).filter((column) =>
        asksYesOrNo(cellText(cellAt(sheet, headerRow, column))),
      ),
    );
    this.columns = Array.from({ length: last + 1 }, (_, column) => column).filter(
      (column) => saysState(column) && rows.some((row) => !this.isOpen(row, column)),
    );
  }

  /** The word by which a line says so; '' where it does not, or where all do. */
  wordOf(row: number): string {
    const column = this.columns.find((one) => this.isOpen(row, one));
    return column === undefined ? '' : cellText(cellAt(this.sheet, row, column));
  }

  private isOpen(row: number, column: number): boolean {
    const text = cellText(cellAt(this.sheet, row, column));
    if (text === '0' && this.asks.has(column)) return true;
    const isAside = (key: string): boolean => NOT_NOW.test(key) && !NOT_ASIDE.test(key);
    if (this.ways.has(column)) return isAside(foldKey(text));
    return saysUnpaid(text) || wordOfStatus(text) === 'void';
  }
}
