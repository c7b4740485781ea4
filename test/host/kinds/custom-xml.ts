import { type Kind, node, text } from '../kind.ts';
import type { WorkbookModel } from '../model.ts';

type Part = WorkbookModel['customXml'][number];

/** The workbooks of the tests hold one part of ours at most. */
const ONLY_ID = '{00000000-0000-0000-0000-0000000000AA}';

const partKind: Kind<Part> = {
  name: 'CustomXmlPart',
  identity: () => ({ Id: ONLY_ID }),
  get: { id: () => ONLY_ID, namespaceUri: (self) => self.namespace },
  call: { GetXml: (self) => self.xml },
};

const scopedKind: Kind<readonly Part[]> = {
  name: 'CustomXmlPartScopedCollection',
  item: (self, key) => (key === ONLY_ID && self[0] ? node(partKind, self[0]) : null),
  items: (self) => self.map((part) => node(partKind, part)),
  go: {
    GetOnlyItemOrNullObject: (self) =>
      self.length === 1 && self[0] ? node(partKind, self[0]) : null,
  },
};

export const customXmlKind: Kind<WorkbookModel> = {
  name: 'CustomXmlPartCollection',
  go: {
    GetByNamespace: (self, args) =>
      node(
        scopedKind,
        self.customXml.filter(({ namespace }) => namespace === text(args, 0)),
      ),
  },
};
