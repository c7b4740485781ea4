import { LONGEST_CELL } from '#domain/bounds.ts';

/** The first so many units of a text, no half of a character among them. */
export const cutText = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');

/**
 * As much of a text as a cell holds, and a sign that there was more: with all of it Excel repairs a
 * file and refuses a call.
 */
export const cellText = (text: string): string =>
  text.length <= LONGEST_CELL ? text : `${cutText(text, LONGEST_CELL - 1)}…`;
