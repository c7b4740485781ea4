import { isFactSheet, isPolicySheet, policyTable } from '#application/read/workbook-policy.ts';
import {
  expectWorkbookPolicy,
  policyFingerprint,
  setWorkbookPolicy,
} from '#functions/policy-source.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import { recalculate } from '#workbook/office/recalculate.ts';

const FINGERPRINT = 'policy-fingerprint';
/** Formulas without a policy argument wait so long for the first look at the policy sheet. */
const FIRST_LOOK_MS = 5000;
/** Typing a rate is several changes; the sheet is read once they have stopped. */
const SETTLE_MS = 300;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Before Office is ready: formulas that load with the workbook wait for the policy rather than
 * answer #N/A.
 */
export const expectPolicy = (): void => expectWorkbookPolicy(pause(FIRST_LOOK_MS));

/** Gives the formulas the workbook's own policy, now and whenever its sheet is edited. */
export async function watchPolicy(workbook: OfficeWorkbook): Promise<void> {
  let pending = 0;
  await workbook.onSheetChanged(({ sheet }) => {
    if (!isPolicySheet({ name: sheet }) && !isFactSheet({ name: sheet })) return;
    pending += 1;
    const own = pending;
    void pause(SETTLE_MS).then(() => (own === pending ? give(workbook) : undefined));
  });
  await give(workbook);
}

/**
 * Reads the policy; when it is another than the one the workbook's figures were computed with, they
 * are computed anew.
 */
async function give(workbook: OfficeWorkbook): Promise<void> {
  const sheets = await readPolicySheets(workbook);
  const table = policyTable(sheets);
  const changed = setWorkbookPolicy(table);
  const fingerprint = await digest(policyFingerprint(table));
  const known = (await workbook.readMemo(FINGERPRINT)) ?? '';
  if (fingerprint !== known) await workbook.writeMemo(FINGERPRINT, fingerprint);
  if (changed && fingerprint !== known) await recalculate();
}

async function readPolicySheets(workbook: OfficeWorkbook): Promise<readonly Sheet[]> {
  const wanted = (await workbook.listSheets()).filter(
    (sheet) => isPolicySheet(sheet) || isFactSheet(sheet),
  );
  const sheets: Sheet[] = [];
  for (const { name } of wanted) sheets.push(await workbook.readSheet(name));
  return sheets;
}

/**
 * A fingerprint is the whole table; the workbook only needs to tell two apart. Empty for no policy.
 */
async function digest(text: string): Promise<string> {
  if (text === '') return '';
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
