import type { HostOptions, WireHost } from './host.ts';
import type { SheetLiteral, WorkbookLiteral } from './model.ts';
import type { OfficeOptions } from './office-stub.ts';

/** A way in which an Excel is known to be difficult, as the wire host can be it. */
export interface Switch {
  readonly options?: HostOptions & { readonly office?: OfficeOptions };
  /** The user's order sheet, made difficult. */
  readonly orders?: Partial<SheetLiteral>;
  readonly book?: Partial<WorkbookLiteral>;
  readonly more?: readonly SheetLiteral[];
  /** What goes wrong while requests come. */
  readonly begin?: (host: WireHost) => void;
  /** Takes back what somebody else has changed meanwhile; false where it is no longer there. */
  readonly takeBack?: (host: WireHost) => boolean;
  /** Whether the page may put a text on the clipboard; in some panes neither way is open. */
  readonly clipboard?: 'old way only' | 'refused';
  /** What an empty cell is when it reaches a function; empty text unless said. */
  readonly emptyCell?: 0;
  /** How office.js comes to a page that Excel has opened. */
  readonly officeJs?: 'slow' | 'blocked';
}

/** Fails the request after every `nth` that went through, so many times over. */
const every =
  (nth: number, code: string, times: number) =>
  (host: WireHost): void => {
    let [passed, failed] = [0, 0];
    host.faults.push(() => {
      if (passed < nth || failed === times) {
        [passed, failed] = [passed < nth ? passed + 1 : 1, 0];
        return null;
      }
      failed += 1;
      return code;
    });
  };

/** Writes the first rate of the policy's sheet; what stood there comes out. */
function rateAs(host: WireHost, rate: unknown): unknown {
  const rates = host.sheet('返点政策').columns[4] as unknown[];
  const old = rates[1];
  rates[1] = rate;
  return old;
}

const office = (excelApi: string): HostOptions & { readonly office: OfficeOptions } => ({
  office: { excelApi },
});

export const SWITCHES = {
  calm: {},
  'blanks as 0': { emptyCell: 0 },
  'office.js slow': { officeJs: 'slow' },
  'office.js blocked': { officeJs: 'blocked' },
  'edit mode at any request': { begin: every(2, 'InvalidOperationInCellEditMode', 2) },
  'busy at any request': { begin: every(4, 'ServiceNotAvailable', 2) },
  'a small limit on every request': { options: { payloadLimit: 100_000 } },
  'null values above a limit': { options: { cellLimit: 40, overCellLimit: 'null' } },
  'more than 512 merged areas': {
    more: [
      {
        name: '附表',
        rows: Array.from({ length: 1400 }, (_, row) => [row % 2 === 0 ? '甲' : null, 1]),
        merges: Array.from({ length: 700 }, (_, at) => `A${at * 2 + 1}:A${at * 2 + 2}`),
      },
    ],
  },
  'a filter': { orders: { filteredRows: [4] } },
  'a protected order sheet': { orders: { protection: {} } },
  'very hidden sheets': {
    more: [{ name: '密表', visibility: 'VeryHidden', rows: [['x'], ['=REBATE_TIER(A1)']] }],
  },
  'events lost': { options: { events: 'lost' } },
  'events doubled': { options: { events: 'doubled' } },
  'events late': { options: { events: 'late' } },
  'a co-author at work': {
    begin: (host) => {
      let edited = false;
      host.before.push((step) => {
        if (edited || step < 6) return;
        edited = true;
        host.raiseChanged('订单', 'B2', 'Remote');
      });
    },
  },
  'a co-author changing the policy': {
    begin: (host) => {
      let edited = false;
      host.before.push((step) => {
        if (edited || step < 6) return;
        edited = true;
        rateAs(host, '4%');
        host.raiseChanged('返点政策', 'E2', 'Remote');
      });
    },
    takeBack: (host) => rateAs(host, 0.04) === '4%',
  },
  'slow replies': { options: { latency: 15 } },
  'the new clipboard closed': { clipboard: 'old way only' },
  'clipboard refused': { clipboard: 'refused' },
  'days from 1904': { book: { date1904: true } },
  'LTSC 2021': { options: office('1.14') },
  'LTSC 2024': { options: office('1.17') },
  'Excel on the web': { options: { platform: 'web', ...office('1.20') } },
  Mac: { options: office('1.19') },
  'no undo groups': {
    begin: (host) => void host.faults.push(() => (host.isGrouped ? 'UndoNotSupported' : null)),
  },
} as const satisfies Readonly<Record<string, Switch>>;

export type SwitchName = keyof typeof SWITCHES;
