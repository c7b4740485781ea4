/** @jest-environment jsdom */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { act } from 'react';
import { latePart, Part } from '#taskpane/LatePart.tsx';
import { SpeechProvider, speechOf } from '#taskpane/speech.tsx';
import { copyText } from '#taskpane/copy-text.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

it(
  'a page that cannot be loaded says so, leaves the rest, and comes when ' + 'asked again',
  async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    let offline = true;
    const part = latePart(() =>
      offline
        ? Promise.reject(new Error('ChunkLoadError'))
        : Promise.resolve(({ name }: { readonly name: string }) => createElement('b', null, name)),
    );
    await expect(part.fetch()).rejects.toThrow('ChunkLoadError');
    const place = document.createElement('div');
    await act(async () => {
      createRoot(place).render(
        <SpeechProvider value={speechOf('zh-CN')}>
          <i>还在</i>
          <Part part={part} props={{ name: '临界订单' }} />
        </SpeechProvider>,
      );
      await Promise.resolve();
    });
    expect(place.textContent).toContain('还在');
    expect(place.textContent).toContain('没有加载出来');
    offline = false;
    await act(async () => {
      place.querySelector('button')?.click();
      await Promise.resolve();
    });
    expect(place.textContent).toBe('还在临界订单');
  },
);

describe('copying', () => {
  const clipboard = (writeText: (text: string) => Promise<void>): void =>
    void Object.defineProperty(navigator, 'clipboard', {
      value: { writeText },
      configurable: true,
    });
  const refused = (): Promise<void> => Promise.reject(new Error('NotAllowedError'));

  it('goes the old way where the new one is closed', async () => {
    clipboard(refused);
    let selected = '';
    document.execCommand = () => {
      selected = document.querySelector('textarea')?.value ?? '';
      return true;
    };
    await copyText('报告');
    expect(selected).toBe('报告');
    expect(document.querySelector('textarea')).toBeNull();
  });

  it('says so where both are closed', async () => {
    clipboard(refused);
    document.execCommand = () => false;
    await expect(copyText('报告')).rejects.toMatchObject({ fact: { code: 'excel.notCopied' } });
  });
});
