/** Periods of a year, as many as it has of them. */
const PERIODS = [
  ['年', 1],
  ['年度', 1],
  ['year', 1],
  ['yearly', 1],
  ['annual', 1],
  ['半年', 2],
  ['half', 2],
  ['half-year', 2],
  ['季', 4],
  ['季度', 4],
  ['quarter', 4],
  ['quarterly', 4],
] as const;

/**
 * The policy's words that the plain formulas understand, each with what it means to them. They are
 * fewer than the engine's: a word that is not here makes the plain columns say that the add-in is
 * needed, never guess.
 */
export const MEANINGS = {
  scheme: [
    ['全额', 'W'],
    ['全量', 'W'],
    ['whole', 'W'],
    ['超额', 'M'],
    ['超额累进', 'M'],
    ['分段', 'M'],
    ['marginal', 'M'],
    ['graduated', 'M'],
  ],
  edge: [
    ['达到', 'at'],
    ['含', 'at'],
    ['at', 'at'],
    ['超过', 'above'],
    ['大于', 'above'],
    ['above', 'above'],
  ],
  accumulate: [...PERIODS, ['全年', 1]],
  pay: [...PERIODS, ['月', 12], ['month', 12], ['monthly', 12]],
  trueUp: [
    ['是', 1],
    ['有', 1],
    ['yes', 1],
    ['y', 1],
    ['否', 0],
    ['无', 0],
    ['no', 0],
    ['n', 0],
  ],
  base: [
    ['含税', 'gross'],
    ['gross', 'gross'],
    ['不含税', 'net'],
    ['未税', 'net'],
    ['net', 'net'],
  ],
  stack: [
    ['叠加', 1],
    ['add', 1],
    ['stack', 1],
  ],
  refund: [
    ['按退款日', 1],
    ['on its day', 1],
  ],
  rounding: [
    ['四舍五入', 'R'],
    ['四舍五入 汇总', 'R'],
    ['half-up', 'R'],
    ['half-up, on the total', 'R'],
    ['half-up on the total', 'R'],
    ['截位', 'T'],
    ['截位 汇总', 'T'],
    ['truncate', 'T'],
    ['truncate, on the total', 'T'],
    ['truncate on the total', 'T'],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [string, string | number])[]>>;
export type WordField = keyof typeof MEANINGS;

/**
 * Spellings that are one category to the engine, without spaces: two of a group in one policy need
 * the add-in.
 */
export const SAME_CATEGORIES = [
  ...[
    '基础',
    '基础产品',
    '基础类',
    '基础类产品',
    '基础云',
    '基础云产品',
    '云基础',
    '云基础产品',
  ].map((name) => [name, '基础'] as const),
  ...['base', 'basic', 'baseproducts', 'baseproduct', 'basicproducts', 'infrastructure'].map(
    (name) => [name, '基础'] as const,
  ),
  ...['安全', '安全产品', '安全类', '安全类产品', '云安全', '云安全产品'].map(
    (name) => [name, '安全'] as const,
  ),
  ...['security', 'securityproducts', 'securityproduct'].map((name) => [name, '安全'] as const),
] as const;
