import type { SwitchName } from './switches.ts';

/** How a fact of Excel's public record is met. */
export type Proof =
  /** The whole story of the pane runs with this switch on. */
  | { readonly kind: 'story'; readonly switch: SwitchName }
  /** A test of its own, by its file. */
  | { readonly kind: 'test'; readonly file: string }
  /** Only a real Excel can tell; the number on the page for it. */
  | { readonly kind: 'real'; readonly number: number }
  /** Out of the hands of an add-in; the outcome says what is done all the same. */
  | { readonly kind: 'theirs' };

export interface RecordEntry {
  readonly fact: { readonly zh: string; readonly en: string };
  readonly source: string;
  readonly outcome: { readonly zh: string; readonly en: string };
  readonly proof: Proof;
}

export const story = (name: SwitchName): Proof => ({ kind: 'story', switch: name });
export const test = (file: string): Proof => ({ kind: 'test', file });
export const real = (number: number): Proof => ({ kind: 'real', number });
export const theirs: Proof = { kind: 'theirs' };
export const entry = (
  zh: string,
  en: string,
  source: string,
  outcomeZh: string,
  outcomeEn: string,
  proof: Proof,
): RecordEntry => ({
  fact: { zh, en },
  source,
  outcome: { zh: outcomeZh, en: outcomeEn },
  proof,
});
