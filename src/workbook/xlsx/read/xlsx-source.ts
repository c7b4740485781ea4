import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import type { SheetSummary } from '#application/workbook.port.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { Pump } from '../../paced-loop.ts';
import { saysItIsOurs } from '../../own-sheet-title.ts';
import type { OfficePackage } from '../package.ts';
import { openTags } from '../xml/elements.ts';
import { parseRange } from './cell-text.ts';
import { pageMarks } from './page-marks.ts';
import { readNumberFormats } from './number-formats.ts';
import { SharedStringsReader } from './shared-strings.ts';
import type { ColumnBuilder } from './column-builder.ts';
import { SheetReader, type Uncalculated } from './sheet-reader.ts';
import { type Extent, extentOf, statedExtent } from './sheet-extent.ts';
import { readWorkbookPart, type SheetEntry, type WorkbookParts } from './workbook-part.ts';

/** A sheet of which some formulas have no results, as it stands after reading. */
export interface Uncomputed {
  readonly part: string;
  readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  readonly cells: ColumnBuilder;
  readonly uncalculated: readonly Uncalculated[];
  readonly tables: NonNullable<Sheet['tables']>;
  readonly pump: Pump;
}

/**
 * The reading side of a workbook package. Shared strings are unpacked once, at the first sheet that
 * is read.
 */
export class XlsxSource {
  readonly parts: WorkbookParts;
  private readonly pack: OfficePackage;
  private readonly marks: ReadonlyMap<string, string>;
  private readonly extents = new Map<string, Extent>();
  private strings: readonly string[] | null = null;

  constructor(pack: OfficePackage) {
    this.pack = pack;
    this.parts = readWorkbookPart(pack);
    this.marks = pageMarks(pack, this.parts);
  }

  /** Extents are kept: a sheet that states none has to be walked through to know it. */
  async summaries(pump: Pump): Promise<readonly SheetSummary[]> {
    const summaries: SheetSummary[] = [];
    for (const entry of this.parts.sheets) {
      const extent = this.extents.get(entry.part) ?? (await extentOf(this.pack, entry.part, pump));
      this.extents.set(entry.part, extent);
      summaries.push({
        name: entry.name,
        rowCount: extent.rows,
        columnCount: extent.columns,
        hidden: entry.hidden,
        ours: this.isOurs(entry),
      });
    }
    return summaries;
  }

  entry(name: string): SheetEntry {
    const entry = this.parts.sheets.find((sheet) => sheet.name === name);
    if (entry === undefined)
      throw new Refusal<FileTrouble>({ code: 'file.noSuchSheet', sheet: name });
    return entry;
  }

  /** @param compute - what formulas come to that their program has written without results */
  async readSheet(
    name: string,
    pump: Pump,
    compute?: (work: Uncomputed) => Promise<void>,
  ): Promise<Sheet> {
    const entry = this.entry(name);
    const { styles } = this.parts;
    const reader = new SheetReader({
      part: entry.part,
      strings: await this.sharedStrings(pump),
      formats: styles === null ? [] : readNumberFormats(this.pack.read(styles), styles),
      date1904: this.parts.date1904,
    });
    await pump.run(
      this.pack.pieces(entry.part),
      (piece) => {
        reader.push(piece);
        return reader.rows;
      },
      statedExtent(this.pack, entry.part)?.rows,
    );
    reader.finish();
    const tables = this.tables(entry);
    if (compute !== undefined && reader.uncalculated.length > 0)
      await compute({
        part: entry.part,
        pieces: this.pack.pieces(entry.part),
        cells: reader.cells,
        uncalculated: reader.uncalculated,
        tables,
        pump,
      });
    const { rowCount, columns } = reader.cells;
    return {
      name: entry.name,
      rowCount,
      columns,
      texts: reader.cells.texts(),
      plainIds: reader.cells.plainIds(),
      formats: reader.cells.formats(),
      ...(reader.merges.length > 0 ? { merges: reader.merges } : {}),
      ...(reader.hiddenRows.length > 0 ? { hiddenRows: reader.hiddenRows } : {}),
      ...(this.parts.date1904 ? { date1904: true } : {}),
      ...(entry.hidden ? { hidden: true } : {}),
      ...(tables.length > 0 ? { tables } : {}),
      ...(this.isOurs(entry) || saysItIsOurs(columns) ? { ours: true } : {}),
    };
  }

  isOurs(entry: SheetEntry): boolean {
    return this.marks.has(entry.part);
  }

  private async sharedStrings(pump: Pump): Promise<readonly string[]> {
    const part = this.parts.sharedStrings;
    if (part === null) return [];
    if (this.strings !== null) return this.strings;
    const reader = new SharedStringsReader(part);
    await pump.run(this.pack.pieces(part), (piece) => {
      reader.push(piece);
      return 0;
    });
    reader.finish();
    this.strings = reader.strings;
    return this.strings;
  }

  private tables(entry: SheetEntry): NonNullable<Sheet['tables']> {
    return this.pack
      .relationships(entry.part)
      .filter(({ kind, target }) => kind === 'table' && this.pack.has(target))
      .flatMap(({ target }) => {
        for (const tag of openTags(this.pack.read(target), target)) {
          const block = tag.is('table') ? parseRange(tag.attributes.get('ref') ?? '') : null;
          return block === null
            ? []
            : [
                {
                  name: tag.attributes.get('displayName') ?? tag.attributes.get('name') ?? '',
                  block,
                },
              ];
        }
        return [];
      });
  }
}
