import type { Cell } from '#domain/sheet.ts';
import type { PageCell } from '../page.ts';

/**
 * What the add-in's functions give for the sample: the formulas of the template carry these
 * results, so that they show them before, and without, the add-in.
 */
export interface Engine {
  (id: string, args: readonly unknown[]): readonly (readonly PageCell['value'][])[];
  /** The policy's table, header included, as the functions are given it. */
  readonly policy: readonly (readonly Cell[])[];
}

/** One of the add-in's functions, by its name. */
export type CallFunction = (
  id: string,
  args: readonly unknown[],
) => readonly (readonly PageCell['value'][])[];
