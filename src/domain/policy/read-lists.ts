import { LONGEST_HEADER } from '../bounds.ts';
import { categoryKey } from '../catalog/category.ts';
import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import { isFigure } from '../reading/figure.ts';
import { foldKey } from '../reading/fold-text.ts';
import { fail, ok } from '../result.ts';
import type { Cell } from '../sheet.ts';
import type { PolicyColumn } from './columns.ts';
import type { PolicyFact } from './policy.facts.ts';
import { withoutExamples } from './product-examples.ts';
import type { Categories, Counts, Stack } from './policy.ts';
import { type Read, typedText } from './read-cells.ts';
import { pattern } from '../pattern.ts';

const LIST = /[、,，;；/|]+/;

/** Every sale counts, whatever its category; folded. */
export const ALL_WORDS = [
  '全部',
  '所有',
  '全部类别',
  '所有类别',
  '全部产品',
  '所有产品',
  '全线产品',
  '全系列',
  '全品类',
  '不限',
  'all',
  'any',
  'allproducts',
  'allcategories',
] as const;
const ALL: ReadonlySet<string> = new Set(ALL_WORDS);

const isAllWord = (text: string): boolean => ALL.has(foldKey(text));

/** 除CDN外 · 全部(不含安全) · all except Security: a list names what is in it, not what is not. */
const EXCEPT = pattern('i')`
  ^除.+外|^(?:不含|不包括|排除|剔除).|除外\)?$|[(](?:除|不含|不包括|excl)|^(?:all|everything
  |any)\b.*\b(?:except|but|excl|excluding|without)\b|^(?:except|excl|excluding)\b
`;

function exceptionIn(typed: string, column: PolicyColumn): PolicyFact | undefined {
  const isException = [typed, ...typed.split(LIST)].some((part) => EXCEPT.test(part.trim()));
  return isException ? { code: 'policy.list-excepts', column, typed } : undefined;
}

/** 全部 / all and nothing else. */
export const isAll = (cell: Cell): boolean => isAllWord(typedText(cell));

/** 全部 or a list of names. */
export function readCategories(cell: Cell): Read<Categories> {
  const exception = exceptionIn(typedText(cell), 'categories');
  if (exception !== undefined) return fail(exception);
  const names = withoutExamples(typedText(cell))
    .split(LIST)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return ok(
    names.length === 0 || names.some(isAllWord)
      ? 'all'
      : Object.fromEntries(names.map((name) => [categoryKey(name), name])),
  );
}

/** 全部, or names each with an optional weight: 安全×1.5. */
export function readCounts(cell: Cell): Read<Counts> {
  const exception = exceptionIn(typedText(cell), 'counts');
  if (exception !== undefined) return fail(exception);
  const weights = new Map<string, Decimal>();
  const parts = withoutExamples(typedText(cell))
    .split(LIST)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  let others = parts.length === 0 ? ONE : ZERO;
  let weighted = '';
  for (const part of parts) {
    // 安全×1,5 is no list of 安全×1 and of a category 5.
    if (weighted !== '' && isFigure(part))
      return fail({ code: 'policy.weight-unreadable', typed: `${weighted},${part}` });
    const match =
      part.length > LONGEST_HEADER ? null : /^(.*?)(?:\s*[×x*✕]\s*(\d+(?:\.\d+)?%?))?$/i.exec(part);
    const name = (match?.[1] ?? part).trim();
    if (match?.[2] === undefined && LOOKS_WEIGHTED.test(part))
      return fail({ code: 'policy.weight-unreadable', typed: part });
    const weight = weightOf(match?.[2]);
    weighted = match?.[2] === undefined ? '' : part;
    if (isAllWord(name)) others = weight;
    else weights.set(categoryKey(name), weight);
  }
  return ok({ weights: Object.fromEntries(weights), others });
}

/** 1.5×安全 · 安全1.5倍 · 安全 150% · 安全:1.5 · 安全(1.5): a weight that is no part of a name. */
const LOOKS_WEIGHTED = /[×*✕]|倍$|\d%$|[:：(]\s*\d+(?:\.\d+)?\)?$/;

const weightOf = (text: string | undefined): Decimal =>
  text === undefined
    ? ONE
    : text.endsWith('%')
      ? new Decimal(text.slice(0, -1)).div(100)
      : new Decimal(text);

/** 叠加 / add, or 取高 GROUP / highest GROUP. */
export function readStack(cell: Cell): Read<Stack> {
  const typed = typedText(cell);
  if (/^(可?叠加|累加|add|stack)$/i.test(typed)) return ok({ kind: 'add' });
  const topUp = /^(?:补足|补差至|top\s*-?up)\s*(?:[:：]\s*)?(\S.*)$/i.exec(typed);
  if (topUp !== null)
    return ok({
      kind: 'top-up',
      components: (topUp[1] ?? '')
        .split(LIST)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    });
  const match = /^(?:取高|择高|就高|highest|max|best of)\s*(?:[:：]\s*)?(\S.*)?$/i.exec(typed);
  return match
    ? ok({ kind: 'highest', group: (match[1] ?? '').trim() })
    : fail({
        code: 'policy.word-unknown',
        column: 'stack',
        typed,
        choices: [
          { zh: '叠加', en: 'add' },
          { zh: '取高 A', en: 'highest A' },
          { zh: '补足 季度', en: 'top up Quarter' },
        ],
      });
}
