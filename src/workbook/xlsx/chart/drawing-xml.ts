import type { PageChart } from '#pages/page.ts';
import { XML_HEAD, type Dialect } from '../edit/dialect.ts';
import { escapeText } from '../xml/text.ts';

/**
 * Where each chart of a page stands: from cell to cell, moving with the cells but not growing with
 * them.
 */
export function drawingXml(
  charts: readonly PageChart[],
  relations: readonly string[],
  dialect: Dialect,
): string {
  return (
    `${XML_HEAD}<xdr:wsDr xmlns:xdr="${dialect.sheetDrawing}" ` +
    `xmlns:a="${dialect.drawing}">` +
    `${charts.map((chart, i) => anchorXml(chart, i, relations[i] ?? '', dialect)).join('')}` +
    '</xdr:wsDr>'
  );
}

const cornerXml = (name: string, column: number, row: number): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff>` +
  `<xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;

function anchorXml(
  { at, title }: PageChart,
  index: number,
  relation: string,
  dialect: Dialect,
): string {
  return (
    '<xdr:twoCellAnchor ' +
    `editAs="oneCell">${cornerXml('from', at.column, at.row)}` +
    `${cornerXml('to', at.column + at.columns, at.row + at.rows)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" ` +
    `name="Chart ${index + 1}" descr="${escapeText(title)}"/><xdr:cNvGraphicFramePr/>` +
    '</xdr:nvGraphicFramePr>' +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${dialect.chart}"><c:chart xmlns:c="${dialect.chart}" ` +
    `xmlns:r="${dialect.relationships}" r:id="${relation}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}
