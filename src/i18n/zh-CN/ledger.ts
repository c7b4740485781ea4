import type {
  LedgerQuestionFact,
  LedgerReportFact,
  LedgerRowFact,
} from '#domain/ledger/ledger.facts.ts';
import type { LedgerField } from '#domain/reading/ledger-fields.ts';
import type { RowKind } from '#domain/ledger/row-kind.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { percent, yuan } from '../format.ts';
import type { Sentences } from '../sentences.ts';

const ledgerReport: Sentences<LedgerReportFact> = {
  'ledger.no-sheet': () => '没有找到订单表：需要一张带表头的表，至少有实付金额，以及订单号或日期。',
  'ledger.no-amount-column': ({ sheet, unknownHeaders }) =>
    `“${sheet}”里没有认出金额列，未读取。` +
    (unknownHeaders.length > 0
      ? `请指明哪一列是实付金额，分写在几列的请先合成一列：${quoted(unknownHeaders)}。`
      : '请加上“实付金额”表头。'),
  'ledger.crosstab': ({ sheet, cell, header }) =>
    `“${sheet}”把月份或季度横着排成列（${cell}“${header}”起），未读取：请改成每行一单、` +
    '日期和金额各一列。',
  'ledger.amount-empty': ({ sheet, cell, header }) =>
    `“${sheet}”的金额列“${header}”（${cell}）里没有一个数，可能公式的值没有存下来：请在 ` +
    'Excel 里重新计算并保存，或填上金额。',
  'ledger.debit-credit': ({ sheet, headers }) =>
    `“${sheet}”是借贷两列（${quoted(headers)}），分不清哪边是客户付款，未读取：` +
    '请改用一列金额，退款写成负数。',
  'ledger.table-left-out': ({ sheet, row }) =>
    `“${sheet}”第 ${row} 行开始的另一张表没有能计入的金额列，未读取。`,
  'ledger.tables-beyond': ({ sheet, row, most }) =>
    `“${sheet}”第 ${row} 行以下没有读取：一张工作表最多读 ${most} 张上下相接的表，` +
    '请把其余的放到另一张工作表。',
  'ledger.rows-by-kind': ({ kinds }) =>
    `各类行数：${kinds.map(({ kind, count }) => `${KINDS[kind]} ${count}`).join('、')}。`,
  'ledger.rows-left-out': ({ sheet, kind, count, rows, amount }) =>
    `“${sheet}”有 ${count} 行${KINDS[kind]}未计入，合计 ${yuan(amount)}：第 ` +
    `${listed(rows, count)} 行。`,
  'ledger.rows-hidden': ({ sheet, count, rows, amount }) =>
    `“${sheet}”有 ${count} 行被隐藏或筛选掉，照样读取，其中计入 ${yuan(amount)}：第 ` +
    `${listed(rows, count)} 行。`,
  'ledger.columns-unread': ({ sheet, headers }) =>
    `“${sheet}”这些列没有认出来，未读取：${quoted(headers)}。`,
  'ledger.no-date-column': ({ sheet }) => `“${sheet}”没有日期列：每一行都要先补上日期才能计入。`,
  'ledger.no-category-column': ({ sheet }) =>
    `“${sheet}”没有产品列，也没有类别列：看不出订单属于基础还是安全。`,
  'ledger.sheet-left-out': ({ sheet, why }) =>
    `${sheet === '' ? '这个区域' : `工作表“${sheet}”`}未计入：${WHY[why]}。`,
  'ledger.amount-column': ({ sheet, header, passedOver }) =>
    `“${sheet}”按“${header}”计算${passedOver.length > 0 ? `，没有用${quoted(passedOver)}` : ''}。`,
  'ledger.list-price-column': ({ sheet, header }) =>
    `“${sheet}”只有“${header}”，没有实付金额：目录价或预计金额不等于实付，请逐行确认或补上实付列。`,
  'ledger.net-amount-column': ({ sheet, header }) =>
    `“${sheet}”只有不含税的“${header}”，已按它计算；政策若按含税计佣，结果会偏低。`,
  'ledger.instalments-added': ({ sheet, headers }) =>
    `“${sheet}”没有合计金额列，每单金额由${quoted(headers)}相加。`,
  'ledger.refund-column': ({ sheet, header }) => `“${sheet}”的“${header}”已从同一行的金额里扣除。`,
  'ledger.date-column': ({ sheet, header, passedOver }) =>
    `“${sheet}”按“${header}”归期${passedOver.length > 0 ? `，没有用${quoted(passedOver)}` : ''}。`,
  'ledger.month-as-date': ({ sheet, header }) =>
    `“${sheet}”只有月份“${header}”，每单按当月最后一天计入。`,
  'ledger.unit-above': ({ sheet, unit }) =>
    `“${sheet}”表头上方注明金额单位为${UNITS[unit] ?? unit}，没写单位的金额都按它读。`,
  'ledger.as-above': ({ sheet, field, rows, count }) =>
    `“${sheet}”有 ${count} 行的${FIELDS[field] ?? field}空着，按“同上”读：第 ` +
    `${listed(rows, count)} 行。`,
  'ledger.looks-twice': ({ sheet, rows }) =>
    `“${sheet}”第 ${rows.join('、')} 行没有订单号，内容却完全一样，请确认不是重复录入；` +
    '目前都计入。',
  'ledger.own-total': ({ sheet, row, theirs, ours, rows, unexplained }) =>
    theirs === ours
      ? `“${sheet}”第 ${row} 行的合计 ${yuan(theirs)} 与计入金额一致。`
      : `“${sheet}”第 ${row} 行写的合计是 ${yuan(theirs)}，计入的是 ${yuan(ours)}。` +
        `${rows.length > 0 ? `差在第 ${listed(rows, rows.length)} 行` : '没有哪一行能解释差额'}` +
        `${unexplained === 0 ? '。' : `，还有 ${yuan(unexplained)} 对不上，请检查求和区域。`}`,
};

