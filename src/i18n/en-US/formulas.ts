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
  checked: 'Checked. The report is below: copy it into an issue.',
  startup: 'Load with this workbook: on/off',
  startsOn: 'Rebate Radar loads when this workbook opens.',
  startsOff:
    'Rebate Radar no longer loads with this workbook: open the pane once after editing the ' +
    'policy, so that formulas follow.',
};
