/**
 * Every bound on what somebody else may hand us, with its reason. What is larger is refused, left
 * plain or asked about; it never costs memory or time that nobody asked for.
 */

// Texts

/** Characters of a cell, in Excel's own words. */
export const LONGEST_CELL = 32_767;
/** An amount with its currency, unit and remark. Longer ones are a text, not an amount. */
export const LONGEST_AMOUNT = 64;
/** A header with its unit and its note. A longer text is a remark above the table. */
export const LONGEST_HEADER = 200;
/**
 * A quoted field of several lines: eight bytes for each of the characters that a cell holds. What
 * goes on for longer began with a stray quote.
 */
export const LONGEST_QUOTED = 8 * (LONGEST_CELL + 1);

// Combinations

/** Tables on one sheet: a year of daily tables would be read as remarks, a year of months is not. */
export const MOST_SECTIONS = 100;

// What a workbook remembers of us: anybody may have edited it

/** Pieces of a long memo; 30,000 characters each. The largest workbook we tested needs 60. */
export const MOST_MEMO_PIECES = 2_000;
/** Characters of a memo: settings, answers, a few policies. */
export const LONGEST_MEMO = 32_000_000;
/** Rows and columns of a sheet, in Excel's own words: no memo speaks of more. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;
/** Cells whose fills one memo may give back: 100,000 rows of 50 columns. */
export const MOST_REMEMBERED_CELLS = 5_000_000;

// Packages

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

/**
 * Orders up to which every silence of a policy is priced: each price is a walk of all of them, and
 * what a refund is worth by its original is several. Scheme and edge are priced at any size.
 */
export const MOST_PRICED_ORDERS = 100_000;
