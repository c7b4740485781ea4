import { type Arg, type Kind, text } from '../kind.ts';
import type { WireHost } from '../host.ts';
import type { SheetModel } from '../model.ts';
import type { Wire } from '../protocol.ts';

const PROPERTIES = ['orientation', 'paperSize', 'zoom', 'centerHorizontally', 'blackAndWhite', 'leftMargin', 'rightMargin', 'topMargin', 'bottomMargin', 'headerMargin', 'footerMargin', 'printGridlines'] as const;
const DEFAULTS: Readonly<Record<string, Wire>> = { orientation: 'Portrait', zoom: { scale: 100 } };

const setter = (name: string) => (self: SheetModel, value: Wire, host: WireHost): void => host.journal.mapSet(self.pageLayout, name, value);
const keeper = (name: string) => (self: SheetModel, args: readonly Arg[], host: WireHost): void => host.journal.mapSet(self.pageLayout, name, text(args, 0));
const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const pageLayoutKind: Kind<SheetModel> = {
  name: 'PageLayout',
  get: Object.fromEntries(PROPERTIES.map((name) => [name, (self: SheetModel) => self.pageLayout.get(name) ?? DEFAULTS[name] ?? null])),
  set: Object.fromEntries(PROPERTIES.map((name) => [upperFirst(name), setter(name)])),
  call: { SetPrintArea: keeper('printArea'), SetPrintTitleRows: keeper('printTitleRows'), SetPrintTitleColumns: keeper('printTitleColumns') },
};
