import { existsSync, readFileSync } from 'node:fs';
import { copyAsValues } from '#application/formulas/copy-as-values.ts';
import { DEFAULT_SETTINGS } from '#application/memory/settings.ts';
import { OfficeFormulas } from '#workbook/office/office-formulas.ts';
import { recordPage } from '../../scripts/record-page.ts';
import { STORY_REBATE, openStory } from './story-book.ts';
import { RECORD } from './record.ts';
import { type Switch, type SwitchName, SWITCHES } from './switches.ts';

/**
 * A quarter over one difficult Excel: looked at, analyzed, reviewed, a column added and taken as
 * values, colours cleared. The user's own sheets end as they began.
 */
async function story(given: Switch): Promise<void> {
  const { host, session, users, wait } = openStory(given);
  const before = users();
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
    const files = RECORD.flatMap(({ proof }) => (proof.kind === 'test' ? [proof.file] : []));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    const numbers = RECORD.flatMap(({ proof }) => (proof.kind === 'real' ? [proof.number] : []));
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, at) => at + 1));
  });

  it.each(['en', 'zh'] as const)('is printed as it is (%s)', (language) => {
    const { path, text } = recordPage(language);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});
