import type { PaneSession } from './pane-session.ts';

/**
 * What a call of the pane's session does to the workbook on screen: nothing, new colours, or a
 * sheet of ours that was written. The one list of the session's calls: whoever passes them on, or
 * does something after them, goes by it, and it does not compile when a call is missing.
 */
export type CallEffect = 'none' | 'colours' | 'sheet';

export const SESSION_CALLS = {
  look: 'none',
  analyze: 'colours',
  answer: 'none',
  answerGroup: 'none',
  finish: 'colours',
  rowMeaning: 'none',
  mapHeader: 'colours',
  answersGiven: 'none',
  suppose: 'none',
  whatIf: 'none',
  tryPolicy: 'none',
  writePolicy: 'sheet',
  writeExample: 'sheet',
  reconcile: 'none',
  writeReview: 'sheet',
  clearHighlights: 'colours',
  undoRun: 'colours',
  forgetKept: 'colours',
} as const satisfies Readonly<Record<keyof PaneSession, CallEffect>>;

/** Calls after which the workbook holds something that the opened file does not. */
const CHANGING: ReadonlySet<string> = new Set<keyof PaneSession>([
  'answer',
  'answerGroup',
  'mapHeader',
  'writePolicy',
  'writeExample',
  'writeReview',
]);

export const isChanging = (call: string): boolean => CHANGING.has(call);

type Call = (...args: unknown[]) => Promise<unknown>;

/**
 * A session that passes every call on.
 *
 * @param to - the session that does it, asked anew at each call
 * @param around - what is done with the work of a call; the work itself when left out
 */
export function passedOn(
  to: () => PaneSession,
  around: (effect: CallEffect, work: Promise<unknown>, name: string) => Promise<unknown> = (
    _,
    work,
  ) => work,
): PaneSession {
  const calls = Object.entries(SESSION_CALLS).map(([name, effect]): [string, Call] => [
    name,
    // A session that is not there is a refusal of the call, not of whoever makes it.
    async (...args) => {
      const session = to();
      const call = session[name as keyof PaneSession] as Call;
      return around(effect, call.apply(session, args), name);
    },
  ]);
  return Object.fromEntries(calls) as unknown as PaneSession;
}
