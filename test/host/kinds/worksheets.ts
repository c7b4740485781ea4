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

function registering(event: string, messageType: number): NonNullable<Kind<WorkbookModel>['call']> {
  const key = `${messageType}:Workbook`;
  return {
    [`_Register${event}`]: (_, __, host) => void host.registered.add(key),
    [`_Unregister${event}`]: (_, __, host) => void host.registered.delete(key),
  };
}

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
      host.raiseSheet('added', sheet.id);
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
    ...registering('DataChangedEvent', 10),
    ...registering('AddedEvent', 13),
    ...registering('SelectionChangedEvent', 14),
    ...registering('DeletedEvent', 15),
    ...registering('CalculatedEvent', 16),
    ...registering('EventNameChanged', 25),
  },
};
