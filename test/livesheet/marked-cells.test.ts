/** @jest-environment jsdom */
import { copiedCells } from '../../src/livesheet/copied-cells.ts';
import { heldValues, markedTexts } from '../../src/livesheet/marked-cells.ts';

const held = (text: string, html: string) =>
  Object.fromEntries(heldValues(html, copiedCells(text)));

describe('what cells of other spreadsheets hold beyond their text', () => {
  it('Excel: texts by their number format, and what begins as a formula does', () => {
    const html =
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--\n' +
      '.xl65\n\t{mso-number-format:"\\@";}\n.xl66 {mso-number-format:"Short Date";}--></style>' +
      '</head><body><table><col width=72><!--StartFragment--><tr><td class=xl65>0012</td>' +
      '<td class=xl66>2025/3/1</td><td>=A1</td><td class=xl65>甲方</td></tr></table></body></html>';
    expect(held('0012\t2025/3/1\t=A1\t甲方\r\n', html)).toEqual({ '0,0': '0012', '0,2': '=A1' });
  });

  it('WPS: the figure behind what is shown rounded; days stay days', () => {
    const html =
      '<html xmlns:et="http://www.wps.cn/et"><body><table><tr><td x:num="1234.5678">1,234.57</td>' +
      '<td x:num="0.0525">5%</td><td x:num="45717">2025/3/1</td><td x:str>007</td>' +
      '<td x:num>8</td></tr></table></body></html>';
    expect(held('1,234.57\t5%\t2025/3/1\t007\t8\r\n', html)).toEqual({
      '0,0': 1234.5678,
      '0,1': 0.0525,
      '0,3': '007',
    });
  });

  it('Google Sheets and LibreOffice', () => {
    const google =
      '<google-sheets-html-origin><table><colgroup><col width="100"></colgroup><tbody><tr>' +
      `<td data-sheets-value='{"1":2,"2":"0012"}'>0012</td>` +
      `<td data-sheets-value='{"1":3,"3":1234.5678}'>1,234.57</td>` +
      `<td data-sheets-value='{"1":2'>12</td></tr></tbody></table>`;
    expect(held('0012\t1,234.57\t12', google)).toEqual({ '0,0': '0012', '0,1': 1234.5678 });
    const libre =
      '<html><head><meta name="generator" content="LibreOffice 7.4"></head><body><table><tr>' +
      '<td sdnum="1033;0;@">0012</td><td sdval="1234.5678" sdnum="1033;0;#,##0.00">1,234.57</td>' +
      '</tr></table></body></html>';
    expect(held('0012\t1,234.57', libre)).toEqual({ '0,0': '0012', '0,1': 1234.5678 });
  });

  it('counts cells that reach over others', () => {
    const html =
      '<google-sheets-html-origin><table><tr><td rowspan="2">a</td><td colspan="2">b</td></tr>' +
      `<tr><td data-sheets-value='{"1":2,"2":"01"}'>01</td><td>2</td></tr></table>`;
    expect(held('a\tb\t\n\t01\t2', html)).toEqual({ '1,1': '01' });
  });

  it('does not guess where table and text differ, nor in pages that are no spreadsheet', () => {
    const excel = '<meta name=ProgId content=Excel.Sheet><table><tr><td x:str>01</td></tr></table>';
    expect(held('01\n02', excel)).toEqual({});
    expect(held('01', excel)).toEqual({ '0,0': '01' });
    expect(held('01', '<table><tr><td x:str>01</td></tr></table>')).toEqual({});
    expect(held('=A1', '<p>=A1</p>')).toEqual({});
  });
});

it('marks texts of a copied table as texts', () => {
  const html = '<table><tr><td style="color:red" data-x="1">0012</td><td>12</td></tr></table>';
  expect(markedTexts(html, [true, false])).toBe(
    `<table><tr><td style="mso-number-format:'\\@';color:red" data-x="1">0012</td><td>12</td>` +
      '</tr></table>',
  );
  expect(markedTexts('<table><td>01</td></table>', [true])).toBe(
    `<table><td style="mso-number-format:'\\@';">01</td></table>`,
  );
  expect(markedTexts(html, [true])).toBe(html);
});
