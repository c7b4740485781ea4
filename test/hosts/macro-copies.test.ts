import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { bookParts, sheetData, unzip, zipOf } from '../workbook/fixture.ts';
import { command, expectSentence, scratch } from './commands.ts';

const folder = scratch();
const LEDGER = join(folder, 'ledger.xlsm');
const STATEMENT = join(folder, 'statement.csv');
const MACROS = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
const cell = (text: string | number): string =>
  typeof text === 'number'
    ? `<c><v>${text}</v></c>`
    : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (cells: readonly (string | number)[]): string =>
  `<row>${cells.map(cell).join('')}</row>`;

beforeAll(() => {
  writeFileSync(STATEMENT, '订单号,返点\nA1,60000\n');
  const parts = bookParts({
    sheets: {
      订单: sheetData(
        row(['订单号', '签约日期', '产品类别', '实付金额']) +
          row(['A1', '2025-01-08', '基础', 1e6]),
      ),
    },
    more: { 'xl/vbaProject.bin': 'x' },
  });
  const types = String(parts['[Content_Types].xml']).replace(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    MACROS,
  );
  writeFileSync(LEDGER, zipOf({ ...parts, '[Content_Types].xml': types }));
});

const run = (name: 'analyze' | 'reconcile', out: string) =>
  command(
    name,
    LEDGER,
    ...(name === 'reconcile' ? [STATEMENT, '--from', '2025-01-01', '--to', '2025-03-31'] : []),
    '--out',
    join(folder, out),
  );

describe.each(['analyze', 'reconcile'] as const)('%s of a ledger with macros', (name) => {
  test('writes a copy that Excel opens with its macros', () => {
    const { code, err } = run(name, `${name}.xlsm`);
    expect([code, err]).toEqual([0, expect.stringContaining(`${name}.xlsm`)]);
    const copy = unzip(new Uint8Array(readFileSync(join(folder, `${name}.xlsm`))));
    expect(copy['xl/vbaProject.bin']).toBeDefined();
    expect(strFromU8(copy['[Content_Types].xml']!)).toContain(MACROS);
  });

  test('writes none under a name that Excel refuses', () => {
    const outcome = run(name, `${name}.xlsx`);
    expect(outcome.code).toBe(2);
    expectSentence(outcome);
    expect(outcome.err).toContain('.xlsm');
  });
});
