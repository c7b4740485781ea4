/**
 * What a workbook may unpack to. A full sheet (1,048,576 rows, a dozen columns) is about a gigabyte
 * of XML; honest sheets shrink to between a tenth and a hundredth, deflate itself ends at 1 : 1032.
 */
export const MAX_PART_BYTES = 2 * 1024 ** 3;
export const MAX_PACKAGE_BYTES = 3 * 1024 ** 3;
export const MAX_PARTS = 50_000;
export const MAX_RATIO = 250;
/** Below this a high ratio is harmless. */
export const RATIO_FROM_BYTES = 16 * 1024 ** 2;
/** One XML token (a tag, a cell's text): a cell holds at most 32,767 characters. */
export const MAX_TOKEN_BYTES = 8 * 1024 ** 2;
/**
 * Empty places filled up so that columns stay dense; far-off stray cells cost memory that nobody
 * asked for.
 */
export const MAX_PADDING = 64_000_000;
/** Parts that are looked at as a whole: lists of sheets, styles, relationships. */
export const MAX_WHOLE_BYTES = 256 * 1024 ** 2;
/** A full sheet of 57 columns. */
export const MAX_CELLS = 60_000_000;
export const MAX_STRINGS = 20_000_000;
