import { parseAddress } from '../address.ts';
import { asText, type Kind, node, text } from '../kind.ts';
import type { WorkbookModel } from '../model.ts';
import { WireError } from '../protocol.ts';
import { applicationKind, runtimeKind } from './application.ts';
import { customXmlKind } from './custom-xml.ts';
import { functionsKind } from './functions.ts';
import { nameCollection } from './names.ts';
import { rangeKind } from './range.ts';
import { settingsKind } from './settings.ts';
import { tableCollection } from './table.ts';
import { worksheetCollection } from './worksheets.ts';

export const workbookKind: Kind<WorkbookModel> = {
  name: 'Workbook',
  get: { name: (self) => self.name },
  go: {
    Worksheets: (self) => node(worksheetCollection, self),
    Application: (self) => node(applicationKind, self),
    _Runtime: (self) => node(runtimeKind, self),
    Functions: (self) => node(functionsKind, self),
    CustomXmlParts: (self) => node(customXmlKind, self),
    Settings: (self) => node(settingsKind, self),
    Names: (self) => node(nameCollection, { owner: self, names: self.names }),
    Tables: (self) => node(tableCollection, { sheets: self.sheets }),
    Protection: (self) => node(workbookProtectionKind, self),
    GetSelectedRange: (self) =>
      node(rangeKind, { sheet: self.selection.sheet, block: self.selection.block }),
  },
  call: {
    _RemoveReference: (_, args, host) => host.release(text(args, 0)),
  },
};

const workbookProtectionKind: Kind<WorkbookModel> = {
  name: 'WorkbookProtection',
  get: { protected: (self) => self.structureProtected },
  call: {
    Protect: (self, _, host) => host.journal.put(self, 'structureProtected', true),
    Unprotect: (self, _, host) => host.journal.put(self, 'structureProtected', false),
  },
};

/** Whether a sheet name may be used; Excel compares names without case. */
export function checkSheetName(model: WorkbookModel, given: unknown, except?: string): string {
  const name = asText(typeof given === 'string' ? given : null);
  if (
    name === '' ||
    name.length > 31 ||
    /[[\]:*?/\\]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'")
  )
    throw new WireError('InvalidArgument', `sheet name ${name}`);
  if (
    model.sheets.some(
      (sheet) => sheet.id !== except && sheet.name.toLowerCase() === name.toLowerCase(),
    )
  )
    throw new WireError('ItemAlreadyExists', name);
  return name;
}

/** "'Sheet 1'!A1:B2" of a workbook. */
export function sheetOfAddress(
  model: WorkbookModel,
  address: string,
): { readonly id: string; readonly block: ReturnType<typeof parseAddress> } {
  const name = address.slice(0, address.lastIndexOf('!')).replace(/^'|'$/g, '').replace(/''/g, "'");
  const sheet = model.sheets.find(
    (candidate) => candidate.name.toLowerCase() === name.toLowerCase(),
  );
  if (!sheet) throw new WireError('InvalidReference', address);
  return { id: sheet.id, block: parseAddress(address) };
}
