import { MOST_KEPT_PIECES, MOST_NAME_PIECES } from '#domain/bounds.ts';
import { decodeFromName, encodeForName } from './own-sheet-mark.ts';
import { textFingerprint } from './text-fingerprint.ts';

/**
 * Small texts kept as hidden names of the workbook, which every program that writes workbooks
 * keeps: a name of the kept text's own with the count and print of its pieces, and a name a piece,
 * each a string that a formula puts together: ="…"&"…".
 */
const PREFIX = 'RebateRadar_memo_';

/** A string in a formula holds 255 characters, a formula 8,192: quotes take three, others one. */
const STRING = /[\s\S]{1,120}/gu;
const PIECE = /[\s\S]{1,2400}/gu;

interface KeptTextName {
  readonly name: string;
  /** With its "=". */
  readonly refersTo: string;
}

export const isKeptTextName = (name: string): boolean => name.startsWith(PREFIX);
export const keptHeadName = (key: string): string => PREFIX + encodeForName(key);
export const keptPieceName = (key: string, at: number): string => `${keptHeadName(key)}__${at}`;

/** The head first; none for a text that is empty or too long. */
export function namesOfKeptText(key: string, text: string): readonly KeptTextName[] {
  const pieces = JSON.stringify(text).slice(1, -1).match(PIECE) ?? [];
  if (text === '' || pieces.length > MOST_NAME_PIECES) return [];
  return [
    { name: keptHeadName(key), refersTo: formula(`${pieces.length} ${textFingerprint(text)}`) },
    ...pieces.map((piece, at) => ({ name: keptPieceName(key, at), refersTo: formula(piece) })),
  ];
}

/** How many pieces a head speaks of; 0 when it is none. */
export function piecesOfHead(refersTo: string): number {
  const count = Number(textOf(refersTo).split(' ')[0]);
  return Number.isInteger(count) && count > 0 && count <= MOST_KEPT_PIECES ? count : 0;
}

/** Null when it was not kept whole. */
export function keptTextOfNames(head: string, pieces: readonly string[]): string | null {
  try {
    const text: unknown = JSON.parse(`"${pieces.map(textOf).join('')}"`);
    return typeof text === 'string' && textFingerprint(text) === textOf(head).split(' ')[1]
      ? text
      : null;
  } catch {
    return null;
  }
}

/** Every kept text that a workbook's names keep whole, by its key. */
export function keptTextsInNames(names: readonly KeptTextName[]): ReadonlyMap<string, string> {
  const ours = new Map(
    names.filter(({ name }) => isKeptTextName(name)).map(({ name, refersTo }) => [name, refersTo]),
  );
  const texts = new Map<string, string>();
  for (const [name, head] of ours) {
    if (/__\d+$/.test(name)) continue;
    const key = decodeFromName(name.slice(PREFIX.length));
    const pieces = Array.from(
      { length: piecesOfHead(head) },
      (_, at) => ours.get(keptPieceName(key, at)) ?? '',
    );
    const text = keptTextOfNames(head, pieces);
    if (text !== null && pieces.length > 0) texts.set(key, text);
  }
  return texts;
}

const formula = (text: string): string =>
  `=${(text.match(STRING) ?? []).map((part) => `"${part.replaceAll('"', '""')}"`).join('&')}`;

const textOf = (refersTo: string): string =>
  [...refersTo.matchAll(/"((?:[^"]|"")*)"/g)]
    .map(([, part = '']) => part.replaceAll('""', '"'))
    .join('');
