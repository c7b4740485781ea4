import { LONGEST_FORMULA } from '#domain/bounds.ts';
import type { CellBlock } from '#domain/sheet.ts';
import { parseRange } from '../read/cell-text.ts';

/** A piece of a formula. */
export type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | ({ readonly kind: 'cells' } & CellBlock)
  /** The table's column in the formula's own row. */
  | { readonly kind: 'field'; readonly table: string; readonly header: string }
  | { readonly kind: 'function'; readonly name: 'IF' | 'ROUND' | 'SUM' }
  | { readonly kind: 'sign'; readonly sign: string }
  /** Anything else: no formula that is understood has one. */
  | { readonly kind: 'sign'; readonly sign: 'other' };

const PIECES = new RegExp(
  [
    String.raw`\s+`,
    String.raw`(?<number>\d+(?:\.\d+)?(?:E[+-]?\d+)?|\.\d+)(?![\w.:!])`,
    String.raw`"(?<text>(?:[^"]|"")*)"`,
    String.raw`(?<function>IF|ROUND|SUM)\(`,
    String.raw`(?<cells>\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\w.(![])`,
    String.raw`(?<table>[\p{L}_\\][\p{L}\p{N}_.\\]*)\[\[#This Row\],\[(?<header>[^[\]'#@]+)\]\]`,
    String.raw`(?<sign><>|<=|>=|[-+*/&=<>%(),])`,
  ].join('|'),
  'iuy',
);

/** The pieces of a formula; where it has one that is not understood, that is the last. */
export function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  const other = (): readonly Token[] => [...tokens, { kind: 'sign', sign: 'other' }];
  if (formula.length > LONGEST_FORMULA) return other();
  for (let at = 0; at < formula.length;) {
    PIECES.lastIndex = at;
    const match = PIECES.exec(formula);
    if (match === null) return other();
    at = PIECES.lastIndex;
    const token = tokenOf(match.groups ?? {});
    if (token !== null) tokens.push(token);
  }
  return tokens;
}

/** Null for blanks. */
function tokenOf(groups: { readonly [name: string]: string | undefined }): Token | null {
  const { number, text, cells, table, header, sign } = groups;
  if (number !== undefined) return { kind: 'number', value: Number(number) };
  if (text !== undefined) return { kind: 'text', value: text.replaceAll('""', '"') };
  if (groups['function'] !== undefined) return functionOf(groups['function'].toUpperCase());
  if (table !== undefined) return { kind: 'field', table, header: header ?? '' };
  if (sign !== undefined) return { kind: 'sign', sign };
  if (cells === undefined) return null;
  const block = parseRange(cells.toUpperCase());
  return block === null ? { kind: 'sign', sign: 'other' } : { kind: 'cells', ...block };
}

const functionOf = (name: string): Token =>
  name === 'IF' || name === 'ROUND' || name === 'SUM'
    ? { kind: 'function', name }
    : { kind: 'sign', sign: 'other' };
