/** Commands that the ribbon buttons run; `src/commands` registers them under these names. */
export const RIBBON_COMMANDS: ReadonlySet<string> = new Set(['analyzeSheet', 'writeReview']);
