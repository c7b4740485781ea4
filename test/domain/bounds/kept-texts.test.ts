import { parseSnapshot } from '#workbook/highlight-snapshot.ts';
import { strFromU8 } from 'fflate';
import { settingsFromText } from '../../../src/application/memory/settings.ts';
import { parsePolicies } from '../../../src/application/memory/policy-memory.ts';
import {
  LONGEST_KEPT_TEXT,
  MOST_KEPT_PIECES,
  MOST_NAME_PIECES,
  MOST_REMEMBERED_CELLS,
  SHEET_COLUMNS,
  SHEET_ROWS,
} from '../../../src/domain/bounds.ts';
import { unpackRecord } from '../../../src/workbook/fill-record.ts';
import { namesOfKeptText } from '../../../src/workbook/kept-text-names.ts';
import { marksSaid } from '../../../src/workbook/xlsx/edit/sheet-mark.ts';
import { OfficePackage } from '../../../src/workbook/xlsx/package.ts';
import { bookOf, opened, sheetData, unzip, zipOf } from '../../workbook/fixture.ts';
import { samplePage } from '../../workbook/sample-pages.ts';
import { lowered } from './lowered.ts';
import { headOf } from '../../../src/workbook/office/kept-text.ts';

jest.mock('../../../src/domain/bounds.ts', () => ({
  __esModule: true,
  ...jest.requireActual<object>('../../../src/domain/bounds.ts'),
}));

/** At its bound a kept text is what it was; beyond it, it is nothing, at once. */
describe('what a workbook remembers of us is believed within reason', () => {
  const head = (pieces: unknown): unknown => headOf(JSON.stringify({ pieces, print: 'x' }));

  it('pieces of a long kept text', () => {
    expect(head(MOST_KEPT_PIECES)).toEqual({ pieces: MOST_KEPT_PIECES, print: 'x' });
    for (const pieces of [MOST_KEPT_PIECES + 1, 4e9, -1, 1.5, '7', null, [1], 1e308])
      expect(head(pieces)).toBeNull();
  });

  const record = (change: object): unknown =>
    unpackRecord(
      JSON.stringify({
        v: 1,
        sheet: 'A',
        left: 0,
        right: 0,
        palette: ['#FFFFFF'],
        rows: [[1, 2, 0]],
        prints: 'a b',
        before: [[0, 2]],
        ...change,
      }),
    );

  it('fills that were under our highlights', () => {
    expect(record({})).toMatchObject({ sheet: 'A', rows: [{ row: 1 }, { row: 2 }] });
    expect(record({ right: SHEET_COLUMNS - 1 })).not.toBeNull();
    expect(record({ rows: [[0, SHEET_ROWS, 0]] })).not.toBeNull();
    for (const beyond of [
      { right: SHEET_COLUMNS },
      { left: -1 },
      { left: 5, right: 4 },
      { rows: [[0, SHEET_ROWS + 1, 0]] },
      { rows: [[SHEET_ROWS, 1, 0]] },
      { rows: [[0, 4e9, 0]] },
      { rows: [[0, -1, 0]] },
      { rows: [[0, 1.5, 0]] },
      { rows: [[0, '9', 0]] },
      { rows: [7] },
      { rows: [[0, SHEET_ROWS, 0]], right: 10 },
      { before: [[0, MOST_REMEMBERED_CELLS + 1]] },
      { before: [[0, 4e9]] },
      { before: [{ length: 4e9 }] },
      { prints: { split: 1 } },
    ])
      expect([beyond, record(beyond)]).toEqual([beyond, null]);
  });

  it('highlights that the file adapter wrote', () => {
    const kept = (change: object): unknown =>
      parseSnapshot(
        JSON.stringify({
          version: 1,
          sheetId: '1',
          sheet: 'A',
          left: 0,
          right: 1,
          rows: [[3, 0, 0, '-*2']],
          colors: ['FFFFFF'],
          formats: 1,
          formatsCheck: 1,
          written: [['-', 0, 1]],
          fills: {},
          ...change,
        }),
      );
    expect(kept({})).not.toBeNull();
    expect(kept({ right: SHEET_COLUMNS - 1 })).not.toBeNull();
    expect(kept({ rows: [[SHEET_ROWS - 1, 0, 0, `-*${SHEET_COLUMNS}`]] })).not.toBeNull();
    const full = [0, 0, 0, `-*${SHEET_COLUMNS}`];
    const rows = Math.floor(MOST_REMEMBERED_CELLS / SHEET_COLUMNS);
    expect(kept({ rows: Array(rows).fill(full) })).not.toBeNull();
    for (const beyond of [
      { right: SHEET_COLUMNS },
      { left: 2 },
      { left: -1 },
      { rows: [[0, 0, 0, `-*${SHEET_COLUMNS + 1}`]] },
      { rows: [[0, 0, 0, '-*4294967295']] },
      { rows: [[0, 0, 0, '-*-1']] },
      { rows: [[0, 0, 0, '-*x']] },
      { rows: [[0, 0, 0, 7]] },
      { rows: [[SHEET_ROWS, 0, 0, '-']] },
      { rows: [null] },
      { rows: { length: 4e9 } },
      { rows: Array(rows + 1).fill(full) },
      { colors: null },
      { written: [7] },
      { fills: 'x' },
      { version: 2 },
    ])
      expect([beyond, kept(beyond)]).toEqual([beyond, null]);
  });

  it('settings, answers and policies', () => {
    const padded = (json: string, length: number): string => json.padEnd(length, ' ');
    const settings = '{"yearStart":4}';
    expect(settingsFromText(padded(settings, LONGEST_KEPT_TEXT)).yearStart).toBe(4);
    expect(settingsFromText(padded(settings, LONGEST_KEPT_TEXT + 1)).yearStart).toBeNull();
    const policies = '{"version":1,"policies":[{"asOf":"2025-01-01","table":[["a"]]}]}';
    expect(parsePolicies(padded(policies, LONGEST_KEPT_TEXT))).toHaveLength(1);
    expect(parsePolicies(padded(policies, LONGEST_KEPT_TEXT + 1))).toEqual([]);
  });

  it('pieces that a kept text in names has', () => {
    const names = (pieces: number): number =>
      namesOfKeptText('answers', '字'.repeat(2_400 * pieces)).length;
    expect([names(MOST_NAME_PIECES), names(MOST_NAME_PIECES + 1)]).toEqual([
      1 + MOST_NAME_PIECES,
      0,
    ]);
  });

  it('LARGEST_OWN_PAGE: our sheet is known by its property, a longer one is not', async () => {
    const book = await opened(
      bookOf({ sheets: { 订单: sheetData('<row r="1"><c r="A1"><v>1</v></c></row>') } }),
    );
    await book.writePage(samplePage());
    const parts = unzip(await book.save());
    const workbook = 'xl/workbook.xml';
    const bare = strFromU8(parts[workbook]!).replace(/<definedNames>.*<\/definedNames>/s, '');
    const part = Object.keys(parts).find((name) => strFromU8(parts[name]!).includes('customPr '))!;
    const pack = new OfficePackage(zipOf({ ...parts, [workbook]: bare }));
    const marks = (): number => marksSaid(pack, { workbook, sheets: [{ part, name: 'x' }] }).size;
    const { length } = parts[part]!;
    expect(lowered({ LARGEST_OWN_PAGE: length }, marks)).toBe(1);
    expect(lowered({ LARGEST_OWN_PAGE: length - 1 }, marks)).toBe(0);
  });
});
