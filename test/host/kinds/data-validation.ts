import { covers } from '../address.ts';
import type { WireHost } from '../host.ts';
import type { Kind } from '../kind.ts';
import type { SheetModel } from '../model.ts';
import type { Wire } from '../protocol.ts';
import { guardValues, type RangeRef, sheetById } from './range-access.ts';

type Rule = SheetModel['validations'][number];

function change(self: RangeRef, host: WireHost, part: Partial<Rule>): void {
  const sheet = sheetById(host, self.sheet);
  guardValues(sheet);
  const known = sheet.validations.find(
    ({ block }) => covers(block, self.block) && covers(self.block, block),
  );
  if (known) host.journal.remove(sheet.validations, known);
  host.journal.insert(sheet.validations, {
    rule: null,
    prompt: null,
    errorAlert: null,
    ...known,
    ...part,
    block: self.block,
  });
}

export const dataValidationKind: Kind<RangeRef> = {
  name: 'DataValidation',
  set: {
    Rule: (self, rule: Wire, host) => change(self, host, { rule }),
    Prompt: (self, prompt: Wire, host) => change(self, host, { prompt }),
    ErrorAlert: (self, errorAlert: Wire, host) => change(self, host, { errorAlert }),
  },
  call: {
    Clear: (self, _, host) => {
      const sheet = sheetById(host, self.sheet);
      for (const rule of sheet.validations.filter(({ block }) => covers(self.block, block)))
        host.journal.remove(sheet.validations, rule);
    },
  },
};
