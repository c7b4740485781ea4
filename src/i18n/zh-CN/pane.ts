import type { pane as english } from '../en-US/pane.ts';
import type { Words } from '../sentences.ts';
import { paneShell } from './pane-shell.ts';
import { paneOverview } from './pane-overview.ts';
import { paneQuestions } from './pane-questions.ts';
import { panePolicy } from './pane-policy.ts';
import { paneAdvice } from './pane-advice.ts';

export const pane: Words<typeof english> = {
  name: '返点雷达',
  periodName: (label) =>
    /^\d{4}$/.test(label)
      ? `${label} 年度`
      : /^FY\d{4}$/.test(label)
        ? `${label} 财年`
        : `${label} `,
  ...paneShell,
  ...paneOverview,
  ...paneQuestions,
  ...panePolicy,
  ...paneAdvice,
};
