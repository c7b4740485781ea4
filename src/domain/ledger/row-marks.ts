import { type Cell, columnName } from '../sheet.ts';
import { foldKey, foldText } from '../reading/fold-text.ts';
import { amountAlphabet } from '../reading/number-text.ts';
import { parseCount } from '../reading/parse-count.ts';
import type { HeaderCell } from '../reading/header-row.ts';
import type { HeaderRole } from '../reading/header-roles.ts';
import { type RowWord, isNoSale, takesNoPart, wordOfStatus } from './row-words.ts';
import type { SectionColumns } from './section-columns.ts';
import type { Section } from './sections.ts';
import { type TextColumn, holds, readTextColumn } from './text-column.ts';
import { TICKED, YES, headerKey, isTaxFlag, isTicked } from './ticked-columns.ts';
import { quantityColumn } from './unit-prices.ts';
import { pattern } from '../pattern.ts';

/** A column that is no status and still says of a row that it does not count as it stands. */
interface TellingColumn {
  readonly column: TextColumn;
  readonly said: (text: string) => { readonly word: RowWord; readonly text: string };
}

const OFF_DAY = pattern()`
  ^(?:订单|交易)?(?:取消|作废|撤销|撤单)(?:日期|时间|日)$|^(?:cancel(?:l?ed|l?ation)?
  |void(?:ed)?)(?:at|on|date|time)$
`;

/**
 * The day of a refund or of a cancellation, a quantity below nought, a tick (是否计佣 否), and what
 * stands in brackets behind a customer or a product: 甲公司(已取消).
 */
export function rowMarks(
  section: Section,
  { refunds, text }: SectionColumns,
): readonly TellingColumn[] {
  const { layout } = section;
  const columns: TellingColumn[] = [];
  const add = (cell: HeaderCell | undefined, tells: (text: string) => RowWord): void => {
    if (cell === undefined) return;
    const column = readTextColumn(section, cell.column, section.sheet.columns[cell.column] ?? []);
    const said: TellingColumn['said'] = (own) => ({
      word: tells(own),
      text: `${cell.label} ${foldText(own)}`,
    });
    columns.push({ column, said });
  };
  const named = (words: RegExp): HeaderCell | undefined =>
    layout.header.cells.find((cell) => words.test(headerKey(cell)));
  if (refunds.length === 0 && text.refundAmount === undefined && !isListOfRefunds(section))
    add(layout.at.get('refundDay'), (own) => (/\d/.test(own) ? 'partly-back' : 'none'));
  add(named(OFF_DAY), (own) => (/\d{4}|\d[-/.年]\d/.test(own) ? 'void' : 'none'));
  const quantity = quantityColumn(section);
  if (section.sheet.columns[quantity?.column ?? -1]?.some(mayBeBelowZero) === true)
    add(quantity, (own) => (isBelowZero(own) ? 'refund' : 'none'));
  for (const [header, said, word] of TICKED)
    add(named(header), (own) => (said.test(foldKey(own)) ? word : 'none'));
  if (!layout.header.cells.some(({ text }) => /数量|qty|quantity/i.test(text)))
    add(layout.at.get('moneyUnit'), (own) => (PIECES.test(foldKey(own)) ? 'unknown' : 'none'));
  for (const cell of layout.header.cells) {
    const tells =
      cell.meaning === undefined && !isTaxFlag(cell) && !isTicked(cell)
        ? flagOf(headerKey(cell))
        : undefined;
    if (tells !== undefined) add(cell, (own) => (tells.test(foldKey(own)) ? 'unknown' : 'none'));
  }
  const mayHold = ({ column, meaning }: HeaderCell, isSuch: (text: string) => boolean): boolean => {
    const read = text[meaning?.role ?? 'ignored'];
    return holds(section, column, isSuch, read?.column === column ? read : undefined);
  };
  const [status, typed] = [layout.at.get('status'), layout.at.get('orderType')];
  for (const cell of layout.header.cells)
    if (isBesideThePoint(cell) && ![status, typed].includes(cell) && mayHold(cell, speaksAgainst))
      add(cell, (own) => (speaksAgainst(own) ? 'unknown' : 'none'));
  for (const column of untitledColumns(section))
    if (holds(section, column, speaksFlatly))
      add({ column, text: '', label: columnName(column), meaning: undefined }, (own) =>
        speaksFlatly(own) ? 'unknown' : 'none',
      );
  for (const cell of layout.header.cells)
    if (cell.meaning?.role === 'customer' && mayHold(cell, isAdvanced))
      add(cell, (own) => (isAdvanced(own) ? 'unknown' : 'none'));
  for (const column of [text.customer, text.product])
    if (column !== undefined)
      columns.push({ column, said: (own) => ({ word: wordInBrackets(own), text: own }) });
  return columns;
}

/** Columns of a table of a workbook beside those that have a header. */
export const untitledColumns = ({ sheet, layout }: Section): readonly number[] =>
  sheet.formats === undefined
    ? []
    : [...sheet.columns.keys()].filter(
        (column) => !layout.header.cells.some((cell) => cell.column === column),
      );

