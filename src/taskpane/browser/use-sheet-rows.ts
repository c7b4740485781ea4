import { useEffect, useRef, useState } from 'react';
import type { FileSession, SheetRows } from '#application/session/file-session.ts';

type Row = SheetRows['rows'][number];

const BLOCK = 200;
/** Blocks kept: enough to scroll back a little, never a million rows. */
const KEPT = 40;

/**
 * Rows of a sheet, fetched block by block as they come into view. `version` drops what was fetched
 * before.
 */
export function useSheetRows(
  session: FileSession,
  sheet: string,
  version: number,
  from: number,
  to: number,
): (row: number) => Row | undefined {
  const [blocks, setBlocks] = useState<ReadonlyMap<string, readonly Row[]>>(new Map());
  const asked = useRef(new Set<string>());
  const key = (block: number): string => `${version}:${sheet}:${block}`;
  const firstBlock = Math.floor(from / BLOCK);
  const lastBlock = Math.floor(to / BLOCK);

  useEffect(() => {
    for (let block = firstBlock; block <= lastBlock; block += 1) {
      const wanted = key(block);
      if (asked.current.has(wanted)) continue;
      asked.current.add(wanted);
      session.rows(sheet, block * BLOCK, BLOCK).then(
        ({ rows }) =>
          setBlocks((before) => new Map([...before, [wanted, rows] as const].slice(-KEPT))),
        () => asked.current.delete(wanted),
      );
    }
  });

  return (row) =>
    blocks.get(key(Math.floor(row / BLOCK)))?.[row % BLOCK] ??
    staleRow(blocks, sheet, version, row);
}

/** While new colours are on their way the old ones stay in view: nothing blinks. */
function staleRow(
  blocks: ReadonlyMap<string, readonly Row[]>,
  sheet: string,
  version: number,
  row: number,
): Row | undefined {
  return blocks.get(`${version - 1}:${sheet}:${Math.floor(row / BLOCK)}`)?.[row % BLOCK];
}
