/** The pane's formula actions in Excel, and what they did. */
export const formulaWords = {
  repair: 'Repair formulas',
  copyAsValues: 'Copy as values',
  addColumns: 'Add the rebate columns',
  check: 'Check this Excel',
  repaired: (cells: number): string =>
    cells === 0 ? 'Every formula is in order.' : `${cells} formulas were entered anew.`,
  copied: (sheets: readonly string[]): string =>
    sheets.length === 0
      ? 'No sheet uses the functions of this add-in.'
      : `Copied with plain values: ${sheets.join(', ')}.`,
  added: (sheet: string, columns: readonly string[]): string =>
    `Columns ${columns.join(', ')} were added to "${sheet}".`,
  checked: 'The report was copied: paste it wherever you want to send it.',
};
