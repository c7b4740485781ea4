import type { Cell, Sheet } from '../sheet.ts';

/** A column in which every row of a merged block carries the block's value. The sheet's own column when none is merged. */
export function columnWithMerges(sheet: Sheet, column: number): readonly Cell[] {
  const cells = sheet.columns[column] ?? [];
  const blocks = (sheet.merges ?? []).filter((block) => block.left === column && block.bottom > block.top);
  if (blocks.length === 0) return cells;
  const filled = [...cells];
  for (const { top, bottom } of blocks) {
    for (let row = top; row <= Math.min(bottom, sheet.rowCount - 1); row++) filled[row] = cells[top] ?? null;
  }
  return filled;
}
