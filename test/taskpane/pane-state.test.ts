import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import {
  viewOf,
  INITIAL,
  nextState,
  type PaneEvent,
  type PaneState,
} from '#taskpane/pane-state.ts';

const first = { title: 'first' } as AnalysisView;
const second = { title: 'second' } as AnalysisView;

const after = (...events: readonly PaneEvent[]): PaneState => events.reduce(nextState, INITIAL);
const answered = (view: AnalysisView): PaneEvent => ({ kind: 'computed', view });

describe('the pane', () => {
  it.each<readonly [string, readonly PaneEvent[], PaneState['kind'], AnalysisView | null]>([
    ['begins idle', [], 'idle', null],
    ['runs', [{ kind: 'started' }], 'running', null],
    ['shows the answer', [{ kind: 'started' }, answered(first)], 'ready', first],
    [
      'keeps the view in mind while it runs again',
      [answered(first), { kind: 'started' }],
      'running',
      first,
    ],
    [
      'goes back to the view when the second run is stopped',
      [answered(first), { kind: 'started' }, { kind: 'stopped' }],
      'ready',
      first,
    ],
    [
      'goes back to the first page when the first run is stopped',
      [{ kind: 'started' }, { kind: 'stopped' }],
      'idle',
      null,
    ],
    [
      'keeps the view when a later run fails',
      [answered(first), { kind: 'started' }, { kind: 'failed', failure: { code: 'run.broken' } }],
      'failed',
      first,
    ],
    [
      'runs again after a failure',
      [
        answered(first),
        { kind: 'failed', failure: { code: 'run.broken' } },
        { kind: 'started' },
        answered(second),
      ],
      'ready',
      second,
    ],
    [
      'does not take progress for a run when nothing runs',
      [{ kind: 'progressed', step: 'read', done: 1, total: 2 }],
      'idle',
      null,
    ],
    ['does not stop what does not run', [answered(first), { kind: 'stopped' }], 'ready', first],
  ])('%s', (_, events, kind, view) => {
    const state = after(...events);
    expect([state.kind, viewOf(state)]).toEqual([kind, view]);
  });

  it('remembers that it was asked to stop while progress goes on', () => {
    const state = after(
      { kind: 'started' },
      { kind: 'stopping' },
      { kind: 'progressed', step: 'highlight', done: 3, total: 9 },
    );
    expect(state).toMatchObject({
      progress: { step: 'highlight', done: 3, total: 9, stopping: true },
    });
  });

  it('says that the sheet changed until the next answer', () => {
    expect(after(answered(first), { kind: 'changed' })).toMatchObject({ stale: true });
    expect(after(answered(first), { kind: 'changed' }, answered(second))).toMatchObject({
      stale: false,
    });
  });

  it('forgets a notice with the next answer', () => {
    expect(
      after(answered(first), { kind: 'noticed', notice: { kind: 'cleared' } }, answered(second)),
    ).toMatchObject({ notice: null });
  });
});