/** In a column without a header: what a status would say against its row, too. */
const speaksFlatly = (text: string): boolean =>
  speaksAgainst(text) || ['void', 'refunded', 'refund', 'partly-back'].includes(wordOfStatus(text));

/** Things that are counted, where the unit of money is looked for. */
const PIECES =
  /^(?:台|套|个|件|只|年|月|次|人|核|用户|张|pcs|pieces?|units?|sets?|each|ea|seats?)$/;

const FOR = pattern()`
  有效|成交|计|参与|返|佣|业绩|结算|纳入|valid|eligib|qualif|(?<!dis|ac)count(?!r)|includ|commission
  |rebat
`;
/** No figure, which may be a sum of 0. */
const FLATLY_NO = /^(?:否|不是?|×|✗|✘|n|no|false)$/;
const AGAINST = pattern()`
  排除|删除|冻结|作废|撤销|取消|delet|void|cancel|revers|剔除|不[计返参]|重复|exclud|exempt
  |duplicate|ineligible
`;
/** Whether the rebate has come says nothing about the order. */
const OF_THE_REBATE = /已|到账|收到|完成|合计|paid|received|settled/;

/** What a column nobody knows would have to say against its row, by what its header asks. */
function flagOf(header: string): RegExp | undefined {
  if (OF_THE_REBATE.test(header)) return undefined;
  return AGAINST.test(header) ? YES : FOR.test(header) ? FLATLY_NO : undefined;
}

const BESIDE_THE_POINT: readonly (HeaderRole | undefined)[] = [
  undefined,
  'ignored',
  'category',
  'customerType',
  'industry',
  'period',
  'rate',
  'rebateDue',
  'rebateReceived',
  'region',
  'salesperson',
  'vendor',
];

/** A column about something else, in which a word may speak against its row all the same. */
const isBesideThePoint = ({ meaning }: HeaderCell): boolean =>
  BESIDE_THE_POINT.includes(meaning?.role);

const NO_MONEY = pattern()`
  ^(?:已|全额|部分)?退[款货订费]?$|^refund(?:ed)?$|^(?:代金券|优惠券|赠送|赠品|测试单?|voucher
  |coupon|free|test)$|^免费|试用$|^(?:不同意|不通过|不批准|否决|已?驳回|已?拒绝|rejected|declined
  |denied|refused|未支付|未付款|待支付|待付款|原路退回|退回(?:原卡|账户|余额)|unpaid|superseded
  |obsolete|已?被?替代)$
`;

/** 不参与返点 under any header; a bare 退款 or 代金券, as under 付款方式. */
const speaksAgainst = (text: string): boolean =>
  takesNoPart(text) || isNoSale(text) || NO_MONEY.test(foldKey(text));

const isListOfRefunds = ({ layout, refunds }: Section): boolean =>
  layout.amount?.role === 'refundAmount' || refunds !== '';

const mayBeBelowZero = (cell: Cell): boolean =>
  typeof cell === 'number'
    ? cell < 0
    : typeof cell === 'string' && /[-\u2010-\u2015\u2212\u2796\u30fc\uff0d(（]/.test(cell);

const isBelowZero = (text: string): boolean =>
  parseCount(text, {})?.some((count) => count < 0) ?? /^-\d/.test(amountAlphabet(text));

const MARK = pattern('i')`
  [(（[【] ?(?:已|全部|全额)?(作废|取消|撤销|撤单|废|cancell?ed|void(?:ed)?)? ?(?:已|全额)?(退款
  |退订|退货|全退|refunded)? ?[)）\]】]
`;

const PREFIXED = pattern('i')`
  ^(?:已?(?:作废|取消|撤销|撤单|删除?)|废)(?:[-:：_/ ]|(?=[a-z\d]))|^(?:void|cancell?ed
  |deleted)[-:：_/ ]|[-_/ ](?:已?(?:作废|取消|撤销|撤单|删除)|废|void|cancell?ed)$
`;

const ADVANCED = pattern('i')`
  代[付垫]|垫付|^(?:测试|示例|test|demo)[-_ ]?(?:客户|公司|用户|账号|customer|company|user
  |account)?[-_ ]?\d*$
`;

/** Who pays is not who buys, or nobody does: 我司垫付, 测试客户, Test customer. */
const isAdvanced = (text: string): boolean => ADVANCED.test(text);

/** Numbers that people give to what is no order: 测试001, test-1. */
const TRIAL = /^(?:测试|test)[-_ ]?\d/i;

/** What somebody has added to a number: 作废：A2, A2(作废), 测试001. */
export const wordInNumber = (text: string): RowWord =>
  PREFIXED.test(text) ? 'void' : TRIAL.test(text) ? 'doubted' : wordInBrackets(text);

/** What somebody has added in brackets: called off, or given back. */
function wordInBrackets(text: string): RowWord {
  const [, off = '', back = ''] = MARK.exec(text) ?? [];
  return off !== '' ? 'void' : back !== '' ? 'refunded' : 'none';
}
