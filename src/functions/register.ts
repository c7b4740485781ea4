import { functions as chinese } from '#i18n/zh-CN/functions.ts';
import { functions as english } from '#i18n/en-US/functions.ts';
import { type Language, sentenceOf } from '#i18n/sentences.ts';
import { CellError } from './cell-error.ts';
import { optionalCells } from './cells.ts';
import type { FunctionFact } from './functions.facts.ts';
import { callerLanguage } from './language.ts';
import { expectWorkbookPolicy, workbookPolicy, workbookPolicyExpected } from './policy-source.ts';
import type { FunctionResult, FunctionSpec } from './spec.ts';
import { SPECS } from './specs.ts';

/**
 * Registers every function with Excel. The only file of this folder that knows `CustomFunctions`.
 */
interface ExcelFunctions {
  associate(id: string, run: (...args: unknown[]) => unknown): void;
  /** Absent where only `associate` is there. */
  readonly Error?: new (code: string, message: string) => object;
}

const POLICY_WAIT_MILLISECONDS = 20_000;

/** Looked up each time: Excel's own script adds to it, or replaces it, after this one has run. */
const excel = (): ExcelFunctions =>
  (globalThis as unknown as { readonly CustomFunctions: ExcelFunctions }).CustomFunctions;

for (const spec of SPECS) excel().associate(spec.id, (...args) => call(spec, args));
awaitPolicySheet();

/**
 * A call without a policy waits while the pane is still reading the policy sheet; every other call
 * is result at once.
 */
function call(spec: FunctionSpec, args: readonly unknown[]): unknown {
  const expected = leavesPolicyOut(spec, args) ? workbookPolicyExpected() : undefined;
  return expected === undefined ? resultOf(spec, args) : expected.then(() => resultOf(spec, args));
}

function leavesPolicyOut({ parameters }: FunctionSpec, args: readonly unknown[]): boolean {
  const position = parameters.findIndex(({ name }) => name === 'policy');
  return position >= 0 && optionalCells('policy', args[position]) === undefined;
}

function resultOf(spec: FunctionSpec, args: readonly unknown[]): unknown {
  const language = callerLanguage();
  const say = (fact: FunctionFact): string => sentence(fact, language);
  try {
    return forExcel(spec.run(args, { workbookPolicy: workbookPolicy(), say }), say);
  } catch (error) {
    throw error instanceof CellError ? excelError(error, say) : error;
  }
}

function forExcel(result: FunctionResult, say: (fact: FunctionFact) => string): unknown {
  if (typeof result !== 'object') return result;
  if (result instanceof CellError) throw result;
  for (const row of result as unknown[][]) {
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      if (cell instanceof CellError) row[column] = excelError(cell, say);
    }
  }
  return result;
}

function excelError(error: CellError, say: (fact: FunctionFact) => string): object {
  const message = say(error.fact);
  const { Error: ExcelError } = excel();
  return ExcelError === undefined
    ? Object.assign(new Error(message), { code: error.kind })
    : new ExcelError(error.kind, message);
}

const sentence = (fact: FunctionFact, language: Language): string =>
  sentenceOf(language === 'zh-CN' ? chinese : english, fact);

/**
 * Inside an Office page the pane will say what the policy sheet holds; a page that never does must
 * not leave cells busy.
 */
function awaitPolicySheet(): void {
  if (!('Office' in globalThis) || typeof setTimeout !== 'function') return;
  expectWorkbookPolicy(
    new Promise((resolve) => {
      setTimeout(resolve, POLICY_WAIT_MILLISECONDS);
    }),
  );
}
