import { itemAt } from '#domain/columns.ts';
import { day, yuan } from '#i18n/format.ts';
import type { PageCell } from '../../page.ts';
import { money, text } from '../cells.ts';
import { nearest } from '../header.ts';
import type { Draft } from '../review-input.ts';
import { frontHeadline } from './front-sentence.ts';

/** Four tiles of two columns each. */
const TILES = [1, 3, 5, 7] as const;

/** Rebate to date, received, outstanding, within reach. */
export function frontTiles(draft: Draft): void {
  const { canvas, words, input } = draft;
  const { front } = words;
  const headline = frontHeadline(draft);
  const near = nearest(draft);
  const reach =
    headline?.kind === 'reach' ? headline : near === null ? null : { ...near, atLeast: false };
  const tileRow = (height: number, cells: readonly PageCell[]): void => {
    const row = canvas.row([], { height });
    TILES.forEach((column, index) => {
      canvas.set(row, column, itemAt(cells, index));
      canvas.span(row, column, 2);
    });
  };
  tileRow(
    17,
    [front.toDate, front.received, front.outstanding, front.withinReach].map((label) =>
      text(label, 'figure-label'),
    ),
  );
  tileRow(27, [
    money(input.rebate.total, 'figure-money'),
    money(input.received, 'figure-money'),
    money(input.outstanding, 'figure-money'),
    reach === null ? text('–', 'figure-text') : money(reach.gain, 'figure-money'),
  ]);
  tileRow(
    30,
    [
      front.toDateNote(day(input.asOf)),
      front.receivedNote,
      front.outstandingNote,
      reach === null ? front.reachNone : front.reachNote(yuan(reach.gap), reach.atLeast),
    ].map((note) => text(note, 'figure-note')),
  );
}
