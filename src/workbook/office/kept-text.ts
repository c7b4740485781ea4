/// <reference types="office-js" />

import { MOST_KEPT_PIECES } from '#domain/bounds.ts';
import { batches } from './areas.ts';
import type { Conversation } from './conversation.ts';
import { inHalves } from './halving.ts';
import { textFingerprint } from '../text-fingerprint.ts';
import {
  isKeptTextName,
  keptHeadName,
  keptTextOfNames,
  keptPieceName,
  namesOfKeptText,
  piecesOfHead,
} from '../kept-text-names.ts';
import { excelCode, isGone, treatmentOf } from './error-table.ts';

/** Settings are small texts: a long kept text is kept in pieces. */
const PIECE = 30_000;

const PIECES_A_REQUEST = 30;

const PREFIX = 'RebateRadar.memo.';

const headKey = (key: string): string => `${PREFIX}${key}`;

const pieceKey = (key: string, at: number): string => `${PREFIX}${key}#${at}`;

interface Head {
  readonly pieces: number;
  readonly print: string;
}

/** What was kept under the key; undefined when nothing was, or when it was not kept whole. */
export async function readKeptText(talk: Conversation, key: string): Promise<string | undefined> {
  const { settings } = talk.context.workbook;
  const head = await talk.step(() => settings.getItemOrNullObject(headKey(key)).load('value'));
  const stated = head.isNullObject ? null : headOf(head.value);
  if (!stated) return readNamedText(talk, key);
  const pieces = await talk.step(() =>
    Array.from({ length: stated.pieces }, (_, at) =>
      settings.getItemOrNullObject(pieceKey(key, at)).load('value'),
    ),
  );
  if (pieces.some((piece) => piece.isNullObject)) return undefined;
  const text = pieces.map((piece) => String(piece.value)).join('');
  return textFingerprint(text) === stated.print ? text : undefined;
}

/**
 * Replaces what is kept under the key, in the settings and in hidden names; "" forgets it. The head
 * goes first and comes last, so that no piece is ever left without one.
 */
export async function writeKeptText(talk: Conversation, key: string, text: string): Promise<void> {
  const { settings } = talk.context.workbook;
  const head = await talk.step(() => settings.getItemOrNullObject(headKey(key)).load('value'));
  const before = head.isNullObject ? 0 : (headOf(head.value)?.pieces ?? 0);
  const pieces = Array.from({ length: Math.ceil(text.length / PIECE) }, (_, at) => ({
    key: pieceKey(key, at),
    text: text.slice(at * PIECE, (at + 1) * PIECE),
  }));
  const old = await talk.step(() =>
    Array.from({ length: before }, (_, at) =>
      settings.getItemOrNullObject(pieceKey(key, at)).load('key'),
    ),
  );
  await talk.step(() => {
    for (const piece of old.slice(pieces.length)) if (!piece.isNullObject) piece.delete();
    if (pieces.length > 0)
      settings.add(
        headKey(key),
        JSON.stringify({ pieces: pieces.length, print: textFingerprint(text) } satisfies Head),
      );
    else if (!head.isNullObject) head.delete();
  });
  for (const batch of batches(pieces, PIECES_A_REQUEST, () => 1)) {
    await inHalves(batch, (part) =>
      talk.step(() => part.forEach((piece) => void settings.add(piece.key, piece.text))),
    );
  }
  await writeNamedText(talk, key, text);
}

/** A kept text is anybody's to edit: what it says of its own length is believed within reason. */
const isCount = (pieces: unknown): pieces is number =>
  typeof pieces === 'number' &&
  Number.isInteger(pieces) &&
  pieces >= 0 &&
  pieces <= MOST_KEPT_PIECES;

export function headOf(value: unknown): Head | null {
  try {
    const head = JSON.parse(String(value)) as Partial<Head>;
    return isCount(head.pieces) && typeof head.print === 'string'
      ? { pieces: head.pieces, print: head.print }
      : null;
  } catch {
    return null;
  }
}

const NAMES_A_REQUEST = 20;

/** What hidden names keep under the key: all that is left once another program has saved. */
async function readNamedText(talk: Conversation, key: string): Promise<string | undefined> {
  const { names } = talk.context.workbook;
  const head = await talk.step(() => names.getItemOrNullObject(keptHeadName(key)).load('formula'));
  if (head.isNullObject) return undefined;
  const count = piecesOfHead(String(head.formula));
  const pieces = await talk.step(() =>
    Array.from({ length: count }, (_, at) =>
      names.getItemOrNullObject(keptPieceName(key, at)).load('formula'),
    ),
  );
  if (pieces.length === 0 || pieces.some((piece) => piece.isNullObject)) return undefined;
  return (
    keptTextOfNames(
      String(head.formula),
      pieces.map(({ formula }) => String(formula)),
    ) ?? undefined
  );
}

/**
 * Keeps a kept text in hidden names beside the settings, or forgets it there. Excel may refuse a
 * name: the kept text stands in the settings all the same.
 */
async function writeNamedText(talk: Conversation, key: string, text: string): Promise<void> {
  try {
    await dropNames(talk, key);
    const wanted = namesOfKeptText(key, text);
    for (let at = 0; at < wanted.length; at += NAMES_A_REQUEST) {
      await talk.step(() => {
        for (const { name, refersTo } of wanted.slice(at, at + NAMES_A_REQUEST))
          talk.context.workbook.names.add(name, refersTo).visible = false;
      });
    }
  } catch (error) {
    if (excelCode(error) === undefined || treatmentOf(error) !== 'stop' || isGone(error))
      throw error;
  }
}

async function dropNames(talk: Conversation, key: string): Promise<void> {
  const head = keptHeadName(key);
  const names = await talk.step(() => talk.context.workbook.names.load('items/name'));
  const own = names.items.filter(
    ({ name }) => isKeptTextName(name) && (name === head || name.startsWith(`${head}__`)),
  );
  if (own.length > 0) await talk.step(() => own.forEach((name) => void name.delete()));
}
