/// <reference types="office-js" />
import type { CellBlock } from '#domain/sheet.ts';
import { blocksOf } from './block-address.ts';
import { type Conversation, type Surroundings, talk } from './conversation.ts';
import { isMissingApi } from './error-table.ts';
import { supports } from './supports.ts';

/** Cells of a sheet were changed. */
export interface SheetChange {
  readonly sheet: string;
  readonly blocks: readonly CellBlock[];
  /** Changed by a co-author, not by this user. */
  readonly remote: boolean;
}

/** Anything that can make a sheet another one; `id` outlives a renaming. */
export interface SheetEvent {
  readonly kind: 'edited' | 'calculated' | 'renamed' | 'added' | 'deleted';
  readonly id: string;
  readonly address: string;
  readonly remote: boolean;
}

export type Unsubscribe = () => Promise<void>;
type Registered = OfficeExtension.EventHandlerResult<unknown>;

/**
 * Tells of every change of a sheet: edits, recalculated values, renames, copies, deletions; those
 * that the host cannot tell are left out. Waits for the user to finish typing. Ends with the
 * returned call.
 */
export async function watchSheets(
  surroundings: Surroundings,
  told: (event: SheetEvent) => void,
): Promise<Unsubscribe> {
  const registered = await talk(surroundings, {}, async (conversation) => {
    const results: Registered[] = [];
    for (const register of registrations(conversation, told)) {
      const result = await whereKnown(() => conversation.step(register));
      if (result) results.push(result);
    }
    return results;
  });
  return async () => {
    for (const result of registered)
      await talk(surroundings, { context: result.context }, async (conversation) => {
        await conversation.step(() => result.remove());
      });
  };
}

interface Raised {
  readonly worksheetId: string;
  readonly source?: string;
  readonly address?: string;
}

function registrations(
  { context }: Conversation,
  told: (event: SheetEvent) => void,
): readonly (() => Registered)[] {
  const { worksheets } = context.workbook;
  const heard =
    (kind: SheetEvent['kind']) =>
    ({ worksheetId, source, address }: Raised): Promise<void> => {
      told({ kind, id: worksheetId, address: address ?? '', remote: source === 'Remote' });
      return Promise.resolve();
    };
  return [
    () => worksheets.onChanged.add(heard('edited')),
    () => worksheets.onAdded.add(heard('added')),
    () => worksheets.onDeleted.add(heard('deleted')),
    () => worksheets.onCalculated.add(heard('calculated')),
    ...(supports('ExcelApi', '1.17') ? [() => worksheets.onNameChanged.add(heard('renamed'))] : []),
  ];
}

/** Tells of the first row that is selected, by the sheet's name. Rows as a person counts. */
export async function watchSelection(
  surroundings: Surroundings,
  told: (sheet: string, row: number) => void,
): Promise<Unsubscribe> {
  const heard = async ({ worksheetId, address = '' }: Raised): Promise<void> => {
    const at = { kind: 'edited', id: worksheetId, address, remote: false } as const;
    const selected = await changeOf(surroundings, at);
    const [block] = selected?.blocks ?? [];
    if (selected && block) told(selected.sheet, block.top + 1);
  };
  const registered = await talk(surroundings, {}, (conversation) =>
    whereKnown(() =>
      conversation.step(() =>
        conversation.context.workbook.worksheets.onSelectionChanged.add((event) =>
          heard(event).catch(() => undefined),
        ),
      ),
    ),
  );
  return async () => {
    if (registered === null) return;
    await talk(surroundings, { context: registered.context }, async (conversation) => {
      await conversation.step(() => registered.remove());
    });
  };
}

async function whereKnown<T>(register: () => Promise<T>): Promise<T | null> {
  try {
    return await register();
  } catch (error) {
    if (isMissingApi(error)) return null;
    throw error;
  }
}

/** What an edit changed, by the sheet's name; null when the sheet is gone by the time we hear. */
export async function changeOf(
  surroundings: Surroundings,
  event: SheetEvent,
): Promise<SheetChange | null> {
  const sheet = await talk(surroundings, {}, (conversation) =>
    conversation.step(() =>
      conversation.context.workbook.worksheets.getItemOrNullObject(event.id).load('name'),
    ),
  );
  return sheet.isNullObject
    ? null
    : { sheet: sheet.name, blocks: blocksOf(event.address), remote: event.remote };
}
