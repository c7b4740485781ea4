import type { Cell } from '../../src/domain/sheet.ts';
import type { Random } from './random.ts';

const HEADERS = [
  '订单号',
  '客户名称',
  '签约日期',
  '产品类别',
  '实付金额(元)',
  '订单金额（万元）',
  '状态',
  '备注',
  '产品',
  '成交概率',
  'Order ID',
  'Date',
  'Category',
  'Amount',
  'Status',
  'Amt in fen',
  '退款金额',
  '类型',
  '',
  'constructor',
  '__proto__',
  '金额'.repeat(30),
  '(((((',
  '实付金额[',
  '2025-01',
  '合计',
];
const CELLS: readonly Cell[] = [
  null,
  '',
  0,
  -1,
  1,
  45_000,
  45_678.5,
  1e15,
  1e308,
  -0,
  0.1,
  true,
  false,
  '0',
  '-',
  '=1+1',
  '+1',
  '@a',
  '12.5万',
  '9.65w',
  '￥58,000.00',
  '(5,000.00)',
  '２６８，０００',
  '1,5万',
  '48,00万',
  '$3,200',
  '1.2.3',
  '2025-01-08',
  '2025/13/45',
  '08.01.25',
  '2025年1月8日',
  '2025Q4',
  '昨天',
  '1e3',
  '1E+05',
  '1.5e2',
  '1e3万',
  '\u3000',
  '\u00a0',
  '\u200b',
  '——',
  '12 000',
  '1,000.00-',
  '基础',
  '安全',
  'constructor',
  '__proto__',
  'toString',
  '合计',
  '小计：',
  '已取消',
  '退款',
  'Closed Won',
  '同上',
  '"',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '😀'.repeat(20),
  '9'.repeat(400),
  '('.repeat(400),
  ' '.repeat(300),
  'e'.repeat(200),
  '1e309',
  'NaN',
  'Infinity',
  '-'.repeat(200),
  '万'.repeat(100),
  { fault: '#N/A' } as Cell,
];
const POLICY_HEADERS = [
  '政策',
  '返点项',
  '适用类别',
  '定档口径',
  '门槛',
  '比例',
  '奖励',
  '计算方式',
  '达线归属',
  '基数',
  '累计周期',
  '结算周期',
  '补差',
  '年度起始月',
  '生效',
  '失效',
  '封顶',
  '保底',
  '叠加',
  '前提',
  '计佣口径',
  '税率',
  '舍入',
  'Threshold',
  'Rate',
  '门槛(万)',
  '比例(%)',
  '别的',
  'constructor',
];
const POLICY_CELLS: readonly Cell[] = [
  '全部',
  '基础',
  '安全×1.5',
  '安全×',
  '×××',
  '50万',
  '500+',
  '≥500万',
  '110%',
  '200-500',
  '6%',
  '12%+',
  0.06,
  7,
  '7',
  '超额',
  '全额',
  '增量',
  '达到',
  '超过',
  '月',
  '季',
  '年',
  '单',
  '是',
  '否',
  '去年同期',
  '取高 A',
  '续费率>=90%',
  '含税',
  '不含税',
  '截位',
  '逐单',
  4,
  13,
  '2025-01-01',
];

export const cell = (random: Random): Cell => random.of(CELLS);
export const header = (random: Random): string =>
  random.below(6) === 0 ? String(random.of(CELLS) ?? '') : random.of(HEADERS);

export const ledgerTable = (random: Random): Cell[][] => {
  const width = 1 + random.below(8);
  const row = (make: () => Cell): Cell[] => Array.from({ length: width }, make);
  return [
    ...random.times(3, () => row(() => cell(random))),
    row(() => header(random)),
    ...random.times(12, () => row(() => cell(random))),
    ...(random.below(4) === 0 ? [row(() => header(random))] : []),
    ...random.times(4, () => row(() => cell(random))),
  ];
};

export const policyTable = (random: Random): Cell[][] => {
  const headers = random.shuffled(POLICY_HEADERS).slice(0, 1 + random.below(10));
  if (random.below(5) > 0) headers.push('门槛', '比例');
  const value = (): Cell => (random.below(4) === 0 ? cell(random) : random.of(POLICY_CELLS));
  return [headers, ...random.times(6, () => headers.map(value))];
};

/** JSON of any shape, with the words that our own files use. */
export function anyJson(random: Random, words: readonly string[], depth = 3): unknown {
  const kind = random.below(depth > 0 ? 8 : 5);
  if (kind < 2) return cell(random);
  if (kind < 3) return random.of([1e308, -1, 4e9, 1.5, null, true]);
  if (kind < 5) return random.of(words);
  const child = (): unknown => anyJson(random, words, depth - 1);
  if (kind < 6) return random.times(5, child);
  return Object.fromEntries(random.times(6, () => [random.of(words), child()] as const));
}

