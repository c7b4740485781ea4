import { paneShell } from './pane-shell.ts';
import { paneOverview } from './pane-overview.ts';
import { paneQuestions } from './pane-questions.ts';
import { panePolicy } from './pane-policy.ts';
import { paneAdvice } from './pane-advice.ts';

/** Every word of the pane. `**…**` marks the figures that a sentence is about. */
export const pane = {
  name: 'Rebate Radar',
  periodName: (label: string) => label,
  ...paneShell,
  ...paneOverview,
  ...paneQuestions,
  ...panePolicy,
  ...paneAdvice,
};
