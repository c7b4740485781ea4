import fc from 'fast-check';
import { type PolicyWatch, watchPolicy } from '#hosts/policy-watch.ts';
import { setWorkbookPolicy, workbookPolicy } from '#functions/policy-source.ts';
import { workbookDate1904, setWorkbookDate1904 } from '#functions/workbook-dates.ts';
import type { Cell } from '#domain/sheet.ts';
import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import type { HostOptions, WireHost } from '../host/host.ts';
import type { WorkbookLiteral } from '../host/model.ts';
import { openWorkbook } from '../host/node-client.ts';
import { VirtualTime } from '../host/virtual-time.ts';
import { runs } from '../runs.ts';

/**
 * Figures in a workbook follow its policy. The host computes a formula as Excel does: with what the
 * functions hold at that moment, when the page asks for it or when a cell it rests on is edited.
 */
const POLICY = '返点政策';
const policyRows = (rate: number): (string | number)[][] => [
  ['门槛', '比例'],
  [0, rate],
];
const time = new VirtualTime();
beforeAll(() => time.install());
afterAll(() => time.remove());
/** Waits for what is expected to come about; the comparison after it tells when it did not. */
async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !holds(); turn += 1) await time.pass(1);
}
/** The wire host tells of late events within this time. */
const LATEST_EVENT_MS = 32;
const atOnce = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The watch says of each look that failed that it failed. */
beforeAll(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

afterEach(() => {
  setWorkbookPolicy(undefined);
  setWorkbookDate1904(false);
});

/** The rate that the functions would use now; undefined without a policy. */
const heldRate = (): Cell | undefined => workbookPolicy()?.cells[1]?.[1];

class Book {
  host: WireHost;
  workbook: OfficeWorkbook;
  watch: PolicyWatch | undefined;
  /** What the one formula of the book shows. */
  figure: Cell | undefined;

  constructor(literal: WorkbookLiteral, options: HostOptions = {}) {
    this.host = this.open(literal, options);
    this.workbook = new OfficeWorkbook({ wait: atOnce });
  }

  private open(literal: Parameters<typeof openWorkbook>[0], options: HostOptions): WireHost {
    const host = openWorkbook(literal, options);
    host.onCalculate = () => this.compute();
    return host;
  }

  compute(): void {
    this.figure = heldRate();
  }

  async start(): Promise<void> {
    this.watch = await watchPolicy(this.workbook, atOnce);
  }

  /** A page that is closed looks no more; this one's Excel would answer it with the next book. */
  close(): void {
    this.workbook.countsFrom1904 = () => new Promise(() => undefined);
  }

  /** Closed and opened again: the page is new, the workbook and its figures are not. */
  async reopen(options: HostOptions): Promise<void> {
    this.close();
    setWorkbookPolicy(undefined);
    setWorkbookDate1904(false);
    this.host = this.open(this.host.model, options);
    this.workbook = new OfficeWorkbook({ wait: atOnce });
    await this.start();
  }

  get sheetRate(): unknown {
    return this.host.model.sheets.find(({ name }) => name === POLICY)?.columns[1]?.[1];
  }

  edit(rate: number, source: 'Local' | 'Remote' = 'Local'): void {
    const sheet = this.host.model.sheets.find(({ name }) => name === POLICY);
    if (!sheet) return;
    (sheet.columns[1] as unknown[])[1] = rate;
    this.host.raiseChanged(POLICY, 'B2', source);
  }

  /** Looked at until a look changes nothing: what came late has been heard by then. */
  async calm(): Promise<void> {
    for (let [before, turn] = ['', 0]; turn < 6; turn += 1) {
      await time.pass(1);
      if (this.watch) await time.through(this.watch.look());
      const now = JSON.stringify([heldRate(), this.figure]);
      if (now === before) return;
      before = now;
    }
  }
}

/** What one test has opened has its last look before the next one opens another. */
const opened: Book[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) {
    one.host.faults.length = 0;
    await one.calm();
    one.close();
  }
});

const book = (options: HostOptions = {}, more: object = {}): Book => {
  const one = new Book(
    {
      sheets: [
        {
          name: '订单',
          rows: [
            ['订单号', '金额'],
            ['A1', 100],
          ],
        },
        { name: POLICY, rows: policyRows(0.01) },
      ],
      ...more,
    },
    options,
  );
  opened.push(one);
  return one;
};

const PAGE = {
  name: '复盘',
  mark: 'review:x',
  columnWidths: [],
  frozenRows: 0,
  rows: [{ cells: [{ value: 'a' }] }],
  charts: [],
};

