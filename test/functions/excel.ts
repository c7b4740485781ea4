import type { FunctionId } from '#facts/functions.ts';

/** What Excel knows as an error in a cell. */
export class ExcelError {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}

const registered = new Map<string, (...args: unknown[]) => unknown>();
const page = globalThis as { CustomFunctions?: unknown; Office?: unknown };
page.CustomFunctions = {
  associate: (id: string, run: (...args: unknown[]) => unknown) => registered.set(id, run),
  Error: ExcelError,
};

/** The functions as Excel calls them, registered by the same code, with Excel in Chinese. */
export async function excel(): Promise<{
  readonly ids: readonly string[];
  readonly call: (id: FunctionId, ...args: unknown[]) => unknown;
}> {
  // Inside an Office page they would wait for the pane to name the policy's sheet.
  const { Office: office } = page;
  delete page.Office;
  await import('#hosts/functions.ts');
  if (office !== undefined) page.Office = office;
  return {
    ids: [...registered.keys()],
    call: (id, ...args) => {
      try {
        return registered.get(id)?.(...args);
      } catch (error) {
        return error;
      }
    },
  };
}

export const speak = (language: string): void => {
  page.Office = { context: { displayLanguage: language } };
};

/**
 * 50/200/500 万 at 4/6/8 % on basic products, 7/10/12 % on security; the tier is set by both
 * together.
 */
export const POLICY = [
  ['返点项', '适用类别', '定档口径', '门槛', '比例'],
  ['基础', '基础', '全部', '50万', '4%'],
  ['', '', '', '200万', '6%'],
  ['', '', '', '500万', '8%'],
  ['安全', '安全', '全部', '50万', '7%'],
  ['', '', '', '200万', '10%'],
  ['', '', '', '500万', '12%+'],
];

/** One component without a name. */
export const SIMPLE = [
  ['门槛', '比例'],
  [500000, 0.04],
  [2000000, 0.06],
  [5000000, 0.08],
];
