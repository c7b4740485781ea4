/** @jest-environment jsdom */
import type { PaneHost } from '#taskpane/pane-services.ts';
import { useFollowing } from '#taskpane/use-following.ts';
import { Rendered } from './rendered.tsx';

/** A host whose sheet is edited by `edit`, and a run that took `lasted()` milliseconds. */
async function edited(
  lasted: () => number | null,
  follow: () => boolean,
  { followsEdits = true, isBusy = (): boolean => false } = {},
) {
  let edit: (sheet: string) => void = () => undefined;
  const host = {
    followsEdits,
    onSheetChanged: (told: (sheet: string) => void) => {
      edit = told;
      return () => undefined;
    },
  } as Partial<PaneHost> as PaneHost;
  const runs = {
    analyze: () => Promise.resolve(null),
    follow: () => true,
    lasted,
    isBusy,
    cancel: () => undefined,
  };
  const told: string[] = [];
  const Part = (): null => {
    useFollowing(host, runs, follow, (sheet) => told.push(sheet) > 0);
    return null;
  };
  const part = await Rendered.of(<Part />);
  return { part, told, edit: (sheet: string) => edit(sheet) };
}

describe('the figures after an edit', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('follow once when typing pauses', async () => {
    const follow = jest.fn(() => true);
    const { edit, part } = await edited(() => 3000, follow);
    edit('订单');
    jest.advanceTimersByTime(400);
    edit('订单');
    jest.advanceTimersByTime(400);
    expect(follow).not.toHaveBeenCalled();
    jest.advanceTimersByTime(100);
    expect(follow).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(60_000);
    expect(follow).toHaveBeenCalledTimes(1);
    await part.close();
  });

  it('wait for a run that may have read the cell as it was: no edit is left out', async () => {
    let isBusy = true;
    const follow = jest.fn(() => !isBusy);
    // The first run, which may be a long one: how long is not known yet.
    const { edit, part } = await edited(() => (isBusy ? null : 200), follow, {
      isBusy: () => isBusy,
    });
    edit('订单');
    jest.advanceTimersByTime(2000);
    expect(follow.mock.results.map(({ value }) => value as boolean)).not.toContain(true);
    isBusy = false;
    jest.advanceTimersByTime(500);
    expect(follow.mock.results.at(-1)?.value).toBe(true);
    const times = follow.mock.calls.length;
    jest.advanceTimersByTime(60_000);
    expect(follow).toHaveBeenCalledTimes(times);
    await part.close();
  });

  it.each<[string, number | null, boolean]>([
    ['after a run of more than three seconds', 3001, true],
    ['before the first run', null, true],
    ['where reading the sheet would disturb', 200, false],
  ])('are only said to be older: %s', async (_, lasted, followsEdits) => {
    const follow = jest.fn(() => true);
    const { edit, told, part } = await edited(() => lasted, follow, { followsEdits });
    edit('订单');
    jest.advanceTimersByTime(60_000);
    expect(told).toEqual(['订单']);
    expect(follow).not.toHaveBeenCalled();
    await part.close();
  });
});
