import { LONGEST_SHOWN } from '#domain/bounds.ts';

/** One sentence a code: a fact that a language cannot say does not compile. */
export type Sentences<F extends { readonly code: string }> = {
  readonly [C in F['code']]: (fact: Extract<F, { readonly code: C }>) => string;
};

/** Fixed words, typed from the English ones: a missing or an extra key does not compile. */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Words<T[K]>;
};

/** The beginning and the end of a text that is too long to be shown. */
const shown = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== 'string' || value.length <= LONGEST_SHOWN) return value;
  const characters = [...value];
  return [...characters.slice(0, 120), '…', ...characters.slice(-40)].join('');
};

/** The sentence of a fact. */
export function sentenceOf<F extends { readonly code: string }>(
  sentences: Sentences<F>,
  fact: F,
): string {
  const say = sentences[fact.code as F['code']] as unknown as (fact: F) => string;
  return say(
    Object.fromEntries(Object.entries(fact).map(([key, value]) => [key, shown(value)])) as F,
  );
}
