/** @jest-environment jsdom */
import { act, type ReactNode } from 'react';
import type { LiveGrid } from '#application/live/live-grid.ts';
import type { FileSession } from '#application/session/file-session.ts';
import { type LiveGridCode, useLiveGrid } from '#taskpane/browser/use-live-grid.ts';
import { Rendered } from './rendered.tsx';

interface Opening {
  readonly container: HTMLElement;
  readonly isDisposed: () => boolean;
  end(failure?: Error): Promise<void>;
}

/** A page over one file after another, with grids that are there when the test says so. */
async function begin() {
  const openings: Opening[] = [];
  const openLiveGrid: LiveGridCode['openLiveGrid'] = ({ container }) =>
    new Promise((resolve, reject) => {
      let disposed = 0;
      const grid = {
        dispose: () => void (disposed += 1),
        show: () => undefined,
        clearFills: () => undefined,
      } as Partial<LiveGrid> as LiveGrid;
      openings.push({
        container,
        isDisposed: () => disposed === 1,
        end: (failure) => act(async () => (failure ? reject(failure) : resolve(grid))),
      });
    });
  const session = {
    gridFrame: () => Promise.resolve({ rowCount: 0, columnCount: 0, look: null, edits: [] }),
    gridRows: () => Promise.resolve({ columns: [], formats: null, formulas: [], rows: [] }),
    policyCells: () => Promise.resolve(null),
    gridFills: () => Promise.resolve([]),
  } as Partial<FileSession> as FileSession;
  const code = { openLiveGrid, setGridPolicy: () => false };
  const sheets = [{ name: 'A', rowCount: 0, columnCount: 0, hidden: false, ours: false }];
  const nothing = (): void => undefined;
  const Page = ({ book }: { readonly book: number }): ReactNode => {
    const { host } = useLiveGrid({
      ...{ session, language: 'en-US', isDark: false, book: `${book}:0`, opening: book, sheets },
      ...{ shown: 'A', version: 0, isLive: true, load: () => Promise.resolve(code) },
      ...{ onEdited: nothing, onSelected: nothing, onRefused: nothing, onExplained: nothing },
      onGrid: nothing,
    });
    return <div ref={host} />;
  };
  const shown = await Rendered.of(<Page book={1} />, 'en-US');
  const open = async (book: number): Promise<Opening> => {
    await shown.show(<Page book={book} />);
    await act(async () => void (await jest.advanceTimersByTimeAsync(2000)));
    return openings.at(-1)!;
  };
  return { shown, open };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it.each([
  ['is drawn', undefined],
  ['cannot be drawn', new Error('no canvas')],
])('a sheet keeps its place until it %s, though another file was opened', async (_, failure) => {
  const { shown, open } = await begin();
  const first = await open(1);
  const second = await open(2);
  expect(second).not.toBe(first);
  // Whoever measures it meanwhile finds it in the page, and nobody sees it.
  expect(first.container.isConnected).toBe(true);
  expect(first.container.style.visibility).toBe('hidden');
  await first.end(failure);
  expect(first.container.isConnected).toBe(false);
  expect(first.isDisposed()).toBe(failure === undefined);
  await second.end();
  expect(second.container.style.visibility).toBe('');
  const third = await open(3);
  expect([second.container.isConnected, second.isDisposed()]).toEqual([false, true]);
  await third.end();
  await shown.close();
  expect([third.container.isConnected, third.isDisposed()]).toEqual([false, true]);
});
