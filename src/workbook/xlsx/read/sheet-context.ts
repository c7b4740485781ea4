/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly part: string;
  readonly strings: readonly string[];
  /** Number format by cell style. */
  readonly formats: readonly string[];
  readonly date1904: boolean;
}
