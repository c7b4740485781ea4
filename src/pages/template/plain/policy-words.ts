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
