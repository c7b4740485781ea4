/** @jest-environment jsdom */
import type { FilesFact } from '#facts/files.ts';
import { files as english } from '#i18n/en-US/files.ts';
import { files as chinese } from '#i18n/zh-CN/files.ts';
import type { OpenBook } from '#taskpane/browser/open-book.ts';
import { TopBar } from '#taskpane/browser/TopBar.tsx';
import { Rendered } from './rendered.tsx';

const name = '台账.csv';
const cut = { code: 'file.textsCut', name, cells: ['B2', 'B3'], count: 7 } as const;
const made = {
  code: 'file.headMade',
  ...{ name, sheet: '订单', cell: 'B1', typed: '', head: 'Column2' },
} as const;

const bookWith = (notes: readonly FilesFact[]) =>
  ({ name, notes, working: null, said: null, failure: null }) as Partial<OpenBook> as OpenBook;

it.each([
  ['zh-CN', chinese],
  ['en-US', english],
] as const)('%s: what the copy holds otherwise stands above the sheets', async (language, say) => {
  const shown = await Rendered.of(
    <TopBar book={bookWith([cut, made])} onLanguage={() => undefined} />,
    language,
  );
  const status = shown.box.querySelector('[role=status]')?.textContent;
  expect(status).toBe(`${say['file.textsCut'](cut)} ${say['file.headMade'](made)}`);
  expect(status).toMatch(/B2.*B3.*[57].*Column2/);
  await shown.show(<TopBar book={bookWith([])} onLanguage={() => undefined} />);
  expect(shown.box.querySelector('[role=status]')).toBeNull();
  await shown.close();
});
