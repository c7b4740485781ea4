import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import type { WorkbookLook } from '#application/session/pane-session.ts';
import {
  viewOf,
  INITIAL,
  isStale,
  nextState,
  type Notice,
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

  const started: PaneEvent = { kind: 'started' };
  const reading: PaneEvent = { kind: 'reading' };
  const changed: PaneEvent = { kind: 'changed' };
  const read = (view: AnalysisView): PaneEvent => ({ kind: 'computed', view, from: 'reading' });
  const undone: PaneEvent = { kind: 'computed', view: first, from: 'before' };
  const failed: PaneEvent = { kind: 'failed', failure: { code: 'run.broken' } };
  const ran = [started, read(first)];

  it.each<readonly [string, boolean, readonly PaneEvent[]]>([
    ['as they were read', false, ran],
    ['an edit after the run', true, [...ran, changed]],
    ['a run after the edit', false, [...ran, changed, started, read(second)]],
    ['a quiet run after the edit', false, [...ran, changed, reading, read(second)]],
    ['an edit during the first run', true, [started, changed, read(first)]],
    ['an edit during a quiet run', true, [...ran, reading, changed, read(second)]],
    ['an answer: the sheet was not read again', true, [...ran, changed, answered(second)]],
    ['an answer without an edit', false, [...ran, answered(second)]],
    ['a run that was stopped', true, [...ran, changed, started, { kind: 'stopped' }]],
    ['a run that failed', true, [...ran, changed, started, failed]],
    [
      'the figures before the edit are back',
      true,
      [...ran, changed, started, read(second), undone],
    ],
    [
      'the figures before are back, without an edit',
      false,
      [...ran, started, read(second), undone],
    ],
    ['another workbook', false, [...ran, changed, { kind: 'looked', look: {} as WorkbookLook }]],
  ])('knows whether its figures are older than the sheet: %s', (_, stale, events) => {
    expect(isStale(after(...events))).toBe(stale);
  });

  it('keeps a notice while the figures follow the cells', () => {
    const notice: Notice = { kind: 'review', sheet: 'Review' };
    const followed: PaneEvent = { kind: 'computed', view: second, from: 'reading' };
    const read: PaneEvent = { ...followed, answered: [] };
    const noticed: PaneEvent = { kind: 'noticed', notice };
    expect(after(answered(first), noticed, followed)).toMatchObject({ notice, view: second });
    expect(after(answered(first), noticed, read)).toMatchObject({ notice: null });
  });

  it('forgets a notice with the next answer', () => {
    expect(
      after(answered(first), { kind: 'noticed', notice: { kind: 'cleared' } }, answered(second)),
    ).toMatchObject({ notice: null });
  });
});
