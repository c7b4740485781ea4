import type { LocalDate } from '../calendar/local-date.ts';
import type { PolicyColumn } from '../policy/columns.ts';

/** Why an item does not tell which components are meant. `text` is what the user typed. */
export type ItemFact =
  | { readonly code: 'item.needed'; readonly names: readonly string[] }
  | {
      readonly code: 'item.several' | 'item.unknown' | 'item.unpaid';
      readonly text: string;
      readonly names: readonly string[];
    }
  | {
      readonly code: 'item.date-needed';
      readonly component: string;
      readonly from: readonly (LocalDate | null)[];
    }
  | { readonly code: 'item.not-in-force'; readonly day: LocalDate }
  /** A clause that one figure of sales cannot settle. */
  | {
      readonly code: 'item.needs-orders';
      readonly component: string;
      readonly column: PolicyColumn;
    };
