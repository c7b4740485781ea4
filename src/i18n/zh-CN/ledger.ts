import type { LedgerQuestionFact, UnreadSheetFact } from '#domain/ledger/ledger.facts.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { percent } from '../format.ts';
import { UNITS, quoted } from './ledger-words.ts';
import { ledgerRead } from './ledger-read.ts';
import type { Sentences } from '../sentences.ts';

/** Why nothing was read of a sheet, or of a range of orders. */
const ledgerUnread: Sentences<UnreadSheetFact> = {
  'ledger.no-sheet': () => '没有找到订单表：需要一张带表头的表，至少有实付金额，以及订单号或日期。',
  'ledger.no-amount-column': ({ sheet, unknownHeaders }) =>
    `“${sheet}”里没有认出金额列，未读取。` +
    (unknownHeaders.length > 0
      ? `请指明哪一列是实付金额，分写在几列的请先合成一列：${quoted(unknownHeaders)}。`
      : '请加上“实付金额”表头。'),
  'ledger.crosstab': ({ sheet, cell, header }) =>
    `“${sheet}”是交叉表（${cell}“${header}”起，每列一个月份、季度或类别），未读取：` +
    '请改成每行一单，日期、类别和金额各一列。',
  'ledger.amount-empty': ({ sheet, cell, header }) =>
    `“${sheet}”的金额列“${header}”（${cell}）里没有一个数，可能公式的值没有存下来：请在 ` +
    'Excel 里重新计算并保存，或填上金额。',
  'ledger.debit-credit': ({ sheet, headers }) =>
    `“${sheet}”是借贷两列（${quoted(headers)}），分不清哪边是客户付款，未读取：` +
    '请改用一列金额，退款写成负数。',
  'ledger.sheet-left-out': ({ sheet, why }) =>
    `${sheet === '' ? '这个区域' : `工作表“${sheet}”`}未计入：${WHY[why]}。`,
};

