import { readBlock } from '../grid.ts';
import type { WireHost } from '../host.ts';
import { type Arg, asRecord, isNode } from '../kind.ts';
import { type Wire, WireError } from '../protocol.ts';
import { lookOf, type RangeRef, setFill, sheetById, applyLook } from './range-access.ts';
import { pattern } from '#domain/pattern.ts';

const LISTED = pattern()`
  ^(fill\.(color|pattern|patternColor|patternTintAndShade|tintAndShade)
  |font\.(bold|italic|color|size|name|underline|strikethrough))$
`;

/** `{ format: { fill: { color: true } } }` as "fill.color". */
function leaves(
  tree: Readonly<Record<string, Wire>>,
  prefix = '',
): readonly (readonly [string, Wire])[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leaves(value as Readonly<Record<string, Wire>>, path)
      : [[path, value] as const];
  });
}

function looks(arg: Arg | undefined): readonly (readonly [string, Wire])[] {
  if (arg === undefined || isNode(arg)) throw new WireError('InvalidArgument');
  const entries = leaves(asRecord(asRecord(arg)['format']));
  for (const [name] of entries)
    if (!LISTED.test(name)) throw new WireError('ApiNotFound', `cell property ${name}`);
  return entries;
}

export function cellProperties(self: RangeRef, args: readonly Arg[], host: WireHost): unknown {
  const sheet = sheetById(host, self.sheet);
  const names = looks(args[0]).map(([name]) => name);
  return readBlock(self.block, (row, column) => ({
    format: nested(names.map((name) => [name, lookOf(sheet, row, column, name)] as const)),
  }));
}

function nested(
  entries: readonly (readonly [string, Wire])[],
): Record<string, Record<string, Wire>> {
  const tree: Record<string, Record<string, Wire>> = {};
  for (const [name, value] of entries) {
    const [group = '', leaf = ''] = name.split('.');
    (tree[group] ??= {})[leaf] = value;
  }
  return tree;
}

export function setCellProperties(self: RangeRef, args: readonly Arg[], host: WireHost): void {
  const sheet = sheetById(host, self.sheet);
  const given = args[0];
  if (!Array.isArray(given) || given.length !== self.block.rows)
    throw new WireError('InvalidArgument', 'one line of properties a row');
  (given as readonly (readonly Wire[])[]).forEach((line, r) => {
    if (line.length !== self.block.columns)
      throw new WireError('InvalidArgument', 'one property a cell');
    line.forEach((cell, c) => {
      if (cell === null || Object.keys(asRecord(cell)).length === 0) return;
      const block = { top: self.block.top + r, left: self.block.left + c, rows: 1, columns: 1 };
      const entries = Object.fromEntries(looks(cell));
      const isFill = Object.keys(entries).some((name) => name.startsWith('fill.'));
      if (isFill) setFill(host, sheet, block, entries);
      else applyLook(host, sheet, block, entries);
    });
  });
}
