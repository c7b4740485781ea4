import type { FunctionFact } from './functions.facts.ts';

/** The two errors for which Excel shows a sentence of ours. */
export type CellErrorKind = '#VALUE!' | '#N/A';

/**
 * An error in a cell, as a fact. Thrown when the whole call fails, or put in its own place inside a
 * range. `register.ts` alone turns it into what Excel knows.
 */
export class CellError extends Error {
  override readonly name = 'CellError';
  readonly kind: CellErrorKind;
  readonly fact: FunctionFact;

  constructor(fact: FunctionFact, kind: CellErrorKind = '#VALUE!') {
    super(fact.code);
    this.kind = kind;
    this.fact = fact;
  }
}
