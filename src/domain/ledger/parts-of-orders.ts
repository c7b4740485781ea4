import { madeList } from '../lazy-list.ts';
import { partMark } from '../reading/plain-id.ts';
import { ORDER, takeAmount } from './ledger-draft.ts';
import { KEEP } from './row-question.ts';
import { askRow, type SectionBeingRead } from './section-being-read.ts';

/** Rows of one number, each with an ending of its own, and the row of the number itself. */
interface Parts {
  readonly stem: string;
  sum: number;
  count: number;
  /** Ledger index; -1 while there is none. */
  whole: number;
}

const NO_PARTS: Parts = { stem: '', sum: 0, count: 0, whole: -1 };

/**
 * An order above or below its own parts (A1 beside A1-1 and A1-2) whose amount is theirs together
 * would count twice: which of them is meant is asked about the whole one.
 */
export function askAboutWholes(run: SectionBeingRead): void {
  const { draft, base, columns, section } = run;
  if (columns.orderId?.hasParts !== true) return;
  const ids = madeList(columns.orderId.ids);
  let parts = NO_PARTS;
  let [above, aboveId] = [-1, ''];
  for (let offset = 0; offset < section.to - section.from; offset++) {
    const index = base + offset;
    if (draft.kind[index] !== ORDER) continue;
    const id = ids[offset] ?? '';
    const stem = stemOf(id);
    const amount = draft.amount[index] ?? NaN;
    if (stem !== id && stem === parts.stem) {
      parts.sum += amount;
      parts.count++;
    } else {
      if (parts.whole < 0 && parts.count > 0 && parts.stem === id) parts.whole = index;
      ask(run, parts);
      const whole = stem === aboveId ? above : -1;
      parts = stem === id ? NO_PARTS : { stem, sum: amount, count: 1, whole };
    }
    [above, aboveId] = [index, id];
  }
  ask(run, parts);
}

function ask(run: SectionBeingRead, parts: Parts): void {
  if (parts.whole < 0 || parts.count < 2) return;
  const { draft, columns } = run;
  if (draft.amount[parts.whole] !== parts.sum) return;
  const answer = askRow(run, parts.whole, {
    reason: 'amount',
    fact: { code: 'ledger.whole-of-parts', parts: parts.count },
    column: columns.amount.column,
    choices: [KEEP],
    alike: '',
  });
  if (answer !== 'settled') takeAmount(draft, parts.whole, answer);
}

/** A1 of A1-1; the number itself where nothing was added. */
function stemOf(id: string): string {
  const mark = partMark(id);
  return mark > 0 && /^(?:\d{1,3}|[a-z])$/i.test(id.slice(mark + 1)) ? id.slice(0, mark) : id;
}
