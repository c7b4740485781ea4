import { foldKey } from '../reading/fold-text.ts';
import type { AmountUnit } from '../reading/number-text.ts';
import type { Result } from '../result.ts';
import type { Cell } from '../sheet.ts';
import type { PolicyColumn } from './columns.ts';
import type { PolicyFact } from './policy.facts.ts';
import { typedText } from './read-cells.ts';
import type { TableRow } from './table-rows.ts';
import { type ComponentDraft, type DraftContext, reported, cellOf } from './component-draft.ts';
import { pattern } from '../pattern.ts';

/** 无 · 不封顶 · 长期 · — : that there is none, which a version may say of what stood before. */
export const orNone =
  <T>(reader: (cell: Cell, unit: AmountUnit) => Result<T, PolicyFact>) =>
  (cell: Cell, unit: AmountUnit): Result<T | null, PolicyFact> =>
    NONE.test(foldKey(typedText(cell))) ? done(null) : reader(cell, unit);

export const NONE = pattern()`
  ^(?:无|没有|不封顶|不设上限|无上限|不限|不保底|长期|长期有效|永久|另行通知|none|n\/a|nocap
  |uncapped|unlimited|nofloor|open|ongoing|untilfurthernotice|[-–—―]+)$
`;

export const done = <T>(value: T): Result<T, PolicyFact> => ({ ok: true, value });

/**
 * Reads the fields that a component has once, taking blanks from above and refusing rows that
 * contradict each other.
 */
export class FieldReader {
  readonly cells = new Map<PolicyColumn, string>();

  constructor(
    private readonly draft: ComponentDraft,
    private readonly context: DraftContext,
    private readonly failed: Set<PolicyColumn>,
  ) {}

  one<T>(
    column: PolicyColumn,
    reader: (cell: Cell, unit: AmountUnit) => Result<T, PolicyFact>,
  ): T | undefined {
    return this.read(column, reader, this.stated(column, this.draft));
  }

  /** The same with the name of the cell that says it. */
  at<T>(
    column: PolicyColumn,
    reader: (cell: Cell, name: string) => Result<T, PolicyFact>,
  ): T | undefined {
    const stated = this.stated(column, this.draft);
    const name = stated[0] === undefined ? '' : cellOf(this.context, stated[0].row, column);
    return this.read(column, (cell) => reader(cell, name), stated);
  }

  /**
   * A date range is stated as a pair: a version that states its own `partner` does not take this
   * end from above.
   */
  ownRange<T>(
    column: PolicyColumn,
    partner: PolicyColumn,
    reader: (cell: Cell, unit: AmountUnit) => Result<T, PolicyFact>,
  ): T | undefined {
    const statesPartner = this.draft.rows.some((row) => row.own(partner) !== null);
    return this.read(
      column,
      reader,
      this.stated(column, statesPartner ? { ...this.draft, above: undefined } : this.draft),
    );
  }

  private read<T>(
    column: PolicyColumn,
    reader: (cell: Cell, unit: AmountUnit) => Result<T, PolicyFact>,
    stated: readonly TableRow[],
  ): T | undefined {
    const place = this.context.columns.get(column);
    const first = stated[0];
    if (place === undefined || first === undefined) return undefined;
    this.cells.set(column, cellOf(this.context, first.row, column));
    const value = reader(first.own(column), place.unit);
    // Sources and dates of record may differ from row to row: they explain a tier, they do not
    // decide one.
    const differs = column !== 'source' && column !== 'recordedOn';
    for (const row of differs ? stated.slice(1) : [])
      this.refuseOther(column, row, first, reader(row.own(column), place.unit), value);
    if (value.ok) return value.value;
    reported(this.context, first.row, column, value.error, this.failed);
    return undefined;
  }

  /** A further row that says something else, or nothing readable. */
  private refuseOther<T>(
    column: PolicyColumn,
    row: TableRow,
    first: TableRow,
    other: Result<T, PolicyFact>,
    value: Result<T, PolicyFact>,
  ): void {
    const typed = typedText(row.own(column));
    const said = typedText(first.own(column));
    if (typed === said) return;
    if (!other.ok) reported(this.context, row.row, column, other.error, this.failed);
    else if (value.ok && JSON.stringify(other.value) !== JSON.stringify(value.value)) {
      const fact = { component: this.draft.name, column, first: said, second: typed };
      reported(
        this.context,
        row.row,
        column,
        { code: 'policy.contradiction', ...fact },
        this.failed,
      );
    }
  }

  private stated(column: PolicyColumn, draft: ComponentDraft): readonly TableRow[] {
    const own = draft.rows.filter((row) => row.own(column) !== null);
    if (own.length > 0 || draft.above === undefined) return own;
    return this.stated(column, draft.above);
  }
}
