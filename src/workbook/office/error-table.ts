import { Refusal, isRefusal } from '#domain/refusal.ts';
import { ownValue } from '#domain/own-value.ts';
import type { ExcelFact } from '#facts/excel.ts';

/** What to do about an error of Excel's, by its code. */
type Treatment = 'wait' | 'retry' | 'retryOnce' | 'halve' | 'ungroup' | 'stop';

const TREATMENTS: Readonly<Record<string, Treatment>> = {
  InvalidOperationInCellEditMode: 'wait',
  RequestAborted: 'retry',
  ServiceNotAvailable: 'retry',
  ActivityLimitReached: 'retry',
  Conflict: 'retry',
  InactiveWorkbook: 'retry',
  GeneralException: 'retryOnce',
  RequestPayloadSizeLimitExceeded: 'halve',
  ResponsePayloadSizeLimitExceeded: 'halve',
  RangeExceedsLimit: 'halve',
  OperationCellsExceedLimit: 'halve',
  MemoryLimitReached: 'halve',
  UndoNotSupported: 'ungroup',
};

/** Excel's stable code of an error, or undefined when it is not one of Excel's. */
export function excelCode(error: unknown): string | undefined {
  const { code, name } = (typeof error === 'object' && error !== null ? error : {}) as {
    readonly code?: unknown;
    readonly name?: unknown;
  };
  return typeof code === 'string' && name === 'RichApi.Error' ? code : undefined;
}

export function treatmentOf(error: unknown): Treatment {
  return ownValue(TREATMENTS, excelCode(error) ?? '') ?? 'stop';
}

const GROUP_CODES = [
  'UndoNotSupported',
  'GeneralException',
  'InternalError',
  'InvalidOperation',
  'InvalidArgument',
  'InvalidRequest',
];

/**
 * Errors that an undo group is known to cause by itself, also when a failed run has already said
 * what became of the sheet.
 */
export function couldBeTheGroup(error: unknown): boolean {
  const code = excelCode(isRefusal<ExcelFact>(error, 'excel') ? error.cause : error);
  return code !== undefined && GROUP_CODES.includes(code);
}

export const isMissingApi = (error: unknown): boolean =>
  ['ApiNotFound', 'ApiNotAvailable', 'NotImplemented'].includes(excelCode(error) ?? '');
export const isGone = (error: unknown): boolean =>
  ['ItemNotFound', 'InvalidReference', 'InvalidBinding'].includes(excelCode(error) ?? '');

/**
 * The fact behind an error of Excel's that ends a run; `sheet` is what the run was about. Anything
 * else is a bug and stays as it is.
 */
export function asExcelRefusal(error: unknown, sheet: string): unknown {
  const code = excelCode(error);
  return code === undefined
    ? error
    : new Refusal<ExcelFact>(factOf(code, sheet, placeOf(error)), error);
}

function factOf(code: string, sheet: string, place: string): ExcelFact {
  switch (code) {
    case 'InvalidOperationInCellEditMode':
      return { code: 'excel.cellEdit' };
    case 'RequestAborted':
    case 'ServiceNotAvailable':
    case 'ActivityLimitReached':
    case 'Conflict':
    case 'InactiveWorkbook':
      return { code: 'excel.busy', excelCode: code };
    case 'MemoryLimitReached':
    case 'RequestPayloadSizeLimitExceeded':
    case 'ResponsePayloadSizeLimitExceeded':
    case 'RangeExceedsLimit':
    case 'OperationCellsExceedLimit':
      return { code: 'excel.memory' };
    case 'ApiNotFound':
    case 'ApiNotAvailable':
    case 'NotImplemented':
      return { code: 'excel.tooOld', place };
    case 'AccessDenied':
      return { code: 'excel.accessDenied' };
    case 'ItemNotFound':
    case 'InvalidReference':
    case 'InvalidBinding':
      return { code: 'excel.sheetGone', sheet };
    case 'ItemAlreadyExists':
      return { code: 'excel.nameTaken', sheet };
    case 'FilteredRangeConflict':
      return { code: 'excel.filterInTheWay', sheet };
    case 'MergedRangeConflict':
      return { code: 'excel.mergedInTheWay', sheet };
    case 'PivotTableRangeConflict':
      return { code: 'excel.pivotInTheWay', sheet };
    case 'InsertDeleteConflict':
    case 'NonBlankCellOffSheet':
      return { code: 'excel.cellsInTheWay', sheet };
    case 'UnsupportedSheet':
      return { code: 'excel.unsupportedSheet', sheet };
    case 'HostRestartNeeded':
      return { code: 'excel.restartNeeded' };
    default:
      return { code: 'excel.unexpected', excelCode: code, place };
  }
}

/** Where in the object model it happened; holds no data of the user's. */
function placeOf(error: unknown): string {
  const info = (error as { readonly debugInfo?: { readonly errorLocation?: string } }).debugInfo;
  return info?.errorLocation ?? '';
}
