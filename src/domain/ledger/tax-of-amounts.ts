import { foldKey } from '../reading/fold-text.ts';
import type { HeaderCell } from '../reading/header-row.ts';
import { parseAmount } from '../reading/parse-amount.ts';
import type { Section } from './sections.ts';
import { type TextColumn, readTextColumn } from './text-column.ts';
import { SAYS_TAX, headerKey } from './ticked-columns.ts';
import { pattern } from '../pattern.ts';

const NET = pattern()`
  ^(?:否|不|×|x|不含|未含|(?:不含|未含|未|无|除)税价?|税前|n|no|false|0|net|(?:tax)?exclu.*|excl.*
  |before(?:tax|vat))$
`;
const GROSS = pattern()`
  ^(?:是|含|√|✓|✔|(?:已?含|价)税价?|税后|y|yes|true|1|gross|(?:tax)?inclu.*|incl.*|after(?:tax
  |vat))$
`;
const TAX = /^(?:税[额金]|增值税额?|tax(?:amount|es)?|vat(?:amount)?)$/;

const cellNamed = ({ layout }: Section, words: RegExp): HeaderCell | undefined =>
  layout.header.cells.find((cell) => words.test(headerKey(cell)));

export const taxColumn = (section: Section): HeaderCell | undefined => cellNamed(section, TAX);

function flagsOf(section: Section): TextColumn | undefined {
  const cell = cellNamed(section, SAYS_TAX);
  return cell && readTextColumn(section, cell.column, section.sheet.columns[cell.column] ?? []);
}

/**
 * By offset: 1 where the row says that its amount is without tax, in a section of which other rows
 * say that theirs is with it; `undefined` where all are alike.
 */
export function netRowsAmongGross(section: Section): Uint8Array | undefined {
  const flags = flagsOf(section);
  if (flags === undefined || !says(flags, NET) || !says(flags, GROSS)) return undefined;
  const isNet = flags.values.map((text) => NET.test(foldKey(text)));
  return Uint8Array.from(flags.codes, (code) => (isNet[code] === true ? 1 : 0));
}

/** Every row that says anything of tax says that its amount is without it. */
export function areAllNet(section: Section): boolean {
  const flags = flagsOf(section);
  if (flags !== undefined && says(flags, NET) && !says(flags, GROSS)) return true;
  return flags === undefined && areBesideTheirTax(section);
}

const says = ({ values }: TextColumn, word: RegExp): boolean =>
  values.some((text) => word.test(foldKey(text)));

/** Rates of value-added tax, in per cent. */
const RATES = [1, 3, 5, 6, 8, 9, 10, 11, 13, 16, 17, 20];
const ROWS_LOOKED_AT = 200;

/** The tax beside each amount is such a part of it as tax is of an amount without it. */
function areBesideTheirTax(section: Section): boolean {
  const { sheet, layout, from, to } = section;
  const tax = taxColumn(section);
  if (tax === undefined || layout.amount === undefined) return false;
  const [amounts, taxes] = [layout.amount.column, tax.column].map(
    (column) => sheet.columns[column] ?? [],
  );
  let count = 0;
  for (let row = from; row < Math.min(to, from + ROWS_LOOKED_AT); row++) {
    const [amount, of] = [parseAmount(amounts?.[row]), parseAmount(taxes?.[row])];
    if (amount.kind !== 'amount' || of.kind !== 'amount' || of.amount === 0) continue;
    const isPart = RATES.some((rate) => Math.abs(amount.amount * rate - of.amount * 100) <= 100);
    if (!isPart) return false;
    count++;
  }
  return count > 0;
}