const TYPED_KINDS = ['amount:', 'day:', 'date:', 'status:', 'category:', 'id:', 'columns:', ''];

/** What a person, or a hand-edited file of answers, may type to answer a question. */
export function anyTypedAnswer(random: Random): string {
  const kind = random.of(TYPED_KINDS);
  const text = cell(random);
  return `${kind}${typeof text === 'object' ? JSON.stringify(text) : String(text)}`;
}

/** Something like a message of our protocol: the right shape with anything inside, or anything. */
export function anyMessage(random: Random, words: readonly string[]): unknown {
  if (random.below(3) === 0) return anyJson(random, words, 3);
  return {
    kind: random.of(['call', 'back', 'reply', 'fault', 'abort']),
    id: random.of([1, 2, 0, -1, 1.5, '1', null]),
    slot: random.of([0, 1, -1, 'x', '__proto__']),
    method: random.of(words),
    args:
      random.below(4) === 0
        ? anyJson(random, words, 2)
        : random.times(3, () => anyJson(random, words, 3)),
    value: anyJson(random, words, 4),
    name: random.of(words),
    message: random.of(words),
    fact: anyJson(random, words, 3),
  };
}

/** Some bytes changed, cut, doubled or moved. */
export function damagedBytes(random: Random, bytes: Uint8Array, from = 0): Uint8Array {
  let result = bytes.slice();
  for (let n = 1 + random.below(6); n > 0 && result.length > 1; n -= 1) {
    const at = from + random.below(Math.max(1, result.length - from));
    const kind = random.below(5);
    if (kind < 2) result[at] = random.below(256);
    else if (kind === 2) result[at] = random.of([0, 255, 0x22, 0x2c, 0x0a, 0x3c, 0x50]);
    else if (kind === 3) result = result.slice(0, at);
    else {
      const piece = result.slice(at, at + random.below(40));
      result = Uint8Array.from([...result.slice(0, at), ...piece, ...result.slice(at)]);
    }
  }
  return result;
}

const TOKENS = [
  '<',
  '>',
  '/>',
  '</row>',
  '<row>',
  '<c r="XFD1048576"><v>1</v></c>',
  '<c r="A0"/>',
  ' r="ZZZZ9"',
  ' t="s"',
  '<v>999999999</v>',
  '<v>-1</v>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&#0;',
  '&amp;',
  '&lol;',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '"',
  "'",
  '\u0000',
  '<f>',
  '</sheetData>',
  's="99999"',
  'count="4000000000"',
  '<x:c xmlns:x="u">',
  '_x0000_',
  '1e999',
  '<?xml version="1.0"?>',
];

/** XML with tokens put in, taken out and cut. */
export function damagedXml(random: Random, text: string): string {
  let result = text;
  for (let n = 1 + random.below(4); n > 0; n -= 1) {
    const at = random.below(result.length + 1);
    const kind = random.below(3);
    if (kind === 0) result = result.slice(0, at) + random.of(TOKENS) + result.slice(at);
    else if (kind === 1) result = result.slice(0, at) + result.slice(at + random.below(60));
    else result = result.slice(0, at).replace(/<[^<>]*>$/, random.of(TOKENS)) + result.slice(at);
  }
  return result;
}

export const csvText = (random: Random): string =>
  random
    .times(60, () =>
      random.of([
        '"',
        '""',
        ',',
        ';',
        '\t',
        '\n',
        '\r\n',
        '\r',
        ' ',
        'a',
        '金额',
        '1',
        '"a\nb"',
        '|',
        '\u0000',
        '订单号,实付金额\n',
      ]),
    )
    .join('');

export interface WrittenAmount {
  readonly fen: number;
  readonly text: string;
}

const FULL_WIDTH = (text: string): string =>
  text.replace(/[0-9.,()]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** One amount as somebody might write it; what it is worth is known. */
export function writtenAmount(random: Random): WrittenAmount {
  const size = random.of([1, 100, 10_000, 1_000_000, 1_000_000_000]);
  const fen = random.below(size * 100);
  const [whole, cents] = [Math.floor(fen / 100), String(fen % 100).padStart(2, '0')];
  const grouped = String(whole).replace(
    /\B(?=(\d{3})+$)/g,
    random.of([',', ' ', '\u00a0', "'", '']),
  );
  const plain = fen % 100 === 0 && random.below(2) === 0 ? grouped : `${grouped}.${cents}`;
  const marked =
    random.of(['', '￥', '¥', 'RMB ', 'CNY']) + plain + random.of(['', '元', ' 元', '圆']);
  const isMinus = fen > 0 && random.below(3) === 0;
  const signed = isMinus ? random.of([`-${marked}`, `(${marked})`, `－${marked}`]) : marked;
  const text = random.of(['', ' ', '\u3000']) + signed + random.of(['', ' ', '\u00a0']);
  return { fen: isMinus ? -fen : fen, text: random.below(4) === 0 ? FULL_WIDTH(text) : text };
}