const ledgerQuestions: Sentences<LedgerQuestionFact> = {
  'ledger.date-missing': () => '没有日期，上方也没有可以沿用的：这一单算在哪一天？',
  'ledger.date-beside': ({ headers }) =>
    `没有订单或付款日期，只有${quoted(headers)}：这一单算在哪一天？`,
  'ledger.paid-date-missing': () => '有签约日期，没有付款日期：已经付款了吗，算在哪一天？',
  'ledger.date-unreadable': () => '这不是一个日期：请在单元格里写成 2025-03-31 这样。',
  'ledger.date-impossible': () => '没有这一天：应该是哪一天？',
  'ledger.date-ambiguous': () => '分不清哪个是月、哪个是日：应该是哪一天？',
  'ledger.date-no-year': () => '没有写年份，上下文也定不下来：是哪一年？',
  'ledger.date-far': () => '年份不像真的，请核对。',
  'ledger.date-apart': () => '这一天离表里其余的日期有好几年，请核对年份：应该是哪一天？',
  'ledger.date-part': () => '只写了季度或半年，年度从 1 月还是 4 月开始也没写：算在哪一天？',
  'ledger.date-midnight': () => '这段时间到 0 点结束：算在哪一天？',
  'ledger.date-part-of-month': () => '只写了一个月里的一段，没有写日：算在哪一天？',
  'ledger.date-day-or-year': () => '月份旁边的两位数是日还是年：应该是哪一天？',
  'ledger.date-month': () => '只写了月份：算在哪一天？',
  'ledger.status-unknown': ({ word }) =>
    `“${word}”是什么意思，看不出来：这些订单是已成交、未成交、已作废还是退款？`,
  'ledger.refund-partial': ({ word }) => `“${word}”，没写退了多少：还剩多少计入？`,
  'ledger.row-doubted': ({ word }) => `这一单写着“${word}”：照原样计入，还是按别的金额？`,
  'ledger.whole-of-parts': ({ parts }) =>
    `旁边 ${parts} 行的编号是它的下级，金额合计正好相等：这一行是同一笔的合计，还是另计？`,
  'ledger.unit-beside': ({ unit }) =>
    `这一行的单位写的是${UNITS[unit] ?? unit}，表头却不是：按哪个单位计入？`,
  'ledger.unit-open': ({ why }) => OPEN_UNITS[why],
  'ledger.amount-mark': () => '分不清小数点和千分位：实付到底是多少？',
  'ledger.currency-foreign': ({ currency }) =>
    `这是外币（${currency}）：请换成人民币、带“元”写入单元格，或不计入。`,
  'ledger.amount-rival': () => '这一行的两个金额不一样，看不出哪一个是实付：按哪一个计入？',
  'ledger.amount-per-piece': () => '这是单价还是整单的价格？数量不止一个。',
  'ledger.quantity-unclear': () => '这是单价还是整单的价格？数量写得不明确。',
  'ledger.amount-missing': () => '没有实付金额：请补上，或不计入。',
  'ledger.amount-unreadable': () => '这里不是金额：请写上实付金额，或不计入。',
  'ledger.amount-uncalculated': () =>
    '这一格是公式，保存它的程序没有写下结果：用 Excel、WPS 或 LibreOffice 打开再保存一次，' +
    '或写上实付金额，或不计入。',
  'ledger.amount-loose': () => '这里不止一个干净的数字：实付到底是多少？',
  'ledger.amount-voucher': () => '只有用券前的金额，这一行还有代金券：实付是扣券前还是扣券后？',
  'ledger.amount-prepaid-card': () => '有一部分由储值卡支付：现金这一列已经含储值卡了吗？',
  'ledger.amount-list-only': () => '这是目录价或预计金额，不是实付：按它计入吗？',
  'ledger.amount-unlabelled': () => '这一行只有金额，又不等于上面的合计：是什么？',
  'ledger.refund-sign': ({ word }) => `“${word}”是退款，金额却是正数：按退款扣减，还是照原样计入？`,
  'ledger.refund-number': ({ ending }) =>
    `订单号结尾的“${ending}”去掉后是台账里另一单的号，金额却是正数：按那一单的退款扣减，` +
    `还是照原样计入？`,
  'ledger.refund-beginning': ({ beginning }) =>
    `订单号开头的“${beginning}”像退货或红字单，金额却是正数：按退款扣减，还是照原样计入？`,
  'ledger.amount-eligible': () => '旁边写的返点基数与这一行的金额不同：按哪一个计入？',
  'ledger.amount-net': () => '这一行写明不含税，别的行含税：按多少计入？',
  'ledger.refund-beside': () => '旁边写了退款金额：这个金额已经扣掉退款了吗，还剩多少计入？',
  'ledger.refund-unreadable': () => '旁边的退款金额读不出来：扣掉退款后还剩多少？',
  'ledger.row-spilled': ({ joined }) =>
    joined === ''
      ? '这一行的单元格比表头的列多，可能有没加引号的逗号，后面的列都错开了：金额是多少？'
      : `千分位逗号没加引号，把金额分到了相邻的列：是 ${joined} 吗？`,
  'ledger.money-out': ({ header }) =>
    `这笔钱写在“${header}”列：是退给客户的退款，还是与业绩无关的支出？`,
  'ledger.receivable-only': ({ header, paid }) =>
    `这些行只有“${header}”，“${paid}”写在别的行、已经计入：这些行不计入，` +
    `还是按“${header}”另外计入？`,
  'ledger.original-missing': ({ component }) =>
    `“${component}”的退款要按原订单处理，但台账里没有找到这笔退款的原订单：补上原订单号，` +
    '或回答按退款日计入、或不计入。',
  'ledger.member-blank': ({ component, header }) =>
    `“${component}”按“${header}”分别累计，这一行的“${header}”是空的：请补上，或不计入。`,
  'ledger.category-unknown': (fact) => `目录里没有“${fact.product}”：属于哪一类？${evidence(fact)}`,
  'ledger.category-undecided': (fact) =>
    `“${fact.product}”${fact.family === undefined ? '' : `（厂商列在“${fact.family}”）`}` +
    '归入哪一类，' +
    `政策里没写：属于哪一类？${evidence(fact)}`,
  'ledger.category-missing': () => '没有产品也没有类别：属于哪一类？',
  'ledger.category-several': () => '类别互相矛盾或不止一个：属于哪一类？',
  'ledger.id-damaged': () =>
    '订单号被 Excel 改坏了（只保留 15 位）：请把真实订单号以文本写回，或照样计入。',
  'ledger.id-other-amount': ({ sheet, row }) =>
    `与“${sheet}”第 ${row} 行订单号相同、金额不同：是加购、分期还是改价？`,
  'ledger.id-other-customer': ({ sheet, row }) =>
    `与“${sheet}”第 ${row} 行订单号相同、客户不同：号码写错了吗？`,
  'ledger.id-other-day': ({ sheet, row }) =>
    `与“${sheet}”第 ${row} 行订单号和金额相同、日期不同：是分期还是重复？`,
};

export const ledger = { ...ledgerUnread, ...ledgerRead, ...ledgerQuestions };

const WHY = {
  hidden: '它是隐藏的，要计入请先取消隐藏',
  summary: '它是汇总，订单已在别的表里',
  statement: '它是厂商结算单，请到“对账”里用',
  policy: '它是返点政策',
  'no-orders': '里面没有订单',
} as const;

const OPEN_UNITS = {
  beside: '旁边的金额是按“万”写的，这里没写单位：是元还是万元？',
  tiny: '整列没写单位，数又都很小：是元还是万元？',
  header: '表头写的是万元，这个数却像是元：是哪一个？',
  fen: '这一列按“分”计，这里却有小数：是元还是分？',
  format: '单元格显示的数与实际的数不一样：是元还是万元？',
} as const;

type EvidenceFact = Extract<
  LedgerQuestionFact,
  { code: 'ledger.category-unknown' | 'ledger.category-undecided' }
>;

/** What the ledger itself records on a product, as a hint that decides nothing. */
function evidence({ rates = [], suggested }: EvidenceFact): string {
  if (rates.length === 0) return '';
  const shown = rates.map((rate) => percent(new Decimal(rate))).join('、');
  return suggested === undefined
    ? `台账的比例列对它记的是 ${shown}。`
    : `台账的比例列对它记的是 ${shown}，政策里只有“${suggested}”付这个比例（仅供参考）。`;
}
