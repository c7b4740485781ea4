import { pattern } from '#domain/pattern.ts';

/**
 * Where a formula stands that is being computed: the grid's own engine notes it on the function.
 */
export interface FormulaPlace {
  readonly _subUnitId?: string | null;
  readonly _row?: number;
  readonly _column?: number;
}

/** Why cells hold error values of our functions, by the sheet's id. */
export class RefusedCells {
  private readonly bySheet = new Map<string, Map<number, string>>();

  note(
    { _subUnitId, _row = 0, _column = 0 }: FormulaPlace,
    row: number,
    column: number,
    why: string,
  ): void {
    const id = _subUnitId ?? '';
    const cells = this.bySheet.get(id) ?? new Map<number, string>();
    cells.set((_row + row) * COLUMNS + _column + column, why);
    this.bySheet.set(id, cells);
  }

  /** Rows and columns count from 0. What was said of a cell that is no error any more is stale. */
  at(sheet: string, row: number, column: number): string | null {
    return this.bySheet.get(sheet)?.get(row * COLUMNS + column) ?? null;
  }
}

const COLUMNS = 16_384;

/**
 * What the grid could do and the file could not keep: sheets, rows and columns that come, go or
 * move, looks, protection, names. A change that would be gone after saving is not made.
 */
const REFUSED = [
  // A filter that comes and goes is no sheet that does.
  pattern()`
  ^sheet\.command\.(?:insert|remove|delete|copy)-(?:sheet(?!-filter)|row|col|multi|range|worksheet
  |defined)
`,
  /^sheet\.command\.(?:insert|delete)-range-move/,
  /^sheet\.command\.move-(?:rows|cols|columns)/,
  /^sheet\.command\.(?:add|remove)-worksheet-merge/,
  pattern()`
  ^sheet\.command\.set-(?:bold|italic|underline|overline|stroke|border|font|text|background|style
  |vertical|horizontal|tab-color|worksheet-(?:name|order|hidden|show|right)|workbook-name|defined)
`,
  /^sheet\.command\.set-range-(?!values)/,
  pattern()`
  ^sheet\.command\.(?:reset|add-range-protection|add-worksheet-protection|set-protection
  |apply-format|set-(?:once|infinite)-format)
`,
  pattern()`
  ^sheet\.command\.(?:clear-selection-(?:all|format)|paste-(?:format|col-width|besides)|split-text)
`,
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
    'sheet.column-header-menu.sheet-frozen',
    'sheet.row-header-menu.sheet-frozen',
    'sheet.contextMenu.permission',
    'sheet.command.remove-sheet-confirm',
    'sheet.command.insert-sheet',
    'sheet.command.copy-sheet',
    'sheet.command.set-tab-color',
    'sheet.command.set-worksheet-hidden',
    'sheet.command.add-range-protection-from-toolbar',
    'sheet.command.split-text-to-columns',
    'sheet.command.insert-multi-rows-above',
    'sheet.command.insert-multi-rows-after',
    'sheet.command.insert-multi-cols-before',
    'sheet.command.insert-multi-cols-right',
    'sheet.command.remove-row-confirm',
    'sheet.command.remove-col-confirm',
    'sheet.command.paste-format',
    'sheet.command.paste-col-width',
    'sheet.command.paste-besides-border',
    'sheet.command.clear-selection-format',
    'sheet.command.clear-selection-all',
  ].map((id) => [id, { hidden: true }]),
);
