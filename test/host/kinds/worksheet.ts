import { parseAddress, WHOLE } from '../address.ts';
import { usedBlock } from '../grid.ts';
import { type Arg, asFlag, asText, field, isNode, type Kind, node, text, whole } from '../kind.ts';
import { copySheet, type SheetModel } from '../model.ts';
import { WireError } from '../protocol.ts';
import { autoFilterKind, freezeKind, protectionKind } from './sheet-parts.ts';
import { chartCollection } from './chart.ts';
import { nameCollection } from './names.ts';
import { pageBreaksKind, pageLayoutKind } from './page-layout.ts';
import { rangeKind } from './range.ts';
import { rangeAreasKind } from './range-areas.ts';
import { customPropertiesKind } from './settings.ts';
import { tableCollection } from './table.ts';
import { checkSheetName } from './workbook.ts';

const rangeOf = (self: SheetModel, block = WHOLE): ReturnType<typeof node> =>
  node(rangeKind, { sheet: self.id, block });

function usedRange(self: SheetModel, args: readonly Arg[]): ReturnType<typeof node> | null {
  const used = usedBlock(self, args[0] === true);
  return used ? rangeOf(self, used) : null;
}

export const worksheetKind: Kind<SheetModel> = {
  name: 'Worksheet',
  identity: (self) => ({ Id: self.id }),
  get: {
    id: (self) => self.id,
    name: (self) => self.name,
    visibility: (self) => self.visibility,
    position: (self, host) => host.model.sheets.indexOf(self),
    tabColor: (self) => self.tabColor,
    showGridlines: (self) => self.showGridlines,
  },
  set: {
    Name: (self, value, host) => {
      host.journal.put(self, 'name', checkSheetName(host.model, value, self.id));
      host.raiseSheet('renamed', self.id);
    },
    Visibility: (self, value, host) => {
      if (
        value !== 'Visible' &&
        host.model.sheets.filter((sheet) => sheet.visibility === 'Visible' && sheet !== self)
          .length === 0
      )
        throw new WireError('InvalidOperation');
      host.journal.put(self, 'visibility', asText(value) as SheetModel['visibility']);
    },
    TabColor: field<SheetModel, 'tabColor'>('tabColor', asText).set,
    // The client sends showGridlines under this name.
    Gridlines: field<SheetModel, 'showGridlines'>('showGridlines', asFlag).set,
  },
  go: {
    Copy: (self, args, host) => {
      if (host.model.structureProtected) throw new WireError('AccessDenied');
      const copy = copySheet(host.model, self);
      const behind = isNode(args[1]) ? (args[1].self as SheetModel) : self;
      host.journal.insert(host.model.sheets, copy, host.model.sheets.indexOf(behind) + 1);
      host.raiseSheet('added', copy.id);
      return node(worksheetKind, copy);
    },
    GetRange: (self, args) =>
      rangeOf(
        self,
        args[0] === undefined || args[0] === null ? WHOLE : parseAddress(text(args, 0)),
      ),
    GetRangeByIndexes: (self, args) => {
      const block = {
        top: whole(args, 0),
        left: whole(args, 1),
        rows: whole(args, 2),
        columns: whole(args, 3),
      };
      if (
        block.rows < 1 ||
        block.columns < 1 ||
        block.top + block.rows > WHOLE.rows ||
        block.left + block.columns > WHOLE.columns
      )
        throw new WireError('InvalidArgument');
      return rangeOf(self, block);
    },
    GetCell: (self, args) =>
      rangeOf(self, { top: whole(args, 0), left: whole(args, 1), rows: 1, columns: 1 }),
    GetRanges: (self, args) =>
      node(rangeAreasKind, { sheet: self.id, blocks: text(args, 0).split(',').map(parseAddress) }),
    GetUsedRange: (self, args) =>
      usedRange(self, args) ?? rangeOf(self, { top: 0, left: 0, rows: 1, columns: 1 }),
    GetUsedRangeOrNullObject: usedRange,
    Tables: (self) => node(tableCollection, { sheets: [self] }),
    Charts: (self) => node(chartCollection, self),
    CustomProperties: (self) => node(customPropertiesKind, self),
    Protection: (self) => node(protectionKind, self),
    FreezePanes: (self) => node(freezeKind, self),
    PageLayout: (self) => node(pageLayoutKind, self),
    HorizontalPageBreaks: (self) => node(pageBreaksKind, self),
    AutoFilter: (self) => node(autoFilterKind, self),
    Names: (self, _, host) => node(nameCollection, { owner: host.model, names: self.names }),
  },
  call: {
    Activate: (self, _, host) => {
      if (self.visibility !== 'Visible') throw new WireError('InvalidOperation', 'a hidden sheet');
      host.model.active = self.id;
    },
    Delete: (self, _, host) => {
      if (host.model.structureProtected) throw new WireError('AccessDenied');
      host.journal.remove(host.model.sheets, self);
      // Names that led to it stay, and lead nowhere.
      for (const [name, formula] of [...host.model.names])
        if (formula.startsWith(`='${self.name}'!`) || formula.startsWith(`=${self.name}!`))
          host.journal.mapSet(host.model.names, name, '=#REF!$A$1');
      host.raiseSheet('deleted', self.id);
    },
    ShowOutlineLevels: (self, args, host) =>
      host.journal.put(self.outline, 'shownLevels', whole(args, 0)),
    _RegisterDataChangedEvent: (self, _, host) => void host.registered.add(`10:${self.id}`),
    _UnregisterDataChangedEvent: (self, _, host) => void host.registered.delete(`10:${self.id}`),
    _RegisterSelectionChangedEvent: (self, _, host) => void host.registered.add(`14:${self.id}`),
    _UnregisterSelectionChangedEvent: (self, _, host) =>
      void host.registered.delete(`14:${self.id}`),
  },
};
