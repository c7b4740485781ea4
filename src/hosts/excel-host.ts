import { Refusal } from '#domain/refusal.ts';
import type { ExcelFact } from '#facts/excel.ts';
import type { AnyFact } from '#facts/any-fact.ts';
import { ribbonActions } from '#commands/ribbon.ts';
import type { Language } from '#domain/language.ts';
import { copyText } from '#taskpane/copy-text.ts';
import type { HostAction, PaneCommands, PaneHost } from '#taskpane/pane-services.ts';
import type { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import type { RibbonClicks } from './ribbon-clicks.ts';
import { VERSION } from './version.ts';

/** What only Excel can do for the pane, and the ribbon's way to it. */
export class ExcelHost implements PaneHost {
  readonly kind = 'excel';
  readonly about = { version: VERSION, platform: `Excel ${String(Office.context.platform ?? '')}` };
  language: Language = 'zh-CN';
  private commands: PaneCommands | null = null;
  private waiting: ((commands: PaneCommands) => void)[] = [];
  private isVisible = false;

  constructor(
    private readonly workbook: OfficeWorkbook,
    readonly actions: (language: Language) => readonly HostAction[],
    readonly onNotice: (told: (fact: AnyFact) => void) => () => void,
    clicks: RibbonClicks,
  ) {
    // Excel tells of changes only, and not always: a pane that is clicked is seen.
    const seen = (): void => void (this.isVisible = true);
    for (const kind of ['pointerdown', 'keydown'])
      document.addEventListener(kind, seen, { capture: true, once: true });
    void Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
      this.isVisible = visibilityMode === Office.VisibilityMode.taskpane;
    });
    const commands = ribbonActions({
      language: () => this.language,
      commands: () => this.whenReady(),
      isPaneVisible: () => this.isVisible,
      openPane: () => Office.addin.showAsTaskpane(),
      writePage: (page) => workbook.writePage(page),
    });
    clicks.serve(commands);
  }

  selectRow = (sheet: string, row: number): Promise<void> => this.workbook.selectRow(sheet, row);

  openSample = (): Promise<void> => newWorkbookFrom(`assets/samples/orders-${this.language}.xlsx`);

  openTemplate = (): Promise<void> =>
    newWorkbookFrom(`assets/templates/rebate-workbook-${this.language}.xlsx`);

  copyText = copyText;

  onSheetChanged = (told: (sheet: string) => void): (() => void) => {
    const watching = this.workbook.onSheetChanged(({ sheet }) => told(sheet));
    return () => void watching.then((stop) => stop());
  };

  onRowSelected = (told: (sheet: string, row: number) => void): (() => void) => {
    const watching = this.workbook.onRowSelected(told);
    return () => void watching.then((stop) => stop());
  };

  onCommands = (commands: PaneCommands): (() => void) => {
    this.commands = commands;
    for (const take of this.waiting.splice(0)) take(commands);
    return () => {
      if (this.commands === commands) this.commands = null;
    };
  };

  private whenReady(): Promise<PaneCommands> {
    if (this.commands) return Promise.resolve(this.commands);
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

/** Opens a copy of one of our own files as a new workbook beside the user's. */
async function newWorkbookFrom(file: string): Promise<void> {
  try {
    const response = await fetch(file);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    await Excel.createWorkbook(btoa(binary));
  } catch (error) {
    const { href } = new URL(file, location.href);
    throw new Refusal<ExcelFact>({ code: 'excel.notOpened', address: href }, error);
  }
}

/** Carries what the adapter says while it works to whoever shows it. */
export class Notices {
  private told: ((fact: AnyFact) => void) | null = null;

  readonly tell = (fact: AnyFact): void => this.told?.(fact);

  readonly listen = (told: (fact: AnyFact) => void): (() => void) => {
    this.told = told;
    return () => {
      if (this.told === told) this.told = null;
    };
  };
}
