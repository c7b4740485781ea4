import { TRANSITIONAL, XML_HEAD } from '../edit/dialect.ts';
import { OfficePackage } from '../package.ts';
import { minimalStyles } from '../styles/minimal-styles.ts';
import { encodeText } from '../xml/text.ts';

export const WORKBOOK_PART = 'xl/workbook.xml';
const STYLES_PART = 'xl/styles.xml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface NewPackageOptions {
  /** Font of all cells that say nothing else. */
  readonly font?: string;
  /** .xltx instead of .xlsx. */
  readonly template?: boolean;
}

/**
 * A workbook without sheets. `calcId` is that of today's Excel: with an older one it would throw
 * the stored results away on opening.
 */
export function newPackage(options: NewPackageOptions = {}): OfficePackage {
  const { main, relationships } = TRANSITIONAL;
  const pack = new OfficePackage(null);
  const write = (part: string, xml: string): void => pack.write(part, encodeText(XML_HEAD + xml));
  write(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/${WORKBOOK_PART}" ` +
      `ContentType="${SPREADSHEET}.${options.template === true ? 'template' : 'sheet'}` +
      '.main+xml"/>' +
      `<Override PartName="/${STYLES_PART}" ContentType="${SPREADSHEET}.styles+xml"/></Types>`,
  );
  write(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" ` +
      `Type="${relationships}/officeDocument" Target="${WORKBOOK_PART}"/></Relationships>`,
  );
  write(
    WORKBOOK_PART,
    `<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr ` +
      'defaultThemeVersion="124226"/><bookViews><workbookView xWindow="0" yWindow="0" ' +
      'windowWidth="28800" windowHeight="16000"/></bookViews><sheets/><calcPr ' +
      'calcId="191029"/></workbook>',
  );
  write(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" ` +
      `Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
  );
  pack.write(STYLES_PART, encodeText(minimalStyles(main, options.font)));
  return pack;
}
