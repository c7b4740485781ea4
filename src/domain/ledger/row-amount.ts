import { type LocalDate, yearMonthDay } from '../calendar/local-date.ts';
import { Decimal } from '../money/decimal.ts';
import { fenFromYuan } from '../money/fen.ts';
import { foldKey } from '../reading/fold-text.ts';
import type { MoneyRole } from '../reading/header-roles.ts';
import { moneyNote } from '../reading/headers.ts';
import { isYuan } from '../reading/number-text.ts';
import { type AmountColumn, CELL_EMPTY, CELL_READ, valueOf } from './amount-column.ts';
import { askCurrency, askOwed, askUnitBeside, askUnread, choose } from './amount-questions.ts';
import type { Layout } from './layout.ts';
import { NO_DAY } from './ledger.ts';
import type { RowQuestion } from './row-question.ts';
import type { SectionColumns } from './section-columns.ts';
import { textAt } from './text-column.ts';

/** The amount of a row, or what has to be asked about it. */
export type RowAmount =
  /** Fen, and what rounding took away from them (`AmountReading.rest`). */
  | { readonly fen: number; readonly rest?: number }
  /** `fen`: what the row comes to where it is kept as it is. */
  | { readonly ask: RowQuestion; readonly fen?: number };

/**
 * What the row's amount is. Where only the price before vouchers is there, rows with a voucher ask
 * which of the two was paid; where a stored-value card paid a part, whether the cash column holds
 * it; a list price alone never counts unasked.
 */
export function amountOfRow(columns: SectionColumns, layout: Layout, offset: number): RowAmount {
  const { amount } = columns;
  const fen = amount.fen[offset] ?? NaN;
  const owed = owedApart(columns, offset);
  if (owed !== undefined) return { ask: askOwed(amount.column, layout), fen: owed };
  if (amount.state[offset] !== CELL_READ) return { ask: askUnread(columns, offset) };
  const currency = foreignCurrency(columns, layout, offset);
  if (currency !== '') return { ask: askCurrency(amount.column, currency) };
  const { moneyUnit } = columns.text;
  const unit = moneyUnit && moneyNote(textAt(moneyUnit, offset))?.unit;
  const own = layout.amount?.note.unit ?? 'yuan';
  if (unit !== undefined && unit !== own)
    return { ask: askUnitBeside(amount.column, fen, own, unit) };
  const other = valueOf(columns.rival, offset);
  if (other !== 0 && other !== fen)
    return {
      ask: choose(amount, 'ledger.amount-rival', [
        ['as-written', fen],
        ['other-column', other],
        // Gross and net of one amount are no two amounts.
        ...(areNamedAlike(columns, layout) ? [['both', fen + other] as const] : []),
      ]),
    };
  const pieces = columns.pieces?.get(offset);
  if (pieces !== undefined && fen !== 0) return { ask: askPieces(amount, fen, pieces) };
  const { eligible } = columns;
  const part = eligible?.state[offset] === CELL_READ ? (eligible.fen[offset] ?? fen) : fen;
  if (part !== fen)
    return {
      ask: choose(amount, 'ledger.amount-eligible', [
        ['other-column', part],
        ['as-written', fen],
      ]),
    };
  const role = layout.amount?.role;
  const voucher = valueOf(columns.voucher, offset);
  const refunded = afterRefund(columns, role, offset, fen);
  // What is given back and what was paid by voucher come off the same amount.
  if (refunded !== undefined && ('ask' in refunded || voucher === 0)) return refunded;
  const left = refunded === undefined ? fen : refunded.fen;
  const isNet = columns.netRows?.[offset] === 1;
  if (isNet) return { ask: choose(amount, 'ledger.amount-net', netChoices(columns, offset, left)) };
  const before = columns.list?.state[offset] === CELL_READ ? columns.list.fen[offset] : undefined;
  if (role !== 'cashPaid' && voucher > 0 && before !== fen + voucher)
    return {
      ask: choose(amount, 'ledger.amount-voucher', [
        ['before-voucher', left],
        ['less-voucher', left - voucher],
      ]),
    };
  if (refunded !== undefined) return refunded;
  if (role === 'listPrice')
    return { ask: choose(amount, 'ledger.amount-list-only', [['as-written', fen]]) };
  if (voucher === 0 && isFarBelow(columns, offset))
    return {
      ask: choose(amount, 'ledger.amount-rival', [
        ['as-written', fen],
        ['other-column', before ?? fen],
      ]),
    };
  const card = valueOf(columns.prepaidCard, offset);
  if (role === 'cashPaid' && card > 0)
    return {
      ask: choose(amount, 'ledger.amount-prepaid-card', [
        ['as-written', fen],
        ['with-card', fen + card],
      ]),
    };
  return amount.rests.size === 0 ? { fen } : { fen, rest: amount.rests.get(offset) ?? 0 };
}

