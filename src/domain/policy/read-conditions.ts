import { LARGEST_ARGUMENT } from '../bounds.ts';
import { LONGEST_LIST } from '../bounds.ts';
import { Decimal } from '../money/decimal.ts';
import { foldKey } from '../reading/fold-text.ts';
import { parseAmount } from '../reading/parse-amount.ts';
import { parseRate } from '../reading/parse-rate.ts';
import { type Result, fail, ok } from '../result.ts';
import type { Cell } from '../sheet.ts';
import type { PolicyColumn } from './columns.ts';
import type { PolicyFact } from './policy.facts.ts';
import type { Condition, Conditions, Gate, GateTerm, Measure } from './policy.ts';
import { typedText } from './read-cells.ts';

type Read<T> = Result<T, PolicyFact>;

/**
 * 且 / and, but only before a field with an operator or one of the two words: a value such as
 * "Research and Development" stays whole.
 */
const AND = '(?:\\s*(?:并且|且|同时|&&?)\\s*|\\s+and\\s+)';
const FIELD = '(?:(?!并且|且|同时|&|\\sand\\s)[^=≠!<>])+?\\s*(?:=|≠|!=|<>)';
const WORD = '首单|first\\s*order|新客|new\\s*customer';
const SPLIT_CONDITIONS = new RegExp(`${AND}(?=${FIELD}|${WORD})`, 'i');

/** 订单类型=新购、续费 且 区域≠上海 · 首单 · 新客(12月). */
export function readConditions(
  cell: Cell,
  column: Extract<PolicyColumn, 'where' | 'countsWhere'>,
  cellName: string,
): Read<Conditions> {
  const typed = typedText(cell);
  const terms: Condition[] = [];
  for (const part of typed.split(SPLIT_CONDITIONS)) {
    const term = readCondition(part.trim());
    if (term === undefined)
      return fail({ code: 'policy.where-unreadable', column, typed: part.trim() });
    terms.push(term);
  }
  return ok({ terms, text: typed, cell: cellName });
}

const VALUES = /[、,;|]+|或者?|\sor\s/i;
/** 金额>=10000 compares, 区域=华东 inside a value is a condition of its own: neither is a value. */
const NOT_VALUES = /[=≠<>≥≤]/;

/** `字段=值`: the whole, the field, the sign and the values, as a match gives them. */
function comparison(text: string): readonly [string, string, string, string] | null {
  const sign = /=|≠|!=|<>/.exec(text.slice(1));
  if (sign === null) return null;
  const at = 1 + sign.index;
  const values = text.slice(at + sign[0].length).trimStart();
  return values === '' ? null : [text, text.slice(0, at).trimEnd(), sign[0], values];
}

function readCondition(text: string): Condition | undefined {
  const key = foldKey(text);
  if (/^(?:首单|首购单|firstorder)$/.test(key)) return { kind: 'first-order' };
  const months = newForMonths(key);
  if (months !== undefined) return { kind: 'new-customer', months };
  const match = comparison(text);
  const values = (match?.[3] ?? '')
    .split(VALUES)
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const field = match?.[1] ?? '';
  const isOpen = NOT_VALUES.test(field) || values.some((value) => NOT_VALUES.test(value));
  return match === null || values.length === 0 || isOpen
    ? undefined
    : { kind: 'field', field: field.trim(), not: match[2] !== '=', values };
}

function newForMonths(key: string): number | undefined {
  const match =
    /^(?:新客户?|新户|newcustomers?)\(?(\d{1,3}|半)(个?月|月内|年|m|months?|y|years?)?内?\)?$/.exec(
      key,
    );
  if (match === null || match[2] === undefined) return undefined;
  const years = /^(?:年|y)/.test(match[2]);
  if (match[1] === '半') return years ? 6 : undefined;
  const months = Number(match[1]) * (years ? 12 : 1);
  return months > 0 ? months : undefined;
}

const OPERATOR = '(>=|<=|≥|≤|>|<|=)';
const SPLIT_TERMS = new RegExp(
  `${AND}(?=(?:(?!并且|且|同时|&|\\sand\\s)[^=≥≤<>])+?\\s*${OPERATOR.replace('(', '(?:')})`,
  'i',
);
const SIGNS = new Map<string, GateTerm['operator']>([
  ['>=', '>='],
  ['≥', '>='],
  ['<=', '<='],
  ['≤', '<='],
  ['>', '>'],
  ['<', '<'],
  ['=', '='],
]);

/** Words that compare, the longer ones first: 续费率不低于90% · 新客数达到5个. */
const COMPARING: readonly (readonly [RegExp, string])[] = [
  [/≧|⩾|不低于|不少于|不小于|大于(?:或)?等于|达到|\bat least\b|\bno less than\b/gi, '>='],
  [/≦|⩽|不高于|不超过|不大于|小于(?:或)?等于|\bat most\b|\bno more than\b/gi, '<='],
  [/大于|高于|超过|多于|\b(?:more|greater) than\b|\babove\b/gi, '>'],
  [/小于|低于|少于|\bless than\b|\bbelow\b/gi, '<'],
];
function inSigns(typed: string): string {
  const text = COMPARING.reduce((all, [words, sign]) => all.replace(words, sign), typed);
  // 续费率90%以上
  return text.length > LONGEST_LIST
    ? text
    : text.replace(/((?:^|且|,|，)[^=≥≤<>\d]+)([\d.]+%?)及?以上/g, '$1>=$2');
}

