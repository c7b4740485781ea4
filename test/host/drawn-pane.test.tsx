/** @jest-environment jsdom */

import { deserialize, serialize } from 'node:v8';
import { TextDecoder, TextEncoder } from 'node:util';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { PaneCommands, PaneServices } from '#taskpane/pane-services.ts';
import { Refusal } from '#domain/refusal.ts';
import { Notices } from '#hosts/excel-host.ts';
import { showWaiting } from '#hosts/office-ready.ts';
import { copyText } from '#taskpane/copy-text.ts';
import { startWords } from '#i18n/en-US/start.ts';
import { excel as excelWords } from '#i18n/zh-CN/excel.ts';
import { pane as words } from '#i18n/zh-CN/pane.ts';
import { Pane } from '#taskpane/shell/Pane.tsx';
import { STORY_REBATE, type Story, comingOf, openStory, rebateByFormula } from './story-book.ts';
import { type Switch, SWITCHES } from './switches.ts';

jest.mock('#hosts/version.ts', () => ({ VERSION: '1.0.0' }));

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

// What jsdom lacks and Fluent or we ask for.
Object.assign(globalThis, {
  structuredClone: (value: unknown): unknown => deserialize(serialize(value)),
  TextDecoder,
  TextEncoder,
  ResizeObserver: class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
});

const FIGURE = '¥91,500.00';

/** The pane itself, drawn over a difficult Excel: what a person clicks and reads. */
class DrawnPane {
  private readonly box = document.body.appendChild(document.createElement('div'));
  private readonly root = createRoot(this.box);
  readonly notices = new Notices();

  constructor(
    private readonly story: Story,
    private readonly openFile: () => Promise<void> = () => Promise.resolve(),
  ) {}

  async draw(): Promise<void> {
    const { session, workbook } = this.story;
    const services: PaneServices = {
      session,
      host: {
        kind: 'excel',
        about: { version: '1.0.0', platform: 'test' },
        selectRow: (sheet, row) => workbook.selectRow(sheet, row),
        openSample: this.openFile,
        openTemplate: this.openFile,
        copyText,
        onSheetChanged: (told) => {
          const watching = workbook.onSheetChanged(({ sheet }) => told(sheet));
          return () => void watching.then((stop) => stop());
        },
        onNotice: this.notices.listen,
        onCommands: (_: PaneCommands) => () => undefined,
      },
    };
    await act(async () => {
      this.root.render(
        <Pane services={services} language="zh-CN" isDark={false} onLanguage={() => undefined} />,
      );
    });
  }

  text = (): string => document.body.textContent ?? '';

  /** Waits until something is drawn; Excel replies when it likes. */
  async until(what: () => boolean, name: string): Promise<void> {
    for (let round = 0; round < 400 && !what(); round += 1)
      await act(async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
      });
    if (!what()) throw new Error(`never: ${name}; the pane says: ${this.text()}`);
  }

  async press(name: string): Promise<void> {
    const find = (): HTMLElement | undefined =>
      [...document.body.querySelectorAll<HTMLElement>('button, [role=menuitem]')].find(
        (each) =>
          (each.textContent === name || each.getAttribute('aria-label') === name) &&
          each.getAttribute('aria-disabled') !== 'true' &&
          !(each as HTMLButtonElement).disabled,
      );
    await this.until(() => find() !== undefined, `button “${name}”`);
    await act(async () => find()?.click());
  }

  /** Drawn, and analyzed until the figure of the story stands there. */
  async analyze(): Promise<void> {
    await this.draw();
    await this.press(words.actions.analyze);
    await this.until(() => this.text().includes(FIGURE), FIGURE);
  }

  async end(): Promise<void> {
    await act(async () => this.root.unmount());
    document.body.replaceChildren();
  }
}

/** The two ways to the clipboard, open or closed; what was copied comes out. */
function clipboardOf({ clipboard }: Switch): { readonly copied: () => string } {
  let text = '';
  const refused = (): Promise<void> => Promise.reject(new Error('NotAllowedError'));
  const writeText = (given: string): Promise<void> => Promise.resolve(void (text = given));
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: clipboard === undefined ? writeText : refused },
    configurable: true,
  });
  document.execCommand = () => {
    if (clipboard === 'old way only') text = document.querySelector('textarea')?.value ?? '';
    return clipboard === 'old way only';
  };
  return { copied: () => text };
}

/** What the page says while office.js is on its way; false when Excel never replied. */
async function comes({ officeJs }: Switch): Promise<boolean> {
  if (officeJs === undefined) return true;
  const root = document.body.appendChild(document.createElement('div'));
  root.id = 'root';
  const place = await comingOf(officeJs, showWaiting);
  const said = root.textContent;
  root.remove();
  // The browser of these tests speaks English.
  expect(said).toContain(startWords[officeJs]);
  expect(said).not.toMatch(/[¥￥\d]/);
  return place === 'excel';
}

