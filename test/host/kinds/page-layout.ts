import { type Arg, type Kind, node, text } from '../kind.ts';
import type { WireHost } from '../host.ts';
import type { SheetModel } from '../model.ts';
import type { Wire } from '../protocol.ts';

const PROPERTIES = [
  'orientation',
  'paperSize',
  'zoom',
  'centerHorizontally',
  'blackAndWhite',
  'leftMargin',
  'rightMargin',
  'topMargin',
  'bottomMargin',
  'headerMargin',
  'footerMargin',
  'printGridlines',
] as const;
const DEFAULTS: Readonly<Record<string, Wire>> = { orientation: 'Portrait', zoom: { scale: 100 } };

const setter =
  (name: string) =>
  (self: SheetModel, value: Wire, host: WireHost): void =>
    host.journal.mapSet(self.pageLayout, name, value);
const keeper =
  (name: string) =>
  (self: SheetModel, args: readonly Arg[], host: WireHost): void =>
    host.journal.mapSet(self.pageLayout, name, text(args, 0));
const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const FOOTERS = [
  'leftFooter',
  'centerFooter',
  'rightFooter',
  'leftHeader',
  'centerHeader',
  'rightHeader',
] as const;

const footerKind: Kind<SheetModel> = {
  name: 'HeaderFooter',
  get: Object.fromEntries(
    FOOTERS.map((name) => [name, (self: SheetModel) => self.pageLayout.get(name) ?? '']),
  ),
  set: Object.fromEntries(FOOTERS.map((name) => [upperFirst(name), setter(name)])),
};
const footersKind: Kind<SheetModel> = {
  name: 'HeaderFooterGroup',
  go: { DefaultForAllPages: (self) => node(footerKind, self) },
};

const breakKind: Kind<SheetModel> = { name: 'PageBreak' };
export const pageBreaksKind: Kind<SheetModel> = {
  name: 'PageBreakCollection',
  go: {
    Add: (self, args, host) => {
      const known = (self.pageLayout.get('breaks') ?? []) as readonly Wire[];
      host.journal.mapSet(self.pageLayout, 'breaks', [...known, text(args, 0)]);
      return node(breakKind, self);
    },
  },
  call: {
    RemovePageBreaks: (self, _, host) => host.journal.mapSet(self.pageLayout, 'breaks', undefined),
  },
};

export const pageLayoutKind: Kind<SheetModel> = {
  name: 'PageLayout',
  get: Object.fromEntries(
    PROPERTIES.map((name) => [
      name,
      (self: SheetModel) => self.pageLayout.get(name) ?? DEFAULTS[name] ?? null,
    ]),
  ),
  set: Object.fromEntries(PROPERTIES.map((name) => [upperFirst(name), setter(name)])),
  go: { HeadersFooters: (self) => node(footersKind, self) },
  call: {
    SetPrintArea: keeper('printArea'),
    SetPrintTitleRows: keeper('printTitleRows'),
    SetPrintTitleColumns: keeper('printTitleColumns'),
  },
};
