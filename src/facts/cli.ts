/** What the command line can say of its own words and files. */
export type CliFact =
  | { readonly code: 'cli.no-command'; readonly given: string }
  | { readonly code: 'cli.argument-missing'; readonly name: string; readonly command: string }
  | { readonly code: 'cli.too-many'; readonly given: string }
  | { readonly code: 'cli.option-unknown'; readonly given: string }
  | { readonly code: 'cli.option-empty'; readonly name: string }
  | { readonly code: 'cli.option-missing'; readonly name: string; readonly command: string }
  | { readonly code: 'cli.date-unreadable'; readonly name: string; readonly given: string }
  | { readonly code: 'cli.language-unknown'; readonly given: string }
  | { readonly code: 'cli.no-files'; readonly given: string }
  | { readonly code: 'cli.out-of-several' }
  | { readonly code: 'cli.engine-unknown'; readonly given: string; readonly known: string }
  | { readonly code: 'cli.sums-columns'; readonly name: string; readonly columns: string }
  | { readonly code: 'cli.large-needs-duckdb' }
  | { readonly code: 'cli.large-failed'; readonly reason: string }
  | { readonly code: 'cli.large-no-orders'; readonly name: string }
  | { readonly code: 'cli.large-units'; readonly name: string; readonly header: string }
  | { readonly code: 'cli.large-unit-open'; readonly header: string }
  | { readonly code: 'cli.large-workbook'; readonly name: string }
  | { readonly code: 'cli.large-encoding'; readonly name: string }
  | { readonly code: 'cli.large-blank-days'; readonly lines: string }
  | { readonly code: 'cli.large-too-varied' }
  | { readonly code: 'cli.large-out' }
  | { readonly code: 'cli.large-per-order'; readonly component: string }
  | { readonly code: 'cli.large-mixed-weights'; readonly component: string }
  | { readonly code: 'cli.large-clause'; readonly component: string }
  | { readonly code: 'cli.large-mid-month'; readonly component: string }
  | { readonly code: 'cli.read-as-sums'; readonly lines: number; readonly listed: number }
  | { readonly code: 'cli.rows-unknown'; readonly given: string; readonly known: string }
  | { readonly code: 'cli.dates-reversed'; readonly from: string; readonly to: string }
  /** `endings`: those that the command can write. */
  | {
      readonly code: 'cli.out-not-workbook';
      readonly given: string;
      readonly endings: readonly [string, string];
    }
  | { readonly code: 'cli.out-needs-macros'; readonly given: string; readonly name: string }
  | { readonly code: 'cli.out-is-input'; readonly given: string }
  | { readonly code: 'cli.outputs-same'; readonly given: string }
  | { readonly code: 'cli.out-not-file'; readonly given: string }
  | { readonly code: 'cli.in-not-file'; readonly name: string }
  | { readonly code: 'cli.answers-not-file' }
  | { readonly code: 'cli.name-too-long'; readonly given: string }
  | { readonly code: 'cli.folder-missing'; readonly given: string }
  | { readonly code: 'cli.disk-full' }
  | { readonly code: 'cli.stdout-closed' }
  | { readonly code: 'cli.stdout-unwritable'; readonly reason: string }
  | { readonly code: 'cli.too-large' }
  | { readonly code: 'cli.unexpected'; readonly what: string }
  | { readonly code: 'cli.file-missing'; readonly name: string }
  | { readonly code: 'cli.file-unreadable'; readonly name: string; readonly reason: string }
  | { readonly code: 'cli.file-unwritable'; readonly name: string; readonly reason: string }
  | { readonly code: 'cli.json-broken'; readonly name: string }
  | { readonly code: 'cli.json-nested'; readonly name: string; readonly most: number }
  | { readonly code: 'cli.json-twice'; readonly name: string; readonly key: string }
  | { readonly code: 'cli.policy-sheet-missing'; readonly name: string }
  | { readonly code: 'cli.facts-missing'; readonly name: string }
  | { readonly code: 'cli.catalog-missing'; readonly name: string }
  | { readonly code: 'cli.answers-unreadable'; readonly name: string; readonly key: string }
  | {
      readonly code: 'cli.policy-wrong';
      readonly errors: readonly { readonly cell: string; readonly sentence: string }[];
      /** Columns that are not read: an error may come from there. */
      readonly unread: readonly { readonly cell: string; readonly sentence: string }[];
    }
  | { readonly code: 'cli.example-policy'; readonly name: string }
  | { readonly code: 'cli.example-given'; readonly name: string }
  | { readonly code: 'cli.written'; readonly name: string }
  | {
      readonly code: 'cli.progress';
      readonly step: string;
      readonly done: number;
      readonly total: number | null;
    };
