import { columnName } from '#domain/sheet.ts';
import type { Page } from '#pages/page.ts';
import { addRelationship } from '../edit/add-relationship.ts';
import { addContentTypes } from '../edit/content-types.ts';
import { quotedName, setDefinedNames } from '../edit/defined-names.ts';
import { type Dialect, dialectOf } from '../edit/dialect.ts';
import { chartXml } from '../chart/chart-xml.ts';
import { drawingXml } from '../chart/drawing-xml.ts';
import type { OfficePackage } from '../package.ts';
import { readWorkbookPart } from '../read/workbook-part.ts';
import { openStyles } from '../styles/open-styles.ts';
import { addMarkPart, markName } from '../edit/sheet-mark.ts';
import { encodeText } from '../xml/text.ts';
import { attribute, parseTree } from '../xml/tree.ts';
import { dynamicCellMetadata } from './dynamic-cells.ts';
import { callsOwnFunction } from './own-functions.ts';
import { PageStyles } from './page-styles.ts';
import { placeFor, tabPosition } from './sheet-place.ts';
import { sheetXml, type SheetRelations } from './sheet-xml.ts';
import { tableXml } from './cells-xml.ts';

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';

const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

const PRINT_TITLES = '_xlnm.Print_Titles';

const PRINT_AREA = '_xlnm.Print_Area';

const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Writes a page as a sheet of its own; returns the sheet's name. Of the other parts only the lists
 * of sheets, styles and types grow.
 */
export function writePage(pack: OfficePackage, page: Page): string {
  const parts = readWorkbookPart(pack);
  const { workbook } = parts;
  const dialect = dialectOf(pack, workbook);
  const place = placeFor(pack, parts, dialect, page);
  const rename = renamer(page.name, place.name);
  const { styles, save } = openStyles(pack, workbook, dialect);
  const context = {
    styles: new PageStyles(styles, page.font),
    dynamic: usesOwnFunctions(page) ? dynamicCellMetadata(pack, workbook, dialect) : null,
    rename,
  };
  const relations: SheetRelations = {
    mark: page.mark === '' ? null : addMarkPart(pack, place.part, page.mark, dialect),
    drawing:
      page.charts.length === 0 ? null : addCharts(pack, place.part, place.name, page, dialect),
    tables: addTables(pack, place.part, page, dialect, rename),
  };
  pack.write(place.part, encodeText(sheetXml(page, context, relations, dialect)));
  save();
  addNames(pack, workbook, page, place.name, rename);
  return place.name;
}

/** What the page calls itself, replaced by what its sheet is called. */
function renamer(wanted: string, actual: string): (text: string) => string {
  if (wanted === actual) return (text) => text;
  const quote = (name: string): string => `'${name.replaceAll("'", "''")}'!`;
  return (text) =>
    text.replaceAll(quote(wanted), quote(actual)).split(`${wanted}!`).join(quote(actual));
}

const usesOwnFunctions = (page: Page): boolean =>
  page.rows.some(({ cells }) =>
    cells.some((cell) => cell?.formula !== undefined && callsOwnFunction(cell.formula)),
  );

function addCharts(
  pack: OfficePackage,
  sheetPart: string,
  sheetName: string,
  page: Page,
  dialect: Dialect,
): string {
  const drawing = pack.freeName('xl/drawings/drawing', '.xml');
  pack.write(drawing, encodeText(''));
  const relations = page.charts.map((chart) => {
    const part = pack.freeName('xl/charts/chart', '.xml');
    pack.write(part, encodeText(chartXml(chart, page, sheetName, dialect)));
    addContentTypes(pack, [[part, CHART_TYPE]]);
    return addRelationship(pack, drawing, `${dialect.relationships}/chart`, part);
  });
  pack.write(drawing, encodeText(drawingXml(page.charts, relations, dialect)));
  addContentTypes(pack, [[drawing, DRAWING_TYPE]]);
  return addRelationship(pack, sheetPart, `${dialect.relationships}/drawing`, drawing);
}

function addTables(
  pack: OfficePackage,
  sheetPart: string,
  page: Page,
  dialect: Dialect,
  rename: (text: string) => string,
): readonly string[] {
  return (page.tables ?? []).map((table) => {
    const taken = existingTables(pack);
    const id = Math.max(0, ...taken.map((each) => each.id)) + 1;
    const part = pack.freeName('xl/tables/table', '.xml');
    pack.write(
      part,
      encodeText(
        tableXml(
          table,
          freeTableName(
            table.name,
            taken.map(({ name }) => name),
          ),
          id,
          dialect.main,
          rename,
        ),
      ),
    );
    addContentTypes(pack, [[part, `${OFFICE}.table+xml`]]);
    return addRelationship(pack, sheetPart, `${dialect.relationships}/table`, part);
  });
}

function existingTables(
  pack: OfficePackage,
): readonly { readonly id: number; readonly name: string }[] {
  return pack
    .names()
    .filter((name) => /^xl\/tables\/[^/]+\.xml$/i.test(name))
    .map((part) => {
      const root = parseTree(pack.read(part), part, 0);
      return {
        id: Number(attribute(root, 'id') ?? 0),
        name: (attribute(root, 'displayName') ?? '').toLowerCase(),
      };
    });
}

function freeTableName(wanted: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}_${n}`;
    if (!taken.includes(name.toLowerCase())) return name;
  }
}

function addNames(
  pack: OfficePackage,
  workbook: string,
  page: Page,
  sheetName: string,
  rename: (text: string) => string,
): void {
  const [from, to] = page.printTitleRows ?? [0, 0];
  const titles =
    page.printTitleRows === undefined
      ? []
      : [
          {
            name: PRINT_TITLES,
            refersTo: `${quotedName(sheetName)}!$${from}:$${to}`,
            sheet: tabPosition(pack, workbook, sheetName),
          },
        ];
  const area =
    page.printColumns === undefined
      ? []
      : [
          {
            name: PRINT_AREA,
            refersTo:
              `${quotedName(sheetName)}!$A$1:$${columnName(page.printColumns - 1)}$` +
              `${page.rows.length}`,
            sheet: tabPosition(pack, workbook, sheetName),
          },
        ];
  const names = (page.names ?? []).map(({ name, refersTo }) => ({
    name,
    refersTo: rename(refersTo),
  }));
  const mark = page.mark === '' ? [] : [markName(page.mark, sheetName)];
  setDefinedNames(pack, workbook, [...area, ...titles, ...names, ...mark], sheetName);
}
