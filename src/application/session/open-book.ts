import type { Keeping, KeptFile, KeptWork, WorkOnShelf, WorkShelf } from '../live/kept-work.ts';
import type { CellEdit } from '../live/cell-edit.ts';
import { dayFromGrid } from '../live/grid-days.ts';
import { ShownWorkbook } from '../live/shown-workbook.ts';
import type { TableReach } from '../live/table-reach.ts';
import { WorkKeeper } from '../live/work-keeper.ts';
import type { SavableWorkbook, SavedFile } from './file-session.ts';
import { isChanging } from './session-calls.ts';
import { Session, type SessionTools } from './session.ts';
import type { WorkOptions } from '../workbook.port.ts';
import { workFound } from '../live/work-found.ts';

/** One open file: what is shown of it, its session, and what is kept of the work on it. */
export class OpenBook {
  readonly shown: ShownWorkbook;
  readonly session: Session;
  unsaved = false;
  private readonly drafts = new Map<string, string>();
  private keeper: WorkKeeper;
  private isAnalyzed = false;

  /** @param opening - counts the files opened: which of them an edit was typed into */
  constructor(
    readonly opening: number,
    private readonly file: SavableWorkbook,
    private kept: KeptFile,
    private readonly shelf: WorkShelf | null,
    tools: SessionTools,
    before: OpenBook | null,
  ) {
    this.shown = new ShownWorkbook(file);
    const isSame = before?.title === file.title;
    this.session = new Session(this.shown, tools, isSame ? before.session.lastAnalysis : null);
    this.keeper = this.keeperOf(kept);
  }

  get title(): string {
    return this.file.title;
  }

  /** Of the file as it was opened, or last written back. */
  get id(): string {
    return this.kept.id;
  }

  get keeping(): Keeping {
    return this.keeper.keeping;
  }

  get analyzed(): boolean {
    return this.isAnalyzed;
  }

  /** @param answersOf - the same file as it was read before: what was answered there holds here */
  async begin(work: WorkOnShelf | null, answersOf: OpenBook | null): Promise<void> {
    if (work !== null && answersOf === null) {
      await this.shown.restore(work);
      this.isAnalyzed = work.analyzed;
      this.unsaved = work.unsaved;
      for (const [name, text] of work.drafts) this.drafts.set(name, text);
    }
    if (answersOf !== null) {
      await this.shown.restore({
        edits: [],
        pages: [],
        memos: await answersOf.shown.keptTextsNow(),
      });
      for (const [name, text] of answersOf.drafts) this.drafts.set(name, text);
      this.isAnalyzed = answersOf.isAnalyzed;
      this.unsaved = true;
    }
    await this.keeper.begin(work?.turn ?? 0);
    if (answersOf !== null) await this.keeper.keep();
  }

  /** After a call of the session: keeps what it did. */
  async called(name: string): Promise<void> {
    if (name === 'analyze') this.isAnalyzed = true;
    if (isChanging(name)) this.unsaved = true;
    await this.keeper.keep();
  }

  async edit(
    sheet: string,
    edits: readonly CellEdit[],
    tables?: readonly TableReach[],
  ): Promise<void> {
    this.shown.edit(
      sheet,
      this.shown.date1904
        ? edits.map((edit) => ({ ...edit, value: dayFromGrid(edit.value, edit.format) }))
        : edits,
      tables,
    );
    this.unsaved = true;
    await this.keeper.keep();
  }

  /** Settles when no write is under way. */
  rest(): Promise<void> {
    return this.keeper.rest();
  }

  /** Keeps this page's work in the place of another page's. */
  keepOver(): Promise<void> {
    return this.keeper.takeOver();
  }

  async draft(name: string, text: string | null): Promise<void> {
    if (text === null) this.drafts.delete(name);
    else this.drafts.set(name, text);
    await this.keeper.keep();
  }

  allDrafts(): KeptWork['drafts'] {
    return [...this.drafts];
  }

  async save(options?: WorkOptions): Promise<SavedFile> {
    await this.shown.settle(options);
    const bytes = await this.file.save();
    const { extension, notes } = this.file;
    return { name: resultName(this.title, extension), bytes, notes };
  }

  /** A copy that holds everything is in the user's hands. */
  async saved(): Promise<void> {
    this.unsaved = false;
    await this.keeper.keep();
  }

  /** The opened file itself holds everything: it is what is kept from now on. */
  async becomes(file: KeptFile): Promise<void> {
    this.shown.rebase();
    this.unsaved = false;
    this.kept = file;
    this.keeper = this.keeperOf(file);
    const work = workFound(await this.shelf?.work(file.id).catch(() => null));
    await this.keeper.begin(work?.turn ?? 0);
    await this.keeper.keep();
  }

  forgotten(): void {
    this.keeper.stop();
  }

  private keeperOf(file: KeptFile): WorkKeeper {
    return new WorkKeeper(this.shelf, file, () => ({
      ...this.shown.changes,
      analyzed: this.isAnalyzed,
      unsaved: this.unsaved,
      drafts: this.allDrafts(),
    }));
  }
}

/** "台账.csv" is saved as "台账 (Rebate Radar).xlsx": a copy, never the name that was opened. */
const resultName = (title: string, extension: string): string =>
  `${title.replace(/\.[^.]*$/, '')} (Rebate Radar)${extension}`;
