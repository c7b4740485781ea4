import type { GridEvents, GridFunction, GridSheet, LiveGrid } from '#application/live/live-grid.ts';
import type { PolicyOnSheet } from '#application/live/live-book.ts';
import type { Cell } from '#domain/sheet.ts';
import { isRefusal, Refusal } from '#domain/refusal.ts';
import { excelErrorKind } from '#functions/excel-error-kind.ts';
import type { FunctionFact } from '#facts/functions.ts';
import { setWorkbookPolicy, workbookPolicy } from '#functions/policy-source.ts';
import type { CellResult, FunctionSpec, Parameter } from '#functions/spec.ts';
import { SPECS } from '#functions/specs.ts';
import {
  argumentTexts as englishArguments,
  type FunctionText,
  functionTexts as englishTexts,
} from '#i18n/en-US/function-texts.ts';
import { argumentNames as englishNames, functions as english } from '#i18n/en-US/functions.ts';
import type { Language } from '#domain/language.ts';
import { sentenceOf } from '#i18n/sentences.ts';
import {
  argumentTexts as chineseArguments,
  functionTexts as chineseTexts,
} from '#i18n/zh-CN/function-texts.ts';
import { argumentNames as chineseNames, functions as chinese } from '#i18n/zh-CN/functions.ts';
import { gridWords as gridEnglish, notDrawn as notDrawnEnglish } from '#i18n/en-US/differences.ts';
import { gridWords as gridChinese, notDrawn as notDrawnChinese } from '#i18n/zh-CN/differences.ts';
import { openGrid } from '../livesheet/grid.ts';
import { ARGUMENT_EXAMPLES } from './argument-examples.ts';

const WORDS = {
  'zh-CN': {
    functions: chineseTexts,
    arguments: chineseArguments,
    names: chineseNames,
    sentences: chinese,
    notDrawn: notDrawnChinese,
    gridWords: gridChinese,
  },
  'en-US': {
    functions: englishTexts,
    arguments: englishArguments,
    names: englishNames,
    sentences: english,
    notDrawn: notDrawnEnglish,
    gridWords: gridEnglish,
  },
} as const;

export interface LiveGridRequest {
  readonly container: HTMLElement;
  readonly language: Language;
  readonly isDark: boolean;
  readonly sheets: readonly GridSheet[];
  readonly shown: string;
  readonly events: GridEvents;
}

/** The live grid with every custom function in it. Loaded after the page stands. */
export const openLiveGrid = (request: LiveGridRequest): Promise<LiveGrid> =>
  openGrid({
    ...request,
    functions: SPECS.map((spec) => gridFunction(spec, request.language)),
    notDrawn: WORDS[request.language].notDrawn,
    gridWords: WORDS[request.language].gridWords,
  });

/**
 * Says what formulas without a policy argument rest on. Returns whether that is something else than
 * before.
 */
export function setGridPolicy(policy: PolicyOnSheet | null): boolean {
  if (policy === null) return setWorkbookPolicy(undefined);
  const { cells, formats, names } = policy;
  return setWorkbookPolicy({
    cells,
    cellName: (row, column) => names[row]?.[column] ?? '',
    format: (row, column) => formats[row]?.[column] ?? null,
  });
}

function gridFunction(spec: FunctionSpec, language: Language): GridFunction {
  const { functions, arguments: texts, names, sentences } = WORDS[language];
  const say = (fact: FunctionFact): string => sentenceOf(sentences, fact);
  const own: FunctionText = functions[spec.id];
  return {
    name: spec.id,
    summary: own.summary,
    parameters: spec.parameters.map(({ name, optional }) => ({
      name: names[name],
      text: own.parameters?.[name] ?? texts[name],
      optional: optional === true,
      example: ARGUMENT_EXAMPLES[name],
    })),
    run: (args, refused) => {
      const given = spec.parameters.map((parameter, at) => argumentOf(parameter, args[at]));
      try {
        const caller = { workbookPolicy: workbookPolicy(), date1904: false, say };
        const result = spec.run(given, caller);
        eachRefusal(result, (fact, row, column) => refused(say(fact), row, column));
        return inCells(result);
      } catch (error) {
        if (!isRefusal<FunctionFact>(error, 'functions')) throw error;
        refused(say(error.fact), 0, 0);
        return { fault: excelErrorKind(error.fact) };
      }
    },
  };
}

/** An argument in the shape that the function declares, as Excel would pass it. */
function argumentOf({ dimensionality }: Parameter, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (dimensionality === 'matrix') return Array.isArray(value) ? value : [[value]];
  return Array.isArray(value) ? (value as unknown[][])[0]?.[0] : value;
}

type Result = ReturnType<FunctionSpec['run']>;

function eachRefusal(
  result: Result,
  told: (fact: FunctionFact, row: number, column: number) => void,
): void {
  const rows = Array.isArray(result) ? (result as readonly (readonly CellResult[])[]) : [[result]];
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of (cells as readonly CellResult[]).entries())
      if (cell instanceof Refusal) told(cell.fact, row, column);
}

function inCells(result: ReturnType<FunctionSpec['run']>): ReturnType<GridFunction['run']> {
  if (!Array.isArray(result)) return inCell(result as CellResult);
  const rows = (result as readonly (readonly CellResult[])[]).map((row) => row.map(inCell));
  return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? null) : rows;
}

const inCell = (cell: CellResult): Cell =>
  cell instanceof Refusal ? { fault: excelErrorKind(cell.fact) } : cell;