const areNamedAlike = ({ amount, rival }: SectionColumns, { header }: Layout): boolean => {
  const [one, other] = [amount, rival].map((money) =>
    header.cells.find(({ column }) => column === money?.column),
  );
  return foldKey(one?.text ?? '') === foldKey(other?.text ?? '');
};

const LARGE = 10_000_00;

/** No discount makes a hundredth of a price of more than ten thousand yuan: 38.40 of 92,300.25. */
function isFarBelow({ amount, list, prepaidCard }: SectionColumns, offset: number): boolean {
  const fen = amount.fen[offset] ?? NaN;
  const before = valueOf(list, offset);
  return before >= LARGE && fen > 0 && fen * 100 < before && valueOf(prepaidCard, offset) === 0;
}

/** As it stands, and with the tax that stands beside it. */
function netChoices(
  { tax }: SectionColumns,
  offset: number,
  fen: number,
): (readonly [string, number])[] {
  const more = valueOf(tax, offset);
  return [...(more > 0 ? [['with-tax', fen + more] as const] : []), ['as-written', fen]];
}

/** What is owed on a row of its own, where receipts have theirs; `undefined` of any other row. */
function owedApart(
  { amount, list, isOwedApart }: SectionColumns,
  offset: number,
): number | undefined {
  if (!isOwedApart || list?.state[offset] !== CELL_READ) return undefined;
  const owed = list.fen[offset] ?? NaN;
  const isPaid = amount.state[offset] !== CELL_EMPTY && amount.fen[offset] !== 0;
  return owed === 0 || isPaid ? undefined : owed;
}

/** The currency beside the row's amount; '' where it is the yuan, or the amount is in it. */
export function foreignCurrency(columns: SectionColumns, layout: Layout, offset: number): string {
  const currency = textAt(columns.text.currency, offset);
  if (isInYuan(layout.amount?.header ?? '') || isYuan(currency)) return '';
  if (currency !== '') return currency;
  // Whatever is exchanged was not in yuan, or was: the row does not say.
  const rate = textAt(columns.text.exchangeRate, offset);
  return /[1-9]/.test(rate) && !/^1(?:\.0*)?$/.test(rate) ? `×${rate}` : '';
}

/** Of a section: `amountOfRow` is what was read wherever it was read, whatever the row. */
export const isAmountAsRead = ({ amount, ...columns }: SectionColumns, layout: Layout): boolean =>
  amount.out === undefined &&
  !columns.isOwedApart &&
  amount.rests.size === 0 &&
  layout.amount?.role !== 'listPrice' &&
  columns.pieces === undefined &&
  columns.text.currency === undefined &&
  columns.text.exchangeRate === undefined &&
  columns.eligible === undefined &&
  columns.netRows === undefined &&
  (columns.list === undefined ||
    !amount.fen.some((_, offset) => isFarBelow({ amount, ...columns }, offset))) &&
  !(columns.text.moneyUnit?.values ?? []).some((unit) => moneyNote(unit) !== undefined) &&
  [columns.rival, ...columns.refunds, columns.voucher, columns.prepaidCard].every(
    (column) => column === undefined,
  );

