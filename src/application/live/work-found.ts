import { SHEET_COLUMNS, SHEET_ROWS } from '#domain/bounds.ts';
import type { CellEdit } from './cell-edit.ts';
import type { KeptFile, WorkOnShelf } from './kept-work.ts';

/**
 * Kept work as it was found, or null where it is none: another version of ours, or another program
 * under the same address, may have written it. Pages are looked at when they are written.
 */
export const workFound = (found: unknown): WorkOnShelf | null => (isWork(found) ? found : null);

/** A kept file as it was found, or null where it is none. */
export const fileFound = (found: unknown): KeptFile | null => (isFile(found) ? found : null);

function isFile(found: unknown): found is KeptFile {
  const file = fieldsOf(found);
  return (
    typeof file.get('id') === 'string' &&
    typeof file.get('name') === 'string' &&
    file.get('bytes') instanceof Uint8Array
  );
}

function isWork(found: unknown): found is WorkOnShelf {
  const work = fieldsOf(found);
  return (
    Number.isSafeInteger(work.get('turn')) &&
    isListOf(work.get('edits'), isEditedSheet) &&
    isListOf(work.get('memos'), isPairOfTexts) &&
    isListOf(work.get('drafts'), isPairOfTexts) &&
    Array.isArray(work.get('pages')) &&
    typeof work.get('analyzed') === 'boolean' &&
    typeof work.get('unsaved') === 'boolean'
  );
}

function isEditedSheet(found: unknown): boolean {
  const edited = fieldsOf(found);
  return (
    typeof edited.get('sheet') === 'string' &&
    isListOf(edited.get('cells'), isCellEdit) &&
    (edited.get('tables') === undefined || isListOf(edited.get('tables'), isTableReach))
  );
}

function isTableReach(found: unknown): boolean {
  const reach = fieldsOf(found);
  return typeof reach.get('table') === 'string' && isWithin(reach.get('bottom'), 0, SHEET_ROWS - 1);
}

const KINDS: readonly unknown[] = [
  'value',
  'formula',
  'result',
] satisfies readonly CellEdit['kind'][];

/** An edit within a sheet: one beyond it would make as many empty cells as it names. */
function isCellEdit(found: unknown): boolean {
  const edit = fieldsOf(found);
  const spill = fieldsOf(edit.get('spill'));
  return (
    isWithin(edit.get('row'), 0, SHEET_ROWS - 1) &&
    isWithin(edit.get('column'), 0, SHEET_COLUMNS - 1) &&
    KINDS.includes(edit.get('kind')) &&
    isCell(edit.get('value')) &&
    (edit.get('kind') !== 'formula' || typeof edit.get('formula') === 'string') &&
    isTextOrLeftOut(edit.get('formula')) &&
    isTextOrLeftOut(edit.get('format')) &&
    (edit.get('look') === undefined || Number.isSafeInteger(edit.get('look'))) &&
    (edit.get('spill') === undefined ||
      (isWithin(spill.get('rows'), 1, SHEET_ROWS) &&
        isWithin(spill.get('columns'), 1, SHEET_COLUMNS)))
  );
}

const isCell = (found: unknown): boolean =>
  found === null ||
  ['string', 'number', 'boolean'].includes(typeof found) ||
  typeof fieldsOf(found).get('fault') === 'string';

const isTextOrLeftOut = (found: unknown): boolean =>
  found === undefined || typeof found === 'string';

const isPairOfTexts = (found: unknown): boolean =>
  Array.isArray(found) && found.length === 2 && found.every((text) => typeof text === 'string');

const isListOf = (found: unknown, isOne: (item: unknown) => boolean): boolean =>
  Array.isArray(found) && found.every(isOne);

const isWithin = (found: unknown, least: number, most: number): boolean =>
  typeof found === 'number' && Number.isSafeInteger(found) && found >= least && found <= most;

const fieldsOf = (found: unknown): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(Object(found)));
