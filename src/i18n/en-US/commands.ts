import type { Step } from '#facts/run.ts';

/** Words of the ribbon's commands, said on a sheet of ours while the pane is closed. */
export const commands = {
  sheet: 'Rebate Radar status',
  title: 'Rebate Radar',
  steps: {
    read: 'Reading the sheet',
    understand: 'Telling orders, refunds and notes apart',
    compute: 'Computing tiers and edge orders',
    highlight: 'Colouring the edge orders',
    review: 'Writing the review',
    rewrite: 'Writing the review',
  } satisfies Record<Step, string>,
  rows: (done: string, total: string | null): string =>
    total === null ? `${done} rows` : `${done} of ${total} rows`,
  analyzed: 'Analyzed. The edge orders are coloured; open the pane for the figures.',
  written: 'The review is written.',
  failed: 'Stopped',
};
