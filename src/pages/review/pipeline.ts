import type { Advice } from '#domain/decision/advice.ts';
import type { PendingDeal } from '#domain/pipeline/pending-deals.ts';
import { ZERO } from '#domain/money/decimal.ts';
import { type Fen, NO_FEN, sumFen } from '#domain/money/fen.ts';
import { yuan } from '#i18n/format.ts';
import type { Language } from '#domain/language.ts';
import { blank, date, dash, money, rate, text } from './cells.ts';
import { CHART, RIGHT, layChart } from './charts.ts';
import { layTotal } from './formulas.ts';
import { orderLink } from './order-link.ts';
import type { Draft } from './review-input.ts';
import { filled, headers, quiet, section } from './section.ts';

const DEALS = 40;
const AMOUNT = 5;
const PROBABILITY = 3;
/** Rows kept beside the distribution so that its chart has room. */
const CHART_ROWS = 11;

/**
 * What the open deals may bring: the expected rebate, the chance of each tier, and the best set to
 * bring in.
 */
export function pipeline(draft: Draft): void {
  const { canvas, words, input } = draft;
  section(canvas, words.sections.pipeline);
  if (input.forecast.deals.length === 0) return void quiet(canvas, words.empty.pipeline);
  const best = bestSet(draft);
  expectations(draft, best);
  chances(draft);
  dealTable(draft, best?.orders ?? []);
  distribution(draft);
}

/** The set of deals with the largest gain less cost: the same advice as everywhere else. */
const bestSet = ({ input }: Draft): Advice | undefined =>
  input.advice.find(({ title }) => title.code === 'advice.pull-in');

function expectations({ canvas, words, input }: Draft, best: Advice | undefined): void {
  const { committed, expected, everything, deals, likely } = input.forecast;
  const unstated = deals.length - likely.length;
  const lines = [
    [words.pipelineCommitted, committed, 'money'],
    [words.pipelineExpected, expected.ok ? expected.value : null, 'money-strong'],
    [words.pipelineAll, everything, 'money'],
    [words.pipelineBestGain(best?.orders.length ?? 0), best?.yuan ?? null, 'money-good'],
  ] as const;
  for (const [label, amount, style] of lines) {
    const row = canvas.row([
      text(label),
      blank('text'),
      blank('text'),
      amount === null ? dash(style) : money(amount, style),
    ]);
    canvas.span(row, 1, 3);
  }
  if (unstated > 0) canvas.wide(words.pipelineUnstated(unstated), 'note');
  if (!expected.ok) canvas.wide(words.pipelineTooMany, 'note');
  canvas.gap(8);
}

function chances({ canvas, words, nameOf, input }: Draft): void {
  const { windows, likely } = input.forecast;
  const all = windows.flatMap(({ window, chances: own }) =>
    own.ok && likely.length > 0 ? [{ window, chances: own.value }] : [],
  );
  const width = Math.min(8, Math.max(0, ...all.map((one) => one.chances.length)));
  if (width === 0) return;
  const { columns } = words;
  headers(canvas, [
    columns.component,
    columns.window,
    ...Array.from({ length: width }, (_, tier) => words.tierChance(tier)),
  ]);
  for (const one of all)
    canvas.row(
      filled([
        text(nameOf(one.window.component.name), 'label'),
        text(one.window.period.label),
        ...one.chances.slice(0, width).map((chance) => rate(chance, 'chance')),
      ]),
    );
  canvas.gap(8);
}

