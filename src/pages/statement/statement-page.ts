import { type Fen, yuanNumber, fen, subtractFen } from '#domain/money/fen.ts';
import { cellAddress } from '#domain/sheet.ts';
import type { statementPage as englishWords } from '#i18n/en-US/statement-page.ts';
import type { Words } from '#i18n/sentences.ts';
import type { Page, PageCell, PageStyle } from '../page.ts';
import { type Breaks, Canvas } from '../review/canvas.ts';
import { fitTexts } from '../review/fit-texts.ts';
import { planBreaks } from '../review/page/page-breaks.ts';
import { lineHeight, textWidth } from '../text-height.ts';

/** A statement held against the ledger, said in the reader's language. */
export interface StatementInput {
  /** What the workbook is called. */
  readonly title: string;
  readonly period: string;
  readonly totals: { readonly ledger: Fen; readonly statement: Fen; readonly difference: Fen };
  readonly causes: readonly {
    readonly name: string;
    readonly orders: number;
    readonly amount: Fen;
  }[];
  /** What does not agree, by what is to be done about it. */
  readonly groups: readonly { readonly action: string; readonly rows: readonly StatementRow[] }[];
  readonly agreeing: number;
  /** What the policy pays beside the lines, and no order's row holds. */
  readonly beside: readonly string[];
  /** The letter to the vendor, paragraph by paragraph. */
  readonly letter: readonly string[];
}

interface StatementRow {
  readonly orderId: string;
  readonly customer: string;
  readonly product: string;
  readonly ledger: Fen;
  readonly statement: Fen;
  readonly cause: string;
  readonly sentence: string;
}

/** Margin, order, customer, product, three amounts, cause, what happened. */
const WIDTHS = [1, 16, 17, 17, 12.5, 12.5, 12.5, 13, 38] as const;
const LAST = WIDTHS.length - 1;
/** Characters: the longest order numbers that stand on one line, in any font. */
const LONGEST_ID = 24;

/** A number of an order is never cut: whoever claims it copies it from here. */
function widthsFor({ groups }: StatementInput): readonly number[] {
  const [margin, orderId, ...others] = WIDTHS;
  const longest = Math.max(
    0,
    ...groups.flatMap(({ rows }) => rows.map((row) => textWidth(row.orderId))),
  );
  return [margin, Math.max(orderId, Math.min(LONGEST_ID, longest * 1.2 + 2)), ...others];
}
const AMOUNTS = { ledger: 4, statement: 5, difference: 6 } as const;

/** Causes, orders, what to claim and to ask, and the letter: one tab beside the review. */
export function statementPage(
  input: StatementInput,
  words: Words<typeof englishWords>,
  font: string,
): Page {
  const canvas = layOut(input, words, planBreaks(layOut(input, words), [0, 0]));
  return {
    name: words.sheetName,
    mark: 'statement',
    columnWidths: canvas.widths,
    rows: canvas.rows(),
    merges: canvas.merges,
    charts: [],
    frozenRows: TITLE_ROWS,
    printTitleRows: [1, 1],
    landscape: true,
    printColumns: WIDTHS.length,
    font,
    footer: words.title(input.period),
    tabColor: '#9A5B00',
  };
}

/** The band; every printed page repeats its title. */
const TITLE_ROWS = 2;

function layOut(input: StatementInput, words: Words<typeof englishWords>, breaks?: Breaks): Canvas {
  const canvas = new Canvas(widthsFor(input), breaks);
  band(canvas, 'title', words.title(input.period), 32);
  band(canvas, 'subtitle', words.subtitle(input.title), 20);
  tiles(canvas, input, words);
  causes(canvas, input, words);
  for (const sentence of input.beside) canvas.wide(sentence, 'note');
  for (const group of input.groups) orders(canvas, group, words);
  if (input.agreeing > 0) canvas.wide(words.agreeing(input.agreeing), 'note');
  section(canvas, words.letter);
  for (const paragraph of input.letter) {
    canvas.wide(paragraph, 'plain');
    canvas.gap(4);
  }
  fitTexts(canvas);
  return canvas;
}

