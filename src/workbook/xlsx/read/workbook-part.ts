import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import type { OfficePackage } from '../package.ts';
import type { Relationship } from '../relationships.ts';
import { openTags } from '../xml/elements.ts';

export interface SheetEntry {
  readonly name: string;
  readonly sheetId: string;
  readonly part: string;
  readonly hidden: boolean;
}

export interface WorkbookParts {
  readonly workbook: string;
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

/**
 * The workbook's own part, and from it the sheets in tab order. Chart sheets and macro sheets hold
 * no cells and are left out.
 */
export function readWorkbookPart(pack: OfficePackage): WorkbookParts {
  const workbook =
    pack.relationships('').find(({ kind }) => kind === 'officeDocument')?.target ??
    'xl/workbook.xml';
  refuseOtherOfficeFiles(pack, workbook);
  const relations = pack.relationships(workbook);
  const partOf = (kind: string): string | null =>
    relations.find((relation) => relation.kind === kind && pack.has(relation.target))?.target ??
    null;
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  for (const tag of openTags(pack.read(workbook), workbook)) {
    if (tag.is('workbookPr')) date1904 = isTrue(tag.attributes.get('date1904'));
    if (!tag.is('sheet')) continue;
    const entry = sheetEntry(relations, tag.attributes.byLocalName('id') ?? '', {
      name: tag.attributes.get('name') ?? '',
      sheetId: tag.attributes.get('sheetId') ?? '',
      hidden: (tag.attributes.get('state') ?? 'visible') !== 'visible',
    });
    if (entry !== null && !pack.has(entry.part))
      throw new Refusal<FileTrouble>({ code: 'file.partMissing', part: entry.part });
    if (entry !== null) sheets.push(entry);
  }
  return {
    workbook,
    sheets,
    date1904,
    sharedStrings: partOf('sharedStrings'),
    styles: partOf('styles'),
  };
}

export const isTrue = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';

function sheetEntry(
  relations: readonly Relationship[],
  id: string,
  rest: Omit<SheetEntry, 'part'>,
): SheetEntry | null {
  // Macro sheets of old workbooks are listed with an empty id and have no part.
  if (id === '') return null;
  const relation = relations.find((candidate) => candidate.id === id);
  if (relation === undefined || relation.target === '')
    throw new Refusal<FileTrouble>({ code: 'file.partMissing', part: rest.name });
  return relation.kind === 'worksheet' ? { ...rest, part: relation.target } : null;
}

function refuseOtherOfficeFiles(pack: OfficePackage, workbook: string): void {
  if (workbook.toLowerCase().endsWith('.bin'))
    throw new Refusal<FileTrouble>({ code: 'file.binaryWorkbook' });
  const isOffice = pack.has('[Content_Types].xml');
  if (!isOffice && pack.has('content.xml') && pack.has('mimetype'))
    throw new Refusal<FileTrouble>({ code: 'file.openDocument' });
  if (!isOffice || /^(word|ppt)\//i.test(workbook))
    throw new Refusal<FileTrouble>({ code: 'file.notWorkbook' });
  if (!pack.has(workbook)) {
    const other = pack.names().some((name) => /^(word|ppt|visio)\//i.test(name));
    throw new Refusal<FileTrouble>(
      other ? { code: 'file.notWorkbook' } : { code: 'file.partMissing', part: workbook },
    );
  }
}
