import { DEFAULT_SETTINGS, type Settings } from '#application/memory/settings.ts';
import { Session } from '#application/session/session.ts';
import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import { type Story, openStory } from './story-book.ts';

/**
 * Colours of an earlier run never stay where they mean nothing any more: no edge order left, all
 * colours off, a run or a whole page that broke off.
 */
const run = { step: () => undefined, signal: new AbortController().signal };
const OFF: Settings = { ...DEFAULT_SETTINGS, coloured: [] };
const tools = { readFile: () => Promise.reject(new Error('no file here')) };

const fills = ({ host }: Story): unknown =>
  (host.snapshot((sheet) => sheet.name === '订单')['sheets'] as { formats: unknown }[])[0]?.formats;

/** The page is closed and opened again over the same workbook. */
const opened = ({ wait }: Story): Session =>
  new Session(new OfficeWorkbook({ wait }), tools as never);

async function coloured(): Promise<{ readonly story: Story; readonly before: unknown }> {
  const story = openStory({});
  const before = fills(story);
  await story.session.look();
  await story.session.analyze(DEFAULT_SETTINGS, run);
  expect(fills(story)).not.toEqual(before);
  return { story, before };
}

/** Every order far below every tier: none of them decides one. */
function makeSmall({ host }: Story): void {
  const amounts = host.sheet('订单').columns[4] as unknown[];
  for (const row of [1, 2, 3]) amounts[row] = 10;
}

it('a run that finds no edge order takes the colours away', async () => {
  const { story, before } = await coloured();
  makeSmall(story);
  const outcome = await story.session.analyze(DEFAULT_SETTINGS, run);
  expect(outcome.ok && outcome.value.edges).toHaveLength(0);
  expect(fills(story)).toEqual(before);
});

it('a run with all colours off takes them away', async () => {
  const { story, before } = await coloured();
  await story.session.analyze(OFF, run);
  expect(fills(story)).toEqual(before);
});

it('likewise in a page that was opened anew', async () => {
  for (const settings of [OFF, DEFAULT_SETTINGS]) {
    const { story, before } = await coloured();
    if (settings !== OFF) makeSmall(story);
    const session = opened(story);
    await session.look();
    await session.analyze(settings, run);
    expect(fills(story)).toEqual(before);
  }
});

it('a run that broke off at any request is cleared by the next page', async () => {
  for (let at = 1; at < 60; at += 3) {
    const story = openStory({});
    const before = fills(story);
    await story.session.look();
    let passed = 0;
    story.host.faults.push(() => ((passed += 1) > at ? 'AccessDenied' : null));
    await story.session.analyze(DEFAULT_SETTINGS, run).catch(() => undefined);
    story.host.faults.length = 0;
    const next = opened(story);
    await next.look();
    await next.clearHighlights();
    expect([at, fills(story)]).toEqual([at, before]);
  }
});

it('undo takes the colours back once, and then there is nothing to take back', async () => {
  const { story, before } = await coloured();
  expect(await story.session.undoRun()).toMatchObject({ undone: true });
  expect(fills(story)).toEqual(before);
  expect(await story.session.undoRun()).toMatchObject({ undone: false });
  const cleared = (await coloured()).story.session;
  await cleared.clearHighlights();
  expect(await cleared.undoRun()).toMatchObject({ undone: false });
  const fresh = openStory({});
  await fresh.session.look();
  expect(await fresh.session.undoRun()).toMatchObject({ undone: false });
});
