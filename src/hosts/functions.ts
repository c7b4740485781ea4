import { functions as chinese } from '#i18n/zh-CN/functions.ts';
import { functions as english } from '#i18n/en-US/functions.ts';
import type { Language } from '#domain/language.ts';
import { sentenceOf } from '#i18n/sentences.ts';
import { dateColumns } from '#domain/policy/date-system.ts';
import { Refusal } from '#domain/refusal.ts';
import type { CellRefusal } from '#functions/cell-refusal.ts';
import { excelErrorKind } from '#functions/excel-error-kind.ts';
import { cellsOf, optionalCells } from '#functions/cells.ts';
import type { FunctionFact } from '#facts/functions.ts';
import {
  expectWorkbookDates,
  workbookDate1904,
  workbookDatesExpected,
} from '#functions/workbook-dates.ts';
import {
  expectWorkbookPolicy,
  noteWorkbookPolicyUsed,
  workbookPolicy,
  workbookPolicyExpected,
} from '#functions/policy-source.ts';
import type { FunctionResult, FunctionSpec } from '#functions/spec.ts';
import { SPECS } from '#functions/specs.ts';

/**
 * Registers every function with Excel. The only file that knows `CustomFunctions`.
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
 * A call without a policy waits while the pane is still reading the policy sheet, one with serial
 * numbers of days until the pane knows from which year they count; every other call is computed at
 * once.
 */
function call(spec: FunctionSpec, args: readonly unknown[]): unknown {
  const isOwnPolicy = leavesPolicyOut(spec, args);
  if (isOwnPolicy) noteWorkbookPolicyUsed();
  const expected = [
    isOwnPolicy ? workbookPolicyExpected() : undefined,
    hasSerialDates(spec, args) ? workbookDatesExpected() : undefined,
  ].filter((promise) => promise !== undefined);
  if (expected.length === 0) return resultOf(spec, args);
  return Promise.all(expected).then(() => resultOf(spec, args));
}

function leavesPolicyOut({ parameters }: FunctionSpec, args: readonly unknown[]): boolean {
  const position = parameters.findIndex(({ name }) => name === 'policy');
  const value = args[position];
  const isRange = Array.isArray(value) && value.length > 1;
  return position >= 0 && !isRange && optionalCells('policy', value) === undefined;
}

/** Days as numbers: as the date, among the orders, or in the columns of a policy that hold days. */
function hasSerialDates(spec: FunctionSpec, args: readonly unknown[]): boolean {
  if (workbookDatesExpected() === undefined) return false;
  return spec.parameters.some(({ name }, position) => {
    const { rows } = cellsOf(name, args[position]);
    if (name === 'date' || name === 'as_of') return rows.some((row) => row.some(isSerial));
    if (name === 'orders') return true;
    if (name !== 'policy') return false;
    const columns = dateColumns(rows);
    return (
      columns.size > 0 &&
      rows.some((row) => row.some((cell, c) => columns.has(c) && isSerial(cell)))
    );
  });
}

const isSerial = (cell: unknown): boolean => typeof cell === 'number' && cell !== 0;

function resultOf(spec: FunctionSpec, args: readonly unknown[]): unknown {
  const language = callerLanguage();
  const say = (fact: FunctionFact): string => sentence(fact, language);
  try {
    const caller = { workbookPolicy: workbookPolicy(), date1904: workbookDate1904(), say };
    return forExcel(spec.run(args, caller), say);
  } catch (error) {
    throw error instanceof Refusal ? excelError(error, say) : error;
  }
}

function forExcel(result: FunctionResult, say: (fact: FunctionFact) => string): unknown {
  if (typeof result !== 'object') return result;
  if (result instanceof Refusal) throw result;
  for (const row of result as unknown[][]) {
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      if (cell instanceof Refusal) row[column] = excelError(cell, say);
    }
  }
  return result;
}

function excelError(error: CellRefusal, say: (fact: FunctionFact) => string): object {
  const message = say(error.fact);
  const kind = excelErrorKind(error.fact);
  const { Error: ExcelError } = excel();
  return ExcelError === undefined
    ? Object.assign(new Error(message), { code: kind })
    : new ExcelError(kind, message);
}

const sentence = (fact: FunctionFact, language: Language): string =>
  sentenceOf(language === 'zh-CN' ? chinese : english, fact);

/**
 * Inside an Office page the pane will say what the policy sheet holds; a page that never does must
 * not leave cells busy.
 */
function awaitPolicySheet(): void {
  if (!('Office' in globalThis) || typeof setTimeout !== 'function') return;
  const patience = new Promise<void>((resolve) => {
    setTimeout(resolve, POLICY_WAIT_MILLISECONDS);
  });
  expectWorkbookPolicy(patience);
  expectWorkbookDates(patience);
}

/** The language Excel is shown in; without Office the browser's; without a browser Chinese. */
function callerLanguage(): Language {
  const shown = displayLanguage() ?? browserLanguage() ?? 'zh-CN';
  return shown.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US';
}

/**
 * Guarded at every step: in a plain browser Office.js leaves `Office.context` empty, and outside
 * there is no `Office`.
 */
function displayLanguage(): string | undefined {
  const office = (
    globalThis as {
      readonly Office?: { readonly context?: { readonly displayLanguage?: unknown } };
    }
  ).Office;
  const language = office?.context?.displayLanguage;
  return typeof language === 'string' && language !== '' ? language : undefined;
}

function browserLanguage(): string | undefined {
  const browser = (globalThis as { readonly navigator?: { readonly language?: unknown } })
    .navigator;
  return typeof browser?.language === 'string' && browser.language !== ''
    ? browser.language
    : undefined;
}
