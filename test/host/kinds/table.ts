import { type Block, covers, overlaps, parseAddress } from '../address.ts';
import { asText, isNode, type Kind, node, text } from '../kind.ts';
import type { SheetModel, TableModel } from '../model.ts';
import { WireError } from '../protocol.ts';
import { rangeKind, type RangeRef } from './range.ts';

interface TableOwner {
  readonly sheets: readonly SheetModel[];
  readonly within?: Block;
}
interface TableRef {
  readonly sheet: SheetModel;
  readonly table: TableModel;
}

const range = (self: TableRef, block: Block): ReturnType<typeof node> =>
  node(rangeKind, { sheet: self.sheet.id, block });

const tableFilterKind: Kind<TableRef> = {
  name: 'AutoFilter',
  get: {
    enabled: () => true,
    isDataFiltered: (self) => self.table.filtered,
    criteria: () => [{ filterOn: 'Values', values: ['甲'] }],
  },
  go: { GetRangeOrNullObject: (self) => range(self, self.table.block) },
  call: {
    ClearCriteria: (self, _, host) => host.journal.put(self.table, 'filtered', false),
    Apply: (self, _, host) => host.journal.put(self.table, 'filtered', true),
  },
};

const tableKind: Kind<TableRef> = {
  name: 'Table',
  identity: (self) => ({ Id: self.table.id }),
  get: {
    id: (self) => self.table.id,
    name: (self) => self.table.name,
    showHeaders: () => true,
    showTotals: (self) => self.table.showTotals,
    style: (self) => self.table.style,
  },
  set: {
    Name: (self, value, host) => {
      const taken = host.model.sheets.some((sheet) =>
        sheet.tables.some(
          (table) =>
            table !== self.table && table.name.toLowerCase() === asText(value).toLowerCase(),
        ),
      );
      if (taken) throw new WireError('ItemAlreadyExists', asText(value));
      host.journal.put(self.table, 'name', asText(value));
    },
    Style: (self, value, host) => host.journal.put(self.table, 'style', asText(value)),
  },
  go: {
    GetRange: (self) => range(self, self.table.block),
    GetHeaderRowRange: (self) => range(self, { ...self.table.block, rows: 1 }),
    GetDataBodyRange: (self) =>
      range(self, {
        ...self.table.block,
        top: self.table.block.top + 1,
        rows: self.table.block.rows - 1 - (self.table.showTotals ? 1 : 0),
      }),
    AutoFilter: (self) => node(tableFilterKind, self),
    ConvertToRange: (self, _, host) => {
      host.journal.remove(self.sheet.tables, self.table);
      return range(self, self.table.block);
    },
    Worksheet: (self, _, host) =>
      host.root.kind.go?.['Worksheets']?.(host.root.self, [], host)?.kind.item?.(
        host.model,
        self.sheet.id,
        host,
      ) ?? null,
  },
  call: {
    Delete: (self, _, host) => host.journal.remove(self.sheet.tables, self.table),
  },
};

const all = (self: TableOwner): TableRef[] =>
  self.sheets.flatMap((sheet) =>
    sheet.tables
      .filter((table) => !self.within || covers(self.within, table.block))
      .map((table) => ({ sheet, table })),
  );

export const tableCollection: Kind<TableOwner> = {
  name: 'TableCollection',
  item: (self, key) => {
    const found = all(self).find(
      ({ table }) =>
        table.id === String(key) || table.name.toLowerCase() === String(key).toLowerCase(),
    );
    return found ? node(tableKind, found) : null;
  },
  items: (self) => all(self).map((ref) => node(tableKind, ref)),
  go: {
    Add: (self, args, host) => {
      const given = args[0];
      const place: RangeRef = isNode(given)
        ? (given.self as RangeRef)
        : { sheet: self.sheets[0]?.id ?? '', block: parseAddress(text(args, 0)) };
      const sheet = self.sheets.find((candidate) => candidate.id === place.sheet);
      if (!sheet) throw new WireError('InvalidArgument', 'a range of another sheet');
      if (sheet.tables.some((table) => overlaps(table.block, place.block)))
        throw new WireError('InvalidOperation', 'a table is there');
      const id = String(host.model.nextId++);
      const table: TableModel = {
        id,
        name: `Table${id}`,
        block: place.block,
        style: 'TableStyleMedium2',
        showTotals: false,
        filtered: false,
      };
      host.journal.insert(sheet.tables, table);
      return node(tableKind, { sheet, table });
    },
  },
};
