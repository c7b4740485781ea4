/**
 * Every bound on what somebody else may hand us, with its reason. What is larger is refused, left
 * plain or asked about; it never costs memory or time that nobody asked for.
 */

// Texts

/** Characters of a cell, in Excel's own words. */
export const LONGEST_CELL = 32_767;
/** Characters of a formula, in Excel's own words. */
export const LONGEST_FORMULA = 8_192;
/** Characters of the head of a table, in Excel's own words. */
export const LONGEST_HEAD = 255;
/** Brackets within brackets of a formula, in Excel's own words: a stack holds them. */
export const DEEPEST_FORMULA = 64;
/** Formulas, each upon the next, whose results a program left out: a stack holds them. */
export const LONGEST_FORMULA_CHAIN = 500;
/** An amount with its currency, unit and remark. Longer ones are a text, not an amount. */
export const LONGEST_AMOUNT = 64;
/** A header with its unit and its note. A longer text is a remark above the table. */
export const LONGEST_HEADER = 200;
/** A header that a word list may know: a longer one is a sentence. */
export const LONGEST_KNOWN_HEADER = 40;
/** A list of categories with their examples, and the line that names a period: a page of text. */
export const LONGEST_LIST = 2_000;
/**
 * A quoted field of several lines: eight bytes for each of the characters that a cell holds. What
 * goes on for longer began with a stray quote.
 */
export const LONGEST_QUOTED = 8 * (LONGEST_CELL + 1);

/** A number format, in Excel's own words: what follows says nothing. */
export const LONGEST_FORMAT = 255;
/** What a person types as the answer to a question. */
export const LONGEST_ANSWER = 200;
/** Two days and the marks between them. A longer text is a remark. */
export const LONGEST_DAYS = 120;
/** Characters of a name that a sentence of ours shows whole: somebody else's can be pages long. */
export const LONGEST_SHOWN = 200;
/** Different headers whose meaning is kept; beyond, all are looked up anew. */
export const MOST_HEADERS_KEPT = 5000;

/** Characters of a status, and different ones in a column: beyond, it is no status column. */
export const LONGEST_STATUS = 20;
export const MOST_STATUS_WORDS = 20;

/** Different texts of a column about something else that are searched for words against a row. */
export const MOST_TEXTS_LOOKED_AT = 2000;

// Amounts

/** Fen: ten 亿 yuan. Nobody's order: a telephone number in the amount column is asked about. */
export const LARGEST_ORDER = 1_000_000_000_00;
/**
 * Fen: beyond, a product with a rate could leave the exact whole numbers of a double. One amount
 * and all amounts of a ledger together.
 */
export const LARGEST_ARGUMENT = 1e14;

// Tables

/** Tables on one sheet, one below the other: a year of weeks; each is looked for by its header. */
export const MOST_SECTIONS = 100;
/** Rows of a policy: some hundred components of a dozen versions. A longer table is refused. */
export const MOST_POLICY_ROWS = 5000;
/** Things in one another in a file of JSON: ours have four; deeper ones end the stack. */
export const DEEPEST_JSON = 100;
/** Windows that one measure may look back: three years of months. */
export const MOST_LAG_WINDOWS = 36;
/** Rows that may explain why the user's own total is another. */
export const MOST_SUSPECTS = 2000;

// Combinations: exact up to here; beyond, what is said instead is named

/** A holder's stake is a difference of two full recomputations: so many, the largest first … */
export const MOST_HOLDERS = 400;
/** … and so many orders walked for all of them: a second. The rest is counted and said. */
export const HOLDER_WORK = 60_000_000;
/** Lines and orders of one customer, product and day in every division; beyond, one by one. */
export const MOST_SPLIT_LINES = 8;
export const MOST_SPLIT_ORDERS = 8;
/** More orders of a statement tell nothing new; they are taken evenly over the period. */
export const MOST_EVIDENCE = 400;
/** Deals won or lost in every combination, and orders walked for all; beyond, by lines. */
export const MOST_OUTCOME_DEALS = 11;
export const OUTCOME_WORK = 100_000_000;
/** Deals of which every set is tried where nothing is linear; beyond, the largest, gap said. */
export const MOST_SET_DEALS = 12;
export const SET_WORK = 100_000_000;
/** Deals tied to each other by rules: 16,384 combinations. More is refused. */
export const MOST_TIED_DEALS = 14;
/** Answers to open questions: combinations, questions priced one by one, orders walked. */
export const MOST_ANSWER_SETS = 64;
export const MOST_PRICED_QUESTIONS = 40;
export const ANSWER_WORK = 5_000_000;
/** Two to the sixteenth coalitions are tried in a fraction of a second. */
export const MOST_PARTNERS = 16;
/** Partners beside us; each coalition is a recomputation of the whole book. */
export const MOST_POOLED = 11;
/** Customers whose fair share is exact: beyond them the smaller ones count as one. */
export const MOST_FAIR_SHARES = 12;
/** Cells of a distribution kept, and touched by all deals together: about a second. */
export const GRID_CELLS = 6_000_000;
export const GRID_WORK = 600_000_000;
/** Remainders told apart: rates of a few digits, with or without tax. */
export const MOST_RESTS = 20_000;
/** Steps of the exact distribution, some tenths of a second. */
export const EXACT_STEPS = 2_500_000;
/** Totals kept before the last deals are laid against them, how many those may be, the work. */
export const LIVE_TOTALS = 2 ** 16;
export const LAST_DEALS = 21;
export const MORE_DOUBLINGS = 4;
export const HALVES_WORK = 80_000_000;
/**
 * Orders up to which every silence of a policy is priced: each price is a walk of all of them, and
 * what a refund is worth by its original is several. Scheme and edge are priced at any size.
 */
