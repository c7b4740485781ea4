import { type Sheet, cellAt } from '../sheet.ts';
import { cellText, foldText } from './fold-text.ts';
import { type MoneyNote, moneyNote } from './headers.ts';
import { pattern } from '../pattern.ts';

/** Lines further above a header than this belong to something else. */
const LINES_ABOVE = 20;

/** Texts above a header, nearest line first, each line from left to right. */
export function titleTexts(sheet: Sheet, headerTop: number): string[] {
  const texts: string[] = [];
  for (let row = headerTop - 1; row >= Math.max(0, headerTop - LINES_ABOVE); row--) {
    for (let column = 0; column < sheet.columns.length; column++) {
      const text = foldText(cellText(cellAt(sheet, row, column)));
      if (text !== '') texts.push(text);
    }
  }
  return texts;
}

/** "单位：万元", "Unit: RMB 10,000", "All figures in thousands" above the table. */
function noteAbove(sheet: Sheet, headerTop: number): MoneyNote {
  for (const text of titleTexts(sheet, headerTop)) {
    const note = noteInLine(text);
    if (note !== undefined) return note;
  }
  return {};
}

/** Where a sheet says in which unit its amounts are. */
export type NotePlace = 'above' | 'name' | 'below';

/** What a sheet says about bare amounts: above its table, in its name, or in a line below it. */
export function noteOfSheet(
  sheet: Sheet,
  headerTop: number,
): { readonly note: MoneyNote; readonly place: NotePlace } {
  const above = noteAbove(sheet, headerTop);
  if (saysAnything(above)) return { note: above, place: 'above' };
  const named = noteInLine(foldText(sheet.name));
  if (named !== undefined) return { note: named, place: 'name' };
  return { note: noteBelow(sheet, headerTop), place: 'below' };
}

const saysAnything = ({ unit, currency }: MoneyNote): boolean =>
  unit !== undefined || currency !== undefined;

/** Lines at the end of a sheet that are looked through for a unit. */
const LINES_BELOW = 10;

/** "注：金额单位为万元" alone in one of the last lines. */
function noteBelow(sheet: Sheet, headerTop: number): MoneyNote {
  for (let row = sheet.rowCount - 1; row > headerTop; row--) {
    if (row < sheet.rowCount - LINES_BELOW) break;
    const texts = sheet.columns
      .map((_, column) => cellAt(sheet, row, column))
      .filter((cell) => foldText(cellText(cell)) !== '');
    const [line] = texts;
    const note = texts.length === 1 && typeof line === 'string' ? noteInLine(foldText(line)) : {};
    if (note !== undefined && saysAnything(note)) return note;
  }
  return {};
}

const UNIT_STATED = pattern('i')`
  (?:(?:金额)?单位|unit|amounts? in|figures in|currency|币种) ?(?:为|[:=])? ?\(?((?:[^,;。、()]
  |,(?=\d)){1,16})
`;

const IN_WORDS = pattern('i')`
  \b(?:in|expressed in) ((?:(?:rmb|cny|yuan) ?)?(?:thousands?|millions?|ten thousands?
  |10,?000s?)(?: of)?(?: ?(?:rmb|cny|yuan))?)
`;

const IN_BRACKETS = pattern('i')`
  [([]((?:人民币)?(?:万元|[千仟]元|百万元|亿元|元)|(?:rmb|cny)[^)\]]{0,12}|[^)\]]{1,10}(?:rmb
  |cny))[)\]]
`;

function noteInLine(line: string): MoneyNote | undefined {
  const stated = UNIT_STATED.exec(line)?.[1];
  const inWords =
    IN_WORDS.exec(line)?.[1]
      ?.replace(/ of\b/i, '')
      .replace(/s(?= |$)/gi, '') ?? /(?:rmb|cny|¥)['’]?000s?/i.exec(line)?.[0];
  const bracketed = IN_BRACKETS.exec(line)?.[1];
  return moneyNote(stated ?? '') ?? moneyNote(bracketed ?? '') ?? moneyNote(inWords ?? '');
}
