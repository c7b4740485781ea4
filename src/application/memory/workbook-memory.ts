import { LONGEST_KEPT_TEXT } from '#domain/bounds.ts';
import type { Answers } from '#domain/ledger/ledger.ts';
import type { HeaderMapping } from '#domain/reading/header-row.ts';
import { LEDGER_FIELDS, type LedgerField } from '#domain/reading/ledger-fields.ts';
import { SNAPSHOT_KEY } from '#domain/review/snapshot.ts';
import { POLICY_KEY } from './policy-memory.ts';
import { type Settings, settingsFromText, settingsToText } from './settings.ts';
import type { WorkbookPort } from '../workbook.port.ts';

/** What the user has told us about a workbook, kept in it. */
interface Remembered {
  readonly settings: Settings;
  readonly answers: Answers;
  readonly mapping: readonly HeaderMapping[];
}

const KEYS = { settings: 'settings', answers: 'answers', mapping: 'mapping' } as const;

/** The names under which a workbook keeps what it was told. */
export const KEPT_KEYS: readonly string[] = Object.values(KEYS);

export async function recall(port: WorkbookPort): Promise<Remembered> {
  const [settings, answers, mapping] = await Promise.all([
    port.readKept(KEYS.settings),
    port.readKept(KEYS.answers),
    port.readKept(KEYS.mapping),
  ]);
  return {
    settings: settingsFromText(settings),
    answers: answersFromText(answers),
    mapping: mappingFromText(mapping),
  };
}

export const rememberSettings = (port: WorkbookPort, settings: Settings): Promise<void> =>
  port.writeKept(KEYS.settings, settingsToText(settings));
export const rememberAnswers = (port: WorkbookPort, answers: Answers): Promise<void> =>
  port.writeKept(KEYS.answers, JSON.stringify(answers));
export const rememberMapping = (
  port: WorkbookPort,
  mapping: readonly HeaderMapping[],
): Promise<void> => port.writeKept(KEYS.mapping, JSON.stringify(mapping));

/** Forgets what the user said, and what the reviews kept to compare the next one with. */
export async function forgetKept(port: WorkbookPort): Promise<void> {
  for (const key of [...KEPT_KEYS, SNAPSHOT_KEY, POLICY_KEY]) await port.writeKept(key, '');
}

function answersFromText(text: string | undefined): Answers {
  return Object.fromEntries(
    Object.entries(parsed(text)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

function mappingFromText(text: string | undefined): readonly HeaderMapping[] {
  const list = parsed(text);
  return Object.values(list).flatMap((entry): readonly HeaderMapping[] => {
    const { header, field } = (entry ?? {}) as {
      readonly header?: unknown;
      readonly field?: unknown;
    };
    if (typeof header !== 'string') return [];
    return [
      { header, field: LEDGER_FIELDS.find((each): each is LedgerField => each === field) ?? null },
    ];
  });
}

/**
 * A kept text may have been edited or cut off by others: what is not JSON is as if it were not
 * there.
 */
function parsed(text: string | undefined): object {
  try {
    if ((text ?? '').length > LONGEST_KEPT_TEXT) return {};
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
