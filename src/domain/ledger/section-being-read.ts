import type { Catalog } from '../catalog/catalog.ts';
import type { PolicyCategories } from '../catalog/policy-categories.ts';
import { type RowQuestion, askAbout } from './row-question.ts';
import type { Candidates } from './rows-to-settle.ts';
import type { LedgerDraft } from './ledger-draft.ts';
import type { QuestionChoice } from './ledger.ts';
import type { SectionColumns } from './section-columns.ts';
import type { Section } from './sections.ts';
import type { RepeatedHeaders } from './reading-memory.ts';
import type { ShiftedRows } from './shifted-rows.ts';

/** A section on its way into the ledger. */
export interface SectionBeingRead {
  readonly draft: LedgerDraft;
  readonly section: Section;
  readonly columns: SectionColumns;
  readonly shifted: ShiftedRows;
  readonly repeats: RepeatedHeaders;
  /** Ledger index of the section's first row. */
  readonly base: number;
  readonly sheetIndex: number;
  readonly catalog: Catalog;
  /** What the policy in force says about categories; without one nothing is settled by it. */
  readonly policy: PolicyCategories | undefined;
  readonly candidates: Candidates;
  /** False: no category is asked for, because none could matter. */
  readonly asksCategory: boolean;
  /** That the ledger speaks of anywhere, for sheets that name a month alone. */
  readonly years: () => readonly number[];
}

export const askRow = (
  { draft, section, base }: SectionBeingRead,
  index: number,
  ask: RowQuestion,
): QuestionChoice | 'settled' => askAbout(draft, section, index - base + section.from, index, ask);
