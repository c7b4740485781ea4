import type { FunctionId } from '#facts/functions.ts';
import type { CellRefusal } from './cell-refusal.ts';
import type { ArgumentName, FunctionFact } from '#facts/functions.ts';
import type { WorkbookPolicy } from './policy-source.ts';

/** One cell of a result: empty text stays empty. */
export type CellResult = number | string | CellRefusal;
export type FunctionResult = CellResult | readonly (readonly CellResult[])[];

/**
 * What Excel hands over, by position: a single value, or rows of cells. What was left out is null
 * or undefined. Excel appends an object of its own; nobody reads past the declared parameters.
 */
export type Arguments = readonly unknown[];

/** Where the call comes from: what a function cannot read from its arguments. */
export interface Caller {
  /** The workbook's own policy sheet, used when `policy` is left out. */
  readonly workbookPolicy: WorkbookPolicy | undefined;
  /** Whether the workbook counts its days from 1904. */
  readonly date1904: boolean;
  /** A short text in the user's language, for tables that contain words. */
  readonly say: (fact: FunctionFact) => string;
}

export interface Parameter {
  readonly name: ArgumentName;
  readonly dimensionality: 'scalar' | 'matrix';
  readonly optional?: boolean;
}

/** A custom function: the metadata, the help pages and the registration all come from here. */
export interface FunctionSpec {
  /** Permanent: it stands in people's formulas. */
  readonly id: FunctionId;
  readonly parameters: readonly Parameter[];
  readonly result: 'scalar' | 'matrix';
  readonly run: (args: Arguments, caller: Caller) => FunctionResult;
}
