import type { Block } from '../address.ts';
import type { WireHost } from '../host.ts';
import { asFlag, asNumber, asText, type Kind, node, upper } from '../kind.ts';
import { type Wire, WireError } from '../protocol.ts';
import {
  applyLook,
  type AreasRef,
  clearFill,
  commonLook,
  guardFormats,
  setFill,
  sheetById,
} from './range-access.ts';

type Get = (self: AreasRef, host: WireHost) => unknown;
type Set = (self: AreasRef, value: Wire, host: WireHost) => void;

const agree = (self: AreasRef, host: WireHost, name: string): Wire => {
  const values = self.blocks.map((block) => commonLook(sheetById(host, self.sheet), block, name));
  return values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
};
const each = (self: AreasRef, act: (block: Block) => void): void => self.blocks.forEach(act);

const getters = (prefix: string, names: readonly string[]): Record<string, Get> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      (self: AreasRef, host: WireHost) => agree(self, host, prefix + name),
    ]),
  );

function setters(
  prefix: string,
  checks: Readonly<Record<string, (value: Wire) => Wire>>,
): Record<string, Set> {
  return Object.fromEntries(
    Object.entries(checks).map(([name, check]) => [
      upper(name),
      (self: AreasRef, value: Wire, host: WireHost) =>
        each(self, (block) =>
          applyLook(host, sheetById(host, self.sheet), block, { [prefix + name]: check(value) }),
        ),
    ]),
  );
}

const FONT = {
  bold: asFlag,
  italic: asFlag,
  color: asText,
  size: asNumber,
  name: asText,
  underline: asText,
  strikethrough: asFlag,
};

const fontKind: Kind<AreasRef> = {
  name: 'RangeFont',
  get: getters('font.', Object.keys(FONT)),
  set: setters('font.', FONT),
};

const FILL = ['color', 'pattern', 'patternColor', 'patternTintAndShade', 'tintAndShade'] as const;

const fillKind: Kind<AreasRef> = {
  name: 'RangeFill',
  get: getters('fill.', FILL),
  set: Object.fromEntries(
    FILL.map((name) => [
      upper(name),
      (self: AreasRef, value: Wire, host: WireHost) =>
        each(self, (block) =>
          setFill(host, sheetById(host, self.sheet), block, { [`fill.${name}`]: value }),
        ),
    ]),
  ),
  call: {
    Clear: (self, _, host) =>
      each(self, (block) => clearFill(host, sheetById(host, self.sheet), block)),
  },
};

interface BorderRef extends AreasRef {
  readonly edge: string;
}

const EDGES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
];
const BORDER = { style: asText, color: asText, weight: asText };

const borderKind: Kind<BorderRef> = {
  name: 'RangeBorder',
  get: Object.fromEntries(
    Object.keys(BORDER).map((name) => [
      name,
      (self: BorderRef, host: WireHost) => agree(self, host, `borders.${self.edge}.${name}`),
    ]),
  ),
  set: Object.fromEntries(
    Object.entries(BORDER).map(([name, check]) => [
      upper(name),
      (self: BorderRef, value: Wire, host: WireHost) =>
        each(self, (block) =>
          applyLook(host, sheetById(host, self.sheet), block, {
            [`borders.${self.edge}.${name}`]: value === 'None' ? undefined : check(value),
          }),
        ),
    ]),
  ),
};

const bordersKind: Kind<AreasRef> = {
  name: 'RangeBorderCollection',
  item: (self, key) =>
    EDGES.includes(String(key)) ? node(borderKind, { ...self, edge: String(key) }) : null,
};

const FORMAT = {
  horizontalAlignment: asText,
  verticalAlignment: asText,
  wrapText: asFlag,
  indentLevel: asNumber,
  shrinkToFit: asFlag,
};

function sizes(
  of: 'columnWidths' | 'rowHeights',
  from: 'left' | 'top',
  count: 'columns' | 'rows',
): { get: Get; set: Set } {
  return {
    get: (self, host) =>
      sheetById(host, self.sheet)[of].get(self.blocks[0]?.[from] ?? 0) ??
      (of === 'columnWidths' ? 48 : 15),
    set: (self, value, host) => {
      const sheet = sheetById(host, self.sheet);
      guardFormats(sheet);
      const limit = of === 'rowHeights' ? 409.5 : 1790;
      if (asNumber(value) < 0 || asNumber(value) > limit)
        throw new WireError('InvalidArgument', `${of} ${String(value)}`);
      each(self, (block) => {
        for (let at = block[from]; at < block[from] + block[count]; at += 1)
          host.journal.mapSet(sheet[of], at, asNumber(value));
      });
    },
  };
}

const width = sizes('columnWidths', 'left', 'columns');
const height = sizes('rowHeights', 'top', 'rows');

export const formatKind: Kind<AreasRef> = {
  name: 'RangeFormat',
  get: { ...getters('', Object.keys(FORMAT)), columnWidth: width.get, rowHeight: height.get },
  set: { ...setters('', FORMAT), ColumnWidth: width.set, RowHeight: height.set },
  go: {
    Font: (self) => node(fontKind, self),
    Fill: (self) => node(fillKind, self),
    Borders: (self) => node(bordersKind, self),
  },
  call: { AutofitColumns: () => null, AutofitRows: () => null },
};