/** 续费率>=90% 且 新客数>=5. */
export function readGate(cell: Cell): Read<Gate> {
  const typed = typedText(cell);
  const terms: GateTerm[] = [];
  for (const part of inSigns(typed).split(SPLIT_TERMS)) {
    const term = readTerm(part.trim());
    if (term === undefined) return fail({ code: 'policy.gate-unreadable', typed: part.trim() });
    terms.push(term);
  }
  return ok({ terms, text: typed });
}

function readTerm(text: string): GateTerm | undefined {
  const match = new RegExp(`^([^=≥≤<>]+?)\\s*${OPERATOR}\\s*([^=≥≤<>]+)$`).exec(text);
  const level = match === null ? undefined : readLevel(match[3] ?? '', null);
  const measure = match === null ? undefined : measureOf(match[1] ?? '');
  if (match === null || level === undefined || measure === undefined) return undefined;
  return {
    measure: measure.kind === 'sales' ? { kind: 'fact', name: (match[1] ?? '').trim() } : measure,
    operator: SIGNS.get(match[2] ?? '') as GateTerm['operator'],
    value: level.value,
    percent: level.percent,
    text,
  };
}

export interface Level {
  readonly value: Decimal;
  readonly percent: boolean;
}

/** A number in the unit of a measure or a fact: 5 · 5个 · 90% · 0.9 · 500万. */
export function readLevel(cell: Cell, format: string | null): Level | undefined {
  const level = levelOf(cell, format);
  return level !== undefined && isExact(level) ? level : undefined;
}

/** A level may be yuan, and is then no larger than an amount. */
export const isExact = ({ value }: Level): boolean => value.times(100).lte(LARGEST_ARGUMENT);

function levelOf(cell: Cell, format: string | null): Level | undefined {
  if (typeof cell === 'number')
    return Number.isFinite(cell) && cell >= 0
      ? { value: new Decimal(cell.toPrecision(15)), percent: format?.includes('%') === true }
      : undefined;
  const text = foldKey(typedText(cell)).replace(
    /(?:个|家|单|户|名|人|次|台|套|项|orders?|customers?|people)$/,
    '',
  );
  if (/(?:%|个点|个百分点)$/.test(text) || /^\d+(?:\.\d+)?(?:点|pts?)$/.test(text)) {
    const rate = parseRate(text);
    return rate.kind === 'rate' && !rate.rate.isNegative()
      ? { value: rate.rate, percent: true }
      : undefined;
  }
  if (/^\d+(?:\.\d+)?$/.test(text)) return { value: new Decimal(text), percent: false };
  const amount = parseAmount(text);
  return amount.kind === 'amount' && amount.amount >= 0
    ? { value: new Decimal(amount.amount).div(100), percent: false }
    : undefined;
}

const COUNTS_OF: readonly (readonly [
  Measure & { kind: 'sales' | 'orders' | 'customers' | 'new-customers' },
  RegExp,
])[] = [
  [{ kind: 'sales' }, /^(?:销售额|销售|业绩|sales)$/],
  [{ kind: 'orders' }, /^(?:订单数量?|单数|orders?|ordercount|numberoforders)$/],
  [{ kind: 'customers' }, /^(?:客户数量?|customers?|customercount|numberofcustomers)$/],
  [{ kind: 'new-customers' }, /^(?:新客数量?|新客户数量?|newcustomers?|newcustomercount)$/],
];

/** What a text measures; any other name is a fact. */
function measureOf(text: string): Measure | undefined {
  const key = foldKey(text);
  const count = COUNTS_OF.find(([, words]) => words.test(key))?.[0];
  if (count !== undefined) return count;
  return named(text) ?? (key === '' ? undefined : { kind: 'fact', name: text.trim() });
}

/** 占比 安全 · share Security · 指标 续费率 · fact RenewalRate. */
function named(text: string): Measure | undefined {
  const match =
    /^\s*(占比|份额|share(?:\s+of)?|指标|fact)(?:\s*[:：]\s*|\s+)(\S.*)$/i.exec(text) ??
    /^\s*(占比|指标)(.+)$/.exec(text.replace(/[()（）]/g, ' '));
  if (match === null) return undefined;
  const name = (match[2] ?? '').trim();
  return /^(?:指标|fact)$/i.test(match[1] ?? '')
    ? { kind: 'fact', name }
    : { kind: 'share', category: name };
}

/** 定档指标: a word of the list, 占比 with a category or 指标 with a name. */
export function readMeasure(cell: Cell): Read<Measure> {
  const typed = typedText(cell);
  const key = foldKey(typed);
  const found = COUNTS_OF.find(([, words]) => words.test(key))?.[0] ?? named(typed);
  return found === undefined
    ? fail({
        code: 'policy.word-unknown',
        column: 'measure',
        typed,
        choices: [
          { zh: '销售额', en: 'sales' },
          { zh: '订单数', en: 'orders' },
          { zh: '客户数', en: 'customers' },
          { zh: '新客数', en: 'new customers' },
          { zh: '占比 安全', en: 'share Security' },
          { zh: '指标 续费率', en: 'fact RenewalRate' },
        ],
      })
    : ok(found);
}