/** Of one piece or of all; and how many there are, where that is open too. */
function askPieces(amount: AmountColumn, fen: number, pieces: readonly number[]): RowQuestion {
  const times = pieces.flatMap((count): (readonly [string, number])[] => {
    const each = new Decimal(fen).div(100);
    // A price below nought beside pieces below nought is said twice.
    const signed = each.isNegative() ? Math.abs(count) : count;
    const all = count === 1 ? undefined : fenFromYuan(each.times(signed));
    return all === undefined
      ? []
      : [[pieces.length === 1 ? 'times-quantity' : `times-${count}`, all]];
  });
  return choose(
    amount,
    pieces.length === 1 ? 'ledger.amount-per-piece' : 'ledger.quantity-unclear',
    [['as-written', fen], ...times],
  );
}

/** What a refund beside the amount leaves; `undefined` when the row has none. */
function afterRefund(
  { amount, refunds, refundDay, list, paidOn, signedOn, text }: SectionColumns,
  role: MoneyRole | undefined,
  offset: number,
  fen: number,
): RowAmount | undefined {
  if (refunds.length === 0 || role === 'refundAmount') return undefined;
  // Payment platforms give a refund a row of its own, without an amount of an order.
  const isRefundRow = [text.orderType, text.status].some((said) =>
    /^(?:退款|退货|退订|refund|return)$/.test(foldKey(textAt(said, offset))),
  );
  const unread = refunds.find(({ unsettled }) => unsettled.get(offset)?.kind === 'open');
  if (unread !== undefined)
    return { ask: choose(unread, 'ledger.refund-unreadable', [['as-written', fen]]) };
  const [refund, ...others] = refunds.filter((column) => valueOf(column, offset) !== 0);
  if (refund === undefined) return undefined;
  const each = [refund, ...others].map((column) => valueOf(column, offset));
  const back = each.reduce((sum, one) => sum + one);
  const ordered = list?.state[offset] === CELL_READ ? list.fen[offset] : undefined;
  const isOff = (one: number): boolean =>
    // A refund's own row says twice what it takes back.
    fen === -one || (role === 'cashPaid' && ordered !== undefined && ordered - one === fen);
  if ([back, ...each].some(isOff)) return undefined;
  const day = (paidOn ?? signedOn)?.day[offset] ?? NO_DAY;
  const backDay = refundDay?.day[offset] ?? NO_DAY;
  if (fen === 0 && others.length === 0 && isRefundRow) return { fen: -back };
  const isClear =
    role !== 'cashPaid' && back <= fen && others.length === 0 && isSameMonth(day, backDay);
  return isClear
    ? {
        fen: fen - back,
        rest: (amount.rests.get(offset) ?? 0) - Math.abs(refund.rests.get(offset) ?? 0),
      }
    : {
        ask: choose(amount, 'ledger.refund-beside', [
          ['less-refund', fen - back],
          // Two columns may tell of two refunds or twice of one.
          ...(others.length === 0 ? [] : lessEach(fen, each)),
          ['as-written', fen],
        ]),
      };
}

const lessEach = (fen: number, refunds: readonly number[]): (readonly [string, number])[] =>
  [...new Set(refunds)].map((one, at) => [`less-${at + 1}`, fen - one]);

/** Of two days, one of which may not be known. */
function isSameMonth(a: number, b: number): boolean {
  if (a === NO_DAY || b === NO_DAY) return true;
  const [first, second] = [yearMonthDay(a as LocalDate), yearMonthDay(b as LocalDate)];
  return first.year === second.year && first.month === second.month;
}

/** A column beside a currency that holds what the amounts come to in yuan. */
const isInYuan = (header: string): boolean =>
  /本位币|本币|人民币金额|折(?:合|算|人民币)|(?:rmb|cny)amount|in(?:rmb|cny)|local|base/.test(
    foldKey(header),
  );