const text = (value: string, style: PageStyle): PageCell => ({ value, style });
const money = (amount: Fen, style: PageStyle = 'money'): PageCell => ({
  value: yuanNumber(amount),
  style,
});

function band(canvas: Canvas, style: 'title' | 'subtitle', value: string, height: number): void {
  const row = canvas.row([text(value, style)], { height });
  for (let column = 2; column <= LAST; column += 1) canvas.set(row, column, { value: null, style });
}

function section(canvas: Canvas, title: string): void {
  canvas.gap(12);
  const row = canvas.row([text(title, 'section')], { height: 22 });
  for (let column = 2; column <= LAST; column += 1)
    canvas.set(row, column, { value: null, style: 'section' });
}

function tiles(
  canvas: Canvas,
  { totals }: StatementInput,
  words: Words<typeof englishWords>,
): void {
  canvas.gap(8);
  const labels = [words.ledger, words.statement, words.difference];
  const amounts = [totals.ledger, totals.statement, totals.difference];
  canvas.row(
    labels.map((label) => text(label, 'figure-label')),
    { height: 17 },
  );
  canvas.row(
    amounts.map((amount) => money(amount, 'figure-money')),
    { height: 27 },
  );
}

function causes(canvas: Canvas, input: StatementInput, words: Words<typeof englishWords>): void {
  if (input.causes.length === 0) return;
  section(canvas, words.causes);
  canvas.row(
    [
      text(words.cause, 'header'),
      text(words.orders, 'header-right'),
      text(words.difference, 'header-right'),
    ],
    { height: 20 },
  );
  const first = canvas.next;
  for (const { name, orders: count, amount } of input.causes)
    canvas.row([text(name, 'label'), { value: count, style: 'integer' }, money(amount)]);
  sumRow(canvas, words.total, 3, first, input.totals.difference);
}

function sumRow(canvas: Canvas, label: string, column: number, first: number, amount: Fen): void {
  const last = canvas.next - 1;
  if (last < first) return;
  const row = canvas.row(
    Array.from({ length: column }, (_, at) => text(at === 0 ? label : '', 'total-label')),
  );
  const run = `${cellAddress(first, column)}:${cellAddress(last, column)}`;
  canvas.set(row, column, {
    ...money(amount, 'total-money'),
    formula: `ROUND(SUM(${run}),2)`,
  });
}

function orders(
  canvas: Canvas,
  { action, rows }: StatementInput['groups'][number],
  words: Words<typeof englishWords>,
): void {
  section(canvas, words.group(action, rows.length));
  const titles = [
    words.order,
    words.customer,
    words.product,
    words.ledger,
    words.statement,
    words.difference,
    words.cause,
    words.happened,
  ];
  canvas.row(
    titles.map((title, at) => text(title, at > 2 && at < 6 ? 'header-right' : 'header')),
    { height: 20 },
  );
  const first = canvas.next;
  for (const row of rows) orderRow(canvas, row);
  const total = fen(rows.reduce((sum, row) => sum + row.statement - row.ledger, 0));
  sumRow(canvas, words.total, AMOUNTS.difference, first, total);
}

function orderRow(canvas: Canvas, row: StatementRow): void {
  const texts = [row.orderId, row.customer, row.product];
  const at = canvas.row(
    [
      ...texts.map((value, index) => text(value, index === 0 ? 'text' : 'wrapped')),
      money(row.ledger),
      money(row.statement),
      money(subtractFen(row.statement, row.ledger), 'money-strong'),
      text(row.cause, 'wrapped'),
      text(row.sentence, 'wrapped'),
    ],
    {
      height: lineHeight([
        { text: row.sentence, width: WIDTHS[8] },
        { text: row.customer, width: WIDTHS[2] },
        { text: row.product, width: WIDTHS[3] },
      ]),
    },
  );
  const [ledger, statement] = [AMOUNTS.ledger, AMOUNTS.statement].map((column) =>
    cellAddress(at, column),
  );
  const cell = canvas.cell(at, AMOUNTS.difference);
  if (cell !== null)
    canvas.set(at, AMOUNTS.difference, { ...cell, formula: `ROUND(${statement}-${ledger},2)` });
}
