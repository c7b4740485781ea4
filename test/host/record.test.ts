import { existsSync, readFileSync } from 'node:fs';
import { copyAsValues } from '#application/formulas/copy-as-values.ts';
import { DEFAULT_SETTINGS } from '#application/memory/settings.ts';
import { Session } from '#application/session/session.ts';
import { OfficeFormulas } from '#workbook/office/office-formulas.ts';
import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import { recordPage } from '../../scripts/record-page.ts';
import { openWorkbook } from './node-client.ts';
import { RECORD } from './record.ts';
import { type Switch, type SwitchName, SWITCHES } from './switches.ts';

const tools = { readFile: () => Promise.reject(new Error('no file here')) };
const ROWS = [
  ['订单号', '客户', '产品类别', '支付日期', '实付金额', '状态'],
  ['A1', '甲公司', '基础', 45_700, 900_000, '已签'],
  ['A2', '乙公司', '安全', 45_790, 450_000, '已签'],
  ['A3', '甲公司', '基础', 45_980, 600_000, '已签'],
  ['A4', '丙公司', '基础', 45_985, 'USD 900', '已签'],
];
const POLICY = [
  ['返点项', '适用类别', '定档口径', '门槛', '比例'],
  ['基础', '基础', '全部', 500_000, 0.04],
  ['基础', '基础', '全部', 2_000_000, 0.06],
  ['安全', '安全', '全部', 500_000, 0.07],
];
/** 1,950,000 in all: 1,500,000 at 4 % and 450,000 at 7 %. */
const REBATE = 91_500_00;

/**
 * A quarter over one difficult Excel: looked at, analyzed, reviewed, a column added and taken as
 * values, colours cleared. The user's own sheets end as they began.
 */
async function story(given: Switch): Promise<void> {
  const days = given.book?.date1904 === true ? 1462 : 0;
  const rows = ROWS.map((row) =>
    row.map((cell, at) => (at === 3 && typeof cell === 'number' ? cell - days : cell)),
  );
  const host = openWorkbook(
    {
      ...given.book,
      sheets: [
        { name: '订单', rows, fills: { A3: '#FFCC00' }, ...given.orders },
        { name: '返点政策', rows: POLICY },
        ...(given.more ?? []),
      ],
    },
    given.options,
  );
  const own = new Set(host.model.sheets.map(({ id }) => id));
  const users = (): unknown => host.snapshot((sheet) => own.has(sheet.id))['sheets'];
  const before = users();
  given.begin?.(host);
  const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  const workbook = new OfficeWorkbook({ wait });
  const session = new Session(workbook, tools as never);
  await session.look();
  const run = { step: () => undefined, signal: new AbortController().signal };
  const outcome = await session.analyze(DEFAULT_SETTINGS, run);
  expect(outcome).toMatchObject({ ok: true, value: { total: REBATE, questionCount: 1 } });
  const review = await session.writeReview('zh-CN');
  expect(host.sheet(review).columns.length).toBeGreaterThan(0);
  await session.clearHighlights();
  const formulas = new OfficeFormulas({ notice: () => undefined, wait });
  expect(await copyAsValues(formulas, (sheet) => `${sheet} v`)).toEqual([]);
  expect(users()).toEqual(before);
}

describe('the whole story of the pane over a difficult Excel', () => {
  test.each(Object.entries(SWITCHES))('%s', (_name, given) => story(given));

  it('with the structure protected: nothing is written, and it is said', async () => {
    await expect(story({ book: { structureProtected: true } })).rejects.toMatchObject({
      fact: { code: 'excel.workbookProtected' },
    });
  });
});

describe('the record', () => {
  it('names every switch, only files that are there, and each number for a real Excel once', () => {
    const stories = RECORD.flatMap(({ proof }) => (proof.kind === 'story' ? [proof.switch] : []));
    const switches = (Object.keys(SWITCHES) as SwitchName[]).filter((name) => name !== 'calm');
    expect([...stories].sort()).toEqual([...switches].sort());
    for (const { proof } of RECORD)
      if (proof.kind === 'test')
        expect([proof.file, existsSync(proof.file)]).toEqual([proof.file, true]);
    const numbers = RECORD.flatMap(({ proof }) => (proof.kind === 'real' ? [proof.number] : []));
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, at) => at + 1));
  });

  it.each(['en', 'zh'] as const)('is printed as it is (%s)', (language) => {
    const { path, text } = recordPage(language);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});
