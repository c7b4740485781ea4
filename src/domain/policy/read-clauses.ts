import { MOST_LAG_WINDOWS, LONGEST_HEADER } from '../bounds.ts';
import { Decimal, ONE } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import { foldKey } from '../reading/fold-text.ts';
import type { AmountUnit } from '../reading/number-text.ts';
import { type Result, fail, ok } from '../result.ts';
import type { Cell } from '../sheet.ts';
import type { PolicyFact } from './policy.facts.ts';
import type { BaselineSource, Component, Lag, Refund } from './policy.ts';
import { readYuan, typedText } from './read-cells.ts';
import { readWord } from './read-words.ts';
import { pattern } from '../pattern.ts';

type Read<T> = Result<T, PolicyFact>;

/** A baseline in fen, or where it comes from window by window. */
export type Baseline =
  | { readonly kind: 'fixed'; readonly amount: Decimal }
  | { readonly kind: 'from'; readonly source: BaselineSource };

/** 800000 · 去年同期 · 上期×1.1 · 目标 年度目标 · last year x110%. */
export function readBaseline(cell: Cell, unit: AmountUnit): Read<Baseline> {
  const typed = typedText(cell);
  const match =
    typed.length > LONGEST_HEADER
      ? null
      : /^(.*?)\s*[×x*✕]\s*(\d+(?:\.\d+)?)(%)?$/i.exec(factorLast(typed));
  const factor = match === null ? ONE : new Decimal(match[2] ?? '').div(match[3] ? 100 : 1);
  const body = match === null ? typed : (match[1] ?? '');
  const kind = pastOf(foldKey(body));
  if (kind !== undefined)
    return ok({ kind: 'from', source: { kind, name: '', factor, text: typed } });
  const target = /^(?:目标|target)\s*(?:[:：]\s*)?(\S.*)$/i.exec(body);
  if (target !== null)
    return ok({
      kind: 'from',
      source: { kind: 'target', name: (target[1] ?? '').trim(), factor, text: typed },
    });
  const amount = readYuan(match === null ? cell : body, 'baseline', unit);
  return amount.ok
    ? ok({ kind: 'fixed', amount: factor.times(amount.value) })
    : fail({ code: 'policy.baseline-unreadable', typed });
}

/** 110%×去年同期 · 去年同期的110% · 110% of last year, with the factor behind. */
const factorLast = (typed: string): string =>
  typed
    .replace(/^(\d+(?:\.\d+)?%?)\s*[×x*✕]\s*(?=\D)(.+)$/i, '$2×$1')
    .replace(/^(\d+(?:\.\d+)?%)\s*of\s+(.+)$/i, '$2×$1')
    .replace(/^(\D+?)\s*的\s*(\d+(?:\.\d+)?%)$/, '$1×$2');

function pastOf(key: string): 'last-year' | 'previous' | undefined {
  if (/^(?:去年同期|上年同期|同比|lastyear|sameperiodlastyear|prioryear|yoy)$/.test(key))
    return 'last-year';
  return /^(?:上期|上一期|上个周期|环比|previous|previousperiod|priorperiod)$/.test(key)
    ? 'previous'
    : undefined;
}

export const readRefund = (cell: Cell): Read<Refund> =>
  readWord<Refund>(cell, 'refund', [
    [
      'on-its-day',
      '按退款日',
      'on its day',
      '退款日',
      '按退款日期',
      '当期',
      'refund date',
      '当期冲减',
      '冲减当期',
      '从当期扣减',
      'current period',
    ],
    [
      'original-rate',
      '按原单比例',
      'original rate',
      '原单比例',
      '按原比例',
      '原比例',
      '原比例扣回',
      '按原比例扣回',
      '按原返点扣回',
      '按原返点率追回',
      'at the original rate',
    ],
    [
      'restate',
      '按原期重算',
      'restate',
      '原期重算',
      '重算',
      '按原期',
      '追溯重算',
      '重算原期',
      '追溯原期',
      'restated',
    ],
  ]);

const MONTHS = pattern()`
  ^(\d{1,3}|[一二两三四五六七八九十]{1,2})(个?月内?|m|mo|months?|个?季度?|quarters?|年内?|y
  |years?)?$
`;

/** 6月 · 6个月 · 半年 · 1年 · 6 months: whole months. */
export function readMonths(cell: Cell): Read<number> {
  const typed = typedText(cell);
  const key = foldKey(typed);
  if (/^(?:半年|half(?:a)?year)$/.test(key)) return ok(6);
  if (/^(?:无|没有|不追回|none|no)$/.test(key)) return ok(0);
  const match = MONTHS.exec(key);
  const count = match === null ? NaN : countOf(match[1] ?? '');
  if (match === null || Number.isNaN(count))
    return fail({ code: 'policy.months-unreadable', typed });
  const unit = match[2] ?? '';
  return ok(count * (/^(?:年|y)/.test(unit) ? 12 : /季|^q/.test(unit) ? 3 : 1));
}

function countOf(text: string): number {
  if (/\d/.test(text)) return Number(text);
  const numeral = text === '两' ? 2 : NUMERALS.indexOf(text);
  return numeral < 0 ? NaN : numeral;
}

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** 本期 · 上期 · 近3期 · last 3. */
export function readLag(cell: Cell): Read<Lag> {
  const typed = typedText(cell);
  const key = foldKey(typed);
  if (/^(?:本期|当期|current)$/.test(key)) return ok({ kind: 'current' });
  if (/^(?:上期|上一期|previous)$/.test(key)) return ok({ kind: 'previous' });
  const digits =
    /^(?:近|最近|last)(\d{1,2}|[一二三四五六七八九十]{1,2})(?:期|个周期|periods?)?$/.exec(key)?.[1];
  const windows = digits === undefined ? NaN : countOf(digits);
  return windows >= 1 && windows <= MOST_LAG_WINDOWS
    ? ok(windows === 1 ? { kind: 'current' } : { kind: 'last', windows })
    : fail({
        code: 'policy.word-unknown',
        column: 'lag',
        typed,
        choices: [
          { zh: '本期', en: 'current' },
          { zh: '上期', en: 'previous' },
          { zh: '近3期', en: 'last 3' },
        ],
      });
}

/** 推广 8万: the name of the group, then the amount. */
export function readGroupCap(
  cell: Cell,
  unit: AmountUnit,
): Read<{ readonly group: string; readonly amount: Fen }> {
  const typed = typedText(cell);
  const match = typed.length > LONGEST_HEADER ? null : /^(.*\S)\s*[:：\s]\s*(\S+)$/.exec(typed);
  const amount = match === null ? undefined : readYuan(match[2] ?? '', 'groupCap', unit);
  return match !== null && amount?.ok === true
    ? ok({
        group: (match[1] ?? '')
          .trim()
          .replace(/[:：]$/, '')
          .trim(),
        amount: amount.value,
      })
    : fail({ code: 'policy.group-cap-unreadable', typed });
}

/** 伙伴 is the partner as one; anything else is a header of the ledger. */
export function readPer(cell: Cell, cellName: string): Read<Component['per']> {
  const typed = typedText(cell);
  if (/^(?:伙伴|合作伙伴|代理商?|partner)$/.test(foldKey(typed))) return ok(null);
  // 每客户 and per customer name the header 客户 and customer.
  const header = typed.replace(/^(?:[按单](?=客户)|按?每个?|(?:per|each)\s+)(?=\S)/i, '');
  return ok({ header, cell: cellName });
}
