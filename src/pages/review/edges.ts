import { EDGE_ROLES, type EdgeOrder } from '#domain/edge/edge-order.ts';
import { sharedStakes } from '#domain/edge/edge-orders.ts';
import { lineHeight } from '../text-height.ts';
import { date, dash, money, moneyOrDash, text } from './cells.ts';
import { amountOf, categoryOf, dayOf, orderLink } from './order-link.ts';
import type { Draft } from './review-input.ts';
import { filled, headers, quiet, section } from './section.ts';

/** More than anyone reads on paper; the pane has them all. */
const SHOWN = 60;

/** Edge orders by role, the largest stake first; each leads to its row. */
export function edges(draft: Draft): void {
  const { canvas, words, input } = draft;
  section(canvas, words.sections.edges);
  const sorted = [...input.edges].sort(
    (a, b) => EDGE_ROLES.indexOf(a.role) - EDGE_ROLES.indexOf(b.role) || b.stake - a.stake,
  );
  if (sorted.length === 0) return void quiet(canvas, words.empty.edges);
  const shown =
    sorted.length <= SHOWN
      ? sorted
      : [...input.edges].sort((a, b) => b.stake - a.stake).slice(0, SHOWN);
  const { columns } = words;
  headers(
    canvas,
    [
      columns.orderId,
      columns.customer,
      columns.date,
      columns.category,
      columns.amount,
      columns.role,
      columns.component,
      null,
      columns.tiers,
      columns.stake,
    ],
    [
      'header',
      'header',
      'header-center',
      'header',
      'header-right',
      'header',
      'header',
      'header',
      'header-center',
      'header-right',
    ],
  );
  for (const { orders } of sharedStakes(shown))
    orders.forEach((edge, index) => edgeRow(draft, edge, index === 0));
  const left = sorted.length - shown.length + input.edgesOmitted;
  if (left > 0) canvas.wide(words.edgesMore(left), 'note');
}

/**
 * A stake that several orders share stands on the first of them alone, so that nobody adds it up.
 */
function edgeRow(draft: Draft, edge: EdgeOrder, isFirst: boolean): void {
  const {
    canvas,
    words,
    input: { ledger },
    nameOf,
  } = draft;
  const window = `${nameOf(edge.component)} · ${edge.period}`;
  const index = edge.ledgerIndex;
  const day = dayOf(ledger, index);
  const customer = ledger.customer[index] ?? '';
  const row = canvas.row(
    [
      orderLink(draft, index),
      text(customer, 'wrapped'),
      day === null ? dash('date') : date(day),
      text(categoryOf(ledger, index)),
      moneyOrDash(amountOf(ledger, index)),
      text(words.roles[edge.role], edge.role),
      text(window, 'wrapped'),
      text('', 'wrapped'),
      text(`${edge.tierWith} → ${edge.tierWithout}`, 'center'),
      isFirst ? money(edge.stake, 'money-strong') : text(words.sameStake, 'money'),
    ],
    {
      height: lineHeight([
        { text: customer, width: canvas.widthOf(2, 1) },
        { text: window, width: canvas.widthOf(7, 2) },
      ]),
    },
  );
  canvas.span(row, 7, 2);
}

/** The fills that the order sheet carries, with their meaning in words. */
export function legend(draft: Draft): void {
  const { canvas, words } = draft;
  section(canvas, words.sections.legend);
  for (const role of EDGE_ROLES) {
    const row = canvas.row(
      filled([text(words.roles[role], role), text('', role), text(words.roleMeaning[role])]),
    );
    // English roles are longer than a name: on one line, so that the legend stays low.
    canvas.span(row, 1, 2);
    canvas.span(row, 3, 8);
  }
  canvas.wide(words.legendNote, 'note');
}
