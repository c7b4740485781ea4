import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Answers, Ledger } from '#domain/ledger/ledger.ts';
import { TYPED_KINDS, typedAnswer } from '#domain/ledger/typed-answer.ts';
import { Refusal } from '#domain/refusal.ts';
import type { CliFact } from '#facts/cli.ts';
import { parseJson } from './parse-json.ts';

/**
 * Answers to questions, by the keys that `analyze --json` gives: the id of a choice, or a value of
 * the person's own: `{ "amount": "1234.50" }` (yuan), `{ "date": "2025-03-31" }`,
 * `{ "category": "安全" }`, `{ "status": "won" }`, `{ "id": "A-17" }`. What is null is still
 * open. A file that is not there yet holds no answers.
 */
export async function readAnswersFile(path: string): Promise<Answers> {
  const name = basename(path);
  const bytes = await readFile(path).catch((error: unknown) => {
    if ((error as { readonly code?: string }).code === 'ENOENT') return null;
    throw error;
  });
  if (bytes === null || bytes.length === 0) return {};
  const json = parseJson(new Uint8Array(bytes), name);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Refusal<CliFact>({ code: 'cli.answers-unreadable', name, key: '' });
  return Object.fromEntries(
    Object.entries(json)
      .filter(([, answer]) => answer !== null)
      .map(([key, answer]) => [key, choiceOf(answer, name, key)]),
  );
}

function choiceOf(answer: unknown, name: string, key: string): string {
  if (typeof answer === 'string' && answer !== '') return answer;
  const entries = typeof answer === 'object' && answer !== null ? Object.entries(answer) : [];
  // Of two values nobody can tell which is the answer.
  const [kind = '', value] = entries.length === 1 ? (entries[0] ?? []) : [];
  // A number too long for JSON has lost its last digits: an order number is written as a text.
  const isWhole = typeof value === 'number' && (kind !== 'id' || Number.isSafeInteger(value));
  const text = isWhole ? String(value) : value;
  const id = typeof text === 'string' && text !== '' ? typedChoice(kind, text) : undefined;
  if (id === undefined) throw new Refusal<CliFact>({ code: 'cli.answers-unreadable', name, key });
  return id;
}

function typedChoice(kind: string, text: string): string | undefined {
  const known = TYPED_KINDS.find((each) => each === kind);
  return known && typedAnswer(known, text);
}

/** The answers as given, and every question that is still open as null. */
export const answersText = (given: Answers, { questions }: Ledger): string =>
  `${JSON.stringify(
    { ...given, ...Object.fromEntries(questions.map(({ key }) => [key, null])) },
    null,
    2,
  )}\n`;
