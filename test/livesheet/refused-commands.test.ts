import { isRefused } from '../../src/livesheet/refused-cells.ts';

it.each([
  'sheet.command.remove-sheet',
  'sheet.command.remove-sheet-confirm',
  'sheet.command.insert-sheet',
  'sheet.command.copy-sheet',
  'sheet.command.insert-row-before',
  'sheet.command.remove-row-confirm',
  'sheet.command.add-worksheet-merge-all',
  'sheet.command.set-bold',
  'sheet.command.set-range-bold',
])('refuses what the file could not keep: %s', (command) => {
  expect(isRefused(command)).toBe(true);
});

it.each([
  'sheet.command.remove-sheet-filter',
  'sheet.command.smart-toggle-filter',
  'sheet.command.set-filter-criteria',
  'sheet.command.set-range-values',
  'sheet.command.clear-selection-content',
  'sheet.command.sort-range-asc-ext',
])('lets through what changes values or only the view: %s', (command) => {
  expect(isRefused(command)).toBe(false);
});
