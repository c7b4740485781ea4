import { strFromU8 } from 'fflate';
import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import { keptTextsInNames, namesOfKeptText } from '#workbook/kept-text-names.ts';
import { lookOf } from '../host/kinds/range-access.ts';
import type { WireHost } from '../host/host.ts';
import { bookParts, MAIN, opened, sheetData, unzip, zipOf } from './fixture.ts';
import { recalculated } from './libreoffice.ts';
import { open } from './office/small-book.ts';

const COLUMNS = { left: 0, right: 2 };
const FILLS = [
  { row: 3, color: '#E2EFDA' },
  { row: 6, color: '#FCE4D6' },
];
const ANSWERS = JSON.stringify({
  '订单!C9': { amount: '9.8', note: '"引号" \\ 与\n换行 𝟡' },
}).repeat(60);

/** Names stay as another program keeps them; settings and properties of sheets go. */
function savedElsewhere(host: WireHost): void {
  host.model.settings.clear();
  for (const sheet of host.model.sheets) sheet.customProperties.clear();
}

const namesOf = (host: WireHost) =>
  [...host.model.names].map(([name, refersTo]) => ({ name, refersTo }));

async function coloured() {
  const { host, workbook } = open();
  const start = host.snapshot();
  await workbook.highlight('订单', COLUMNS, FILLS);
  await workbook.writeKept('answers', ANSWERS);
  return { host, workbook, start };
}

describe('what the add-in keeps in a workbook that another program has saved', () => {
  test('answers are read, fills given back, and nothing is left of either', async () => {
    const { host, start } = await coloured();
    savedElsewhere(host);
    const again = new OfficeWorkbook();
    expect(await again.readKept('answers')).toBe(ANSWERS);
    await again.clearHighlights();
    await again.writeKept('answers', '');
    expect(host.snapshot()).toEqual(start);
  });
  test('colouring again rests on what stood there first', async () => {
    const { host, start } = await coloured();
    savedElsewhere(host);
    const again = new OfficeWorkbook();
    await again.highlight('订单', COLUMNS, [{ row: 2, color: '#FFF2CC' }]);
    expect(lookOf(host.sheet('订单'), 2, 0, 'fill.color')).toBe('#FFCC00');
    await again.clearHighlights();
    await again.writeKept('answers', '');
    expect(host.snapshot()).toEqual(start);
  });
  test('no string of a name is longer than Excel takes', async () => {
    const { host } = await coloured();
    const formulas = namesOf(host).map(({ refersTo }) => refersTo);
    const strings = formulas.flatMap((formula) => formula.match(/"(?:[^"]|"")*"/g) ?? []);
    const lengths = strings.map((part) => part.slice(1, -1).replaceAll('""', '"').length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(255);
    expect(Math.max(...formulas.map((formula) => formula.length))).toBeLessThanOrEqual(8_192);
  });
});

test('a kept text is whole or not there; a very long one is left to the settings', () => {
  const names = namesOfKeptText('answers', ANSWERS);
  expect(keptTextsInNames(names)).toEqual(new Map([['answers', ANSWERS]]));
  expect(keptTextsInNames(names.slice(0, -1)).size).toBe(0);
  expect(namesOfKeptText('answers', '长'.repeat(600_000))).toEqual([]);
});

/** As Excel saves the coloured workbook: styles, our fills on rows 3 and 6, and the names. */
async function savedByExcel(): Promise<Uint8Array> {
  const { host } = await coloured();
  const fill = (color: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/></patternFill></fill>`;
  const xf = (at: number): string =>
    `<xf numFmtId="0" fontId="0" fillId="${at}" borderId="0" applyFill="1"/>`;
  const styles =
    `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/>` +
    '</font></fonts>' +
    '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill ' +
    `patternType="gray125"/></fill>${fill('E2EFDA')}${fill('FCE4D6')}</fills>` +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="3">${[0, 2, 3].map(xf).join('')}</cellXfs></styleSheet>`;
  const row = (at: number, style: number): string =>
    `<row r="${at}">` +
    ['A', 'B', 'C']
      .map((column) => `<c r="${column}${at}" s="${style}"><v>${at}</v></c>`)
      .join('') +
    '</row>';
  const parts = bookParts({
    sheets: { 订单: sheetData([row(1, 0), row(2, 0), row(3, 1), row(6, 2)].join('')) },
    styles,
  });
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const names = namesOf(host).map(
    ({ name, refersTo }) =>
      `<definedName name="${name}" hidden="1">${escaped(refersTo.slice(1))}</definedName>`,
  );
  return zipOf({
    ...parts,
    'xl/workbook.xml': String(parts['xl/workbook.xml']).replace(
      '</workbook>',
      `<definedNames>${names.join('')}</definedNames></workbook>`,
    ),
  });
}

/** Colours of A3…C3 and A6…C6; "" for none. */
function coloursOf(bytes: Uint8Array): readonly string[] {
  const parts = unzip(bytes);
  const styles = strFromU8(parts['xl/styles.xml']!);
  const fills = [...styles.matchAll(/<fill>.*?<\/fill>/gs)].map(
    ([fill]) => /patternType="solid".*fgColor rgb="(?:FF)?(\w{6})"/s.exec(fill)?.[1] ?? '',
  );
  const formats = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf\b[^>]*>/g)];
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  return ['A3', 'B3', 'C3', 'A6', 'B6', 'C6'].map((address) => {
    const style = new RegExp(`<c r="${address}"[^>]*\\ss="(\\d+)"`).exec(sheet)?.[1] ?? '0';
    const fill = /fillId="(\d+)"/.exec(formats[Number(style)]?.[0] ?? '')?.[1] ?? '0';
    return fills[Number(fill)] ?? '';
  });
}

describe('a workbook coloured in Excel, analyzed outside of it', () => {
  const OURS = ['E2EFDA', 'E2EFDA', 'E2EFDA', 'FCE4D6', 'FCE4D6', 'FCE4D6'];
  // What the small book has on its rows 3 and 6: two yellow cells.
  const THEIRS = ['FFCC00', 'FFCC00', '', '', '', ''];

  async function holdsOn(bytes: Uint8Array): Promise<void> {
    expect(coloursOf(bytes)).toEqual(OURS);
    const book = await opened(bytes);
    expect(await book.readKept('answers')).toBe(ANSWERS);
    await book.clearHighlights();
    expect(coloursOf(book.save())).toEqual(THEIRS);
    expect(await book.readKept('answers')).toBe(ANSWERS);
    const workbook = strFromU8(unzip(book.save())['xl/workbook.xml']!);
    expect(workbook).not.toContain('RebateRadar_memo_');
    const twice = await opened(book.save());
    expect(await twice.readKept('answers')).toBe(ANSWERS);
  }
  test('as Excel saved it', async () => holdsOn(await savedByExcel()));
  test('after LibreOffice has saved it', async () => {
    const { copy } = await recalculated({ copy: await savedByExcel() });
    await holdsOn(copy!);
  }, 120_000);
});
