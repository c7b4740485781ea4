import { callerOf } from '#hosts/template-file.ts';
import type { Language } from '#domain/language.ts';
import { templatePages } from '#pages/template/template-pages.ts';
import type { Variant } from './template-variant.ts';

type Rows = NonNullable<Variant['policy']>;
type Value = Rows[number][string];

/** Cells that mean the same as a whole. */
const CELLS: ReadonlyMap<Value, Value> = new Map<Value, Value>([
  ['全额', 'whole'],
  ['超额', 'marginal'],
  ['增量', 'increment'],
  ['达到', 'at'],
  ['超过', 'above'],
  ['月', 'month'],
  ['季', 'quarter'],
  ['半年', 'half'],
  ['不含税', 'net'],
  ['否', 'no'],
  ['全部', 'all'],
  ['截位 汇总', 'truncate, on the total'],
  ['四舍五入 逐单', 'half-up, per order'],
  ['返点', 'Rebate'],
  ['云资源返点', 'Cloud rebate'],
  ['安全激励', 'Shield bonus'],
  ['云通信', 'Telephony'],
  ['作废', 'void'],
  ['已付款', 'paid'],
  ['跟进中', 'negotiating'],
  ['已结算', 'settled'],
  ['已签', 'signed'],
  ['玄学', 'mystery'],
  ['测试单', 'test order'],
  ['测试客户', 'Test customer'],
  ['随便', 'whatever'],
  ['新购', 'new'],
  ['退款', 'refund'],
  ['甲', 'A Ltd'],
]);

/** The same workbook as somebody makes it of the English template. */
export const inEnglish = ({ policy = [], orders = [] }: Variant): Variant => ({
  policy: translated(policy, POLICY),
  orders: translated(orders, ORDERS),
});

const columnsOf = (language: Language, page: number): readonly string[] =>
  templatePages(language, callerOf(language))[page]?.tables?.[0]?.columns ?? [];

/** Headers of one place in both languages. */
const headers = (page: number): ReadonlyMap<string, string> => {
  const english = columnsOf('en-US', page);
  return new Map(columnsOf('zh-CN', page).map((header, at) => [header, english[at] ?? '']));
};
const ORDERS = headers(1);
const POLICY = headers(2);

const translated = (rows: Rows, words: ReadonlyMap<string, string>): Rows =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([header, value]) => [words.get(header) ?? header, english(value)]),
    ),
  );

const english = (value: Value): Value =>
  CELLS.get(value) ??
  (typeof value === 'string'
    ? value.replaceAll('基础', 'Base').replaceAll('安全', 'Security').replaceAll('、', ', ')
    : value);
