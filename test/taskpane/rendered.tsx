import { FluentProvider } from '@fluentui/react-components';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Language } from '#domain/language.ts';
import { SpeechProvider, speechOf } from '#taskpane/speech.tsx';
import { themeFor } from '#taskpane/theme.ts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
// What jsdom lacks and Fluent asks for.
Object.assign(globalThis, {
  ResizeObserver: class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
});

/** A part of the pane in a document of its own, and what a hand can do to it. */
export class Rendered {
  private constructor(
    readonly box: HTMLElement,
    private readonly root: Root,
    private readonly language: Language,
  ) {}

  static async of(part: ReactNode, language: Language = 'zh-CN'): Promise<Rendered> {
    const box = document.body.appendChild(document.createElement('div'));
    const rendered = new Rendered(box, createRoot(box), language);
    await rendered.show(part);
    return rendered;
  }

  show(part: ReactNode): Promise<void> {
    return act(async () => {
      this.root.render(
        <SpeechProvider value={speechOf(this.language)}>
          <FluentProvider theme={themeFor(false)}>
            <main>{part}</main>
          </FluentProvider>
        </SpeechProvider>,
      );
    });
  }

  async close(): Promise<void> {
    await act(async () => this.root.unmount());
    this.box.remove();
  }

  get text(): string {
    return this.box.textContent ?? '';
  }

  /** Of several with the name, the first. */
  button(name: string | RegExp): HTMLButtonElement {
    const matches = (text: string): boolean =>
      typeof name === 'string' ? text === name : name.test(text);
    const found = [...this.box.querySelectorAll('button')].find(
      (each) => matches(each.textContent ?? '') || matches(each.getAttribute('aria-label') ?? ''),
    );
    if (!found) throw new Error(`no button ${String(name)} in: ${this.text}`);
    return found;
  }

  act(work: () => void): Promise<void> {
    return act(async () => work());
  }

  click(element: HTMLElement): Promise<void> {
    return this.act(() => element.click());
  }

  press(name: string | RegExp): Promise<void> {
    return act(async () => this.button(name).click());
  }

  field(label: string): HTMLInputElement | HTMLTextAreaElement {
    const found = [
      ...this.box.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'),
    ].find(
      (each) =>
        each.getAttribute('aria-label') === label ||
        [...(each.labels ?? [])].some(({ textContent }) => textContent === label),
    );
    if (!found) throw new Error(`no field ${label} in: ${this.text}`);
    return found;
  }

  type(label: string, text: string): Promise<void> {
    const field = this.field(label);
    const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    return act(async () => {
      // React watches the property itself: the setter of the prototype goes past it.
      Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
}
