/** @jest-environment jsdom */

import { deserialize, serialize } from 'node:v8';
import { TextDecoder, TextEncoder } from 'node:util';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { PaneCommands, PaneServices } from '#taskpane/pane-services.ts';
import { Notices } from '#hosts/excel-host.ts';
import { copyText } from '#taskpane/copy-text.ts';
import { excel as excelWords } from '#i18n/zh-CN/excel.ts';
import { pane as words } from '#i18n/zh-CN/pane.ts';
import { Pane } from '#taskpane/shell/Pane.tsx';
import { type Story, openStory } from './story-book.ts';
import { type Switch, SWITCHES } from './switches.ts';

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

/** The pane itself, drawn over a difficult Excel: what a person clicks and reads. */
class DrawnPane {
  private readonly box = document.body.appendChild(document.createElement('div'));
  private readonly root = createRoot(this.box);
  readonly notices = new Notices();

  constructor(private readonly story: Story) {}

  async draw(): Promise<void> {
    const { session, workbook } = this.story;
    const services: PaneServices = {
      session,
      host: {
        kind: 'excel',
        about: { version: '1.0.0', platform: 'test' },
        selectRow: (sheet, row) => workbook.selectRow(sheet, row),
        openSample: () => Promise.resolve(),
        openTemplate: () => Promise.resolve(),
        copyText,
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

  /** Waits until something is drawn; Excel answers when it likes. */
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

  async end(): Promise<void> {
    await act(async () => this.root.unmount());
    document.body.replaceChildren();
  }
}

const FIGURE = '¥91,500.00';

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

async function drawn(given: Switch): Promise<void> {
  const story = openStory(given);
  const before = story.users();
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
  expect(story.users()).toEqual(before);
}

test.each(Object.entries(SWITCHES))('the pane is drawn and worked over: %s', (_name, given) =>
  drawn(given),
);

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
