import { ownValue } from '../own-value.ts';
import { Decimal } from '../money/decimal.ts';
import { foldKey, foldText } from './fold-text.ts';
import { simplified } from './simplified.ts';

/** How many yuan one of the unit is worth. */
export const UNIT_YUAN = {
  fen: '0.01',
  yuan: '1',
  hundred: '100',
  thousand: '1000',
  wan: '10000',
  million: '1000000',
  'ten-million': '10000000',
  yi: '100000000',
} as const;
export type AmountUnit = keyof typeof UNIT_YUAN;

/** A number as people write amounts, taken apart; nothing is decided about what is not written. */
export interface WrittenNumber {
  /** Signed, before any unit. */
  readonly value: Decimal;
  /** Written beside the number: 12.5万, 9.65w, 68000元. Absent: the number is bare. */
  readonly unit: AmountUnit | undefined;
  /** "CNY", "USD", … when a currency is written. */
  readonly currency: string | undefined;
  /** Written with two decimals, as yuan are and 万 are not. */
  readonly toTheFen: boolean;
}

const UNIT_WORDS: Readonly<Record<string, AmountUnit>> = {
  万: 'wan',
  萬: 'wan',
  w: 'wan',
  亿: 'yi',
  億: 'yi',
  千: 'thousand',
  仟: 'thousand',
  k: 'thousand',
  百: 'hundred',
  百万: 'million',
  million: 'million',
  mln: 'million',
  mn: 'million',
  千万: 'ten-million',
  分: 'fen',
};

const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  cny: 'CNY',
  rmb: 'CNY',
  'cny¥': 'CNY',
  'rmb¥': 'CNY',
  'cn¥': 'CNY',
  人民币: 'CNY',
  '人民币¥': 'CNY',
  yuan: 'CNY',
  $: 'USD',
  us$: 'USD',
  usd: 'USD',
  usd$: 'USD',
  美元: 'USD',
  美金: 'USD',
  刀: 'USD',
  hk$: 'HKD',
  hkd: 'HKD',
  hkd$: 'HKD',
  港币: 'HKD',
  港元: 'HKD',
  港纸: 'HKD',
  nt$: 'TWD',
  twd: 'TWD',
  新台币: 'TWD',
  台币: 'TWD',
  s$: 'SGD',
  sgd: 'SGD',
  新币: 'SGD',
  新元: 'SGD',
  新加坡元: 'SGD',
  '€': 'EUR',
  eur: 'EUR',
  欧元: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  英镑: 'GBP',
  jpy: 'JPY',
  'jp¥': 'JPY',
  日元: 'JPY',
  日圆: 'JPY',
  krw: 'KRW',
  '₩': 'KRW',
  韩元: 'KRW',
  aud: 'AUD',
  a$: 'AUD',
  澳元: 'AUD',
  mop: 'MOP',
  澳门元: 'MOP',
  myr: 'MYR',
  rm: 'MYR',
  thb: 'THB',
  '฿': 'THB',
  泰铢: 'THB',
  inr: 'INR',
  '₹': 'INR',
  vnd: 'VND',
  '₫': 'VND',
  idr: 'IDR',
  chf: 'CHF',
  cad: 'CAD',
};

const alternatives = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[$]/g, '\\$'))
    .join('|');

const CURRENCY = alternatives(Object.keys(CURRENCY_WORDS));
const UNIT = alternatives(Object.keys(UNIT_WORDS));
const DIGITS =
  '\\d{1,3}(?:,\\d{3})+(?:\\.\\d*)?|\\d{1,3}(?: \\d{3})+(?:\\.\\d*)?|\\d+(?:\\.\\d*)?|\\.\\d+';
const AMOUNT = new RegExp(
  `^(\\()?([-+])? ?(${CURRENCY})?:? ?(\\()?([-+])? ?(${DIGITS}) ?(${UNIT})? ?(元整?|圆整?|` +
    '块钱?)? ' +
    `?(${CURRENCY})? ?(\\))?(-)?$`,
);
const AT_START = new RegExp(
  `^(?:${CURRENCY})?:?\\d[\\d,.]*(?:${UNIT})?(?:元整?|圆整?|块钱?)?(?:${CURRENCY})?`,
);
const WITHIN = new RegExp(
  `(?:${CURRENCY})? ?-?\\d[\\d,]*(?:\\.\\d+)?(?:e\\+?\\d+)?` +
    `(?: ?(?:${UNIT})(?!(?<=[a-z])[a-z]))?(?: ?(?:元|${CURRENCY})(?!(?<=[a-z])[a-z]))?`,
  'g',
);
/** "12万5000", "12万5千": the second part fills the places below the first. */
const COMPOUND = /^(.*?\d+)万(?:(\d{4})|(\d(?:\.\d+)?)千)(元整?|圆整?|块钱?)?$/;
const DASHES = /[\u2010-\u2015\u2212\u2796\u30fc]/g;

