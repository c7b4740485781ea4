import { LONGEST_HEADER, LONGEST_KNOWN_HEADER, MOST_HEADERS_KEPT } from '../bounds.ts';
import { foldKey, foldText } from './fold-text.ts';
import { HEADER_WORDS } from './header-words.ts';
import { AMOUNT_ROLES, type HeaderRole } from './header-roles.ts';
import { HEADER_PATTERNS } from './header-patterns.ts';
import type { LedgerField } from './ledger-fields.ts';
import type { AmountUnit } from './number-text.ts';
import { simplified } from './simplified.ts';
import { pattern } from '../pattern.ts';

/** A header cell, understood. */
export interface HeaderMeaning {
  readonly role: HeaderRole;
  /** Smaller is more telling: 产品名称 before 应用名称 when a sheet has both. */
  readonly rank: number;
  /** Unit written in the header: 金额(万元). */
  readonly unit?: AmountUnit;
  /** Currency written in the header when it is not the yuan: 金额(美元). */
  readonly currency?: string;
}

/** Unit and currency as headers and lines above the table write them. */
export interface MoneyNote {
  readonly unit?: AmountUnit;
  readonly currency?: string;
}

type Ranked = Pick<HeaderMeaning, 'role' | 'rank'>;

const PATTERN_RANK = 1000;

const ROLE_OF_WORD = new Map<string, Ranked>();

for (const [role, words] of Object.entries(HEADER_WORDS) as [HeaderRole, string][]) {
  for (const [rank, word] of words.split(' ').entries())
    if (!ROLE_OF_WORD.has(word)) ROLE_OF_WORD.set(word, { role, rank });
}

const NOTES: readonly (readonly [RegExp, MoneyNote])[] = [
  [
    pattern()`
    ^(?:单位)?(?:rmb|cny|人民币|¥)?(?:万元|万|w|万人民币|10k|10k(?:rmb|cny|yuan)|(?:rmb|cny
    |¥)?10,?000|'?0000|(?:rmb|cny)?tenthousand(?:yuan|rmb|cny)?|10,?000(?:rmb|cny|yuan))$
  `,
    { unit: 'wan' },
  ],
  [
    pattern()`
    ^(?:单位)?(?:rmb|cny|人民币)?(?:[千仟]元?|k|'000|000s?|thousands?|(?:rmb|cny|¥)'?000)(?:rmb|cny
    |yuan)?$
  `,
    { unit: 'thousand' },
  ],
  [
    /^(?:单位)?(?:rmb|cny|人民币)?(?:[百佰]万元?|millions?|mn|m)(?:rmb|cny|yuan)?$/,
    { unit: 'million' },
  ],
  [/^(?:单位)?(?:亿元?)$/, { unit: 'yi' }],
  [/^(?:单位)?(?:分|fen|cents?)$/, { unit: 'fen' }],
  [
    pattern()`
    ^(?:单位)?(?:人民币)?(?:元|rmb|cny|yuan|人民币|¥|rmb元|cny元|人民币元|元人民币|元\/年|含税,?元
    |元,?含税)$
  `,
    { unit: 'yuan' },
  ],
  [/^(?:usd|us\$|\$|美元|美金)$/, { currency: 'USD' }],
  [/^(?:hkd|hk\$|港币|港元)$/, { currency: 'HKD' }],
  [/^(?:eur|€|欧元)$/, { currency: 'EUR' }],
];

/**
 * "元", "万元", "RMB 10,000", "USD": what it says about money; `undefined` when it is something
 * else.
 */
export function moneyNote(text: string): MoneyNote | undefined {
  const key = simplified(
    foldText(text)
      .toLowerCase()
      .replace(/[\s:_]/g, ''),
  );
  return noteOf(key) ?? scaledNote(key);
}

const noteOf = (key: string): MoneyNote | undefined =>
  NOTES.find(([pattern]) => pattern.test(key))?.[1];

const SIGN = 'usd|us\\$|hkd|hk\\$|\\$|eur|€|gbp|£|美元|美金|港币|欧元';
const SIGN_FIRST = new RegExp(`^(${SIGN})(.+)$`);
const SIGN_LAST = new RegExp(`^(.+?)(${SIGN})$`);

/** $K, US$'000, 万美元: other money and how many of it, whatever the figure then is. */
function scaledNote(key: string): MoneyNote | undefined {
  const [, sign = '', scale = ''] = SIGN_FIRST.exec(key) ?? [];
  const [, scaleFirst = '', signLast = ''] = SIGN_LAST.exec(key) ?? [];
  const unit = noteOf(scale || scaleFirst);
  if (unit?.unit === undefined) return undefined;
  return { ...unit, currency: noteOf(sign || signLast)?.currency ?? 'GBP' };
}

/** A header's words without its note in brackets; nothing of a text too long to be a header. */
export const headerKey = (text: string): string =>
  text.length > LONGEST_HEADER ? '' : foldKey(text).replace(/\(.*\)/, '');

const known = new Map<string, HeaderMeaning | null>();

