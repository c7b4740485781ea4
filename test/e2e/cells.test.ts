import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Cell } from '#domain/sheet.ts';
import type { PageCell } from '#pages/page.ts';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';
import { type ExampleArgument, examples, isRange } from '../../scripts/help-examples.ts';
import { type BuiltFunctions, loadFunctions } from '../functions/built-functions.ts';
import { tierExamples } from '../functions/tier-examples.ts';
import { gridIsThere, pasteAt } from './grid.ts';
import { upload } from './ledgers.ts';
import { downloadedBook } from './saved.ts';
import { builtSite } from './site.ts';
import { Stage } from './stage.ts';
import { wordsOf } from './words.ts';

/** Functions pasted into cells of the live sheet give what the bundle for Excel gives. */
let stage: Stage;
let bundle: BuiltFunctions;
beforeAll(async () => {
  stage = await Stage.open();
  bundle = loadFunctions(join(await builtSite(), 'functions.js'));
});
afterAll(() => stage.close());

type Value = string | number;
type Rows = readonly (readonly Value[])[];

/** A sheet that is filled block by block, downwards. */
class Sheet {
  private readonly cells = new Map<number, Map<number, Value>>();
  private next = 1;

  /** Rows below what stands there so far; the first of them. */
  room(rows: number): number {
    const first = this.next;
    this.next += rows;
    return first;
  }

  /** @param row - from 1 @param column - from 0 */
  put(row: number, column: number, rows: Rows): void {
    for (const [down, line] of rows.entries())
      for (const [right, value] of line.entries()) {
        const at = this.cells.get(row + down) ?? new Map<number, Value>();
        if (value !== '') at.set(column + right, value);
        this.cells.set(row + down, at);
      }
  }

  bytes(): Uint8Array {
    const rows = Array.from({ length: this.next }, (_, row) => {
      const line = this.cells.get(row + 1) ?? new Map<number, Value>();
      const cell = (column: number): PageCell | null => {
        const value = line.get(column);
        return value === undefined ? null : { value };
      };
      return { cells: Array.from({ length: 11 }, (_, column) => cell(column)) };
    });
    const page = { name: 'S', mark: '', columnWidths: [], rows, charts: [], frozenRows: 0 };
    return newWorkbook([page]);
  }
}

const literal = (value: ExampleArgument): string =>
  value === null ? '' : typeof value === 'string' ? JSON.stringify(value) : String(value);

/** "G2:G4" as many rows further down. */
const shifted = (address: string, rows: number): string =>
  address.replace(/\d+/g, (row) => String(Number(row) + rows));

const startOf = (address: string): readonly [row: number, column: number] => [
  Number(/\d+/.exec(address)?.[0]),
  address.charCodeAt(0) - 65,
];

interface Asked {
  /** Column from 0, row from 1. */
  readonly at: readonly [column: number, row: number];
  readonly formula: string;
  readonly answer: unknown;
}

const LIST = 11;
const SPILLING = 13;

function tierFormulas(sheet: Sheet): readonly Asked[] {
  return tierExamples().map(({ gives, policy, sales, tierSales }, index) => {
    const row = sheet.room(policy.length + 1);
    sheet.put(row, 0, policy);
    const id = gives === 'rate' ? 'REBATE_RATE' : 'REBATE_AMOUNT';
    const tiers = tierSales === sales ? null : tierSales;
    const range = `A${row}:E${row + policy.length - 1}`;
    return {
      at: [LIST, index + 1],
      formula: `=${id}(${sales},,${range},,${tiers ?? ''})`.replace(/,+\)$/, ')'),
      answer: bundle.get(id)?.(sales, null, policy, null, tiers),
    };
  });
}

function everyFunction(sheet: Sheet, language: 'zh-CN' | 'en-US'): readonly Asked[] {
  return Object.entries(examples(language)).map(([id, { arguments: given }]) => {
    const top = sheet.room(14);
    for (const each of given) {
      if (!isRange(each)) continue;
      const [row, column] = startOf(each.address);
      sheet.put(top + row - 1, column, each.cells);
    }
    const texts = given.map((each) =>
      isRange(each) ? shifted(each.address, top - 1) : literal(each),
    );
    return {
      at: [SPILLING, top],
      formula: `=${id}(${texts.join(',')})`,
      answer: bundle.get(id)?.(...given.map((each) => (isRange(each) ? each.cells : each))),
    };
  });
}

/** The formulas where they go, as a spreadsheet copies its cells: from column L, row 1 on. */
function asText(asked: readonly Asked[]): string {
  const lines: string[][] = [];
  for (const { at, formula } of asked) {
    while (lines.length < at[1]) lines.push(['', '', '']);
    lines[at[1] - 1]![at[0] - LIST] = formula;
  }
  return lines.map((cells) => cells.join('\t')).join('\n');
}

async function downloaded(page: Page, button: string): Promise<readonly (readonly Cell[])[]> {
  return (await (await downloadedBook(page, button)).readSheet('S')).columns;
}

/** What stands at a formula's cell and where its result spills. */
const blockAt = (columns: readonly (readonly Cell[])[], { at, answer }: Asked): unknown => {
  const [column, row] = at;
  const cell = (down: number, right: number): Cell =>
    columns[column + right]?.[row - 1 + down] ?? null;
  return Array.isArray(answer)
    ? (answer as unknown[][]).map((line, down) => line.map((_, right) => cell(down, right)))
    : cell(0, 0);
};

/** Empty text of a function is an empty cell. */
const asCells = (answer: unknown): unknown =>
  Array.isArray(answer) ? answer.map(asCells) : answer === '' ? null : answer;

it('answers all seventeen functions and every worked example as the bundle does', async () => {
  const language = 'zh-CN';
  const words = wordsOf(language);
  const sheet = new Sheet();
  const listed = tierFormulas(sheet);
  const spilling = everyFunction(sheet, language);
  const { page, errors } = await stage.page({ language, live: true });
  await gridIsThere(page);
  const file = upload('S.xlsx', sheet.bytes());
  await page.getByLabel(words.browser.open, { exact: true }).setInputFiles(file);
  await gridIsThere(page, 2);
  const asked = [...spilling, ...listed];
  await pasteAt(page, 'L1', asText(asked));
  let columns = await downloaded(page, words.browser.download);
  const isMissing = (each: Asked): boolean =>
    (columns[each.at[0]]?.[each.at[1] - 1] ?? null) === null && each.answer !== '';
  // Formulas are computed beside the page's other work: the last ones may still be on their way.
  for (let times = 0; times < 60 && asked.some(isMissing); times += 1) {
    await page.waitForTimeout(250);
    columns = await downloaded(page, words.browser.download);
  }
  expect(asked).toHaveLength(17 + tierExamples().length);
  for (const each of asked)
    expect([each.formula, blockAt(columns, each)]).toEqual([each.formula, asCells(each.answer)]);
  expect(errors).toEqual([]);
});