function dealTable(draft: Draft, best: readonly number[]): void {
  const { canvas, words, input } = draft;
  const { deals } = input.forecast;
  const { columns } = words;
  headers(
    canvas,
    [
      columns.orderId,
      columns.customer,
      columns.date,
      columns.category,
      columns.amount,
      columns.probability,
      columns.cost,
      words.pipelineBest,
    ],
    [
      'header',
      'header',
      'header-center',
      'header',
      'header-right',
      'header-right',
      'header-right',
      'header-center',
    ],
  );
  const isBest = (deal: PendingDeal): boolean => best.includes(deal.ledgerIndex);
  const order = [...deals].sort(
    (a, b) => Number(isBest(b)) - Number(isBest(a)) || b.amount - a.amount,
  );
  const from = canvas.next;
  for (const deal of order.slice(0, DEALS)) dealRow(draft, deal, isBest(deal));
  const others = order.slice(DEALS);
  if (others.length > 0) {
    const row = canvas.row(filled([text(words.restatedMore(others.length))]));
    canvas.span(row, 1, AMOUNT - 1);
    canvas.set(row, AMOUNT, money(sumFen(others.map((deal) => deal.amount))));
  }
  const to = canvas.next - 1;
  const total = canvas.row(filled([text(words.total, 'total-label')], 'total-label'));
  canvas.set(total, AMOUNT, money(sumFen(deals.map((deal) => deal.amount)), 'total-money'));
  layTotal(canvas, total, { column: AMOUNT, from, to });
}

function dealRow(draft: Draft, deal: PendingDeal, isBest: boolean): void {
  draft.canvas.row(
    filled([
      orderLink(draft, deal.ledgerIndex),
      text(deal.customer),
      deal.day === null ? dash('date') : date(deal.day),
      text(deal.category),
      money(deal.amount),
      deal.probability === null ? dash('chance') : rate(deal.probability, 'chance'),
      deal.cost === NO_FEN ? dash() : money(deal.cost),
      text(isBest ? '●' : '', 'center'),
    ]),
  );
}

/** "36~38 万", "360k~380k": the upper end belongs to the next stretch. */
function stretchLabel(from: Fen, to: Fen, language: Language): string {
  if (language === 'zh-CN' && from % 100_00 === 0 && to % 100_00 === 0)
    return `${from / 10_000_00}~${to / 10_000_00} 万`;
  if (from % 1_000_00 === 0 && to % 1_000_00 === 0) return `${from / 1_000_00}k~${to / 1_000_00}k`;
  return `${yuan(from)}~${yuan(to)}`.replace(/¥|\.00/g, '');
}

/** Rebate at the end in stretches, each with its probability, and the same as columns. */
function distribution({ canvas, words, options, input }: Draft): void {
  const { distribution: stretches } = input.forecast;
  if (stretches.length === 0) return;
  canvas.gap(8);
  const start = headers(
    canvas,
    [words.columns.rebateRange, null, words.columns.probability],
    ['header', 'header', 'header-right'],
  );
  for (let column = PROBABILITY + 1; column <= RIGHT[1]; column += 1)
    canvas.set(start, column, { value: null });
  const first = canvas.next;
  for (const { from, to, probability } of stretches) {
    const row = canvas.row([
      text(from === to ? yuan(from) : stretchLabel(from, to, options.language)),
      text(''),
      rate(probability, 'chance'),
    ]);
    canvas.span(row, 1, 2);
  }
  const total = canvas.row([
    text(words.total, 'total-label'),
    text('', 'total-label'),
    rate(
      stretches.reduce((sum, one) => sum.plus(one.probability), ZERO),
      'total-chance',
    ),
  ]);
  canvas.span(total, 1, 2);
  const sum = canvas.cell(total, PROBABILITY);
  if (sum !== null)
    canvas.set(total, PROBABILITY, {
      ...sum,
      formula: `SUM(${canvas.range({ column: PROBABILITY, from: first, to: total - 1 })})`,
    });
  while (canvas.next - start < CHART_ROWS) canvas.row([], { height: 16 });
  layChart(
    canvas,
    start,
    RIGHT,
    {
      title: words.charts.forecast,
      kind: 'column',
      numberFormat: '0%',
      least: 0,
      categories: { row: first, column: 1, rows: stretches.length },
      series: [
        {
          name: words.charts.probability,
          row: first,
          column: PROBABILITY,
          rows: stretches.length,
          color: CHART.strong,
        },
      ],
    },
    canvas.next - start,
  );
}
