import { say } from '#i18n/say/say.ts';
import type { Language } from '#domain/language.ts';
import { isShare } from '#facts/run.ts';
import type { Page, PageRow } from '#pages/page.ts';
import type { PaneCommands } from '#taskpane/pane-services.ts';
import type { Failure } from '#taskpane/pane-state.ts';
import type { RunStep } from '#taskpane/use-run.ts';
import { commands as english } from '#i18n/en-US/commands.ts';
import { commands as chinese } from '#i18n/zh-CN/commands.ts';

/** What the ribbon needs of its host. */
interface RibbonHost {
  readonly language: () => Language;
  /** The pane of this very page: it exists even while it is hidden. */
  readonly commands: () => Promise<PaneCommands>;
  readonly isPaneVisible: () => boolean;
  openPane(): Promise<void>;
  writePage(page: Page): Promise<string>;
}

/** The ribbon's commands by the names that the manifest calls them. */
export interface RibbonActions {
  analyzeSheet(): Promise<void>;
  writeReview(): Promise<void>;
}

/** A status sheet is written anew at most this often. */
const WRITTEN_EVERY_MS = 1500;

/**
 * The ribbon's commands. With the pane open it shows what they do; with the pane closed a small
 * sheet of ours does, and an error opens the pane, where it can be read and tried again.
 */
export function ribbonActions(host: RibbonHost): RibbonActions {
  const run = async (
    work: (commands: PaneCommands, told: RunStep) => Promise<Failure | null>,
    done: 'analyzed' | 'written',
  ): Promise<void> => {
    const board = new StatusBoard(host);
    const failure = await work(await host.commands(), (step, rows, total) =>
      board.step(step, rows, total),
    );
    await board.end(failure, done);
    if (failure !== null) await host.openPane();
  };
  return {
    analyzeSheet: () => run((commands, told) => commands.analyze(told), 'analyzed'),
    writeReview: () => run((commands, told) => commands.writeReview(told), 'written'),
  };
}

const commandWords = (language: Language): typeof english =>
  language === 'zh-CN' ? chinese : english;

interface Status {
  readonly headline: string;
  readonly lines: readonly string[];
  readonly failed: boolean;
}

/**
 * A small sheet of ours that says what a ribbon command is doing, what came of it, or why it
 * stopped.
 */
function statusPage({ headline, lines, failed }: Status, language: Language): Page {
  const words = commandWords(language);
  const rows: PageRow[] = [
    { cells: [{ value: words.title, style: 'title' }] },
    { cells: [{ value: headline, style: failed ? 'notice' : 'label' }] },
    ...lines.map((line): PageRow => ({ cells: [{ value: line, style: 'wrapped' }] })),
  ];
  return { name: words.sheet, mark: 'status', columnWidths: [80], rows, charts: [], frozenRows: 0 };
}

/**
 * Keeps the status sheet up to date without getting in the way: one write at a time, the latest
 * word wins.
 */
class StatusBoard {
  private writing: Promise<unknown> = Promise.resolve();
  private writtenAt = -Infinity;
  private readonly silent: boolean;

  constructor(private readonly host: RibbonHost) {
    this.silent = host.isPaneVisible();
  }

  step(...[step, done, total]: Parameters<RunStep>): void {
    if (this.silent || performance.now() - this.writtenAt < WRITTEN_EVERY_MS) return;
    this.writtenAt = performance.now();
    const words = commandWords(this.host.language());
    this.write({
      headline: words.steps[step],
      lines:
        done > 0 && !isShare(step)
          ? [words.rows(counted(done), total === null ? null : counted(total))]
          : [],
      failed: false,
    });
  }

  async end(failure: Failure | null, done: 'analyzed' | 'written'): Promise<void> {
    const language = this.host.language();
    const words = commandWords(language);
    if (!this.silent)
      this.write(
        failure === null
          ? { headline: words[done], lines: [], failed: false }
          : { headline: words.failed, lines: [say(failure, language)], failed: true },
      );
    await this.writing;
  }

  private write(status: Status): void {
    const page = statusPage(status, this.host.language());
    // The status is a courtesy: where even that sheet cannot be written, the command itself must
    // still end.
    this.writing = this.writing.then(() => this.host.writePage(page)).catch(() => undefined);
  }
}

const counted = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
