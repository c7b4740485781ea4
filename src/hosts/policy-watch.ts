import { isFactSheet, isPolicySheet, policyTable } from '#application/read/policy-cells.ts';
import {
  expectWorkbookPolicy,
  policyFingerprint,
  setWorkbookPolicy,
} from '#functions/policy-source.ts';
import { expectWorkbookDates, setWorkbookDate1904 } from '#functions/workbook-dates.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import type { SheetEvent } from '#workbook/office/watch-workbook.ts';

/** What the watch needs of the open workbook. */
type WatchedWorkbook = Pick<
  OfficeWorkbook,
  | 'countsFrom1904'
  | 'namedSheets'
  | 'readSheet'
  | 'readKept'
  | 'writeKept'
  | 'recalculate'
  | 'onSheetEvent'
>;

const FINGERPRINT = 'policy-fingerprint';
/** In place of the fingerprint while figures of an old policy may stand in the workbook. */
const UNSETTLED = '?';
/** Formulas without a policy argument wait so long for the first look at the policy sheet. */
const FIRST_LOOK_MS = 5000;
/** Typing a rate is several changes; the sheet is read once they have stopped. */
const SETTLE_MS = 300;
/** A look that failed is taken again after this long, and then after longer and longer. */
const RETRY_MS = 3000;
const LONGEST_RETRY_MS = 60_000;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Before Office is ready: formulas that load with the workbook wait for the policy rather than
 * give #N/A.
 */
export function expectPolicy(): void {
  const patience = pause(FIRST_LOOK_MS);
  expectWorkbookPolicy(patience);
  expectWorkbookDates(patience);
}

/** Gives the formulas the workbook's own policy, now and whenever its sheet becomes another. */
export async function watchPolicy(workbook: WatchedWorkbook, wait = pause): Promise<PolicyWatch> {
  const watch = new PolicyWatch(workbook, wait);
  await Promise.all([
    watch.look(),
    workbook
      .onSheetEvent((event) => watch.hear(event))
      .catch((error: unknown) => {
        console.warn(error);
      }),
  ]);
  return watch;
}

/**
 * Keeps the functions' policy that of the workbook, and its figures those of that policy: whoever
 * was given another policy is computed anew, and only then does the workbook say so.
 */
export class PolicyWatch {
  /** Sheets that the policy was read from, by id. */
  private sources: ReadonlySet<string> = new Set();
  private heard = 0;
  private looking: Promise<void> | null = null;
  private again = false;
  /** Figures in the workbook may be those of another policy. */
  private owed = false;
  private isFirst = true;

  constructor(
    private readonly workbook: WatchedWorkbook,
    private readonly wait: (milliseconds: number) => Promise<void>,
  ) {}

  /** An edit or a recalculation matters on the sheets of the policy, anything else everywhere. */
  hear({ kind, id }: SheetEvent): void {
    if ((kind === 'edited' || kind === 'calculated') && !this.sources.has(id)) return;
    this.heard += 1;
    const own = this.heard;
    void this.wait(SETTLE_MS).then(() => (own === this.heard ? this.look() : undefined));
  }

  /** Looks at the policy now; while a look goes on, once more after it. */
  look(): Promise<void> {
    this.again = true;
    this.looking ??= this.lookUntilCalm().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  private async lookUntilCalm(): Promise<void> {
    for (let failed = 0; this.again;) {
      this.again = false;
      try {
        await this.give();
        failed = 0;
      } catch (error) {
        console.warn(error);
        // Nothing is settled before it has been seen and computed.
        this.again = true;
        await this.wait(Math.min(RETRY_MS * 2 ** failed, LONGEST_RETRY_MS));
        failed += 1;
      }
    }
  }

  private async give(): Promise<void> {
    this.owed = setWorkbookDate1904(await this.workbook.countsFrom1904()) || this.owed;
    const table = policyTable(await this.readPolicySheets());
    const fingerprint = await digest(policyFingerprint(table));
    const known = (await this.workbook.readKept(FINGERPRINT)) ?? '';
    if (this.isFirst) this.owed = this.owed || fingerprint !== known;
    if (fingerprint !== known && known !== UNSETTLED)
      await this.workbook.writeKept(FINGERPRINT, UNSETTLED);
    const changed = setWorkbookPolicy(table);
    this.owed = this.owed || (changed && !this.isFirst) || fingerprint !== known;
    this.isFirst = false;
    if (!this.owed) return;
    await this.workbook.recalculate();
    this.owed = false;
    if (!this.again) await this.workbook.writeKept(FINGERPRINT, fingerprint);
  }

  private async readPolicySheets(): Promise<readonly Sheet[]> {
    const named = await this.workbook.namedSheets();
    const policy = named.find((sheet) => isPolicySheet(asSheet(sheet)));
    const facts = named.find((sheet) => isFactSheet(sheet));
    const wanted = [policy, facts].filter((sheet) => sheet !== undefined);
    this.sources = new Set(wanted.map(({ id }) => id));
    const sheets: Sheet[] = [];
    for (const { name } of wanted)
      sheets.push(await this.workbook.readSheet(name, { merges: false }));
    return sheets;
  }
}

const asSheet = ({
  name,
  tables,
}: {
  readonly name: string;
  readonly tables: readonly string[];
}): Pick<Sheet, 'name' | 'tables'> => ({
  name,
  tables: tables.map((table) => ({
    name: table,
    block: { top: 0, left: 0, bottom: 0, right: 0 },
  })),
});

/**
 * A fingerprint is the whole table; the workbook only needs to tell two apart. Empty for no policy.
 */
async function digest(text: string): Promise<string> {
  if (text === '') return '';
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