/** Lower case with one kind of minus sign: the alphabet of this grammar. Takes folded text. */
export const amountAlphabet = (folded: string): string =>
  simplified(folded.toLowerCase())
    .replace(DASHES, '-')
    .replace(/['\u2018\u2019\u02bc](?=\d)/g, '');

/**
 * The number written in a text that is nothing else: ￥58,000.00 · RMB 9,900 · 12.5万 · 68000元 ·
 * (5,000.00) · 18,900-
 *
 * @param text - folded, in `amountAlphabet`
 * @returns `undefined` when there is anything besides one number with its marks, or thousands are
 *   grouped oddly
 */
export function readWrittenNumber(text: string): WrittenNumber | undefined {
  const compound = COMPOUND.exec(text);
  if (compound) return compoundNumber(compound);
  const match = AMOUNT.exec(text);
  if (!match) return undefined;
  const [
    ,
    open,
    sign,
    before,
    innerOpen,
    innerSign,
    digits = '',
    unitWord,
    yuanWord,
    after,
    close,
    trailing,
  ] = match;
  if (Boolean(open ?? innerOpen) !== Boolean(close) || (open && innerOpen)) return undefined;
  const minuses = [sign, innerSign, trailing].filter((mark) => mark === '-').length;
  if (minuses > 1) return undefined;
  const currency = currencyOf(before, after);
  if (currency === null) return undefined;
  const negative = minuses === 1 || close !== undefined;
  const value = new Decimal(digits.replace(/[, ]/g, ''));
  return {
    value: negative ? value.negated() : value,
    unit: unitWord ? ownValue(UNIT_WORDS, unitWord) : yuanWord ? 'yuan' : undefined,
    currency,
    toTheFen: /\.\d\d$/.test(digits),
  };
}

/** What begins a text as an amount does, with its currency and its unit: 8万元 of "8万元已付". */
export const writtenAtStart = (folded: string): string => AT_START.exec(folded)?.[0] ?? '';

/** What may be an amount in a text with more in it, with its currency and its unit: 约800澳元. */
export const writtenWithin = (text: string): string[] => text.match(WITHIN) ?? [];

/** The unit written in a text that is one number: 万 of "500万"; `undefined` for bare ones. */
export const writtenUnit = (text: string): AmountUnit | undefined =>
  readWrittenNumber(amountAlphabet(foldText(text)))?.unit;

/** `null` when two currencies are written that are not the same. */
function currencyOf(
  before: string | undefined,
  after: string | undefined,
): string | undefined | null {
  const first = before === undefined ? undefined : ownValue(CURRENCY_WORDS, before);
  const second = after === undefined ? undefined : ownValue(CURRENCY_WORDS, after);
  if (first !== undefined && second !== undefined && first !== second) return null;
  return first ?? second;
}

function compoundNumber([, head = '', four, thousands]: RegExpExecArray):
  WrittenNumber | undefined {
  const first = readWrittenNumber(head);
  if (first === undefined || first.unit !== undefined || !first.value.isInteger()) return undefined;
  const rest = four === undefined ? new Decimal(thousands ?? 0).times(1000) : new Decimal(four);
  const yuan = first.value.abs().times(10000).plus(rest);
  return {
    value: first.value.isNegative() ? yuan.negated() : yuan,
    unit: 'yuan',
    currency: first.currency,
    toTheFen: false,
  };
}

/** Whether a cell of a currency column means the yuan: CNY, 人民币元, "CNY (人民币)". */
export const isYuan = (currency: string): boolean =>
  /^(?:cny|rmb|人民币|人民币元|rmb元|元|¥|cn¥|yuan|(?:cny|rmb|人民币)\(.*\))$/.test(
    foldKey(currency),
  );
