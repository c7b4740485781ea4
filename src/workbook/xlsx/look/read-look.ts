import type {
  SheetLook,
  Color,
  Border,
  BorderLine,
  CellLook,
} from '#application/live/sheet-look.ts';
import type { Pump } from '../../paced-loop.ts';
import type { OfficePackage } from '../package.ts';
import { statedExtent } from '../read/sheet-extent.ts';
import { type SheetEntry, type WorkbookParts, isTrue } from '../read/workbook-part.ts';
import { readCharts } from './read-charts.ts';
import { readTables } from './read-tables.ts';
import { LookReader } from './look-reader.ts';
import { colorOf } from '../styles/colors.ts';
import { themeColors } from '../styles/theme-colors.ts';
import { readNumberFormats } from '../read/number-formats.ts';
import { attribute, child, parseTree, type XmlNode } from '../xml/tree.ts';

/** Reads how a sheet looks, in one pass over its part. */
export async function readLook(
  pack: OfficePackage,
  parts: WorkbookParts,
  sheet: SheetEntry,
  pump: Pump,
): Promise<SheetLook> {
  const reader = new LookReader(sheet.part);
  await pump.run(
    pack.stream(sheet.part),
    (piece) => {
      reader.push(piece);
      return reader.rows;
    },
    statedExtent(pack, sheet.part)?.rows,
  );
  const { styles, workbook } = parts;
  const theme = themeColors(pack, workbook);
  const looks = styles === null ? [] : readLooks(pack.read(styles), styles, theme);
  const look = reader.finish(looks);
  const { tables, named, filters } = readTables(pack, sheet.part, theme);
  const charts = readCharts(pack, sheet.part, theme);
  return { ...look, filter: look.filter ?? filters[0] ?? null, tables, named, charts };
}

/** How each cell format (`s` of a cell) looks, in the order of cellXfs. */
function readLooks(bytes: Uint8Array, part: string, theme: readonly Color[]): readonly CellLook[] {
  const root = parseTree(bytes, part, 5);
  const list = (name: string): readonly XmlNode[] => child(root, name)?.children ?? [];
  const fonts = list('fonts').map((node) => fontLook(node, theme));
  const fills = list('fills').map((node) => fillColor(node, theme));
  const borders = list('borders').map((node) => bordersOf(node, theme));
  const formats = readNumberFormats(bytes, part);
  const standard = fonts[0] ?? {};
  return list('cellXfs').map((xf, index) => {
    const font = fonts[Number(attribute(xf, 'fontId') ?? 0)] ?? {};
    const fill = fills[Number(attribute(xf, 'fillId') ?? 0)];
    const edges = borders[Number(attribute(xf, 'borderId') ?? 0)];
    const format = formats[index] ?? 'General';
    return {
      ...standard,
      ...font,
      ...(fill === undefined ? {} : { fill }),
      ...(edges === undefined || Object.keys(edges).length === 0 ? {} : { borders: edges }),
      ...alignmentOf(child(xf, 'alignment')),
      ...(format === 'General' ? {} : { format }),
    };
  });
}

const colorIn = (node: XmlNode | undefined, theme: readonly Color[]): Color | undefined =>
  node === undefined
    ? undefined
    : colorOf(
        {
          rgb: attribute(node, 'rgb'),
          theme: attribute(node, 'theme'),
          indexed: attribute(node, 'indexed'),
          tint: attribute(node, 'tint'),
        },
        theme,
      );

function fontLook(node: XmlNode, theme: readonly Color[]): CellLook {
  const on = (name: string): boolean => {
    const mark = child(node, name);
    return mark !== undefined && isTrue(attribute(mark, 'val') ?? '1');
  };
  const underline = child(node, 'u');
  const color = colorIn(child(node, 'color'), theme);
  const name = attributeOf(child(node, 'name'), 'val');
  const size = Number(attributeOf(child(node, 'sz'), 'val') ?? 11);
  return {
    ...(name === undefined ? {} : { font: name }),
    ...(size > 0 ? { size } : {}),
    ...(on('b') ? { bold: true as const } : {}),
    ...(on('i') ? { italic: true as const } : {}),
    ...(underline !== undefined && attribute(underline, 'val') !== 'none'
      ? { underline: true as const }
      : {}),
    ...(on('strike') ? { strike: true as const } : {}),
    ...(color === undefined ? {} : { color }),
  };
}

const attributeOf = (node: XmlNode | undefined, name: string): string | undefined =>
  node === undefined ? undefined : attribute(node, name);

/** Patterns are drawn as their foreground colour, gradients as their first. */
function fillColor(node: XmlNode, theme: readonly Color[]): Color | undefined {
  const pattern = child(node, 'patternFill');
  if (pattern === undefined) {
    const stop = child(node, 'gradientFill')?.children[0];
    return colorIn(stop === undefined ? undefined : child(stop, 'color'), theme);
  }
  const kind = attribute(pattern, 'patternType') ?? 'none';
  return kind === 'none' || kind === 'gray125'
    ? undefined
    : colorIn(child(pattern, 'fgColor'), theme);
}

function bordersOf(node: XmlNode, theme: readonly Color[]): NonNullable<CellLook['borders']> {
  const edge = (...names: readonly string[]): Border | undefined => {
    const found = names.map((name) => child(node, name)).find((each) => each !== undefined);
    const line = attributeOf(found, 'style');
    if (found === undefined || line === undefined || line === 'none') return undefined;
    const color = colorIn(child(found, 'color'), theme) ?? '#000000';
    return { line: line as BorderLine, color };
  };
  const edges = {
    top: edge('top'),
    right: edge('right', 'end'),
    bottom: edge('bottom'),
    left: edge('left', 'start'),
  };
  return Object.fromEntries(Object.entries(edges).filter(([, line]) => line !== undefined));
}

const HORIZONTAL = new Map([
  ['left', 'left'],
  ['center', 'center'],
  ['centerContinuous', 'center'],
  ['right', 'right'],
  ['justify', 'justify'],
  ['distributed', 'distributed'],
] as const);

const VERTICAL = new Map([
  ['top', 'top'],
  ['center', 'center'],
  ['bottom', 'bottom'],
] as const);

function alignmentOf(node: XmlNode | undefined): CellLook {
  if (node === undefined) return {};
  const horizontal = HORIZONTAL.get(attribute(node, 'horizontal') as 'left');
  const vertical = VERTICAL.get(attribute(node, 'vertical') as 'top');
  const indent = Number(attribute(node, 'indent') ?? 0);
  return {
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(isTrue(attribute(node, 'wrapText')) ? { wrap: true as const } : {}),
    ...(indent > 0 ? { indent } : {}),
  };
}
