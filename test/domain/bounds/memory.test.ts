import { execFileSync, spawn } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { refusedFact } from '#facts/any-fact.ts';
import { readArguments } from '#hosts/cli/arguments.ts';
import { openLedgers } from '#hosts/cli/commands/ledgers.ts';
import { openFile } from '#hosts/cli/files.ts';
import { placeOf } from '#hosts/cli/output-places.ts';
import { terminal } from '#hosts/cli/terminal.ts';
import { filledSheets } from '#taskpane/browser/use-live-grid.ts';
import { StylesPart } from '#workbook/xlsx/styles/styles-part.ts';
import { scratch, smallLedger } from '../../hosts/commands.ts';
import { MAIN } from '../../workbook/fixture.ts';
import { lowered } from './lowered.ts';

jest.mock('#hosts/version.ts', () => ({ VERSION: '1.0.0' }));
jest.mock('#domain/bounds.ts', () => ({
  __esModule: true,
  ...jest.requireActual<object>('#domain/bounds.ts'),
}));

const folder = scratch();
const ledger = smallLedger(join(folder, 'ledger.csv'));

/** 'lines', 'sums', or the code of the fact why neither. */
async function opened(...words: string[]): Promise<string> {
  const screen = { ...terminal('zh-CN'), tell: () => undefined };
  try {
    const { workbook } = await openLedgers(readArguments(['analyze', ledger, ...words]), screen);
    return workbook === null ? 'sums' : 'lines';
  } catch (error) {
    return refusedFact(error)?.code ?? String(error);
  }
}

it('LARGE_BYTES: beyond, no copy of lines that stand in no memory', async () => {
  const { length } = strToU8(
    '\uFEFF订单号,签约日期,产品类别,实付金额(元)\nA1,2025-01-08,基础,1000000\nA2,2025-02-08,' +
      '安全,500000\n',
  );
  const out = ['--out', join(folder, 'a.xlsx')];
  expect(await lowered({ LARGE_BYTES: length }, () => opened(...out))).toBe('lines');
  expect(await lowered({ LARGE_BYTES: length - 1 }, () => opened(...out))).toBe('cli.large-out');
});

it('LARGE_BYTES: of a pipe that goes on beyond them nothing is kept', async () => {
  const pipe = join(folder, 'pipe.csv');
  execFileSync('mkfifo', [pipe]);
  const read = (): Promise<unknown> => {
    const writer = spawn('sh', ['-c', `printf 'a,b\\n1,2\\n' > '${pipe}'`]);
    const ended = new Promise((resolve) => writer.on('close', resolve));
    const got = openFile(pipe, () => undefined).then(
      ({ sheets }) => sheets.length,
      (error: unknown) => refusedFact(error)?.code,
    );
    return ended.then(() => got);
  };
  expect(await lowered({ LARGE_BYTES: 8 }, read)).toBe(1);
  expect(await lowered({ LARGE_BYTES: 7 }, read)).toBe('cli.too-large');
});

it('MOST_SUM_ROWS: sums that are as many as the lines are none', async () => {
  const sums = ['--engine', 'duckdb'];
  expect(await lowered({ MOST_SUM_ROWS: 2 }, () => opened(...sums))).toBe('sums');
  expect(await lowered({ MOST_SUM_ROWS: 1 }, () => opened(...sums))).toBe('cli.large-too-varied');
});

it('MOST_LINKS: links may lead to links, a circle of them is refused', async () => {
  writeFileSync(join(folder, 'l0'), '');
  for (let at = 1; at <= 4; at += 1)
    symlinkSync(join(folder, `l${at - 1}`), join(folder, `l${at}`));
  symlinkSync(join(folder, 'round'), join(folder, 'round'));
  const end = join(folder, 'l4');
  expect((await lowered({ MOST_LINKS: 4 }, () => placeOf(end))).path).toBe(join(folder, 'l0'));
  await expect(lowered({ MOST_LINKS: 3 }, () => placeOf(end))).rejects.toThrow();
  await expect(placeOf(join(folder, 'round'))).rejects.toThrow('cli.file-unwritable');
});

it('MOST_CELL_FORMATS: a copy that Excel could not open is not written', () => {
  const formats = (count: number): (() => unknown) => {
    const xfs = '<xf fontId="0"/>'.repeat(count);
    const part = new StylesPart(
      strToU8(
        `<styleSheet xmlns="${MAIN}"><cellXfs count="${count}">${xfs}</cellXfs></styleSheet>`,
      ),
      'xl/styles.xml',
    );
    part.indexOf('cellXfs', '<xf fontId="1"/>');
    return () => part.save();
  };
  lowered({ MOST_CELL_FORMATS: 5 }, () => {
    expect(formats(4)()).not.toBeNull();
    expect(formats(5)).toThrow('file.tooManyFormats');
  });
});

it(
  'LIVE_ROWS and LIVE_CELLS: what is not in the live sheet is read by the analysis all ' +
    'the same',
  async () => {
    const session = {
      gridFrame: () => Promise.resolve({ rowCount: 10, columnCount: 2, look: {} }),
      gridRows: (_: string, from: number, to: number) => {
        const length = Math.min(10, to) - from;
        const columns = [0, 1].map(() => Array.from({ length }, () => 1));
        return Promise.resolve({ columns, formats: null, formulas: [], rows: [] });
      },
    } as never;
    const rows = async (): Promise<number[]> => {
      const sheets = [{ name: 'A' }, { name: 'B' }] as never;
      return (await filledSheets(session, sheets, () => false)).map(({ rowCount }) => rowCount);
    };
    expect(await rows()).toEqual([10, 10]);
    expect(await lowered({ LIVE_ROWS: 9 }, rows)).toEqual([9, 9]);
    expect(await lowered({ LIVE_CELLS: 40 }, rows)).toEqual([10, 10]);
    expect(await lowered({ LIVE_CELLS: 39 }, rows)).toEqual([10, 9]);
  },
);