async function drawn(given: Switch): Promise<void> {
  const story = openStory(given);
  const before = story.users();
  const isReached = await comes(given);
  expect(isReached).toBe(given.officeJs !== 'blocked');
  if (isReached) await workedOver(story, given);
  expect(given.takeBack?.(story.host) ?? true).toBe(true);
  expect(story.users()).toEqual(before);
}

async function workedOver(story: Story, given: Switch): Promise<void> {
  given.begin?.(story.host);
  const pane = new DrawnPane(story);
  const { copied } = clipboardOf(given);
  try {
    await pane.draw();
    expect(pane.text()).not.toContain('¥');
    await pane.press(words.actions.analyze);
    await pane.until(() => pane.text().includes(FIGURE), FIGURE);
    expect(pane.text()).toContain(words.needs.questions(1));
    await pane.press(words.actions.writeReview);
    await pane.until(() => /复盘已写入/.test(pane.text()), 'the review');
    await pane.press(words.actions.more);
    await pane.press(words.actions.clearHighlights);
    await pane.until(() => pane.text().includes(words.done.cleared), 'cleared');
    const said =
      given.clipboard === 'refused'
        ? excelWords['excel.notCopied']({} as never)
        : words.done.copied;
    await pane.press(words.actions.more);
    await pane.press(words.actions.copyDiagnostics);
    await pane.until(() => pane.text().includes(said), said);
    expect(copied() === '').toBe(given.clipboard === 'refused');
  } finally {
    await pane.end();
  }
  expect(await rebateByFormula(story, given)).toBe(STORY_REBATE);
}

test.each(Object.entries(SWITCHES))('the pane is drawn and worked over: %s', (_name, given) =>
  drawn(given),
);

it('a policy that a co-author changes after the run is said beside the old figure', async () => {
  const story = openStory({});
  const pane = new DrawnPane(story);
  try {
    await pane.analyze();
    expect(pane.text()).not.toContain(words.stale);
    (story.host.sheet('返点政策').columns[4] as unknown[])[1] = 0.05;
    story.host.raiseChanged('返点政策', 'E2', 'Remote');
    await pane.until(() => pane.text().includes(words.stale), words.stale);
    await pane.press(words.actions.analyzeAgain);
    const compared = `${FIGURE} → ¥106,500.00`;
    await pane.until(() => pane.text().includes(compared), compared);
    expect(pane.text().replace(compared, '')).not.toContain(FIGURE);
    expect(pane.text()).not.toContain(words.stale);
  } finally {
    await pane.end();
  }
});

it('a sample and a template that cannot be opened are said, with the address', async () => {
  for (const name of [words.firstRun.sample, words.firstRun.template]) {
    const story = openStory({});
    const before = story.users();
    const address = 'https://addin.example.com/assets/book.xlsx';
    const failing = () => Promise.reject(new Refusal({ code: 'excel.notOpened', address }));
    const pane = new DrawnPane(story, failing);
    try {
      await pane.draw();
      await pane.press(name);
      const said = excelWords['excel.notOpened']({ code: 'excel.notOpened', address });
      await pane.until(() => pane.text().includes(said), said);
      expect(pane.text()).not.toContain('¥');
    } finally {
      await pane.end();
    }
    expect(story.users()).toEqual(before);
  }
});

it('undo with nothing to undo says so', async () => {
  const story = openStory({});
  const pane = new DrawnPane(story);
  try {
    await pane.analyze();
    await pane.press(words.actions.more);
    await pane.press(words.actions.clearHighlights);
    await pane.until(() => pane.text().includes(words.done.cleared), 'cleared');
    await pane.press(words.actions.more);
    await pane.press(words.actions.undoRun);
    await pane.until(() => pane.text().includes(words.done.nothingToUndo), 'nothing to undo');
    expect(pane.text()).not.toContain(words.done.undone);
  } finally {
    await pane.end();
  }
});

it('while a cell is edited the pane waits, shows no figure, and goes on by itself', async () => {
  const story = openStory({});
  const pane = new DrawnPane(story);
  try {
    await pane.draw();
    await pane.until(() => pane.text().includes('找到订单表'), 'the order sheet');
    story.host.beginCellEdit();
    await pane.press(words.actions.analyze);
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 60));
    });
    expect(pane.text()).not.toContain('¥');
    story.host.endCellEdit();
    await pane.until(() => pane.text().includes(FIGURE), FIGURE);
  } finally {
    await pane.end();
  }
});
