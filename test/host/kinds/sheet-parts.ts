import { type Kind, node, whole } from '../kind.ts';
import type { SheetModel } from '../model.ts';

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

export const autoFilterKind: Kind<SheetModel> = {
  name: 'AutoFilter',
  get: {
    enabled: (self) => self.filteredRows.size > 0,
    isDataFiltered: (self) => self.filteredRows.size > 0,
  },
};
