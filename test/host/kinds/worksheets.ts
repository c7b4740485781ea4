import { type Kind, node, text } from '../kind.ts';
import { buildSheet, type SheetModel, type WorkbookModel } from '../model.ts';
import { WireError } from '../protocol.ts';
import { checkSheetName } from './workbook.ts';
import { worksheetKind } from './worksheet.ts';

const visible = (self: WorkbookModel): SheetModel[] =>
  self.sheets.filter((sheet) => sheet.visibility === 'Visible');
const first = (sheets: readonly SheetModel[], at: number): ReturnType<typeof node> => {
  const sheet = sheets.at(at);
  if (!sheet) throw new WireError('ItemNotFound');
  return node(worksheetKind, sheet);
};

export const worksheetCollection: Kind<WorkbookModel> = {
  name: 'WorksheetCollection',
  item: (self, key) => {
    const wanted = String(key).toLowerCase();
    const sheet = self.sheets.find(
      (candidate) =>
        candidate.id.toLowerCase() === wanted || candidate.name.toLowerCase() === wanted,
    );
    return sheet ? node(worksheetKind, sheet) : null;
  },
  items: (self) => self.sheets.map((sheet) => node(worksheetKind, sheet)),
  go: {
    Add: (self, args, host) => {
      if (self.structureProtected)
        throw new WireError('AccessDenied', 'the structure is protected');
      const sheet = buildSheet(self, {
        name:
          args[0] === undefined || args[0] === null
            ? `Sheet${self.nextId}`
            : checkSheetName(self, text(args, 0)),
      });
      host.journal.insert(self.sheets, sheet);
      return node(worksheetKind, sheet);
    },
    GetActiveWorksheet: (self) =>
      first(
        self.sheets.filter((sheet) => sheet.id === self.active),
        0,
      ),
    GetFirst: (self, args) => first(args[0] === true ? visible(self) : self.sheets, 0),
    GetLast: (self, args) => first(args[0] === true ? visible(self) : self.sheets, -1),
  },
  call: {
    _RegisterDataChangedEvent: (_, __, host) => void host.registered.add('10:Workbook'),
    _UnregisterDataChangedEvent: (_, __, host) => void host.registered.delete('10:Workbook'),
    _RegisterSelectionChangedEvent: (_, __, host) => void host.registered.add('14:Workbook'),
    _UnregisterSelectionChangedEvent: (_, __, host) => void host.registered.delete('14:Workbook'),
  },
};
