import { cellAt, columnName } from '../sheet.ts';
import { isBlank } from '../reading/fold-text.ts';
import type { HeaderRole } from '../reading/header-roles.ts';
import { untitledColumns } from './row-marks.ts';
import { eligibleColumn } from './section-columns.ts';
import type { Section } from './sections.ts';
import { areAllNet, netRowsAmongGross, taxColumn } from './tax-of-amounts.ts';
import { isTaxFlag, isTicked } from './ticked-columns.ts';
import { piecesBeside, quantityColumn } from './unit-prices.ts';

/** Read beside the fields of a ledger. */
const READ_BESIDE: readonly HeaderRole[] = [
  'payStatus',
  'refundStatus',
  'direction',
  'isValid',
  'isDone',
  'isCalledOff',
  'moneyUnit',
  'subOrderId',
  'currency',
  'exchangeRate',
  'prepaidCard',
  'refundDay',
];

/**
 * Headers that are known and decide nothing, of columns that hold something: 税率, 成本, a second
 * customer; and the letters of columns without a header. Those that nobody knows and those passed
 * over for another are named elsewhere.
 */
export function idleColumns(section: Section, named: readonly string[]): string[] {
  const used = usedColumns(section);
  const untitled = untitledColumns(section)
    .filter((column) => holdsAnything(section, column))
    .map(columnName);
  const idle = section.layout.header.cells
    .filter(
      (cell) =>
        cell.meaning !== undefined &&
        cell.text !== '' &&
        !used.has(cell.column) &&
        !isTicked(cell) &&
        !isTaxFlag(cell) &&
        !named.includes(cell.text) &&
        holdsAnything(section, cell.column),
    )
    .map(({ label }) => label);
  return [...idle, ...untitled];
}

function usedColumns(section: Section): ReadonlySet<number> {
  const { layout } = section;
  const { at, amount, refunds, moneyOut, instalments, passedOver, dateParts, unknown } = layout;
  const vouchers = layout.header.cells.filter(({ meaning }) => meaning?.role === 'voucher');
  const isTaxRead = netRowsAmongGross(section) !== undefined || areAllNet(section);
  const cells = [
    ...Object.values(layout.fields),
    ...READ_BESIDE.map((role) => at.get(role)),
    ...[amount, ...refunds, moneyOut, ...instalments, ...passedOver],
    ...(dateParts ?? []),
    ...unknown,
    ...vouchers,
    eligibleColumn(section),
    isTaxRead ? taxColumn(section) : undefined,
    piecesBeside(section, amount?.column ?? -1) && quantityColumn(section),
  ];
  return new Set(cells.flatMap((cell) => (cell === undefined ? [] : [cell.column])));
}

const holdsAnything = ({ sheet, from, to }: Section, column: number): boolean => {
  const end = Math.min(to, sheet.columns[column]?.length ?? 0);
  for (let row = from; row < end; row++) if (!isBlank(cellAt(sheet, row, column))) return true;
  return false;
};
