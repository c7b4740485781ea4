import { DEFAULT_SETTINGS } from '#application/memory/settings.ts';
import { Session } from '#application/session/session.ts';
import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import { openStory, type Story } from './story-book.ts';

const run = { step: () => undefined, signal: new AbortController().signal };
const tools = { readFile: () => Promise.reject(new Error('no file here')) };

async function analyzed(): Promise<Story> {
  const story = openStory({});
  await story.session.look();
  await story.session.analyze(DEFAULT_SETTINGS, run);
  return story;
}

/** Everything that the workbook holds. */
const whole = ({ host }: Story): unknown => host.snapshot(() => true);

/** Writes the review and stops it at its n-th request to Excel. */
async function stoppedAt(turn: number, story: Story, session = story.session): Promise<string> {
  const controller = new AbortController();
  let requests = 0;
  story.host.faults.push(() => {
    requests += 1;
    if (requests === turn) controller.abort();
    return null;
  });
  const ended = await session
    .writeReview('zh-CN', { signal: controller.signal, step: () => undefined })
    .then(
      () => 'done',
      (error: unknown) => `${(error as Error).name}`,
    );
  story.host.faults.length = 0;
  return ended;
}

describe('a review that is stopped in Excel', () => {
  it('takes its new sheets away, wherever it is stopped', async () => {
    const story = await analyzed();
    const before = whole(story);
    let stops = 0;
    for (let turn = 1; ; turn += 7) {
      const ended = await stoppedAt(turn, story);
      if (ended === 'done') break;
      stops += 1;
      expect([turn, ended, whole(story)]).toEqual([turn, 'AbortError', before]);
    }
    expect(stops).toBeGreaterThan(4);
  });

  it('brings back the review that this pane wrote before', async () => {
    const story = await analyzed();
    await story.session.writeReview('zh-CN');
    const before = whole(story);
    for (let turn = 4; turn < 60; turn += 17) {
      const ended = await stoppedAt(turn, story);
      if (ended === 'done') break;
      expect([turn, ended, whole(story)]).toEqual([turn, 'AbortError', before]);
    }
  });

  it('finishes over one that nobody could bring back, and says so', async () => {
    const story = await analyzed();
    await story.session.writeReview('zh-CN');
    const next = new Session(new OfficeWorkbook({ wait: story.wait }), tools as never);
    await next.look();
    await next.analyze(DEFAULT_SETTINGS, run);
    const controller = new AbortController();
    const steps = new Set<string>();
    await next.writeReview('zh-CN', {
      signal: controller.signal,
      step: (step) => {
        steps.add(step);
        if (step === 'rewrite') controller.abort();
      },
    });
    expect([...steps]).toEqual(['review', 'rewrite']);
  });
});
