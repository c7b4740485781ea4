import type { ChartCells } from '#application/live/sheet-drawings.ts';
import { parseRange } from '../read/cell-text.ts';

const REFERENCE = /^(?:'((?:[^']|'')+)'|([^'![\]]+))!([$A-Z0-9:]+)$/i;

/**
 * The cells that a chart's reference names; null for names, other workbooks and areas in several
 * parts, whose stored figures are drawn.
 */
export function chartCells(reference: string): ChartCells | null {
  const match = REFERENCE.exec(reference.trim());
  const block = match === null ? null : parseRange(match[3] ?? '');
  if (match === null || block === null) return null;
  const line = block.top === block.bottom || block.left === block.right;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? null;
  return line && !(sheet ?? '').includes('[') ? { sheet, block } : null;
}
