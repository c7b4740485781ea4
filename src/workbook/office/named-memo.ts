/// <reference types="office-js" />
import { isMemoName, memoHeadName, memoOfNames, memoPieceName } from '../memo-names.ts';
import { namesOfMemo, piecesOfHead } from '../memo-names.ts';
import type { Conversation } from './conversation.ts';
import { excelCode, isGone, treatmentOf } from './error-table.ts';

const NAMES_A_REQUEST = 20;

/** What hidden names keep under the key: all that is left once another program has saved. */
export async function readNamedMemo(talk: Conversation, key: string): Promise<string | undefined> {
  const { names } = talk.context.workbook;
  const head = await talk.step(() => names.getItemOrNullObject(memoHeadName(key)).load('formula'));
  if (head.isNullObject) return undefined;
  const count = piecesOfHead(String(head.formula));
  const pieces = await talk.step(() =>
    Array.from({ length: count }, (_, at) =>
      names.getItemOrNullObject(memoPieceName(key, at)).load('formula'),
    ),
  );
  if (pieces.length === 0 || pieces.some((piece) => piece.isNullObject)) return undefined;
  return (
    memoOfNames(
      String(head.formula),
      pieces.map(({ formula }) => String(formula)),
    ) ?? undefined
  );
}

/**
 * Keeps a memo in hidden names beside the settings, or forgets it there. Excel may refuse a name:
 * the memo stands in the settings all the same.
 */
export async function writeNamedMemo(talk: Conversation, key: string, text: string): Promise<void> {
  try {
    await dropNames(talk, key);
    const wanted = namesOfMemo(key, text);
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
  const head = memoHeadName(key);
  const names = await talk.step(() => talk.context.workbook.names.load('items/name'));
  const own = names.items.filter(
    ({ name }) => isMemoName(name) && (name === head || name.startsWith(`${head}__`)),
  );
  if (own.length > 0) await talk.step(() => own.forEach((name) => void name.delete()));
}
