import { usedBlock } from '../grid.ts';
import { type Kind, node, whole } from '../kind.ts';
import type { SheetModel } from '../model.ts';
import { WireError } from '../protocol.ts';
import { rangeKind } from './range.ts';

const protectionOptionsKind: Kind<SheetModel> = {
  name: 'WorksheetProtectionOptions',
  get: { allowFormatCells: (self) => self.protection?.allowFormatCells ?? true },
};

export const protectionKind: Kind<SheetModel> = {
  name: 'WorksheetProtection',
  get: {
    protected: (self) => self.protection !== null,
    options: (self) =>
      self.protection ? { allowFormatCells: self.protection.allowFormatCells } : null,
  },
  go: { Options: (self) => node(protectionOptionsKind, self) },
  call: {
    Protect: (self, _, host) => host.journal.put(self, 'protection', { allowFormatCells: false }),
    Unprotect: (self, _, host) => host.journal.put(self, 'protection', null),
  },
};

export const freezeKind: Kind<SheetModel> = {
  name: 'WorksheetFreezePanes',
  call: {
    FreezeRows: (self, args, host) =>
      host.journal.put(self, 'frozen', { rows: whole(args, 0, 1), columns: 0 }),
    FreezeColumns: (self, args, host) =>
      host.journal.put(self, 'frozen', { rows: 0, columns: whole(args, 0, 1) }),
    Unfreeze: (self, _, host) => host.journal.put(self, 'frozen', { rows: 0, columns: 0 }),
  },
};

/** Rows that a filter hid before its criteria were cleared: what applying them again hides. */
const lifted = new WeakMap<SheetModel, ReadonlySet<number>>();
const CRITERIA = { filterOn: 'Values', values: ['甲'] };

export const autoFilterKind: Kind<SheetModel> = {
  name: 'AutoFilter',
  get: {
    enabled: (self) => self.filteredRows.size > 0 || lifted.has(self),
    isDataFiltered: (self) => self.filteredRows.size > 0,
    criteria: (self) => (self.filteredRows.size > 0 ? [null, CRITERIA] : []),
  },
  go: {
    GetRangeOrNullObject: (self) => {
      const used = usedBlock(self, true);
      return used ? node(rangeKind, { sheet: self.id, block: used }) : null;
    },
  },
  call: {
    ClearCriteria: (self, _, host) => {
      lifted.set(self, new Set(self.filteredRows));
      for (const row of self.filteredRows) host.journal.setAdd(self.filteredRows, row, false);
    },
    Apply: (self, args, host) => {
      if (whole(args, 1) !== 1) throw new WireError('InvalidArgument', 'no criteria there');
      for (const row of lifted.get(self) ?? []) host.journal.setAdd(self.filteredRows, row, true);
      lifted.delete(self);
    },
  },
};
