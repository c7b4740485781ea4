import { foldKey } from '../reading/fold-text.ts';
import { type Sheet, cellAt } from '../sheet.ts';
import { cellText } from './statement-cells.ts';
import type { PayingColumns } from './statement-headers.ts';
import { pattern } from '../pattern.ts';

/** Headers of columns in which a line is marked: 异常标识, 是否争议, On hold, Blocked. */
const OF_DOUBTS = pattern()`
  异常|争议|待核|待查|存疑|疑似|疑点|冲突|冻结|暂缓|暂扣|扣留|挂起|违规|窜货|客诉|投诉|exception
  |disput|onhold|^hold|(?:payment|payout)-?hold|^(?:is)?blocked|block(?:flag|status|reason)
  |underreview|conflict|frozen|freeze|suspend|anomal|suspicious|flagged|人工复核|红旗|red-?flag
  |manual-?review
`;
/** What no line is marked in: money, days, and who deals with it. */
const OF_OTHERS = pattern()`
  金额|佣金|返[点佣利]|数量?$|天数|日期|时间|单号|编号|[处经]理人|负责人|amount|count$|days$|date$
  |number|holder|owner
`;

/** A header below which a yes puts the line in doubt, and a no is good news. */
export const asksOfDoubts = (header: string): boolean => {
  const key = foldKey(header).replace(/[\s_]/g, '');
  return OF_DOUBTS.test(key) && !OF_OTHERS.test(key);
};

/** A no, in every word for it; whatever else stands there speaks of the line. */
const NO_DOUBT = pattern()`
  ^(?:[-—/.0]+|否|无|没有|正常|一致|[通已]过|合格|(?:无|未|非|不|没有)(?:是|有|见|存在|发现)?(?:异常
  |争议|问题|冲突|冻结|暂缓|挂起|违规|待核|疑问)|已?(?:通过|解决|解除|核实|核清|处理|处理完成
  |处理完毕|关闭|解冻|确认|消除|澄清|结算)|不需要|无需|不需要?|无需|不用|notrequired|notneeded|n|no
  |none|false|f|n\/?a|nil|null|normal|ok|okay|clear|cleared|resolved|released|closed|passed|(?:no
  |not|un|non)-?(?:exceptions?|disputes?|disputed|issues?|hold|onhold|blocked|flagged|conflicts?
  |problems?|frozen|suspended))$
`;

/** A cross is a tick as often as a no: only ticks beside it tell. */
const CROSS = /^[x×✗✘]$/;
const TICK = /^(?:[√✓✔y是1]|yes|true)$/;

/** Such a mark under any header: Flag | Disputed. */
const MARK = pattern()`
  ^(?:(?:有|已)?(?:争议|冻结|暂缓|暂扣|扣留|存疑|拦截)中?|争议订单|待核实?|disputed|indispute|onhold
  |blocked|frozen|underreview|pending(?:audit|review|approval|documents?)|withheld|suspended)$
`;
const LONGEST_MARK = 24;

/** A remark beside money that is paid all the same. */
const PAYS_NONE = /不(?:予|再|给|参与)?(?:返|计佣)|norebate|nocommission|noteligible/;

/** Lines that are marked as doubtful: nobody can say whether what they pay was paid. */
export class DoubtedLines {
  private readonly columns: readonly number[];
  /** Columns whose crosses are noes. */
  private readonly ticked: ReadonlySet<number>;
  private readonly others: readonly number[];
  private readonly ofRemark: readonly number[];

  constructor(
    private readonly sheet: Sheet,
    private readonly header: PayingColumns,
  ) {
    const all = Array.from({ length: header.last + 1 }, (_, column) => column);
    this.columns = all.filter((column) => asksOfDoubts(this.text(header.headerRow, column)));
    const rows = Array.from({ length: sheet.rowCount }, (_, row) => row);
    this.ticked = new Set(
      this.columns.filter((column) => rows.some((row) => TICK.test(this.key(row, column)))),
    );
    const { customer, customerId, orderId, product, code } = header.at;
    const named = new Set([customer, customerId, orderId, product, code, ...this.columns]);
    this.others = all.filter((column) => !named.has(column));
    this.ofRemark = all.filter((column) => column === header.at.remark);
  }

  /** The mark with its header, 异常标识: 是; '' where the line has none. */
  markOf(row: number): string {
    const column =
      this.columns.find((one) => this.isMarked(row, one)) ??
      this.others.find((one) => MARK.test(this.key(row, one))) ??
      this.ofRemark.find((one) => PAYS_NONE.test(this.key(row, one)));
    return column === undefined
      ? ''
      : `${this.text(this.header.headerRow, column)}: ${this.text(row, column)}`;
  }

  private isMarked(row: number, column: number): boolean {
    const key = this.key(row, column);
    if (CROSS.test(key)) return !this.ticked.has(column);
    return key !== '' && !NO_DOUBT.test(key);
  }

  private key(row: number, column: number): string {
    const text = this.text(row, column);
    return text.length > LONGEST_MARK ? text : foldKey(text).replace(/[\s_]/g, '');
  }

  private text(row: number, column: number): string {
    return cellText(cellAt(this.sheet, row, column));
  }
}
