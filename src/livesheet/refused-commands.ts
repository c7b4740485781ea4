/**
 * What the grid could do and the file could not keep: sheets, rows and columns that come, go or
 * move, looks, protection, names. A change that would be gone after saving is not made.
 */
const REFUSED = [
  /^sheet\.command\.(?:insert|remove|delete|copy)-(?:sheet|row|col|multi|range|worksheet|defined)/,
  /^sheet\.command\.(?:insert|delete)-range-move/,
  /^sheet\.command\.move-(?:rows|cols|columns)/,
  /^sheet\.command\.(?:add|remove)-worksheet-merge/,
  /^sheet\.command\.set-(?:bold|italic|underline|overline|stroke|border|font|text|background|style|vertical|horizontal|tab-color|worksheet-(?:name|order|hidden|show|right)|workbook-name|defined)/,
  /^sheet\.command\.set-range-(?!values)/,
  /^sheet\.command\.(?:reset|add-range-protection|add-worksheet-protection|set-protection|apply-format|set-(?:once|infinite)-format)/,
  /^sheet\.command\.(?:clear-selection-(?:all|format)|paste-format|paste-col-width|split-text)/,
  /^sheet\.command\.numfmt/,
];

export const isRefused = (command: string): boolean =>
  REFUSED.some((pattern) => pattern.test(command));

/** The menu entries of refused commands, hidden. */
export const HIDDEN_MENUS: Readonly<Record<string, { readonly hidden: true }>> = Object.fromEntries(
  [
    'sheet.menu.cell-insert',
    'sheet.menu.delete',
    'sheet.menu.sheet-frozen',
    'sheet.contextMenu.permission',
    'sheet.command.remove-sheet-confirm',
    'sheet.command.insert-sheet',
    'sheet.command.copy-sheet',
    'sheet.command.set-tab-color',
    'sheet.command.set-worksheet-hidden',
    'sheet.command.add-range-protection-from-toolbar',
    'sheet.command.split-text-to-columns',
  ].map((id) => [id, { hidden: true }]),
);
