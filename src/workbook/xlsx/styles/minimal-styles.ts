import { XML_HEAD } from '../edit/dialect.ts';
import { escapeText } from '../xml/text.ts';

/** The least that a workbook without a style sheet means by it. */
export const minimalStyles = (main: string, font = 'Calibri'): string =>
  `${XML_HEAD}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="${escapeText(font)}"/><family val="2"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
