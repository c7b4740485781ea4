import type { FunctionFact } from '#facts/functions.ts';

/** The two errors for which Excel shows a sentence of ours. */
type ExcelErrorKind = '#VALUE!' | '#N/A';

/**
 * #N/A where the question is right and there is nothing to give; #VALUE! where it has to change.
 */
export function excelErrorKind(fact: FunctionFact): ExcelErrorKind {
  switch (fact.code) {
    case 'functions.no-policy':
    case 'functions.open-question':
    case 'functions.order-question':
    case 'functions.product-unknown':
    case 'functions.product-undecided':
      return '#N/A';
    case 'functions.no-decision':
      return fact.fact.code === 'decision.unreachable' ? '#N/A' : '#VALUE!';
    case 'functions.in-row':
      return excelErrorKind(fact.fact);
    default:
      return '#VALUE!';
  }
}
