import type { ICellData, ICommandInfo, Nullable } from '@univerjs/core';

/** By which the grid's engine hands over what it computed. */
const COMPUTED = 'formula.mutation.set-formula-calculation-result';

type Results = Record<string, Record<string, Nullable<ICellData>>>;

interface Computed {
  readonly unitData: Readonly<Record<string, Readonly<Record<string, Results | undefined>> | null>>;
}

const isComputed = (command: ICommandInfo): command is ICommandInfo<Computed> =>
  command.id === COMPUTED;

/**
 * While formulas are computed, cells are typed and pasted over. What comes of the formula that
 * stood there would take the place of the new value: it is left out.
 *
 * @param cellAt - what a cell holds now, by the sheet's id
 */
export function leaveOutLate(
  command: ICommandInfo,
  cellAt: (sheet: string, row: number, column: number) => Nullable<ICellData>,
): void {
  if (!isComputed(command)) return;
  for (const sheets of Object.values(command.params?.unitData ?? {}))
    for (const [sheet, rows] of Object.entries(sheets ?? {}))
      for (const [row, cells] of Object.entries(rows ?? {}))
        for (const [column, result] of Object.entries(cells)) {
          // Nothing: a cell that an array reached before is made empty.
          if (result == null) continue;
          const now = cellAt(sheet, Number(row), Number(column));
          if (!now?.f && !now?.si) delete cells[column];
        }
}
