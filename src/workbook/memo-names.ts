import { MOST_MEMO_PIECES } from '#domain/bounds.ts';
import { decodeFromName, encodeForName } from './mark-name.ts';
import { textPrint } from './text-print.ts';

/**
 * Small texts kept as hidden names of the workbook, which every program that writes workbooks
 * keeps: a name of the memo's own with the count and print of its pieces, and a name a piece, each
 * a string that a formula puts together: ="…"&"…".
 */
const PREFIX = 'RebateRadar_memo_';

/** A string in a formula holds 255 characters, a formula 8,192: quotes take three, others one. */
const STRING = /[\s\S]{1,120}/gu;
const PIECE = /[\s\S]{1,2400}/gu;
/** Longer texts are not kept in names. */
const MOST_PIECES = 200;

export interface MemoName {
  readonly name: string;
  /** With its "=". */
  readonly refersTo: string;
}

export const isMemoName = (name: string): boolean => name.startsWith(PREFIX);
export const memoHeadName = (key: string): string => PREFIX + encodeForName(key);
export const memoPieceName = (key: string, at: number): string => `${memoHeadName(key)}__${at}`;

/** The head first; none for a text that is empty or too long. */
export function namesOfMemo(key: string, text: string): readonly MemoName[] {
  const pieces = JSON.stringify(text).slice(1, -1).match(PIECE) ?? [];
  if (text === '' || pieces.length > MOST_PIECES) return [];
  return [
    { name: memoHeadName(key), refersTo: formula(`${pieces.length} ${textPrint(text)}`) },
    ...pieces.map((piece, at) => ({ name: memoPieceName(key, at), refersTo: formula(piece) })),
  ];
}

/** How many pieces a head speaks of; 0 when it is none. */
export function piecesOfHead(refersTo: string): number {
  const count = Number(textOf(refersTo).split(' ')[0]);
  return Number.isInteger(count) && count > 0 && count <= MOST_MEMO_PIECES ? count : 0;
}

/** Null when it was not kept whole. */
export function memoOfNames(head: string, pieces: readonly string[]): string | null {
  try {
    const text: unknown = JSON.parse(`"${pieces.map(textOf).join('')}"`);
    return typeof text === 'string' && textPrint(text) === textOf(head).split(' ')[1] ? text : null;
  } catch {
    return null;
  }
}

/** Every memo that a workbook's names keep whole, by its key. */
export function memosInNames(names: readonly MemoName[]): ReadonlyMap<string, string> {
  const ours = new Map(
    names.filter(({ name }) => isMemoName(name)).map(({ name, refersTo }) => [name, refersTo]),
  );
  const memos = new Map<string, string>();
  for (const [name, head] of ours) {
    if (/__\d+$/.test(name)) continue;
    const key = decodeFromName(name.slice(PREFIX.length));
    const pieces = Array.from(
      { length: piecesOfHead(head) },
      (_, at) => ours.get(memoPieceName(key, at)) ?? '',
    );
    const text = memoOfNames(head, pieces);
    if (text !== null && pieces.length > 0) memos.set(key, text);
  }
  return memos;
}

const formula = (text: string): string =>
  `=${(text.match(STRING) ?? []).map((part) => `"${part.replaceAll('"', '""')}"`).join('&')}`;

const textOf = (refersTo: string): string =>
  [...refersTo.matchAll(/"((?:[^"]|"")*)"/g)]
    .map(([, part = '']) => part.replaceAll('""', '"'))
    .join('');
