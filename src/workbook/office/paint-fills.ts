/// <reference types="office-js" />
import { type Area, addressLists, areasOf, batches, type Segment } from './areas.ts';
import { type FillText, isPattern, NO_FILL, patternProperties } from './cell-fill.ts';
import type { Conversation } from './conversation.ts';
import { inHalves } from './halving.ts';

/** Calls a request: a few thousand areas go in one. */
const MOST_CALLS = 20;

/** Gives every segment its fill; one call a block of areas of one colour. */
export async function paint(
  talk: Conversation,
  sheet: Excel.Worksheet,
  fills: ReadonlyMap<FillText, readonly Segment[]>,
  done: (cells: number) => void = () => undefined,
): Promise<void> {
  const calls = [...fills].flatMap(([fill, segments]) => callsFor(fill, areasOf(segments)));
  let cells = 0;
  for (const batch of batches(calls, MOST_CALLS, () => 1)) {
    await inHalves(batch, (part) =>
      talk.step(() => {
        talk.context.application.suspendScreenUpdatingUntilNextSync();
        for (const call of part) call.queue(sheet);
      }),
    );
    cells += batch.reduce((sum, call) => sum + call.rows, 0);
    done(cells);
  }
}

interface Call {
  readonly rows: number;
  readonly queue: (sheet: Excel.Worksheet) => void;
}

function callsFor(fill: FillText, areas: readonly Area[]): Call[] {
  if (isPattern(fill))
    return areas.map((area) => ({
      rows: rowsOf([area]),
      queue: (sheet) => setPattern(sheet, area, fill),
    }));
  return addressLists(areas).map((list) => ({
    rows: list.split(',').length,
    queue: (sheet) => setPlain(sheet, list, fill),
  }));
}

const rowsOf = (areas: readonly Area[]): number =>
  areas.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0);

function setPlain(sheet: Excel.Worksheet, addresses: string, fill: FillText): void {
  const ranges = sheet.getRanges(addresses);
  if (fill === NO_FILL) ranges.format.fill.clear();
  else ranges.format.fill.color = fill;
  ranges.untrack();
}

function setPattern(
  sheet: Excel.Worksheet,
  { top, bottom, left, right }: Area,
  fill: FillText,
): void {
  const range = sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
  const cell = patternProperties(fill);
  range.setCellProperties(
    Array.from({ length: bottom - top + 1 }, () =>
      Array.from({ length: right - left + 1 }, () => cell),
    ),
  );
  range.untrack();
}
