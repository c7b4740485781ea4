import type { ExcelFact } from './excel.facts.ts';

/** An expected failure in Excel, thrown through the port; the pane says its fact. */
export class ExcelError extends Error {
  readonly fact: ExcelFact;

  constructor(fact: ExcelFact, cause?: unknown) {
    super(fact.code, { cause });
    this.name = 'ExcelError';
    this.fact = fact;
  }
}
