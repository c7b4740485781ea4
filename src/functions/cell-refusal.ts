import type { FunctionFact } from '#facts/functions.ts';
import { Refusal } from '#domain/refusal.ts';

/** Thrown when the whole call fails, or put in its own place inside a range. */
export type CellRefusal = Refusal<FunctionFact>;

export const refuse = (fact: FunctionFact): CellRefusal => new Refusal(fact);
