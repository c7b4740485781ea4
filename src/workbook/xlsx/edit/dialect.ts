import type { OfficePackage } from '../package.ts';
import { parseTree } from '../xml/tree.ts';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/**
 * The namespaces a workbook speaks: the usual ("transitional") ones, or those of the strict ISO
 * form. New parts speak the same.
 */
export interface Dialect {
  readonly main: string;
  /** Also the stem of relationship types. */
  readonly relationships: string;
  readonly drawing: string;
  readonly chart: string;
  readonly sheetDrawing: string;
}

const dialect = (stem: string): Dialect => ({
  main: stem.startsWith('http://purl')
    ? `${stem}/spreadsheetml/main`
    : `${stem}/spreadsheetml/2006/main`,
  relationships: stem.startsWith('http://purl')
    ? `${stem}/officeDocument/relationships`
    : `${stem}/officeDocument/2006/relationships`,
  drawing: stem.startsWith('http://purl')
    ? `${stem}/drawingml/main`
    : `${stem}/drawingml/2006/main`,
  chart: stem.startsWith('http://purl')
    ? `${stem}/drawingml/chart`
    : `${stem}/drawingml/2006/chart`,
  sheetDrawing: stem.startsWith('http://purl')
    ? `${stem}/drawingml/spreadsheetDrawing`
    : `${stem}/drawingml/2006/spreadsheetDrawing`,
});

export const TRANSITIONAL = dialect('http://schemas.openxmlformats.org');
const STRICT = dialect('http://purl.oclc.org/ooxml');

export function dialectOf(pack: OfficePackage, workbookPart: string): Dialect {
  const root = parseTree(pack.read(workbookPart), workbookPart, 0);
  const strict = [...root.attributes.values()].some(({ value }) => value === STRICT.main);
  return strict ? STRICT : TRANSITIONAL;
}