export const MOST_PRICED_ORDERS = 100_000;
/** Components that hang together: what one leaves unsaid is priced by a walk of all of them. */
export const MOST_PRICED_TOGETHER = 50;

// What a workbook remembers of us: anybody may have edited it

/** Pieces of a long kept text; 30,000 characters each. The largest workbook we tested needs 60. */
export const MOST_KEPT_PIECES = 2_000;
/** Names that a kept text is kept in beside them, 2,400 characters each; a longer one is not. */
export const MOST_NAME_PIECES = 200;
/** Characters of a kept text: settings, answers, a few policies. */
export const LONGEST_KEPT_TEXT = 32_000_000;
/** Rows and columns of a sheet, in Excel's own words: no kept text speaks of more. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;
/** Cells whose fills one kept text may give back: 100,000 rows of 50 columns. */
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
/** Our own pages are small: a longer sheet is not looked through for our property. */
export const LARGEST_OWN_PAGE = 32 * 1024 ** 2;
/** Parts that are looked at as a whole: lists of sheets, styles, relationships. */
export const MAX_WHOLE_BYTES = 256 * 1024 ** 2;
/** A full sheet of 57 columns. */
export const MAX_CELLS = 60_000_000;
export const MAX_STRINGS = 20_000_000;

/** Attributes of one element: more than any of a workbook has. More is damage. */
export const MOST_ATTRIBUTES = 256;
/** Excel opens no workbook with more. */
export const MOST_CELL_FORMATS = 65_490;

// Excel: 5 MB a request or a reply, 5,000,000 cells; a character of Chinese is three bytes

/** A reply aimed at, in bytes, cells and rows: taking one in does not hold up the page. */
export const ANSWER_BYTES = 900_000;
export const ANSWER_CELLS = 2_500_000;
export const ANSWER_ROWS = 50_000;
/** Cells and characters of our own page that are written at once. */
export const BLOCK_CELLS = 20_000;
export const BLOCK_CHARACTERS = 400_000;
/** Fills asked for at once: a cell's properties take some 100 bytes of JSON. */
export const PROPERTY_CELLS = 8_000;
export const PROPERTY_ROWS = 500;
/** Lines of one order number that are asked about one by one; more are one question with a rule. */
export const MOST_ASKED_SINGLY = 20;
/** Rows of highlights held against the sheet at once. */
export const MOST_ROWS_ASKED = 500;
/** Formulas written at once: characters, and ranges of some 400 each. */
export const REQUEST_CHARACTERS = 600_000;
export const REQUEST_RANGES = 500;
/** Areas a call, and characters of its address: the address itself counts to the request. */
export const ADDRESS_AREAS = 100;
export const ADDRESS_CHARACTERS = 2_000;
/** More different texts than this in a column are not worth sharing. */
export const MOST_SHARED_TEXTS = 5_000;

// Memory

/** Rows a sheet and cells a workbook that the live sheet holds; more is shown, not edited. */
export const LIVE_ROWS = 100_000;
export const LIVE_CELLS = 1_500_000;
/** Values of a chart's series that the live sheet draws; more would stop every scroll. */
export const MOST_CHART_POINTS = 1_000;
/** Bytes of ledgers: beyond, no memory holds the lines (some four million of ten columns). */
export const LARGE_BYTES = 512 * 1024 * 1024;
/** More different customers, products and words than this are no sums any more. */
export const MOST_SUM_ROWS = 2_000_000;

// Names

/** Links may lead to links; a circle of them ends here. */
export const MOST_LINKS = 40;
