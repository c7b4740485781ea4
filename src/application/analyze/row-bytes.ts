import { float64At, int16At, int32At, itemAt, uint16At, uint8At } from '#domain/columns.ts';
import { type LocalDate, isoDate } from '#domain/calendar/local-date.ts';
import { madeList } from '#domain/lazy-list.ts';
import { type Ledger, NO_DAY, QUESTION_REASONS, counts } from '#domain/ledger/ledger.ts';
import { ROW_KINDS } from '#domain/ledger/row-kind.ts';
import type { Fen } from '#domain/money/fen.ts';
import type { Say } from '#facts/any-fact.ts';
import { ByteWriter, type Stamp, stamp } from '../write/byte-writer.ts';

/** Which rows of the ledger the JSON holds. */
export const WANTED_ROWS = ['all', 'counted', 'none'] as const;
export type WantedRows = (typeof WANTED_ROWS)[number];

/**
 * The JSON of the ledger's rows in pieces. Put together from parts that repeat (days, categories,
 * sheets) instead of through an object or a string a row: there are a million of them.
 *
 * @param between - stands before each row but the first
 */
export function* rowBytes(
  ledger: Ledger,
  wanted: WantedRows,
  say: Say,
  between: string,
): Generator<Uint8Array, void, void> {
  if (wanted === 'none') return;
  const writer = new ByteWriter();
  const parts = new RowParts(ledger);
  const orderIds = madeList(ledger.orderId);
  const isWanted = ROW_KINDS.map((kind) => wanted === 'all' || counts(kind));
  const [noAmount, message, end] = [stamp('null'), stamp(',"message":'), stamp('}')];
  const [quote, silent, separator] = [stamp('"'), stamp(',"message":null}'), stamp(between)];
  let isFirst = true;
  for (let index = 0; index < ledger.size; index += 1) {
    if (isWanted[uint8At(ledger.kind, index)] !== true) continue;
    if (!isFirst) writer.put(separator);
    isFirst = false;
    writer.put(parts.sheet(uint16At(ledger.sheetOf, index)));
    writer.putWhole(int32At(ledger.row, index));
    writer.put(parts.orderId);
    writer.putQuoted(orderIds[index] ?? '');
    writer.put(parts.kind(uint8At(ledger.kind, index), uint8At(ledger.reason, index)));
    writer.put(parts.day(int32At(ledger.day, index)));
    writer.put(parts.category(int16At(ledger.category, index)));
    const amount = float64At(ledger.amount, index);
    if (Number.isNaN(amount)) writer.put(noAmount);
    else {
      writer.put(quote);
      writer.putYuan(amount as Fen);
      writer.put(quote);
    }
    const fact = ledger.remarks.get(index);
    if (fact === undefined) writer.put(silent);
    else {
      writer.put(message);
      writer.putText(JSON.stringify(say(fact)));
      writer.put(end);
    }
    if (writer.isFull) yield writer.take();
  }
  yield writer.take();
}

/** What stands in many rows. */
class RowParts {
  readonly orderId = stamp(',"orderId":');
  private readonly sheets: readonly Stamp[];
  private readonly categories: readonly Stamp[];
  private readonly kinds: readonly Stamp[];
  private readonly days = new Map<number, Stamp>();
  private lastDay = NO_DAY;
  private lastDayStamp = stamp(',"date":null');

  constructor({ sheets, categories }: Pick<Ledger, 'sheets' | 'categories'>) {
    this.sheets = sheets.map(({ name }) => stamp(`{"sheet":${JSON.stringify(name)},"row":`));
    // The first is that of none.
    this.categories = ['', ...categories].map((name) =>
      stamp(`,"category":${name === '' ? 'null' : JSON.stringify(name)},"amount":`),
    );
    this.kinds = ROW_KINDS.flatMap((kind) =>
      [null, ...QUESTION_REASONS].map((reason) =>
        stamp(`,"kind":"${kind}","reason":${JSON.stringify(reason)}`),
      ),
    );
  }

  sheet(sheet: number): Stamp {
    return itemAt(this.sheets, sheet);
  }

  category(category: number): Stamp {
    return itemAt(this.categories, category + 1);
  }

  kind(kind: number, reason: number): Stamp {
    return itemAt(this.kinds, kind * (QUESTION_REASONS.length + 1) + reason);
  }

  /** A ledger has few days and many rows, most of them in sequence. */
  day(day: number): Stamp {
    if (day === this.lastDay) return this.lastDayStamp;
    let text = this.days.get(day);
    if (text === undefined) {
      text = stamp(`,"date":${day === NO_DAY ? 'null' : `"${isoDate(day as LocalDate)}"`}`);
      this.days.set(day, text);
    }
    this.lastDay = day;
    return (this.lastDayStamp = text);
  }
}
