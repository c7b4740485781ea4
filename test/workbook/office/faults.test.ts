import { Refusal } from '#domain/refusal.ts';
import { excel as chinese } from '#i18n/zh-CN/excel.ts';
import { excel as english } from '#i18n/en-US/excel.ts';
import type { ExcelFact } from '#facts/excel.ts';
import type { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import type { Page } from '#pages/page.ts';
import type { WireHost } from '../../host/host.ts';
import { open, ORDERS } from './small-book.ts';

/**
 * Excel's codes, what the run ends with when the error stays, and whether a single one goes by
 * unnoticed.
 */
const CODES: readonly {
  readonly code: string;
  readonly ends: ExcelFact['code'];
  readonly passes: boolean;
}[] = [
  { code: 'RequestAborted', ends: 'excel.busy', passes: true },
  { code: 'ServiceNotAvailable', ends: 'excel.busy', passes: true },
  { code: 'ActivityLimitReached', ends: 'excel.busy', passes: true },
  { code: 'Conflict', ends: 'excel.busy', passes: true },
  { code: 'InactiveWorkbook', ends: 'excel.busy', passes: true },
  { code: 'GeneralException', ends: 'excel.unexpected', passes: true },
  { code: 'UndoNotSupported', ends: 'excel.unexpected', passes: true },
  { code: 'ItemNotFound', ends: 'excel.sheetGone', passes: true },
  { code: 'InvalidReference', ends: 'excel.sheetGone', passes: true },
  { code: 'InvalidBinding', ends: 'excel.sheetGone', passes: true },
  { code: 'RequestPayloadSizeLimitExceeded', ends: 'excel.memory', passes: false },
  { code: 'ResponsePayloadSizeLimitExceeded', ends: 'excel.memory', passes: false },
  { code: 'RangeExceedsLimit', ends: 'excel.memory', passes: false },
  { code: 'OperationCellsExceedLimit', ends: 'excel.memory', passes: false },
  { code: 'MemoryLimitReached', ends: 'excel.memory', passes: false },
  { code: 'ApiNotFound', ends: 'excel.tooOld', passes: false },
  { code: 'ApiNotAvailable', ends: 'excel.tooOld', passes: false },
  { code: 'NotImplemented', ends: 'excel.tooOld', passes: false },
  { code: 'AccessDenied', ends: 'excel.accessDenied', passes: false },
  { code: 'ItemAlreadyExists', ends: 'excel.nameTaken', passes: false },
  { code: 'FilteredRangeConflict', ends: 'excel.filterInTheWay', passes: false },
  { code: 'MergedRangeConflict', ends: 'excel.mergedInTheWay', passes: false },
  { code: 'PivotTableRangeConflict', ends: 'excel.pivotInTheWay', passes: false },
  { code: 'InsertDeleteConflict', ends: 'excel.cellsInTheWay', passes: false },
  { code: 'NonBlankCellOffSheet', ends: 'excel.cellsInTheWay', passes: false },
  { code: 'UnsupportedSheet', ends: 'excel.unsupportedSheet', passes: false },
  { code: 'InvalidArgument', ends: 'excel.unexpected', passes: false },
  { code: 'EmptyChartSeries', ends: 'excel.unexpected', passes: false },
  { code: 'HostRestartNeeded', ends: 'excel.restartNeeded', passes: false },
];
/** One code a treatment: what differs within a treatment is only the sentence. */
const TREATMENTS = [
  'RequestAborted',
  'GeneralException',
  'UndoNotSupported',
  'ItemNotFound',
  'MemoryLimitReached',
  'ApiNotFound',
  'AccessDenied',
];

const PAGE: Page = {
  name: '复盘',
  mark: 'review:x',
  columnWidths: [10, 10],
  frozenRows: 1,
  rows: [
    {
      cells: [
        { value: '标题', style: 'title' },
        { value: null, style: 'title' },
      ],
    },
    {
      cells: [
        { value: '=a', style: 'text', link: "'订单'!A2" },
        { value: 3, formula: '1+2', style: 'money' },
      ],
      level: 1,
    },
    {
      cells: [
        { value: 'b', style: 'text' },
        { value: 4, style: 'money' },
      ],
    },
  ],
  charts: [
    {
      title: 't',
      kind: 'column',
      categories: { row: 1, column: 0, rows: 2 },
      series: [{ name: 's', row: 1, column: 1, rows: 2, color: '#0F766E' }],
      at: { row: 4, column: 0, rows: 5, columns: 2 },
      numberFormat: '0',
    },
  ],
  names: [{ name: 'ReviewTotal', refersTo: "'复盘'!$B$2" }],
};
const COLUMNS = { left: 0, right: 2 };
const FILLS = [
  { row: 3, color: '#E2EFDA' },
  { row: 5, color: '#FCE4D6' },
];

type Work = (workbook: OfficeWorkbook) => Promise<unknown>;
const listing: Work = (workbook) => workbook.listSheets();
const reading: Work = (workbook) => workbook.readSheet('订单');
const colouring: Work = (workbook) => workbook.highlight('订单', COLUMNS, FILLS);
const writing: Work = (workbook) => workbook.writePage(PAGE);

async function stepsOf(work: Work): Promise<number> {
  const { host, workbook } = open();
  await work(workbook);
  return host.log.length;
}

/** Fails request `step`, once or from then on, after half of its actions or before the first. */
function plant(
  host: WireHost,
  code: string,
  step: number,
  manner: { readonly stays: boolean; readonly midway?: boolean },
): void {
  host.faults.push((request) => {
    const hit = manner.stays ? request.step >= step : request.step === step;
    return hit
      ? { code, after: manner.midway === true ? Math.floor(request.statements.length / 2) : 0 }
      : null;
  });
}

const outcome = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** The innermost reason: "taken back, because …". */
function rootOf(fact: ExcelFact): ExcelFact {
  return 'reason' in fact ? rootOf(fact.reason) : fact;
}

/** Both languages say it: a whole sentence, and nothing left open in it. */
function expectSentence(error: unknown): ExcelFact {
  expect(error).toBeInstanceOf(Refusal);
  const { fact } = error as Refusal<ExcelFact>;
  for (const language of [chinese, english]) {
    const sentence = (language[fact.code] as (given: ExcelFact) => string)(fact);
    expect(sentence).toMatch(/[。.]$/);
    expect(sentence).not.toMatch(/undefined|null|\$\{|\[object/);
  }
  return fact;
}

const usersSheets = (host: WireHost): unknown =>
  host.snapshot((sheet) => !sheet.customProperties.has('RebateRadar.page'));

describe('an error that stays ends the run with its own sentence', () => {
  test.each(CODES)('$code', async ({ code, ends }) => {
    for (const [work, step] of [
      [listing, 1],
      [reading, 5],
      [colouring, 1],
      [writing, 1],
    ] as const) {
      const { host, workbook } = open();
      const start = host.snapshot();
      plant(host, code, step, { stays: true });
      const fact = rootOf(expectSentence(await outcome(work(workbook))));
      expect([work.name, fact.code]).toEqual([work.name, ends]);
      expect(host.snapshot()).toEqual(start);
    }
  });
});

describe('a single error while reading', () => {
  test.each(CODES)('$code at any step', async ({ code, ends, passes }) => {
    const { workbook } = open();
    const whole = await workbook.readSheet('订单');
    const steps = await stepsOf(reading);
    expect(steps).toBeGreaterThan(0);
    for (let step = 1; step <= steps; step += 1) {
      const { host, workbook: again } = open();
      plant(host, code, step, { stays: false });
      const result = await again.readSheet('订单').then(
        (sheet) => ({ sheet }),
        (error: unknown) => ({ error }),
      );
      if ('sheet' in result) expect(result.sheet).toEqual(whole);
      else expect([step, rootOf(expectSentence(result.error)).code]).toEqual([step, ends]);
      const mustPass = passes && code !== 'UndoNotSupported';
      expect([step, mustPass && !('sheet' in result)]).toEqual([step, false]);
    }
  });
});

describe('colouring is whole or taken back', () => {
  test.each(TREATMENTS)('%s at any step, once or half way through a request', async (code) => {
    const steps = await stepsOf(colouring);
    const done = open();
    await colouring(done.workbook);
    for (let step = 1; step <= steps; step += 1) {
      for (const midway of [false, true]) {
        const { host, workbook } = open();
        const start = host.snapshot();
        plant(host, code, step, { stays: false, midway });
        const error = await outcome(colouring(workbook));
        if (error !== null) expectSentence(error);
        expect([step, midway, error === null ? unnamed(host) : host.snapshot()]).toEqual([
          step,
          midway,
          error === null ? unnamed(done.host) : start,
        ]);
      }
    }
  });

  test.each(TREATMENTS)(
    '%s from some step on: clearing later brings everything back',
    async (code) => {
      const steps = await stepsOf(colouring);
      for (let step = 1; step <= steps; step += 1) {
        const { host, workbook } = open();
        const start = host.snapshot();
        plant(host, code, step, { stays: true, midway: true });
        expectSentence(await outcome(colouring(workbook)));
        host.faults = [];
        await workbook.clearHighlights();
        expect([step, tidy(host)]).toEqual([step, start]);
      }
    },
  );
});

/**
 * A tag or an index left behind by a host that went away in the middle is not to be seen; the next
 * run takes it over.
 */
function tidy(host: WireHost): unknown {
  const model = host.snapshot() as {
    settings: Record<string, unknown>;
    sheets: { customProperties: Record<string, unknown> }[];
  };
  return {
    ...model,
    settings: {},
    sheets: model.sheets.map((sheet) => ({ ...sheet, customProperties: {} })),
  };
}

/** The copy of a record in names is let go where Excel refuses it. */
const unnamed = (host: WireHost): unknown => ({ ...host.snapshot(), names: {} });

/** Print set-up is let go where a machine refuses it. */
const unprinted = (host: WireHost): unknown => ({
  ...host.snapshot(),
  sheets: (host.snapshot() as { sheets: object[] }).sheets.map((sheet) => ({
    ...sheet,
    pageLayout: {},
  })),
});

describe('a page is whole or empty', () => {
  test.each(TREATMENTS)('%s at any step, once or half way through a request', async (code) => {
    const steps = await stepsOf(writing);
    const done = open();
    await writing(done.workbook);
    for (let step = 1; step <= steps; step += 1) {
      for (const midway of [false, true]) {
        const { host, workbook } = open();
        const start = usersSheets(host);
        plant(host, code, step, { stays: false, midway });
        const error = await outcome(writing(workbook));
        const page = host.model.sheets.find(({ name }) => name === '复盘');
        if (error === null)
          expect([step, midway, unprinted(host)]).toEqual([step, midway, unprinted(done.host)]);
        else {
          expectSentence(error);
          expect([
            step,
            midway,
            page ? [page.columns.flat().filter((cell) => cell !== null), page.charts] : null,
          ]).toEqual([step, midway, page ? [[], []] : null]);
          expect((usersSheets(host) as { sheets: unknown }).sheets).toEqual(
            (start as { sheets: unknown }).sheets,
          );
        }
      }
    }
  });

  test.each(TREATMENTS)(
    '%s from some step on: a page that could not even be emptied says so and is replaced next time',
    async (code) => {
      const steps = await stepsOf(writing);
      for (let step = 1; step <= steps; step += 1) {
        const { host, workbook } = open();
        plant(host, code, step, { stays: true, midway: true });
        const error = await outcome(writing(workbook));
        const printOnly = error === null;
        if (!printOnly) expectSentence(error);
        host.faults = [];
        await writing(workbook);
        expect(
          host.model.sheets.map(({ name }) => name).filter((name) => name !== '订单'),
        ).toContain('复盘');
        expect(host.sheet('复盘').charts).toHaveLength(1);
        expect([...host.sheet('复盘').customProperties.keys()]).toEqual(['RebateRadar.page']);
      }
    },
  );

  test('the page written before comes back when the new one fails', async () => {
    const { host, workbook } = open();
    await writing(workbook);
    const before = host.snapshot();
    let failures = 0;
    host.faults.push(({ statements }) =>
      statements.some((statement) => statement.includes('Charts.Add')) && (failures += 1) === 1
        ? 'EmptyChartSeries'
        : null,
    );
    const error = await outcome(
      workbook.writePage({ ...PAGE, rows: [{ cells: [{ value: 'new', style: 'text' }] }] }),
    );
    expect((error as Refusal<ExcelFact>).fact).toMatchObject({
      code: 'excel.pageKept',
      sheet: '复盘',
      reason: { code: 'excel.unexpected', excelCode: 'EmptyChartSeries' },
    });
    expect(host.snapshot()).toEqual(before);
  });
});

test('the sheet is deleted in the middle of reading', async () => {
  const { host, workbook } = open({ sheets: [ORDERS, { name: '其他' }] });
  host.before.push((step) => {
    if (step === 5) host.model.sheets.splice(0, 1);
  });
  expect(((await outcome(workbook.readSheet('订单'))) as Refusal<ExcelFact>).fact).toEqual({
    code: 'excel.sheetGone',
    sheet: '订单',
  });
});

test('the sheet is renamed in the middle of reading: it is read to its end', async () => {
  const { host, workbook } = open();
  host.before.push((step) => {
    if (step === 5) host.sheet('订单').name = '订单 2025';
  });
  const sheet = await workbook.readSheet('订单');
  expect(sheet.columns[2]).toEqual(['金额', 100, 200, 300, 400, 500]);
});
