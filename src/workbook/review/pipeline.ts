import { NO_FEN, type Fen, sumFen } from '#domain/money/fen.ts';
import { Decimal, ZERO } from '#domain/money/decimal.ts';
import { kindOf } from '#domain/ledger/ledger.ts';
import { yuan } from '#i18n/format.ts';
import { date, dash, money, moneyOrDash, rate, text } from './cells.ts';
import { CHART, RIGHT, layChart } from './charts.ts';
import { layTotal } from './formulas.ts';
import { amountOf, categoryOf, dayOf, orderLink } from './order-link.ts';
import type { Draft, ReviewPipeline } from './review-input.ts';
import { filled, headers, quiet, section } from './section.ts';

const DEALS = 40;
const AMOUNT = 5;
/** Rows kept beside the distribution so that its chart has room. */
const CHART_ROWS = 11;

/** What the open deals may bring: the expected rebate, the chance of each tier, and the best set to bring in. */
export function pipeline(draft: Draft): void {
  const { canvas, words, input } = draft;
  section(canvas, words.sections.pipeline);
  const deals = Array.from({ length: input.ledger.size }, (_, index) => index).filter((index) => kindOf(input.ledger, index) === 'pending');
  if (deals.length === 0 || input.pipeline === null) return void quiet(canvas, words.empty.pipeline);
  expectations(draft, input.pipeline);
  chances(draft, input.pipeline);
  dealTable(draft, deals, input.pipeline.best);
  distribution(draft, input.pipeline);
}

function expectations({ canvas, words }: Draft, { committed, expected, everything }: ReviewPipeline): void {
  for (const [label, amount, style] of [
    [words.pipelineCommitted, committed, 'money'], [words.pipelineExpected, expected, 'money-strong'], [words.pipelineAll, everything, 'money'],
  ] as const) {
    const row = canvas.row([text(label), text(''), moneyOrDash(amount, style)]);
    canvas.span(row, 1, 2);
  }
  canvas.gap(8);
}

function chances({ canvas, words, input }: Draft, { chances: all }: ReviewPipeline): void {
  const width = Math.max(0, ...all.map((one) => one.chances.length));
  if (width === 0) return;
  const { columns } = words;
  headers(canvas, [columns.component, columns.window, ...Array.from({ length: Math.min(width, 8) }, (_, tier) => `${columns.chance}: ${words.tierChance(tier)}`)]);
  for (const one of all) {
    const component = input.policy.components.find((known) => known.id === one.component)?.name ?? one.component;
    canvas.row(filled([text(component, 'label'), text(one.period), ...one.chances.slice(0, 8).map((chance) => rate(chance, 'chance'))]));
  }
  canvas.gap(8);
}

function dealTable(draft: Draft, deals: readonly number[], best: readonly number[]): void {
  const { canvas, words, input: { ledger } } = draft;
  const { columns } = words;
  headers(canvas, [columns.orderId, columns.customer, columns.date, columns.category, columns.amount, columns.probability, columns.cost, words.pipelineBest, null, null],
    ['header', 'header', 'header-center', 'header', 'header-right', 'header-right', 'header-right', 'header-center', 'header', 'header']);
  const shown = [...deals].sort((a, b) => Number(best.includes(b)) - Number(best.includes(a)) || amount(ledger, b) - amount(ledger, a)).slice(0, DEALS);
  const from = canvas.next;
  for (const index of shown) dealRow(draft, index, best.includes(index));
  const others = deals.filter((index) => !shown.includes(index));
  if (others.length > 0) {
    const row = canvas.row(filled([text(words.restatedMore(others.length))]));
    canvas.set(row, AMOUNT, money(sumFen(others.map((index) => amount(ledger, index)))));
  }
  const to = canvas.next - 1;
  const total = canvas.row(filled([text(words.total, 'total-label')], 'total-label'));
  canvas.set(total, AMOUNT, money(sumFen(deals.map((index) => amount(ledger, index))), 'total-money'));
  layTotal(canvas, total, { column: AMOUNT, from, to });
}

const amount = (ledger: Draft['input']['ledger'], index: number): Fen => amountOf(ledger, index) ?? NO_FEN;

function dealRow(draft: Draft, index: number, isBest: boolean): void {
  const { canvas, input: { ledger } } = draft;
  const day = dayOf(ledger, index);
  const chance = ledger.probability?.[index];
  const cost = ledger.cost?.[index];
  canvas.row(filled([
    orderLink(draft, index), text(ledger.customer[index] ?? ''), day === null ? dash('date') : date(day), text(categoryOf(ledger, index)),
    moneyOrDash(amountOf(ledger, index)), chance === undefined || Number.isNaN(chance) ? dash('chance') : rate(new Decimal(chance), 'chance'),
    cost === undefined || Number.isNaN(cost) ? dash() : money(cost as Fen), text(isBest ? '●' : '', 'center'),
  ]));
}

/** Rebate at the end in stretches, each with its probability, and the same as columns. */
function distribution({ canvas, words }: Draft, { distribution: stretches }: ReviewPipeline): void {
  if (stretches.length === 0) return;
  canvas.gap(8);
  const start = headers(canvas, [words.columns.rebateRange, null, words.columns.probability], ['header', 'header', 'header-right']);
  for (let column = 4; column <= RIGHT[1]; column += 1) canvas.set(start, column, { value: null });
  const first = canvas.next;
  for (const { from, to, probability } of stretches) {
    const row = canvas.row([text(from === to ? yuan(from) : `${yuan(from)} ~ ${yuan(to)}`), text(''), rate(probability, 'chance')]);
    canvas.span(row, 1, 2);
  }
  const total = canvas.row([text(words.total, 'total-label'), text('', 'total-label'), rate(stretches.reduce((sum, one) => sum.plus(one.probability), ZERO), 'total-rate')]);
  const probabilities = { column: 3, from: first, to: total - 1 };
  canvas.set(total, 3, { ...rate(stretches.reduce((sum, one) => sum.plus(one.probability), ZERO), 'total-rate'), formula: `SUM(${canvas.range(probabilities)})` });
  while (canvas.next - start < CHART_ROWS) canvas.row([], { height: 16 });
  layChart(canvas, start, RIGHT, {
    title: words.charts.forecast, kind: 'column', numberFormat: '0%', categories: { row: first, column: 1, rows: stretches.length },
    series: [{ name: words.charts.probability, row: first, column: 3, rows: stretches.length, color: CHART.strong }],
  }, CHART_ROWS);
}