const ledgerRows: Sentences<LedgerRowFact> = {
  'ledger.duplicate': ({ sheet, row }) => `与“${sheet}”第 ${row} 行是同一笔，未重复计入。`,
  'ledger.void': ({ word }) => (word === '' ? '已作废，未计入。' : `“${word}”：未计入。`),
  'ledger.pending': ({ word }) =>
    /^[\d.]+$/.test(word)
      ? `成交概率 ${Number(word) * 100}%，尚未成交，未计入。`
      : `“${word}”：尚未成交，未计入。`,
  'ledger.own-service': ({ product }) =>
    `${product === '' ? '自有服务' : `“${product}”是自有服务`}，不算厂商业绩，未计入。`,
  'ledger.left-out': () => '按你的选择不计入。',
};

const ledgerQuestions: Sentences<LedgerQuestionFact> = {
  'ledger.date-missing': () => '没有日期，上方也没有可以沿用的：这一单算在哪一天？',
  'ledger.paid-date-missing': () => '有签约日期，没有付款日期：已经付款了吗，算在哪一天？',
  'ledger.date-unreadable': () => '这不是一个日期：请在单元格里写成 2025-03-31 这样。',
  'ledger.date-impossible': () => '没有这一天：应该是哪一天？',
  'ledger.date-ambiguous': () => '分不清哪个是月、哪个是日：应该是哪一天？',
  'ledger.date-no-year': () => '没有写年份，上下文也定不下来：是哪一年？',
  'ledger.date-far': () => '年份不像真的，请核对。',
  'ledger.date-part': () => '只写了季度或半年，年度从 1 月还是 4 月开始也没写：算在哪一天？',
  'ledger.date-midnight': () => '这段时间到 0 点结束：算在哪一天？',
  'ledger.date-part-of-month': () => '只写了一个月里的一段，没有写日：算在哪一天？',
  'ledger.date-day-or-year': () => '月份旁边的两位数是日还是年：应该是哪一天？',
  'ledger.date-month': () => '只写了月份：算在哪一天？',
  'ledger.status-unknown': ({ word }) =>
    `不认识状态“${word}”：这些订单是已成交、未成交、已作废还是退款？`,
  'ledger.refund-partial': ({ word }) => `“${word}”，没写退了多少：还剩多少计入？`,
  'ledger.unit-beside': ({ unit }) =>
    `这一行的单位写的是${UNITS[unit] ?? unit}，表头却不是：按哪个单位计入？`,
  'ledger.unit-open': ({ why }) => OPEN_UNITS[why],
  'ledger.amount-mark': () => '分不清小数点和千分位：实付到底是多少？',
  'ledger.currency-foreign': ({ currency }) =>
    `这是外币（${currency}）：请换成人民币写入单元格，或不计入。`,
  'ledger.amount-rival': () => '有两列表头相同的金额，这一行两个数不一样：按哪一个计入？',
  'ledger.amount-missing': () => '没有实付金额：请补上，或不计入。',
  'ledger.amount-unreadable': () => '这里不是金额：请写上实付金额，或不计入。',
  'ledger.amount-loose': () => '这里不止一个干净的数字：实付到底是多少？',
  'ledger.amount-voucher': () => '只有用券前的金额，这一行还有代金券：实付是扣券前还是扣券后？',
  'ledger.amount-prepaid-card': () => '有一部分由储值卡支付：现金这一列已经含储值卡了吗？',
  'ledger.amount-list-only': () => '这是目录价或预计金额，不是实付：按它计入吗？',
  'ledger.amount-unlabelled': () => '这一行只有金额，又不等于上面的合计：是什么？',
  'ledger.refund-sign': ({ word }) => `“${word}”是退款，金额却是正数：按退款扣减，还是照原样计入？`,
  'ledger.refund-beside': () => '旁边写了退款金额：这个金额已经扣掉退款了吗，还剩多少计入？',
  'ledger.refund-unreadable': () => '旁边的退款金额读不出来：扣掉退款后还剩多少？',
  'ledger.row-spilled': ({ joined }) =>
    joined === ''
      ? '这一行的单元格比表头的列多，可能有没加引号的逗号，后面的列都错开了：金额是多少？'
      : `千分位逗号没加引号，把金额分到了相邻的列：是 ${joined} 吗？`,
  'ledger.money-out': ({ header }) =>
    `这笔钱写在“${header}”列：是退给客户的退款，还是与业绩无关的支出？`,
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

export const ledger = { ...ledgerReport, ...ledgerRows, ...ledgerQuestions };

const WHY = {
  hidden: '它是隐藏的，要计入请先取消隐藏',
  summary: '它是汇总，订单已在别的表里',
  statement: '它是厂商结算单，请到“对账”里用',
  policy: '它是返点政策',
  'no-orders': '里面没有订单',
} as const;

const KINDS: Readonly<Record<RowKind, string>> = {
  order: '订单',
  refund: '退款',
  duplicate: '重复',
  subtotal: '合计',
  note: '说明',
  pending: '未成交',
  void: '作废',
  'own-service': '自有服务',
  question: '待回答',
  blank: '空行',
  header: '表头',
};

const OPEN_UNITS = {
  beside: '旁边的金额是按“万”写的，这里没写单位：是元还是万元？',
  tiny: '整列没写单位，数又都很小：是元还是万元？',
  header: '表头写的是万元，这个数却像是元：是哪一个？',
  fen: '这一列按“分”计，这里却有小数：是元还是分？',
  format: '单元格显示的数与实际的数不一样：是元还是万元？',
} as const;

const UNITS: Readonly<Record<string, string>> = {
  wan: '万元',
  thousand: '千元',
  million: '百万元',
  yi: '亿元',
  fen: '分',
  yuan: '元',
};
const FIELDS: { readonly [F in LedgerField]?: string } = {
  signedOn: '日期',
  paidOn: '付款日期',
  customer: '客户',
  region: '区域',
};

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('、');
const listed = (rows: readonly number[], count: number): string =>
  `${rows.slice(0, 20).join('、')}${count > 20 ? ' 等' : ''}`;

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
