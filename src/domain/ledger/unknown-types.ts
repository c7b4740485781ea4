import type { Fen } from '../money/fen.ts';
import type { LedgerReportFact } from './ledger.facts.ts';
import { counts } from './ledger.ts';
import { ROW_KINDS } from './row-kind.ts';
import { isStrangeType } from './sales-words.ts';
import type { SectionBeingRead } from './section-being-read.ts';

/** A number says nothing of a status: vendors contradict themselves about what 3 means. */
const isStrange = (role: Role, word: string): boolean =>
  role === 'status' ? /^\d{1,4}$/.test(word) : isStrangeType(word);

type Role = 'orderType' | 'status';

/** Types and statuses that nobody knows, on rows that count: how many, and what they come to. */
export const unknownTypes = (run: SectionBeingRead): LedgerReportFact[] =>
  (['orderType', 'status'] as const).flatMap((role) => unknownIn(run, role));

function unknownIn(
  {
    draft: { kind, amount },
    columns,
    section: { sheet, layout, from, to },
    base,
  }: SectionBeingRead,
  role: Role,
): LedgerReportFact[] {
  const column = columns.text[role];
  if (column === undefined || column.column === columns.orderId?.column) return [];
  const strange = column.values.map((word) => isStrange(role, word));
  if (!strange.includes(true)) return [];
  const found = new Map<number, { word: string; count: number; amount: Fen }>();
  for (let offset = 0; offset < to - from; offset++) {
    const code = column.codes[offset] ?? 0;
    if (strange[code] !== true || !counts(ROW_KINDS[kind[base + offset] ?? 0] ?? 'blank')) continue;
    const known = found.get(code) ?? {
      word: column.values[code] ?? '',
      count: 0,
      amount: 0 as Fen,
    };
    known.count++;
    known.amount = (known.amount + (amount[base + offset] || 0)) as Fen;
    found.set(code, known);
  }
  const header = layout.at.get(role)?.label ?? '';
  const types = [...found.values()].slice(0, TYPES_NAMED);
  return types.length === 0
    ? []
    : [{ code: 'ledger.types-unknown', sheet: sheet.name, header, types }];
}

const TYPES_NAMED = 20;
