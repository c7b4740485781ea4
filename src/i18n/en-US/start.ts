/** What the page says before there is a pane. */
export const startWords = {
  slow:
    'Waiting for Excel. On a slow line this can take a while; the figures appear by ' +
    'themselves.',
  blocked:
    'Excel could not be reached: office.js was not loaded (offline, or blocked by the ' +
    'network). Formulas keep their figures; nothing is shown here until Excel answers.',
  again: 'Try again',
};
