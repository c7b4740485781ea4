import { DAYS_1904 } from '#domain/policy/date-system.ts';
import { meaningOfFormat } from '#domain/reading/number-format.ts';
import type { Cell } from '#domain/sheet.ts';

/** What of a format is no sign for a part of a day. */
const BESIDE = /"[^"]*"?|\\.|\[[^\]]*\]?/g;

/** Of the hour alone a number counts no days, whatever they are counted from. */
const isDay = (format: string | null | undefined): boolean =>
  meaningOfFormat(format).isDate && /[yd年日]|mmm/i.test((format ?? '').replace(BESIDE, ''));

const moved = (cell: Cell, format: string | null | undefined, days: number): Cell =>
  typeof cell === 'number' && isDay(format) ? cell + days : cell;

/** A day of a workbook that counts from 1904 as the grid counts it, which is from 1900. */
export const dayForGrid = (cell: Cell, format: string | null | undefined): Cell =>
  moved(cell, format, DAYS_1904);

/** The way back. */
export const dayFromGrid = (cell: Cell, format: string | null | undefined): Cell =>
  moved(cell, format, -DAYS_1904);
