import { type CellBlock, columnNumber } from '#domain/sheet.ts';

/**
 * "Sheet!A1:B2", "$C$3", "A:C", "3:5" as a block; null when it names something else. Open ends
 * reach Excel's limits.
 */
export function blockOf(address: string): CellBlock | null {
  const local = address.slice(address.lastIndexOf('!') + 1).replace(/\$/g, '');
  const [from = '', to = from] = local.split(':');
  const a = /^([A-Z]{0,3})(\d{0,7})$/i.exec(from);
  const b = /^([A-Z]{0,3})(\d{0,7})$/i.exec(to);
  if (!a || !b || from === '') return null;
  return {
    top: rowIndex(a[2], 0),
    left: columnIndex(a[1], 0),
    bottom: rowIndex(b[2], 1_048_575),
    right: columnIndex(b[1], 16_383),
  };
}

/**
 * Several areas, as events and multi-area ranges give them: "A1:B2,C3" or with the sheet's name on
 * each.
 */
export const blocksOf = (address: string): CellBlock[] =>
  address
    .split(',')
    .map((part) => blockOf(part.trim()))
    .filter((block) => block !== null);

const rowIndex = (digits: string | undefined, open: number): number =>
  digits ? Number(digits) - 1 : open;
const columnIndex = (letters: string | undefined, open: number): number =>
  letters ? columnNumber(letters) : open;
