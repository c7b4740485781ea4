/** @jest-environment jsdom */
import { act } from 'react';
import type { RunOptions } from '#application/session/pane-session.ts';
import type { Language } from '#domain/language.ts';
import { pane as english } from '#i18n/en-US/pane.ts';
import { pane as chinese } from '#i18n/zh-CN/pane.ts';
import { FileWorking } from '#taskpane/browser/FileWorking.tsx';
import type { Notice, RunProgress } from '#taskpane/pane-state.ts';
import { Running } from '#taskpane/shell/Running.tsx';
import { useHostWork, type HostWork } from '#taskpane/use-host-work.ts';
import { Rendered } from './rendered.tsx';

const LANGUAGES = [
  ['zh-CN', chinese],
  ['en-US', english],
] as const satisfies readonly (readonly [Language, unknown])[];

beforeEach(() => jest.useFakeTimers());
let shown: Rendered;
afterEach(async () => {
  await shown.close();
  jest.useRealTimers();
});

const pass = (milliseconds: number): Promise<void> =>
  act(async () => void jest.advanceTimersByTime(milliseconds));
const pressEscape = (target: EventTarget = document.body): Promise<void> =>
  act(async () => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
const bar = (): Element | null => shown.box.querySelector('[role=progressbar]');
const status = (): string => shown.box.querySelector('[role=status]')?.textContent ?? '';

/** Work of the session that ends when it is told to, in the pane's own words. */
async function begin(language: Language) {
  let work!: HostWork;
  const options: RunOptions[] = [];
  const ends: ((ended: Notice | Error) => void)[] = [];
  const notices: Notice[] = [];
  const Shown = () => {
    work = useHostWork();
    return work.progress && <Running progress={work.progress} onCancel={work.cancel} />;
  };
  shown = await Rendered.of(<Shown />, language);
  await act(async () => {
    void work
      .run((given) => {
        options.push(given);
        return new Promise((resolve, reject) =>
          ends.push((ended) => (ended instanceof Error ? reject(ended) : resolve(ended))),
        );
      })
      .then((notice) => notices.push(notice));
  });
  return {
    busy: () => work.busy,
    step: (...said: Parameters<RunOptions['step']>) => act(async () => options[0]!.step(...said)),
    signal: () => options[0]!.signal,
    end: (ended: Notice | Error) => act(async () => ends[0]!(ended)),
    notices,
  };
}

describe.each(LANGUAGES)('writing the review in %s', (language, words) => {
  it('shows how far it is, for eyes and for a screen reader', async () => {
    const work = await begin(language);
    expect([work.busy(), bar()]).toEqual([true, null]);
    await work.step('review', 500, 2000);
    await pass(300);
    expect(status()).toBe(words.running.review);
    expect(bar()!.getAttribute('aria-label')).toBe(words.running.review);
    expect(Number(bar()!.getAttribute('aria-valuenow'))).toBe(0.25);
    expect(shown.text).toContain(words.running.share('25'));
    await pass(100);
    await work.step('review', 1500, 2000);
    expect(shown.text).toContain(words.running.share('75'));
    await work.end({ kind: 'review', sheet: 'R' });
    expect([work.busy(), bar(), work.notices]).toEqual([
      false,
      null,
      [{ kind: 'review', sheet: 'R' }],
    ]);
  });

  it('is stopped by Escape, waits for its end and says so', async () => {
    const work = await begin(language);
    await pass(300);
    await pressEscape();
    expect(work.signal().aborted).toBe(true);
    expect(status()).toBe(words.running.stopping);
    await work.end(Object.assign(new Error('stopped'), { name: 'AbortError' }));
    expect([bar(), work.notices]).toEqual([null, [{ kind: 'stopped' }]]);
  });

  it('cannot be stopped where it would leave half a review, and says why', async () => {
    const progress: RunProgress = { step: 'rewrite', done: 1, total: 2, stopping: false };
    const cancel = jest.fn();
    shown = await Rendered.of(<Running progress={progress} onCancel={cancel} />, language);
    await pressEscape();
    expect(shown.button(words.actions.cancel).title).toBe(words.running.rewrite);
    expect(cancel).not.toHaveBeenCalled();
  });

  it('that ends in a moment shows nothing of it', async () => {
    const work = await begin(language);
    await pass(299);
    expect(bar()).toBeNull();
    await work.end({ kind: 'review', sheet: 'R' });
    await pass(1000);
    expect(bar()).toBeNull();
  });
});

describe.each(LANGUAGES)('work on the file in %s', (language, words) => {
  const kinds = ['opening', 'saving'] as const;

  it.each(kinds)('%s shows how far it is and is stopped by button or Escape', async (kind) => {
    const stop = jest.fn();
    const file = (done: number) => (
      <FileWorking kind={kind} book={{ done: { done, total: 4000 }, stop }} />
    );
    shown = await Rendered.of(file(0), language);
    expect(bar()).toBeNull();
    await pass(300);
    expect(status()).toBe(words.browser[kind]);
    await shown.show(file(3000));
    expect(Number(bar()!.getAttribute('aria-valuenow'))).toBe(0.75);
    expect(shown.text).toContain(
      kind === 'saving' ? words.running.share('75') : words.running.rows('3,000', '4,000'),
    );
    await act(async () => shown.button(words.actions.cancel).click());
    await pressEscape();
    expect(stop).toHaveBeenCalledTimes(2);
    const cell = document.body.appendChild(document.createElement('textarea'));
    await pressEscape(cell);
    expect(stop).toHaveBeenCalledTimes(2);
  });
});
