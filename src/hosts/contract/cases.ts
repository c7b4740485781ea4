import { COLOURS } from './colour-cases.ts';
import { PAGES } from './page-cases.ts';
import { READING } from './reading-cases.ts';
import type { ContractCase } from './subject.ts';

/** What every adapter of the workbook port promises, whatever is behind it. */
export const CONTRACT: readonly ContractCase[] = [...READING, ...COLOURS, ...PAGES];
