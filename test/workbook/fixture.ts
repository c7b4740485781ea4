import { strToU8, unzipSync, zipSync } from 'fflate';
import { openWorkbook, type FileWorkbook } from '#workbook/files/file-workbook.ts';

/** Packages put together by hand, so that every byte of a part is known. */
export type Parts = Record<string, string | Uint8Array>;

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** Pictures are stored, everything else is deflated, as Office does it. */
export const zipOf = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, body]) => [
        name,
        [typeof body === 'string' ? strToU8(body) : body, { level: name.endsWith('.png') ? 0 : 6 }],
      ]),
    ),
  );

export const unzip = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes);

export const relationships = (
  ...items: readonly (readonly [id: string, kind: string, target: string])[]
): string =>
  `${HEAD}<Relationships ` +
  `xmlns="${PACKAGE}/relationships">` +
  items
    .map(
      ([id, kind, target]) =>
        `<Relationship Id="${id}" Type="${RELS}/${kind}" Target="${target}"/>`,
    )
    .join('') +
  '</Relationships>';

const TYPES: Record<string, string> = {
  'xl/workbook.xml': 'sheet.main',
  'xl/styles.xml': 'styles',
  'xl/sharedStrings.xml': 'sharedStrings',
};

export function contentTypes(names: readonly string[], extra = ''): string {
  const overrides = names.flatMap((name) => {
    const kind =
      TYPES[name] ??
      (/^xl\/worksheets\/[^/]+\.xml$/.test(name)
        ? 'worksheet'
        : /^xl\/tables\//.test(name)
          ? 'table'
          : null);
    return kind === null
      ? []
      : [
          `<Override PartName="/${name}" ` +
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.' +
            `${kind}+xml"/>`,
        ];
  });
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default ' +
    `Extension="xml" ContentType="application/xml"/>${overrides.join('')}${extra}</Types>`
  );
}

interface TableShape {
  readonly ref: string;
  /** Names as attributes hold them; behind a name, what stands in its column. */
  readonly columns: readonly (string | readonly [name: string, inner: string])[];
  readonly attributes?: string;
  readonly filter?: string;
}

/** What `SimpleBook.more` needs for a table of the first sheet, which calls it rId1. */
export const tableOfFirst = (name: string, shape: TableShape): Parts => ({
  'xl/worksheets/_rels/sheet1.xml.rels': relationships(['rId1', 'table', '../tables/table1.xml']),
  'xl/tables/table1.xml':
    `<table xmlns="${MAIN}" id="1" name="${name}" displayName="${name}" ref="${shape.ref}"` +
    `${shape.attributes ?? ''}>` +
    (shape.filter === undefined ? '' : `<autoFilter ref="${shape.filter}"/>`) +
    `<tableColumns count="${shape.columns.length}">` +
    shape.columns
      .map((column, at) => {
        const [head, inner = ''] = typeof column === 'string' ? [column] : column;
        const tag = `<tableColumn id="${at + 1}" name="${head}"`;
        return inner === '' ? `${tag}/>` : `${tag}>${inner}</tableColumn>`;
      })
      .join('') +
    '</tableColumns></table>',
});

/** By which the first sheet names its table. */
export const TABLE_OF_FIRST = '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>';

export interface SimpleBook {
  /** Sheet XML by tab name, whole parts; `{…}` of a sheetData alone is wrapped. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: readonly string[];
  readonly styles?: string;
  /** Attributes or elements put into workbook.xml before the sheets. */
  readonly workbookHead?: string;
  /** `state="hidden"` and the like by tab name. */
  readonly sheetAttributes?: Readonly<Record<string, string>>;
  readonly more?: Parts;
}

export const worksheet = (inner: string): string =>
  `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELS}">${inner}</worksheet>`;
export const sheetData = (inner: string): string => worksheet(`<sheetData>${inner}</sheetData>`);

export function bookParts(book: SimpleBook): Parts {
  const names = Object.keys(book.sheets);
  const parts: Parts = {
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" ` +
      `xmlns:r="${RELS}">${book.workbookHead ?? ''}<sheets>` +
      names
        .map(
          (name, i) =>
            `<sheet name="${name}" sheetId="${i + 1}" ${book.sheetAttributes?.[name] ?? ''} ` +
            `r:id="rId${i + 1}"/>`,
        )
        .join('') +
      '</sheets>' +
      '</workbook>',
    'xl/_rels/workbook.xml.rels': relationships(
      ...names.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ...(book.strings === undefined
        ? []
        : [['rIdS', 'sharedStrings', 'sharedStrings.xml'] as const]),
      ...(book.styles === undefined ? [] : [['rIdY', 'styles', 'styles.xml'] as const]),
    ),
    ...Object.fromEntries(
      Object.values(book.sheets).map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml]),
    ),
    ...(book.strings === undefined
      ? {}
      : {
          'xl/sharedStrings.xml':
            `${HEAD}<sst ` +
            `xmlns="${MAIN}">${book.strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
        }),
    ...(book.styles === undefined ? {} : { 'xl/styles.xml': book.styles }),
    ...book.more,
  };
  return {
    '[Content_Types].xml': contentTypes(Object.keys(parts)),
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'xl/workbook.xml']),
    ...parts,
  };
}

export const bookOf = (book: SimpleBook): Uint8Array => zipOf(bookParts(book));

export async function opened(bytes: Uint8Array, name = 'book.xlsx'): Promise<FileWorkbook> {
  const result = await openWorkbook(bytes, name);
  if (!result.ok) throw new Error(`not opened: ${JSON.stringify(result.error)}`);
  return result.value;
}

export async function troubleOf(bytes: Uint8Array, name: string): Promise<string> {
  const result = await openWorkbook(bytes, name);
  return result.ok ? 'opened' : result.error.code;
}
