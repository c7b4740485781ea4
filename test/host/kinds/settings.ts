import { isNode, type Kind, node, text } from '../kind.ts';
import type { SheetModel, WorkbookModel } from '../model.ts';
import { type Wire, WireError } from '../protocol.ts';

interface Entry<V> {
  readonly map: Map<string, V>;
  readonly key: string;
}

const held = <V>(entry: Entry<V>): V => {
  const value = entry.map.get(entry.key);
  if (value === undefined) throw new WireError('ItemNotFound', entry.key);
  return value;
};

const settingKind: Kind<Entry<Wire>> = {
  name: 'Setting',
  identity: (self) => ({ _Id: self.key, Key: self.key }),
  get: { key: (self) => self.key, value: held },
  set: { Value: (self, value, host) => host.journal.mapSet(self.map, self.key, value) },
  call: { Delete: (self, _, host) => host.journal.mapSet(self.map, self.key, undefined) },
};

export const settingsKind: Kind<WorkbookModel> = {
  name: 'SettingCollection',
  item: (self, key) =>
    self.settings.has(String(key))
      ? node(settingKind, { map: self.settings, key: String(key) })
      : null,
  items: (self) =>
    [...self.settings.keys()].map((key) => node(settingKind, { map: self.settings, key })),
  go: {
    Add: (self, args, host) => {
      const value = args[1];
      if (value === undefined || isNode(value)) throw new WireError('InvalidArgument');
      host.journal.mapSet(self.settings, text(args, 0), value);
      return node(settingKind, { map: self.settings, key: text(args, 0) });
    },
  },
};

const customPropertyKind: Kind<Entry<string>> = {
  name: 'WorksheetCustomProperty',
  identity: (self) => ({ _Id: self.key, Key: self.key }),
  get: { key: (self) => self.key, value: held },
  set: { Value: (self, value, host) => host.journal.mapSet(self.map, self.key, String(value)) },
  call: { Delete: (self, _, host) => host.journal.mapSet(self.map, self.key, undefined) },
};

export const customPropertiesKind: Kind<SheetModel> = {
  name: 'WorksheetCustomPropertyCollection',
  item: (self, key) =>
    self.customProperties.has(String(key))
      ? node(customPropertyKind, { map: self.customProperties, key: String(key) })
      : null,
  items: (self) =>
    [...self.customProperties.keys()].map((key) =>
      node(customPropertyKind, { map: self.customProperties, key }),
    ),
  go: {
    Add: (self, args, host) => {
      host.journal.mapSet(self.customProperties, text(args, 0), text(args, 1));
      return node(customPropertyKind, { map: self.customProperties, key: text(args, 0) });
    },
  },
};
