import type { HeaderMapping } from '../reading/header-row.ts';
import { repeatsHeader } from '../reading/header-row.ts';
import type { Sheet } from '../sheet.ts';
import type { MoneyColumn } from './amount-column.ts';
import { type ChosenSheets, chooseSheets } from './order-sheets.ts';
import { type SectionColumns, readColumns } from './section-columns.ts';
import type { Section } from './sections.ts';
import { ShiftedRows } from './shifted-rows.ts';

/** What a section says by itself, whatever the user answers. */
interface SectionReading {
  readonly columns: SectionColumns;
  readonly shifted: ShiftedRows;
  readonly repeats: RepeatedHeaders;
}

/**
 * What the last reading found that no answer changes: an answer then costs the decisions about
 * rows, not the reading of cells. Known by the sheets themselves, which nobody changes: other
 * sheets, or another mapping, are read anew.
 */
export class ReadingMemory {
  private of: { readonly sheets: readonly Sheet[]; readonly mapping: readonly HeaderMapping[] } = {
    sheets: [],
    mapping: [],
  };
  private chosen: ChosenSheets | null = null;
  private readonly readings = new Map<Section, SectionReading>();

  chosenOf(sheets: readonly Sheet[], mapping: readonly HeaderMapping[]): ChosenSheets {
    const isKnown = areSame(sheets, this.of.sheets) && areSame(mapping, this.of.mapping);
    if (this.chosen !== null && isKnown) return this.chosen;
    this.readings.clear();
    this.of = { sheets: [...sheets], mapping: [...mapping] };
    this.chosen = chooseSheets(sheets, mapping);
    return this.chosen;
  }

  readingOf(section: Section, amount: MoneyColumn): SectionReading {
    const known = this.readings.get(section);
    if (known !== undefined) return known;
    const columns = readColumns(section, amount);
    const reading = {
      columns,
      shifted: new ShiftedRows(section, columns),
      repeats: new RepeatedHeaders(section),
    };
    this.readings.set(section, reading);
    return reading;
  }
}

const areSame = (now: readonly object[], before: readonly object[]): boolean =>
  now.length === before.length && now.every((each, at) => each === before[at]);

const [UNKNOWN, IS, IS_NOT] = [0, 1, 2];

/** Which rows of a section say the header's words again. */
export class RepeatedHeaders {
  private known: Uint8Array | undefined;

  constructor(private readonly section: Section) {}

  at(offset: number): boolean {
    const { sheet, from, to } = this.section;
    const known = (this.known ??= new Uint8Array(to - from));
    if (known[offset] === UNKNOWN)
      known[offset] = repeatsHeader(sheet, offset + from, []) === undefined ? IS_NOT : IS;
    return known[offset] === IS;
  }
}
