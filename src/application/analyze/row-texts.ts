import { uint8At, float64At, uint16At, int32At, int16At } from '#domain/columns.ts';
import { type LocalDate, isoDate } from '#domain/calendar/local-date.ts';
import { madeList } from '#domain/lazy-list.ts';
import { type Ledger, NO_DAY, QUESTION_REASONS, counts, kindOf } from '#domain/ledger/ledger.ts';
import { type Fen, yuanText } from '#domain/money/fen.ts';
import type { Say } from '#facts/any-fact.ts';

/** Which rows of the ledger the JSON holds. */
export const WANTED_ROWS = ['all', 'counted', 'none'] as const;
export type WantedRows = (typeof WANTED_ROWS)[number];

/**
 * The JSON of the ledger's rows, one after the other. Put together from parts that repeat (days,
 * categories, sheets) instead of through an object a row: a million of them take a second.
 */
export function* rowTexts(
  ledger: Ledger,
  wanted: WantedRows,
  say: Say,
): Generator<string, void, void> {
  if (wanted === 'none') return;
  const sheets = ledger.sheets.map(({ name }) => JSON.stringify(name));
  const categories = ledger.categories.map((name) => (name === '' ? 'null' : JSON.stringify(name)));
  const days = new DayTexts();
  const orderIds = madeList(ledger.orderId);
  for (let index = 0; index < ledger.size; index += 1) {
    const kind = kindOf(ledger, index);
    if (wanted === 'counted' && !counts(kind)) continue;
    const reason = uint8At(ledger.reason, index);
    const amount = float64At(ledger.amount, index);
    const fact = ledger.remarks.get(index);
    yield (
      `{"sheet":${sheets[uint16At(ledger.sheetOf, index)] ?? '""'}` +
      `,"row":${ledger.row[index] ?? 0}` +
      `,"orderId":${quoted(orderIds[index] ?? '')}` +
      `,"kind":"${kind}"` +
      `,"reason":${reason === 0 ? 'null' : `"${QUESTION_REASONS[reason - 1]}"`}` +
      `,"date":${days.of(int32At(ledger.day, index))}` +
      `,"category":${categories[int16At(ledger.category, index)] ?? 'null'}` +
      `,"amount":${Number.isNaN(amount) ? 'null' : `"${yuanText(amount as Fen)}"`}` +
      `,"message":${fact === undefined ? 'null' : JSON.stringify(say(fact))}}`
    );
  }
}

/** A ledger has few days and many rows. */
class DayTexts {
  private readonly texts = new Map<number, string>();

  of(day: number): string {
    if (day === NO_DAY) return 'null';
    let text = this.texts.get(day);
    if (text === undefined) this.texts.set(day, (text = `"${isoDate(day as LocalDate)}"`));
    return text;
  }
}

/** Ids are letters and digits nearly always; those need no escaping. */
function quoted(text: string): string {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x23 || code > 0x7e || code === 0x5c) return JSON.stringify(text);
  }
  return `"${text}"`;
}
