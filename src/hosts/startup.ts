/// <reference types="office-js" />
import type { ExcelFact } from '#facts/excel.ts';
import type { OfficeWorkbook } from '#workbook/office/office-workbook.ts';

const KEPT_UNDER = 'startup';
const OFF = 'off';

/**
 * Formulas without a policy argument follow the policy only while the add-in runs: a workbook that
 * has such formulas loads it when it opens, unless its user has said no.
 */
export class Startup {
  private begun = false;

  constructor(
    private readonly workbook: Pick<OfficeWorkbook, 'readKept' | 'writeKept'>,
    private readonly notice: (fact: ExcelFact) => void,
  ) {}

  /** Once a formula has asked for the workbook's own policy. */
  async used(): Promise<void> {
    if (this.begun) return;
    this.begun = true;
    if ((await this.workbook.readKept(KEPT_UNDER)) === OFF || (await loadsAlready())) return;
    await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
    this.notice({ code: 'excel.startsWithWorkbook' });
  }

  /** Turns it on or off for this workbook; true when it is on now. */
  async toggle(): Promise<boolean> {
    this.begun = true;
    const on = !(await loadsAlready());
    const { load, none } = Office.StartupBehavior;
    await Office.addin.setStartupBehavior(on ? load : none);
    await this.workbook.writeKept(KEPT_UNDER, on ? '' : OFF);
    return on;
  }
}

const loadsAlready = async (): Promise<boolean> =>
  (await Office.addin.getStartupBehavior()) === Office.StartupBehavior.load;
