import { type Cell, cellAddress, isFault } from '#domain/sheet.ts';
import { callsOwnFunction, storedFormula } from '../page/own-functions.ts';
import { escapeText, keepSpace } from '../xml/text.ts';
import type { CellEdit } from '#application/live/cell-edit.ts';
import { storedNames } from './stored-names.ts';

/** What a written cell needs besides its edit. `prefix` is the sheet's own ("x:" or ""). */
export interface CellDress {
  readonly prefix: string;
  /** Number of the cell format; null: the cell has none of its own. */
  readonly style: string | null;
  /** The number behind `cm` of formulas that may spill; null where the workbook can't say it. */
  readonly dynamic: number | null;
}

/** The whole cell of an edit of kind `value` or `formula`; nothing of an empty one without look. */
export function cellXml(edit: CellEdit, { prefix, style, dynamic }: CellDress): string {
  const { value } = edit;
  const look = style === null ? '' : ` s="${style}"`;
  const head = `${prefix}c r="${cellAddress(edit.row, edit.column)}"${look}`;
  if (edit.kind === 'formula') {
    const spills = edit.spill !== undefined || callsOwnFunction(edit.formula ?? '');
    const meta = spills && dynamic !== null ? ` cm="${dynamic}"` : '';
    const type = resultType(value);
    return (
      `<${head}${type}${meta}>${formulaXml(edit, prefix)}${resultXml(value, prefix)}</` +
      `${prefix}c>`
    );
  }
  if (value === null) return style === null ? '' : `<${head}/>`;
  if (typeof value === 'string')
    return (
      `<${head} t="inlineStr"><${prefix}is><${prefix}t${keepSpace(value)}>` +
      `${escapeText(value)}</${prefix}t></${prefix}is></${prefix}c>`
    );
  return `<${head}${resultType(value)}>${resultXml(value, prefix)}</${prefix}c>`;
}

function formulaXml(edit: CellEdit, prefix: string): string {
  const formula = edit.formula ?? '';
  const text = escapeText(storedFormula(storedNames(formula)));
  if (edit.spill === undefined && !callsOwnFunction(formula))
    return `<${prefix}f>${text}</${prefix}f>`;
  const { rows, columns } = edit.spill ?? { rows: 1, columns: 1 };
  const from = cellAddress(edit.row, edit.column);
  const to = cellAddress(edit.row + rows - 1, edit.column + columns - 1);
  const ref = from === to ? from : `${from}:${to}`;
  return `<${prefix}f t="array" ref="${ref}">${text}</${prefix}f>`;
}

/** The type of a stored result; a text that a formula gives is `str`. */
export const resultType = (value: Cell): string =>
  isFault(value)
    ? ' t="e"'
    : typeof value === 'string'
      ? ' t="str"'
      : typeof value === 'boolean'
        ? ' t="b"'
        : '';

export function resultXml(value: Cell, prefix: string): string {
  if (value === null) return '';
  const text = isFault(value)
    ? escapeText(value.fault)
    : typeof value === 'boolean'
      ? value
        ? '1'
        : '0'
      : typeof value === 'number'
        ? String(value)
        : escapeText(value);
  return `<${prefix}v>${text}</${prefix}v>`;
}