/** What a header means, in either language or a vendor's export; `undefined` when nobody knows. */
export function headerMeaning(text: string): HeaderMeaning | undefined {
  const before = known.get(text);
  if (before !== undefined) return before ?? undefined;
  const meaning = text.length > LONGEST_KNOWN_HEADER ? undefined : interpret(text);
  if (known.size >= MOST_HEADERS_KEPT) known.clear();
  known.set(text, meaning ?? null);
  return meaning;
}

/** The ledger field a header fills, and the unit of its numbers where the header says so. */
export function fieldOfHeader(
  text: string,
): { readonly field: LedgerField; readonly unit?: AmountUnit } | undefined {
  const meaning = headerMeaning(text);
  const field = meaning && fieldOfRole(meaning.role);
  if (meaning === undefined || field === undefined) return undefined;
  return meaning.unit === undefined ? { field } : { field, unit: meaning.unit };
}

export function fieldOfRole(role: HeaderRole): LedgerField | undefined {
  switch (role) {
    case 'cashPaid':
    case 'payable':
    case 'netAmount':
      return 'amount';
    case 'ordered':
    case 'listPrice':
      return 'listAmount';
    case 'orderNumber':
    case 'contractNumber':
      return 'orderId';
    case 'signingDay':
    case 'orderDay':
      return 'signedOn';
    case 'payStatus':
    case 'refundStatus':
      return 'status';
    case 'refundNumber':
      return 'orderId';
    case 'refundDay':
      return 'paidOn';
    case 'refundAmount':
    case 'moneyIn':
    case 'moneyOut':
      return 'amount';
    case 'prepaidCard':
    case 'subOrderId':
    case 'currency':
    case 'exchangeRate':
    case 'direction':
    case 'isValid':
    case 'isDone':
    case 'isCalledOff':
    case 'moneyUnit':
    case 'instalment':
    case 'ignored':
      return undefined;
    default:
      return role;
  }
}

export const isAmountRole = (role: HeaderRole): boolean =>
  (AMOUNT_ROLES as readonly HeaderRole[]).includes(role);

/** Letters and figures only, lower case: the form of `HEADER_WORDS`. */
const wordKey = (text: string): string =>
  simplified(text.toLowerCase().replace(/[\s*:_.,;"'、·\-]/g, ''));

function interpret(text: string): HeaderMeaning | undefined {
  const folded = foldText(text);
  const inside = [...folded.matchAll(/[([{【]([^)\]}】]*)[)\]}】]/g)].map(
    (match) => match[1] ?? '',
  );
  let outside = folded.replace(/[([{【][^)\]}】]*[)\]}】]/g, '');
  const tail = /(?:[:,/ _]|^)((?:rmb|cny|usd|hkd|eur)?[^:,/ _]*)$/i.exec(outside)?.[1] ?? '';
  if (tail !== '' && tail !== outside && moneyNote(tail)) {
    inside.push(tail);
    outside = outside.slice(0, -tail.length).replace(/单位[:：]?$/, '');
  }
  const notes = inside.map(moneyNote).filter((note) => note !== undefined);
  const words = inside.filter((part) => !moneyNote(part)).map(wordKey);
  const ranked = roleOf(wordKey(outside), words);
  const said: MoneyNote[] = IN_FEN.has(wordKey(outside)) ? [{ unit: 'fen' }, ...notes] : notes;
  return ranked && Object.assign({}, ranked, ...said);
}

/**
 * Columns of payment interfaces that are defined in fen (Tencent Cloud's channel bills, WeChat
 * Pay), whatever else the sheet says.
 */
const IN_FEN = new Set(['amt', 'monthsales', 'quartersales', 'totalfee', 'cashfee', 'refundfee']);

/**
 * A word in brackets may belong to the header, 金额(实付); otherwise it only explains it,
 * 实付金额(含税).
 */
function roleOf(main: string, inside: readonly string[]): Ranked | undefined {
  for (const word of inside) {
    const joined = ROLE_OF_WORD.get(word + main) ?? ROLE_OF_WORD.get(main + word);
    if (joined !== undefined) return joined;
  }
  const role = ROLE_OF_WORD.get(main) ?? ROLE_OF_WORD.get(main.replace(/\/$|^lineitem\//g, ''));
  if (role !== undefined) return role;
  const pattern =
    main.length > 20 ? undefined : HEADER_PATTERNS.find(([words]) => words.test(main));
  return pattern ? { role: pattern[1], rank: PATTERN_RANK } : inBothLanguages(main, inside);
}

/**
 * "Order ID 订单号": each half is a header by itself. Where they say different things the Chinese
 * one holds; where only one of them is known (ECS金额) the other may change its meaning.
 */
function inBothLanguages(main: string, inside: readonly string[]): Ranked | undefined {
  const [, latin = '', han = ''] =
    /^([a-z][a-z0-9#]*)([\u4e00-\u9fff]+)$/.exec(main.replace(/\//g, '')) ?? [];
  const [, before = '', after = ''] =
    /^([\u4e00-\u9fff]+)([a-z][a-z0-9#]*)$/.exec(main.replace(/\//g, '')) ?? [];
  const [chinese, english] = han === '' ? [before, after] : [han, latin];
  if (chinese === '' || english === '') return undefined;
  return roleOf(english, []) === undefined ? undefined : roleOf(chinese, inside);
}
