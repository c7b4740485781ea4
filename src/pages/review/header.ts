import { itemAt } from '#domain/columns.ts';
import { labelWithMonths } from '#domain/calendar/period.ts';
import { NO_FEN, addFen, type Fen } from '#domain/money/fen.ts';
import { endOfDay } from '#domain/rebate/order-book.ts';
import { addDays } from '#domain/calendar/local-date.ts';
import { salesBetween } from '#domain/review/sales-table.ts';
import { exampleName } from '#i18n/example-policy.ts';
import { day, yuan } from '#i18n/format.ts';
import type { Window } from '#domain/rebate/window.ts';
import type { PageCell } from '../page.ts';
import { money, text } from './cells.ts';
import type { Draft, Place } from './review-input.ts';
import { FIRST, LAST } from './section.ts';

/** Where the key figures stand, so that they can be tied to the sections they come from. */
export interface KeyFigures {
  readonly sales: Place;
  readonly earned: Place;
  readonly total: Place;
  readonly outstanding: Place;
  readonly gap: { readonly place: Place; readonly window: Window } | null;
}

/** Columns of the five tiles: from, how many. */
const TILES = [
  [1, 2],
  [3, 2],
  [5, 2],
  [7, 2],
  [9, 2],
] as const;

/** Title band, notices and the row of key figures. */
export function header(draft: Draft): KeyFigures {
  const { canvas, words, input, period } = draft;
  const title = words.title(labelWithMonths(period));
  canvas.wide('', 'title', { height: 8 });
  canvas.row([text(title, 'title')], { height: 30 });
  const name = input.policy.example
    ? exampleName(input.policy, draft.options.language)
    : input.policy.name || words.noPolicyName;
  canvas.row([text(words.subtitle(input.title, name, day(input.asOf)), 'subtitle')], {
    height: 20,
  });
  for (const [offset, style] of [
    [2, 'title'],
    [1, 'subtitle'],
  ] as const) {
    for (let column = FIRST + 1; column <= LAST; column += 1)
      canvas.set(canvas.next - offset, column, { value: null, style });
  }
  canvas.wide('', 'subtitle', { height: 6 });
  notices(draft);
  canvas.gap(8);
  const key = tiles(draft);
  canvas.wide(words.liveLegend(day(input.asOf)), 'note');
  return key;
}

function notices({ canvas, words, input }: Draft): void {
  if (input.policy.example) {
    canvas.gap(6);
    canvas.wide(words.example, 'notice', { height: 22 });
  }
  if (input.ledger.questions.length > 0) {
    canvas.gap(6);
    canvas.wide(words.notOpen(input.ledger.questions.length), 'notice', { height: 22 });
  }
}

function tiles(draft: Draft): KeyFigures {
  const { words, input, period, nameOf, canvas } = draft;
  const { key } = words;
  const until = input.asOf < period.to ? input.asOf : period.to;
  const orders = endOfDay(input.book, until) - endOfDay(input.book, addDays(period.from, -1));
  const earned = earnedIn(draft);
  const near = nearest(draft);
  const last = input.rebate.payouts.at(-1)?.period.label ?? period.label;
  const row = canvas.next + 1;
  tileRow(
    draft,
    17,
    [key.sales, key.earned, key.total, key.outstanding, key.next].map((label) =>
      text(label, 'figure-label'),
    ),
  );
  tileRow(draft, 27, [
    money(salesBetween(input.book, period.from, until), 'figure-money'),
    money(addFen(earned.rebate, earned.trueUp), 'figure-money'),
    money(input.rebate.total, 'figure-money'),
    money(input.outstanding, 'figure-money'),
    near === null ? text(key.top, 'figure-text') : money(near.gap, 'figure-money'),
  ]);
  tileRow(
    draft,
    17,
    [
      key.salesNote(orders),
      key.earnedNote(yuan(earned.trueUp)),
      key.totalNote(last),
      key.outstandingNote(yuan(input.received)),
      near === null
        ? key.topNote
        : key.nextNote(nameOf(near.window.component.name), yuan(near.gain)),
    ].map((note) => text(note, 'figure-note')),
  );
  const at = (tile: number): Place => ({ row, column: TILES[tile]?.[0] ?? FIRST });
  return {
    sales: at(0),
    earned: at(1),
    total: at(2),
    outstanding: at(3),
    gap: near === null ? null : { place: at(4), window: near.window },
  };
}

function tileRow({ canvas }: Draft, height: number, cells: readonly PageCell[]): void {
  const row = canvas.row([], { height });
  TILES.forEach(([column, columns], index) => {
    canvas.set(row, column, itemAt(cells, index));
    canvas.span(row, column, columns);
  });
}

/** What the review's own pay period pays, over all payouts inside it. */
function earnedIn({ input, period }: Draft): { readonly rebate: Fen; readonly trueUp: Fen } {
  const own = input.rebate.payouts.filter(
    (payout) => payout.period.from >= period.from && payout.period.to <= period.to,
  );
  return own.reduce(
    (sum, payout) => ({
      rebate: addFen(sum.rebate, payout.rebate),
      trueUp: addFen(sum.trueUp, payout.trueUp),
    }),
    { rebate: NO_FEN, trueUp: NO_FEN },
  );
}

/** The window whose next tier is worth most. */
export function nearest({
  windows,
}: Draft): { readonly gap: Fen; readonly gain: Fen; readonly window: Window } | null {
  const open = windows.flatMap((window) =>
    window.open && window.gap !== null && window.gain !== null
      ? [{ window, gap: window.gap, gain: window.gain }]
      : [],
  );
  return open.reduce<(typeof open)[number] | null>(
    (best, one) => (best === null || one.gain > best.gain ? one : best),
    null,
  );
}