describe('the policy of the workbook reaches the formulas', () => {
  it('and their figures are computed before the workbook says so', async () => {
    const at = book();
    at.host.faults.push(({ statements }) =>
      statements.some((one) => one.endsWith('Calculate')) ? 'AccessDenied' : null,
    );
    const kept = jest.spyOn(at.workbook, 'writeKept');
    const watching = at.start();
    await until(() => kept.mock.calls.length > 0 && heldRate() === 0.01);
    await time.pass(30);
    expect(heldRate()).toBe(0.01);
    expect(kept.mock.calls.map(([, text]) => text)).toEqual(expect.arrayContaining(['?']));
    expect(kept.mock.calls.some(([, text]) => text.length === 64)).toBe(false);
    at.host.faults = [];
    await time.through(watching);
    expect(at.figure).toBe(0.01);
    expect(kept.mock.calls.at(-1)?.[1]).toHaveLength(64);
  });

  it('is not computed anew when the file is opened with the same policy', async () => {
    const at = book();
    await time.through(at.start());
    at.figure = 'kept';
    await time.through(at.reopen({}));
    expect(at.figure).toBe('kept');
    expect(heldRate()).toBe(0.01);
  });

  it('while the user types it waits, and nothing is lost', async () => {
    const at = book();
    await time.through(at.start());
    at.host.beginCellEdit();
    at.edit(0.02);
    await time.pass(30);
    expect(at.figure).toBe(0.01);
    at.host.endCellEdit();
    await at.calm();
    expect([heldRate(), at.figure]).toEqual([0.02, 0.02]);
  });

  it('an edit while we write a page counts', async () => {
    const at = book();
    await time.through(at.start());
    at.host.before.push((_, statements) => {
      if (at.sheetRate === 0.01 && statements.some((one) => /Worksheets\.Add/.test(one)))
        at.edit(0.03);
    });
    await time.through(at.workbook.writePage(PAGE));
    await until(() => at.figure === 0.03);
    expect(at.figure).toBe(0.03);
  });

  it('a sheet renamed, a table on another sheet, a sheet deleted, values computed', async () => {
    const at = book();
    await time.through(at.start());
    const sheet = at.host.sheet(POLICY);
    sheet.name = '旧政策';
    at.host.raiseSheet('renamed', sheet.id);
    await until(() => heldRate() === undefined);
    expect(heldRate()).toBeUndefined();
    sheet.tables.push({
      id: '9',
      name: 'RebatePolicyRows',
      block: { top: 0, left: 0, rows: 2, columns: 2 },
      style: '',
      showTotals: false,
      filtered: false,
    });
    at.host.raiseSheet('added', sheet.id);
    await until(() => heldRate() === 0.01);
    expect(heldRate()).toBe(0.01);
    (sheet.columns[1] as unknown[])[1] = 0.04;
    at.host.raiseSheet('calculated', sheet.id);
    await until(() => heldRate() === 0.04 && at.figure === 0.04);
    expect([heldRate(), at.figure]).toEqual([0.04, 0.04]);
    at.host.model.sheets = at.host.model.sheets.filter((one) => one !== sheet);
    at.host.raiseSheet('deleted', sheet.id);
    await until(() => heldRate() === undefined && at.figure === undefined);
    expect([heldRate(), at.figure]).toEqual([undefined, undefined]);
  });

  it('days that count from 1904 are told, and figures of other days computed anew', async () => {
    const at = book({}, { date1904: true });
    await time.through(at.start());
    at.figure = 'of 1900';
    await time.through(at.reopen({}));
    expect(workbookDate1904()).toBe(true);
    expect(at.figure).toBe(0.01);
  });
});

describe('no figure of an old policy survives', () => {
  const options = fc.record({
    events: fc.constantFrom('kept' as const, 'doubled' as const, 'late' as const),
    latency: fc.constantFrom(0, 1),
  });
  const action = fc.oneof(
    fc.record({
      kind: fc.constant('edit' as const),
      rate: fc.integer({ min: 2, max: 9 }),
      remote: fc.boolean(),
    }),
    fc.constantFrom(
      ...(['type', 'enter', 'order', 'run', 'review', 'fail', 'rename', 'reopen'] as const).map(
        (kind) => ({ kind }) as const,
      ),
    ),
    fc.record({ kind: fc.constant('pause' as const), for: fc.integer({ min: 1, max: 40 }) }),
  );

  it('over random edits, typing, runs, reviews, failures and reopenings', async () => {
    await fc.assert(
      fc.asyncProperty(options, fc.array(action, { maxLength: 20 }), async (given, actions) => {
        for (const one of opened.splice(0)) one.close();
        setWorkbookPolicy(undefined);
        const at = book(given);
        const work: Promise<unknown>[] = [at.start()];
        for (const each of actions) {
          if (each.kind === 'edit') at.edit(each.rate / 100, each.remote ? 'Remote' : 'Local');
          if (each.kind === 'type') at.host.beginCellEdit();
          if (each.kind === 'enter') at.host.endCellEdit();
          if (each.kind === 'order') at.compute();
          if (each.kind === 'run') work.push(at.workbook.readSheet('订单').catch(() => undefined));
          if (each.kind === 'review') work.push(at.workbook.writePage(PAGE).catch(() => undefined));
          if (each.kind === 'fail') {
            let left = 5;
            at.host.faults.push(() => (left-- > 0 ? 'InvalidOperation' : null));
          }
          if (each.kind === 'rename') {
            const sheet = at.host.model.sheets[1];
            if (sheet) {
              sheet.name = sheet.name === POLICY ? '暂存' : POLICY;
              at.host.raiseSheet('renamed', sheet.id);
            }
          }
          if (each.kind === 'reopen') {
            at.host.endCellEdit();
            await time.through(Promise.all(work.splice(0)));
            await time.through(at.reopen(given));
          }
          if (each.kind === 'pause') await time.pass(each.for);
        }
        at.host.endCellEdit();
        await time.through(Promise.all(work));
        await time.pass(LATEST_EVENT_MS);
        await until(() => heldRate() === at.sheetRate && at.figure === at.sheetRate);
        await at.calm();
        expect([heldRate(), at.figure]).toEqual([at.sheetRate, at.sheetRate]);
      }),
      { numRuns: runs(60) },
    );
  });
});
