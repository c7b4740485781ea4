import { type FillRecord, type FillText, unpackRecord } from '../../fill-record.ts';
import { packRuns, type Snapshot, UNTOUCHED } from './snapshot.ts';

/** The add-in keeps one memo a coloured sheet. */
const RECORD = /^!highlights:\d+$/;

/**
 * What the add-in coloured in Excel, as a snapshot: the user's fills come back where a cell still
 * shows our colour. Null for every other memo.
 */
export function addInSnapshot(key: string, text: string): Snapshot | null {
  const record = RECORD.test(key) ? unpackRecord(text) : null;
  return record === null ? null : snapshotOf(record);
}

function snapshotOf({ sheet, left, right, rows }: FillRecord): Snapshot {
  const colors = [...new Set(rows.map(({ color }) => color))];
  const fills = [...new Set(rows.flatMap(({ before }) => before))];
  const token = (fill: FillText): string =>
    fill.includes('Gradient|') ? UNTOUCHED : `f${fills.indexOf(fill)}`;
  return {
    version: 1,
    sheetId: '',
    sheet,
    left,
    right,
    rows: rows.map(({ row, color, before }) => [
      row,
      colors.indexOf(color),
      0,
      packRuns(before.map(token)),
    ]),
    colors,
    // No number of a style is known: fills are compared instead.
    formats: 0,
    formatsCheck: NaN,
    written: [],
    fills: Object.fromEntries(fills.map((fill) => [token(fill), fillElement(fill)])),
  };
}

/** Excel's names for patterns, as the format spells them. */
const PATTERNS: ReadonlyMap<string, string> = new Map([
  ['Gray75', 'darkGray'],
  ['Gray50', 'mediumGray'],
  ['Gray25', 'lightGray'],
  ['Gray16', 'gray125'],
  ['Gray8', 'gray0625'],
  ['Horizontal', 'darkHorizontal'],
  ['Vertical', 'darkVertical'],
  ['Down', 'darkDown'],
  ['Up', 'darkUp'],
  ['Checker', 'darkGrid'],
  ['SemiGray75', 'darkTrellis'],
  ['LightHorizontal', 'lightHorizontal'],
  ['LightVertical', 'lightVertical'],
  ['LightDown', 'lightDown'],
  ['LightUp', 'lightUp'],
  ['Grid', 'lightGrid'],
  ['CrissCross', 'lightTrellis'],
]);

/** "" for none. Of a pattern the lines are the foreground, of a plain fill the colour is. */
function fillElement(fill: FillText): string {
  if (fill === '') return '';
  const [name = '', color = '', lines = ''] = fill.includes('|') ? fill.split('|') : ['', '', fill];
  const pattern = fill.includes('|') ? (PATTERNS.get(name) ?? 'solid') : 'solid';
  const ground = color === '' ? '<bgColor indexed="64"/>' : `<bgColor rgb="${argb(color)}"/>`;
  const drawn = lines === '' ? '' : `<fgColor rgb="${argb(lines)}"/>`;
  return `<fill><patternFill patternType="${pattern}">${drawn}${ground}</patternFill></fill>`;
}

const argb = (color: string): string => `FF${color.replace('#', '')}`;
