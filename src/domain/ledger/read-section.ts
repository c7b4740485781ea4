import { rowNumber } from '../sheet.ts';
import { CELL_READ } from './amount-column.ts';
import { DataRows } from './data-rows.ts';
import { setKind } from './ledger-draft.ts';
import type { LedgerField } from '../reading/ledger-fields.ts';
import { RowShapes } from './row-shape.ts';
import { RunningSums } from './running-sums.ts';
import type { SectionBeingRead } from './section-being-read.ts';

/**
 * Tells the kind of every row of a section; orders and refunds become candidates, to be compared by
 * number later.
 */
export function readSection(run: SectionBeingRead): void {
  const { draft, section, columns, base, sheetIndex } = run;
  const sums = new RunningSums();
  const shapes = new RowShapes(section, columns, run.repeats);
  const rows = new DataRows(run);
  const length = section.to - section.from;
  // Memory that nobody writes to costs nothing.
  if (sheetIndex > 0) draft.sheetOf.fill(sheetIndex, base, base + length);
  for (let offset = 0; offset < length; offset++)
    draft.row[base + offset] = rowNumber(section.sheet, section.from + offset);
  for (let next = 0; (next = rows.readPlain(next, shapes, sums)) < length; next++) {
    const offset = next;
    const index = base + offset;
    const shape = shapes.shapeOf(offset, sums);
    if (shape === 'data') {
      const counts = rows.read(offset, index);
      if (columns.amount.state[offset] === CELL_READ)
        sums.add(columns.amount.fen[offset] ?? NaN, counts);
    } else if (shape === 'note') {
      rows.readHeading(offset);
      setKind(draft, index, shape);
    } else if (shape === 'lonely-amount') rows.readLonely(offset, index);
    else setKind(draft, index, shape);
    if (shape === 'subtotal') {
      draft.amount[index] = columns.amount.fen[offset] ?? NaN;
      // "其中退款：" is no total but a heading.
      if (Number.isNaN(draft.amount[index])) rows.readHeading(offset);
    }
    if (shape === 'subtotal' || shape === 'header') {
      sums.startGroup();
      rows.startGroup();
    }
  }
  report(run, rows);
}

const ROWS_NAMED = 50;

function report({ draft, section }: SectionBeingRead, rows: DataRows): void {
  const { sheet, from, layout } = section;
  const above = (field: LedgerField, offsets: readonly number[]): void => {
    if (offsets.length === 0) return;
    draft.report.push({
      code: 'ledger.as-above',
      sheet: sheet.name,
      field,
      count: offsets.length,
      rows: offsets.slice(0, ROWS_NAMED).map((offset) => rowNumber(sheet, from + offset)),
    });
  };
  above(layout.fields.paidOn === undefined ? 'signedOn' : 'paidOn', rows.daysAbove);
  above('customer', rows.customersAbove);
}
