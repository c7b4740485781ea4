/**
 * In place of `days-of-sheet.ts` and `days-beside.ts` where nobody is offered choices: formulas say
 * which row has no day, and their range has no sheet's name.
 */
const none = (): undefined => undefined;
const noDays = (): [] => [];

export { none as askDaysBeside, none as daysOfSheet, noDays as daysNamed, noDays as lastDaysOf };
