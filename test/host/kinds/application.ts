import { asFlag, asText, type Kind, node } from '../kind.ts';
import type { WorkbookModel } from '../model.ts';

const cultureKind: Kind<WorkbookModel> = {
  name: 'CultureInfo',
  get: { name: () => 'zh-CN' },
};

/** A new workbook beside this one; the host only keeps what it was made of. */
const createdKind: Kind<string> = {
  name: 'WorkbookCreated',
  call: { Open: (self, _, host) => void host.created.push(self) },
};

export const applicationKind: Kind<WorkbookModel> = {
  name: 'Application',
  get: {
    calculationMode: (self) => self.calculationMode,
    calculationState: () => 'Done',
    decimalSeparator: () => '.',
    thousandsSeparator: () => ',',
    useSystemSeparators: () => true,
  },
  set: {
    CalculationMode: (self, value, host) =>
      host.journal.put(self, 'calculationMode', asText(value)),
  },
  go: {
    CultureInfo: (self) => node(cultureKind, self),
    CreateWorkbook: (_, args) => node(createdKind, typeof args[0] === 'string' ? args[0] : ''),
  },
  call: {
    SuspendScreenUpdatingUntilNextSync: (_, __, host) => void (host.screenSuspended += 1),
    SuspendApiCalculationUntilNextSync: () => null,
    Calculate: (_, __, host) => void host.onCalculate(),
  },
};

const switches = new WeakMap<WorkbookModel, boolean>();

export const runtimeKind: Kind<WorkbookModel> = {
  name: 'Runtime',
  get: { enableEvents: (self) => switches.get(self) ?? true },
  set: { EnableEvents: (self, value) => void switches.set(self, asFlag(value)) },
};

export const eventsEnabled = (model: WorkbookModel): boolean => switches.get(model) ?? true;
