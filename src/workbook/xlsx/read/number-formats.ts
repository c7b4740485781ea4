import { CLOSE, END, MORE, OPEN } from '../xml/scanner.ts';
import { scanWhole } from '../xml/elements.ts';

/**
 * The formats that Excel knows by number alone, in its en-US codes; 27 to 58 are the East Asian
 * ones as zh-CN shows them.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0_);($#,##0)',
  6: '$#,##0_);[Red]($#,##0)',
  7: '$#,##0.00_);($#,##0.00)',
  8: '$#,##0.00_);[Red]($#,##0.00)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The number format of each cell style (`s` of a cell), in the order of cellXfs. */
export function readNumberFormats(bytes: Uint8Array, part: string): readonly string[] {
  const custom = new Map<number, string>();
  const ids: number[] = [];
  let inCellXfs = false;
  const tag = scanWhole(bytes, part);
  for (let token = tag.next(); token !== END && token !== MORE; token = tag.next()) {
    if (token !== OPEN && token !== CLOSE) continue;
    if (tag.is('cellXfs')) inCellXfs = token === OPEN && !tag.selfClosing;
    else if (token === CLOSE) continue;
    else if (tag.is('numFmt') && !custom.has(Number(tag.attributes.get('numFmtId'))))
      custom.set(Number(tag.attributes.get('numFmtId')), tag.attributes.get('formatCode') ?? '');
    else if (tag.is('xf') && inCellXfs) ids.push(Number(tag.attributes.get('numFmtId') ?? 0));
  }
  return ids.map((id) => custom.get(id) ?? BUILT_IN[id] ?? 'General');
}
