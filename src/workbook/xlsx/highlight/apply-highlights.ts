import type { Color } from '#application/live/sheet-look.ts';
import type { RowFill } from '#application/workbook.port.ts';
import type { FillText } from '../../fill-record.ts';
import { shownFill } from './shown-fill.ts';
import { crc32 } from '../zip/crc32.ts';
import { encodeText } from '../xml/text.ts';
import type { StylesPart } from '../styles/styles-part.ts';
import { getAttribute } from '../styles/raw-element.ts';
import { solidFill } from '../styles/solid-fill.ts';
import type { ColumnStyle, RowEdit, SheetEdits } from './sheet-edits.ts';
import {
  ADDED,
  NO_STYLE,
  packRuns,
  type RowSnapshot,
  type Snapshot,
  UNTOUCHED,
} from '../../highlight-snapshot.ts';

/** Gives the cells of some rows another fill, and remembers the style that each had. */
export class HighlightEdits implements SheetEdits {
  readonly left: number;
  readonly right: number;
  private readonly styles: StylesPart;
  private readonly colors: string[] = [];
  private readonly colorOf = new Map<number, number>();
  private readonly written = new Map<string, readonly [string, number, number]>();
  private readonly fills = new Map<string, string>();
  private readonly done: RecordedRow[] = [];
  private columnStyles: readonly ColumnStyle[] = [];

  constructor(
    styles: StylesPart,
    columns: { readonly left: number; readonly right: number },
    fills: readonly RowFill[],
    private readonly theme: readonly Color[],
  ) {
    this.styles = styles;
    this.left = columns.left;
    this.right = columns.right;
    for (const { row, color } of fills) {
      if (!this.colors.includes(color)) this.colors.push(color);
      this.colorOf.set(row - 1, this.colors.indexOf(color));
    }
  }

  columns(columnStyles: readonly ColumnStyle[]): void {
    this.columnStyles = columnStyles;
  }

  row(row: number): RowEdit | undefined {
    const color = this.colorOf.get(row);
    if (color === undefined) return undefined;
    this.colorOf.delete(row);
    const recorded = new RecordedRow(this, row, color);
    this.done.push(recorded);
    return recorded;
  }

  /** The style that replaces `token` in this color; made once for each pair. */
  styleFor(token: string, color: number): string {
    const known = this.written.get(`${token} ${color}`);
    if (known !== undefined) return String(known[2]);
    const base = Number(token.replace(/^[+-]/, '') || 0);
    const fill = this.styles.indexOf('fills', solidFill(this.colors[color]!));
    const index = this.styles.withFill(base, fill);
    this.written.set(`${token} ${color}`, [token, color, index]);
    this.fills.set(token, this.fillOf(base));
    return String(index);
  }

  /** The style that an empty place has from its row or its column. */
  baseOf(column: number, rowStyle: string | null): string {
    return (
      rowStyle ??
      this.columnStyles.find(({ from, to }) => from <= column && column <= to)?.style ??
      '0'
    );
  }

  snapshot(sheet: { readonly name: string; readonly sheetId: string }): Snapshot {
    return {
      version: 1,
      sheetId: sheet.sheetId,
      sheet: sheet.name,
      left: this.left,
      right: this.right,
      rows: this.done.map((row) => row.snapshot()),
      colors: this.colors,
      formats: this.styles.list('cellXfs').length,
      formatsCheck: formatsCheck(this.styles, this.styles.list('cellXfs').length),
      written: [...this.written.values()],
      fills: Object.fromEntries(this.fills),
      shown: Object.fromEntries(this.shownFills()),
    };
  }

  private shownFills(): readonly (readonly [string, FillText])[] {
    return [...this.fills].flatMap(([token, element]) => {
      const shown = shownFill(element, this.theme);
      return shown === null ? [] : [[token, shown] as const];
    });
  }

  private fillOf(style: number): string {
    const format = this.styles.list('cellXfs')[style] ?? '';
    return this.styles.plain('fills', Number(getAttribute(format, 'fillId') ?? 0)) ?? '';
  }
}

class RecordedRow implements RowEdit {
  readonly wasSelfClosing = false;
  private readonly owner: HighlightEdits;
  private readonly row: number;
  private readonly color: number;
  private readonly tokens: string[];
  private selfClosing = false;

  constructor(owner: HighlightEdits, row: number, color: number) {
    this.owner = owner;
    this.row = row;
    this.color = color;
    this.tokens = new Array<string>(owner.right - owner.left + 1).fill(UNTOUCHED);
  }

  restyle(column: number, style: string | null): string | undefined {
    if (style !== null && !/^\d+$/.test(style)) return undefined;
    return this.record(column, style ?? NO_STYLE);
  }

  missing(column: number, rowStyle: string | null): string {
    return this.record(column, ADDED + this.owner.baseOf(column, rowStyle));
  }

  removes(): boolean {
    return false;
  }

  opened(): void {
    this.selfClosing = true;
  }

  snapshot(): RowSnapshot {
    return [this.row, this.color, this.selfClosing ? 1 : 0, packRuns(this.tokens)];
  }

  private record(column: number, token: string): string {
    this.tokens[column - this.owner.left] = token;
    return this.owner.styleFor(token, this.color);
  }
}

/** Over the first `count` cell formats: unchanged as long as nobody renumbered them. */
export const formatsCheck = (styles: StylesPart, count: number): number =>
  crc32(encodeText(styles.list('cellXfs').slice(0, count).join('')));
