import type { LedgerRowFact, ReadSheetFact } from '#domain/ledger/ledger.facts.ts';
import type { RowKind } from '#domain/ledger/row-kind.ts';
import type { LedgerField } from '#domain/reading/ledger-fields.ts';
import { day, yuan } from '../format.ts';
import type { Sentences } from '../sentences.ts';
import { UNITS, quoted } from './ledger-words.ts';

/**
 * What is said of sheets that were read and of rows that do not count. Formulas say none of it: the
 * bundler leaves it out of theirs.
 */
const ledgerReport: Sentences<ReadSheetFact> = {
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
  'ledger.columns-idle': ({ sheet, headers }) =>
    `“${sheet}”这些列不影响计算，没有用到：${quoted(headers)}。`,
  'ledger.types-unknown': ({ sheet, header, types }) =>
    `“${sheet}”的“${header}”里这些写法不认识，照样计入，请核对：${types
      .map(({ word, count, amount }) => `“${word}”${count} 行 ${yuan(amount)}`)
      .join('、')}。`,
  'ledger.amounts-off-price': ({ sheet, header, rows, count, amount, product }) =>
    `“${sheet}”有 ${count} 行的“${header}”不等于数量 × 单价，仍按写的计入，请核对：` +
    `第 ${rows.join('、')} 行` +
    `（第 ${rows[0]} 行写的是 ${yuan(amount)}，算出来是 ${yuan(product)}）。`,
  'ledger.no-date-column': ({ sheet }) => `“${sheet}”没有日期列：每一行都要先补上日期才能计入。`,
  'ledger.no-category-column': ({ sheet }) =>
    `“${sheet}”没有产品列，也没有类别列：看不出订单属于基础还是安全。`,
  'ledger.amount-column': ({ sheet, header, passedOver }) =>
    `“${sheet}”按“${header}”计算${passedOver.length > 0 ? `，没有用${quoted(passedOver)}` : ''}。`,
  'ledger.list-price-column': ({ sheet, header }) =>
    `“${sheet}”只有“${header}”，没有实付金额：目录价或预计金额不等于实付，请逐行确认或补上实付列。`,
  'ledger.net-amount-column': ({ sheet, header }) =>
    `“${sheet}”只有不含税的“${header}”，已按它计算；政策若按含税计佣，结果会偏低。`,
  'ledger.instalments-added': ({ sheet, headers }) =>
    `“${sheet}”没有合计金额列，每单金额由${quoted(headers)}相加。`,
  'ledger.refund-column': ({ sheet, header }) => `“${sheet}”的“${header}”已从同一行的金额里扣除。`,
  'ledger.ends-after-today': (fact) =>
    `最晚一单是 ${day(fact.day)}，晚于今天（${day(fact.today)}），各项数字都算到那一天：` +
    '请核对日期，或指定截至日。',
  'ledger.date-column': ({ sheet, header, passedOver }) =>
    `“${sheet}”按“${header}”归期${passedOver.length > 0 ? `，没有用${quoted(passedOver)}` : ''}。`,
  'ledger.month-as-date': ({ sheet, header }) =>
    `“${sheet}”只有月份“${header}”，每单按当月最后一天计入。`,
  'ledger.unit-beside-table': ({ sheet, unit, place }) =>
    `“${sheet}”${PLACES[place]}注明金额单位为${UNITS[unit] ?? unit}，没写单位的金额都按它读。`,
  'ledger.as-above': ({ sheet, field, rows, count }) =>
    `“${sheet}”有 ${count} 行的${FIELDS[field] ?? field}空着，按“同上”读：第 ` +
    `${listed(rows, count)} 行。`,
  'ledger.looks-twice': ({ sheet, rows }) =>
    `“${sheet}”第 ${rows.join('、')} 行没有订单号，内容却完全一样，请确认不是重复录入；` +
    '目前都计入。',
  'ledger.own-total': (fact) =>
    fact.theirs === fact.ours
      ? `“${fact.sheet}”第 ${fact.row} 行的合计 ${yuan(fact.theirs)} 与计入金额一致。`
      : `“${fact.sheet}”第 ${fact.row} 行写的合计是 ${yuan(fact.theirs)}，` +
        `计入的是 ${yuan(fact.ours)}。${madeBy(fact)}${leftOver(fact)}`,
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

export const ledgerRead = { ...ledgerReport, ...ledgerRows };

const PLACES = { above: '表头上方', name: '的表名', below: '表格下方' } as const;

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

const FIELDS: { readonly [F in LedgerField]?: string } = {
  signedOn: '日期',
  paidOn: '付款日期',
  customer: '客户',
  region: '区域',
};

const listed = (rows: readonly number[], count: number): string =>
  `${rows.slice(0, 20).join('、')}${count > 20 ? ' 等' : ''}`;

type OwnTotal = Extract<ReadSheetFact, { readonly code: 'ledger.own-total' }>;

function madeBy({ rows, asked }: OwnTotal): string {
  const open = rows.filter((row) => asked.includes(row));
  const others = rows.filter((row) => !asked.includes(row));
  const named = [
    ...(others.length > 0 ? [`第 ${listed(others, others.length)} 行`] : []),
    ...(open.length > 0 ? [`待回答的第 ${listed(open, open.length)} 行`] : []),
  ];
  return named.length > 0 ? `差在${named.join('和')}` : '没有哪一行能解释差额';
}

function leftOver({ rows, asked, unexplained }: OwnTotal): string {
  if (unexplained === 0) return '。';
  const open = asked.filter((row) => !rows.includes(row));
  return (
    `，还有 ${yuan(unexplained)} 对不上，` +
    (open.length > 0 ? `可能在待回答的第 ${listed(open, open.length)} 行。` : '请检查求和区域。')
  );
}
