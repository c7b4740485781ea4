import { foldKey } from '../reading/fold-text.ts';
import { fail, ok } from '../result.ts';
import type { Cell } from '../sheet.ts';
import type { PolicyColumn } from './columns.ts';
import type { Accumulation, Edge, Scheme } from './policy.ts';
import { type Read, typedText } from './read-cells.ts';

/** Words of a closed list, in both languages. */
export function readWord<T>(
  cell: Cell,
  column: PolicyColumn,
  words: readonly (readonly [T, ...string[]])[],
): Read<T> {
  const typed = typedText(cell);
  const text = foldKey(typed);
  const found = words.find(([, ...spellings]) => spellings.some((word) => foldKey(word) === text));
  return found
    ? ok(found[0])
    : fail({
        code: 'policy.word-unknown',
        column,
        typed,
        choices: words.map(([, zh = '', en = zh]) => ({ zh, en })),
      });
}

export const readScheme = (cell: Cell): Read<Scheme> =>
  readWord<Scheme>(cell, 'scheme', [
    [
      'whole',
      '全额',
      'whole',
      '全量',
      '全额累进',
      '总量',
      '全额返',
      '按全额',
      '按总额',
      'retroactive',
      'volume',
      'all units',
      'first dollar',
      'back to first',
      'back to first dollar',
      'from dollar one',
      '全额回溯',
      '追溯全额',
    ],
    [
      'marginal',
      '超额',
      'marginal',
      '超额累进',
      '分段',
      '累进',
      'graduated',
      'stepped',
      'progressive',
      '超额部分',
      '超过部分',
      '分段累进',
      '分段计算',
      '逐段计算',
    ],
    ['increment', '增量', 'increment', 'incremental', 'growth', '增长部分', '增量部分'],
    ['rolling', '滚动', 'rolling', '滚动累进', '逐单滚动'],
    ['per-full', '每满', 'per full', '每满返', 'perfull', 'per-full', 'each full', '每满即返'],
  ]);

export const readEdge = (cell: Cell): Read<Edge> =>
  readWord<Edge>(cell, 'edge', [
    [
      'at',
      '达到',
      'at',
      '>=',
      '≥',
      '≧',
      '含',
      '达到即进档',
      '及以上',
      '含本数',
      '包含',
      '满',
      '大于等于',
      '不低于',
      '不少于',
      'at least',
      'at or above',
      'inclusive',
    ],
    [
      'above',
      '超过',
      'above',
      '>',
      '不含',
      '大于',
      '不含本数',
      '不包含',
      '高于',
      'over',
      'more than',
      'greater than',
      'exclusive',
    ],
  ]);

const PERIODS: readonly (readonly [Accumulation, ...string[]])[] = [
  [
    'order',
    '单',
    'order',
    '逐单',
    '每单',
    'per order',
    '单笔',
    '每笔',
    '按单',
    'per deal',
    'per transaction',
  ],
  [
    'month',
    '月',
    'month',
    '月度',
    'monthly',
    '按月',
    '按月度',
    '月结',
    '每月',
    '自然月',
    'per month',
  ],
  [
    'quarter',
    '季',
    'quarter',
    '季度',
    'quarterly',
    '按季',
    '按季度',
    '季结',
    '每季',
    '每季度',
    '自然季',
    '自然季度',
    'per quarter',
  ],
  [
    'half',
    '半年',
    'half',
    'half-year',
    'half year',
    '半年度',
    '每半年',
    'half-yearly',
    'semi-annual',
    'semiannual',
    'semi-annually',
  ],
  [
    'year',
    '年',
    'year',
    '年度',
    'yearly',
    'annual',
    '全年',
    '每年',
    '按年',
    '自然年',
    'annually',
    'per year',
  ],
];

export const readAccumulate = (cell: Cell): Read<Accumulation> =>
  readWord(cell, 'accumulate', PERIODS);

export const readPay = (cell: Cell): Read<Accumulation> => readWord(cell, 'pay', PERIODS.slice(1));

export const readYesNo = (cell: Cell, column: PolicyColumn): Read<boolean> =>
  readWord(cell, column, [
    [true, '是', 'yes', 'true', 'y', '1', '有', '√', '✓', '✔', '补差', '多退少补', '结转'],
    [false, '否', 'no', 'false', 'n', '0', '无', '×', '✗', '✕', '✘', '不补差', '不补', '不结转'],
  ]);

export const readBase = (cell: Cell): Read<'gross' | 'net'> =>
  readWord<'gross' | 'net'>(cell, 'base', [
    [
      'gross',
      '含税',
      'gross',
      '含税金额',
      '含税价',
      '价税合计',
      'tax included',
      'incl. VAT',
      'including VAT',
    ],
    [
      'net',
      '不含税',
      'net',
      '除税',
      '不含增值税',
      'ex VAT',
      'net of VAT',
      '未税',
      '不含税价',
      '不含税金额',
      'net of tax',
      'excluding tax',
      'excl. VAT',
      'excluding VAT',
    ],
  ]);
