import type { Cell } from '#domain/sheet.ts';
import type { WorkbookPort } from '#application/workbook.port.ts';

/** A workbook as a case wants to find it. Addresses as a person writes them: "A1:B3". */
export interface ContractSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly formats?: Readonly<Record<string, string>>;
  readonly fills?: Readonly<Record<string, string>>;
  readonly merges?: readonly string[];
  readonly tables?: readonly { readonly name: string; readonly address: string }[];
  readonly hidden?: boolean;
}

/** A workbook made for one case, behind the adapter that is being proven. */
export interface ContractSubject {
  readonly port: WorkbookPort;
  /**
   * The same workbook after it was closed and opened again, as far as the adapter's host can do
   * that.
   */
  reopen(): Promise<ContractSubject>;
  /** "#RRGGBB" of the cells of a row (as a person counts), "" for no fill. */
  fills(sheet: string, row: number, columns: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

export type MakeSubject = (sheets: readonly ContractSheet[]) => Promise<ContractSubject>;

export interface ContractCase {
  readonly name: string;
  /** Throws when the adapter does not keep its promise. */
  run(make: MakeSubject): Promise<void>;
}
