import { XML_HEAD } from '../edit/dialect.ts';
import { escapeText } from '../xml/text.ts';

/** What a workbook without a style sheet means by it, by section. */
export const leastStyles = (font = 'Calibri') => ({
  fonts: [`<font><sz val="11"/><name val="${escapeText(font)}"/><family val="2"/></font>`],
  fills: [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellStyleXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
});

/** The least style sheet that looks the same as none. */
export const minimalStyles = (main: string, font?: string): string =>
  `${XML_HEAD}<styleSheet xmlns="${main}">` +
  Object.entries(leastStyles(font))
    .map(
      ([section, entries]) =>
        `<${section} count="${entries.length}">${entries.join('')}</${section}>`,
    )
    .join('') +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '</styleSheet>';
