import { useEffect, useReducer, useRef } from 'react';
import type { GroupAnswer } from '#application/analyze/question-groups.ts';
import type { HeaderMapping } from '#domain/reading/header-row.ts';
import type { Outcome, Supposed } from '#application/session/pane-session.ts';
import { DEFAULT_SETTINGS, type Settings } from '#application/memory/settings.ts';
import type { Language } from '#domain/language.ts';
import { failureOf } from './failure.ts';
import type { PaneServices } from './pane-services.ts';
import {
  type Answered,
  viewOf,
  type Failure,
  INITIAL,
  nextState,
  type Notice,
  type PaneState,
} from './pane-state.ts';
import { useFollowing } from './use-following.ts';
import type { HostWork } from './use-host-work.ts';
import { type RunStep, useRun } from './use-run.ts';

/** The pane's one state and what the user can do to it. */
export interface Pane {
  readonly state: PaneState;
  readonly settings: Settings;
  analyze(settings?: Settings): void;
  cancel(): void;
  /** `null` takes the answer back. */
  answer(answers: { readonly [questionKey: string]: string | null }): void;
  answerGroup(answer: GroupAnswer): void;
  mapHeader(mapping: HeaderMapping): void;
  suppose(supposed: Supposed): void;
  writeReview(): void;
  clearHighlights(): void;
  /** Takes out what the workbook keeps of us. */
  forgetKept(): void;
  undoRun(): void;
  notice(notice: Notice | null): void;
  /** Says what came of some work, or why it failed. */
  tell(work: Promise<Notice>): void;
}

/** Two answers of a person who knows them are less than this apart. */
const FINISH_AFTER_MS = 400;

export function usePane(
  { session, host }: PaneServices,
  language: Language,
  work: Pick<HostWork, 'run'>,
): Pane {
  const [state, dispatch] = useReducer(nextState, INITIAL);
  const settings = useRef<Settings>(DEFAULT_SETTINGS);
  const finishing = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(finishing.current), []);
  const runs = useRun(session, dispatch);
  const sheets = viewOf(state)?.sheets;

  useEffect(() => {
    let shown = true;
    session.look().then(
      (look) => {
        settings.current = look.settings;
        if (!shown) return;
        dispatch({ kind: 'looked', look });
        if (host.startsAnalyzed === true) void runs.analyze(look.settings);
      },
      (error: unknown) => shown && dispatch({ kind: 'failed', failure: failureOf(error) }),
    );
    return () => {
      shown = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each workbook
  }, [session]);

  useFollowing(
    host,
    runs,
    () => runs.follow(settings.current),
    (sheet) => {
      const matters =
        (sheets?.some(({ name }) => name === sheet) ?? false) ||
        (state.look?.ruleSheets.includes(sheet) ?? false);
      // The first run may have read the cell as it was.
      const isFirst = sheets === undefined && state.kind === 'running';
      if (!isFirst && (sheets === undefined || (!matters && host.followsEdits !== true)))
        return false;
      dispatch({ kind: 'changed' });
      return true;
    },
  );

  const analyze = (
    changed: Settings = settings.current,
    told?: Parameters<typeof runs.analyze>[1],
  ): Promise<Failure | null> => {
    forget();
    settings.current = changed;
    return runs.analyze(changed, told);
  };
  const settle = (work: Promise<Outcome>, answered?: Answered): void => {
    work.then(
      (outcome) =>
        dispatch(
          outcome.ok
            ? { kind: 'computed', view: outcome.value, ...(answered ? { answered } : {}) }
            : { kind: 'failed', failure: outcome.error },
        ),
      (error: unknown) => dispatch({ kind: 'failed', failure: failureOf(error) }),
    );
  };
  const forget = (): void => {
    clearTimeout(finishing.current);
    finishing.current = undefined;
  };
  /** Advice and colours, unless something else was begun meanwhile. */
  const finish = (): void => {
    const own = finishing.current;
    session.finish().then(
      (outcome) => {
        if (finishing.current !== own || !outcome.ok) return;
        dispatch({ kind: 'computed', view: outcome.value });
      },
      (error: unknown) => dispatch({ kind: 'failed', failure: failureOf(error) }),
    );
  };
  /** After an answer: the totals at once, the rest when no other answer follows. */
  const settleAnswer = (work: Promise<Outcome>, answered: Answered): void => {
    forget();
    settle(
      work.then((outcome) => {
        if (outcome.ok) finishing.current = setTimeout(finish, FINISH_AFTER_MS);
        return outcome;
      }),
      answered,
    );
  };
  const tell = (work: Promise<Notice>): Promise<Failure | null> =>
    work.then(
      (notice) => {
        dispatch({ kind: 'noticed', notice });
        return null;
      },
      (error: unknown) => {
        const failure = failureOf(error);
        dispatch({ kind: 'noticed', notice: { kind: 'failed', failure } });
        return failure;
      },
    );
  const writeReview = (told?: RunStep): Promise<Failure | null> =>
    tell(
      work.run(async ({ step, signal }) => {
        const both: RunStep = (...said) => {
          step(...said);
          told?.(...said);
        };
        return {
          kind: 'review',
          sheet: await session.writeReview(language, { step: both, signal }),
        };
      }),
    );

  // The ribbon's commands do what the pane's buttons do, in this very pane: open or not, it shows
  // what they did.
  useEffect(() =>
    host.onCommands?.({
      analyze: (told) => analyze(undefined, told),
      writeReview: async (told) =>
        (state.kind === 'ready' ? null : await analyze(undefined, told)) ?? writeReview(told),
    }),
  );

  return {
    state,
    settings: settings.current,
    analyze: (changed) => void analyze(changed),
    cancel: runs.cancel,
    answer: (answers) => settleAnswer(session.answer(answers), answeredAfter(state, answers)),
    answerGroup: (answer) => {
      session.answerGroup(answer).then(
        ({ keys, outcome }) =>
          settleAnswer(
            Promise.resolve(outcome),
            answeredAfter(state, Object.fromEntries(keys.map((key) => [key, '']))),
          ),
        (error: unknown) => dispatch({ kind: 'failed', failure: failureOf(error) }),
      );
    },
    suppose: (supposed) => settle(session.suppose(supposed)),
    mapHeader: (mapping) => settle(session.mapHeader(mapping)),
    writeReview: () => void writeReview(),
    clearHighlights: () => void tell(session.clearHighlights().then(() => ({ kind: 'cleared' }))),
    forgetKept: () => {
      forget();
      runs.cancel();
      session.forgetKept().then(
        (look) => {
          settings.current = look.settings;
          dispatch({ kind: 'looked', look });
        },
        (error: unknown) => dispatch({ kind: 'failed', failure: failureOf(error) }),
      );
    },
    undoRun: () =>
      void tell(
        session.undoRun().then(({ undone, view }) => {
          if (view) dispatch({ kind: 'computed', view, from: 'before' });
          return { kind: undone ? 'undone' : 'nothingToUndo' };
        }),
      ),
    notice: (notice) => dispatch({ kind: 'noticed', notice }),
    tell: (work) => void tell(work),
  };
}

function answeredAfter(
  state: PaneState,
  answers: { readonly [key: string]: string | null },
): Answered {
  const before = state.kind === 'ready' ? state.answered : [];
  const keys = Object.keys(answers);
  const taken = new Set(keys);
  const kept = before
    .map((batch) => batch.filter((key) => !taken.has(key)))
    .filter((batch) => batch.length > 0);
  const given = keys.filter((key) => answers[key] !== null);
  return given.length > 0 ? [...kept, given] : kept;
}
