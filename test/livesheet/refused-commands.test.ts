import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HIDDEN_MENUS, isRefused } from '../../src/livesheet/refused-cells.ts';

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

it('offers no entry in a menu for what it refuses', () => {
  const hidden = Object.keys(HIDDEN_MENUS).filter((id) => id.startsWith('sheet.command.'));
  expect(hidden.filter((id) => !isRefused(id))).toEqual([]);
  const code = readFileSync(
    join(__dirname, '../../node_modules/@univerjs/sheets-ui/lib/es/index.js'),
  );
  const confirmed = [
    ...String(code).matchAll(/"(sheet\.command\.(?:remove|paste|clear)-[\w-]+)"/g),
  ];
  const offered = confirmed.map(([, id]) => String(id)).filter((id) => !/-range|sheet$/.test(id));
  expect(offered.length).toBeGreaterThan(5);
  expect(offered.filter((id) => isRefused(id) && !(id in HIDDEN_MENUS))).toEqual([]);
});
