import { existsSync, readFileSync } from 'node:fs';
import { copyAsValues } from '#application/formulas/sheet-formulas.ts';
import { DEFAULT_SETTINGS } from '#application/memory/settings.ts';
import { OfficeFormulas } from '#workbook/office/office-formulas.ts';
import { recordPage } from '../../scripts/record-page.ts';
import { STORY_REBATE, comingOf, openStory, rebateByFormula } from './story-book.ts';
import { RECORD } from './record.ts';
import { type Switch, type SwitchName, SWITCHES } from './switches.ts';

/** Where the page finds itself, and what it has said. */
const ARRIVALS = {
  'at once': ['excel'],
  slow: ['excel', 'slow'],
  blocked: ['waiting', 'blocked'],
} as const;

/**
 * A quarter over one difficult Excel: looked at, analyzed, reviewed, a column added and taken as
 * values, colours cleared. The user's own sheets end as they began.
 */
async function story(given: Switch): Promise<void> {
  const opened = openStory(given);
  const { host, session, users, wait } = opened;
  const before = users();
  const said: string[] = [];
  const place = await comingOf(given.officeJs, (waiting) => said.push(waiting));
  expect([place, ...said]).toEqual(ARRIVALS[given.officeJs ?? 'at once']);
  if (place !== 'excel') return;
  given.begin?.(host);
  await session.look();
  const run = { step: () => undefined, signal: new AbortController().signal };
  const outcome = await session.analyze(DEFAULT_SETTINGS, run);
  expect(outcome).toMatchObject({ ok: true, value: { total: STORY_REBATE, questionCount: 1 } });
  const review = await session.writeReview('zh-CN');
  expect(host.sheet(review).columns.length).toBeGreaterThan(0);
  await session.clearHighlights();
  const formulas = new OfficeFormulas({ notice: () => undefined, wait });
  expect(await copyAsValues(formulas, (sheet) => `${sheet} v`)).toEqual([]);
  expect(await rebateByFormula(opened, given)).toBe(STORY_REBATE);
  expect(given.takeBack?.(host) ?? true).toBe(true);
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

/** Issues of OfficeDev/office-js that touch what the add-in does. */
const ISSUES = [
  224, 418, 420, 856, 891, 1317, 1503, 1568, 1749, 1951, 1991, 2090, 2174, 2464, 2513, 2568, 2744,
  3330, 3378, 3388, 3568, 3646, 3899, 4004, 4195, 4385, 4484, 4532, 4613, 4654, 4702, 4769, 4783,
  5176, 5198, 5262, 5511, 5959, 6491, 6531, 6711, 6763, 6781, 6844, 6936,
];

describe('the record', () => {
  it('names every switch, only files that are there, and each number for a real Excel once', () => {
    const stories = RECORD.flatMap(({ proof }) => (proof.kind === 'story' ? [proof.switch] : []));
    const switches = (Object.keys(SWITCHES) as SwitchName[]).filter((name) => name !== 'calm');
    expect([...stories].sort()).toEqual([...switches].sort());
    const files = RECORD.flatMap(({ proof }) => (proof.kind === 'test' ? [proof.file] : []));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    const numbers = RECORD.flatMap(({ proof }) => (proof.kind === 'real' ? [proof.number] : []));
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, at) => at + 1));
  });

  it('has an outcome in both languages for every issue that is known to matter here', () => {
    const named = new Set(
      RECORD.flatMap(({ source }) => source.match(/\d{3,}/g) ?? []).map(Number),
    );
    expect(ISSUES.filter((issue) => !named.has(issue))).toEqual([]);
    const texts = RECORD.flatMap(({ fact, outcome }) => [fact, outcome]);
    expect(texts.filter(({ zh, en }) => zh === '' || !/^[\x20-\x7e’“”–]+$/.test(en))).toEqual([]);
    expect(new Set(RECORD.map(({ fact }) => fact.en)).size).toBe(RECORD.length);
  });

  it('the page of ten things, in both languages, and the form count as the record does', () => {
    const numbers = (path: string): number[] =>
      [...readFileSync(path, 'utf8').matchAll(/^ *(\d+)\.(?: |$)/gm)].map(([, at]) => Number(at));
    const ten = Array.from({ length: 10 }, (_, at) => at + 1);
    const form = '.github/ISSUE_TEMPLATE/excel-report.yml';
    for (const path of ['docs/excel-proof.md', 'docs/excel-proof.zh-CN.md', form])
      expect([path, numbers(path)]).toEqual([path, ten]);
    for (const path of ['docs/excel-proof.md', 'docs/excel-proof.zh-CN.md'])
      for (const [file] of readFileSync(path, 'utf8').matchAll(/assets\/[\w./-]+\.xl\w+/g))
        expect([file, existsSync(file)]).toEqual([file, true]);
  });

  it.each(['en', 'zh'] as const)('is printed as it is (%s)', (language) => {
    const { path, text } = recordPage(language);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});
