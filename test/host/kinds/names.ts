import { isNode, type Kind, node, text } from '../kind.ts';
import type { WorkbookModel } from '../model.ts';
import { WireError } from '../protocol.ts';
import { rangeKind, type RangeRef } from './range.ts';
import { addressOfRange } from './range-access.ts';
import { sheetOfAddress } from './workbook.ts';

interface NameOwner {
  readonly owner: WorkbookModel;
  readonly names: Map<string, string>;
}
interface NameRef extends NameOwner {
  readonly name: string;
}

const formulaOf = (self: NameRef): string => {
  const formula = self.names.get(self.name);
  if (formula === undefined) throw new WireError('ItemNotFound', self.name);
  return formula;
};

const nameKind: Kind<NameRef> = {
  name: 'NamedItem',
  identity: (self) => ({ _Id: self.name, Name: self.name }),
  get: { name: (self) => self.name, formula: formulaOf, visible: () => true },
  set: {
    // Whether the dialog of names lists it: nothing that the host shows depends on it.
    Visible: () => undefined,
    Formula: (self, value, host) => host.journal.mapSet(self.names, self.name, String(value)),
  },
  go: { GetRangeOrNullObject: rangeOf, GetRange: rangeOf },
  call: { Delete: (self, _, host) => host.journal.mapSet(self.names, self.name, undefined) },
};

function rangeOf(self: NameRef): ReturnType<typeof node> | null {
  const formula = formulaOf(self);
  if (!/^=?[^(]*![$A-Z0-9:]+$/i.test(formula)) return null;
  const place = sheetOfAddress(self.owner, formula.replace(/^=/, ''));
  return node(rangeKind, { sheet: place.id, block: place.block });
}

export const nameCollection: Kind<NameOwner> = {
  name: 'NamedItemCollection',
  item: (self, key) => {
    const found = [...self.names.keys()].find(
      (name) => name.toLowerCase() === String(key).toLowerCase(),
    );
    return found === undefined ? null : node(nameKind, { ...self, name: found });
  },
  items: (self) => [...self.names.keys()].map((name) => node(nameKind, { ...self, name })),
  go: {
    Add: (self, args, host) => {
      const name = text(args, 0);
      if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name))
        throw new WireError('InvalidArgument', name);
      if ([...self.names.keys()].some((known) => known.toLowerCase() === name.toLowerCase()))
        throw new WireError('ItemAlreadyExists', name);
      const target = args[1];
      const formula = isNode(target)
        ? `=${addressOfRange(target.self as RangeRef, host)}`
        : text(args, 1);
      host.journal.mapSet(self.names, name, formula);
      return node(nameKind, { ...self, name });
    },
  },
};
