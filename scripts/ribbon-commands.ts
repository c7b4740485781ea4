import type { RibbonActions } from '#commands/ribbon.ts';

/** The page's ribbon commands: one more or one less does not compile. */
const COMMANDS: Readonly<Record<keyof RibbonActions, true>> = {
  analyzeSheet: true,
  writeReview: true,
};

export const RIBBON_COMMANDS: ReadonlySet<string> = new Set(Object.keys(COMMANDS));
