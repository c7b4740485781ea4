/** What the live sheet of the browser edition does otherwise than Excel. */
export const differences: { readonly title: string; readonly list: readonly string[] } = {
  title: 'Differences from Excel',
  list: [
    'Values and formulas can be changed; formats, rows, columns, sheets, names and ' +
      'protection cannot, since the saved file would not keep them.',
    'The first 100,000 rows of a sheet (1,500,000 cells of a workbook) can be edited here; ' +
      'the analysis reads all rows.',
    'Formulas with functions, names or other workbooks that the sheet does not know, and those ' +
      'of other add-ins, keep the result stored in the file and are never overwritten. So do all ' +
      'formulas of the file while a sheet is not shown whole.',
    'A table grows over what is typed, pasted or filled directly below it, not beside it; ' +
      'formulas that say its cells by address (B2:B9) do not follow.',
    'What was typed with "=" and is no formula that Excel would take is saved as text.',
    'Rows hidden by a filter are hidden; by what a column is filtered is not shown. Filters, ' +
      'widths, heights and hidden rows set here are not saved.',
    'Sorting goes by the column of the selected cell; titles, header and the totals of a table ' +
      'stay, formulas and looks go with their rows.',
    'Bar, column and line charts are drawn from their cells, simpler than in Excel; other charts ' +
      'are only framed. Tables have the colours of their built-in style.',
    'Pictures, comments, conditional formats, data validation and pivot tables of the file are ' +
      'not shown. They stay in the file untouched, as every chart does.',
    'An error of one of our functions shows its kind in the cell and its sentence beside ' +
      'it, when the cell is selected.',
    'Macros do not run; data connections are not refreshed.',
    'Undo goes back to the opening of the file; another language or a reload keeps the ' +
      'cells but not the steps.',
  ],
};

/** Stands in the place of a chart of a kind that the page does not draw. */
export const notDrawn: string = 'Excel draws this chart. The page keeps it in the file as it is.';

/** What the grid says without bringing the words. */
export const gridWords = {
  'sheets-formula': {
    progress: {
      analyzing: 'Sorting out the formulas',
      calculating: 'Computing the formulas',
      'array-analysis': 'Sorting out the array formulas',
      'array-calculation': 'Computing the array formulas',
      done: 'Computed',
    },
  },
  'find-replace': { replace: { 'partial-success': 'Replaced {0}, not replaced {1}' } },
};
