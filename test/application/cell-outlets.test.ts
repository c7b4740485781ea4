import * as fc from 'fast-check';
import { analysisJson } from '#application/analyze/analysis-json.ts';
import { readOrders } from '#application/read/read-orders.ts';
import { LARGEST_ORDER } from '#domain/bounds.ts';
import { isoDate, serialFromDate } from '#domain/calendar/local-date.ts';
import type { PeriodLength } from '#domain/calendar/period.ts';
import { PUBLISHED_PRODUCTS } from '#domain/catalog/catalog.ts';
import { KNOWN_PRODUCTS } from '#domain/catalog/products.ts';
import { type Ledger, kindOf } from '#domain/ledger/ledger.ts';
import { yuanNumber } from '#domain/money/fen.ts';
import type { Component } from '#domain/policy/policy.ts';
import { sayIn } from '#i18n/say/say.ts';
import { detailsPage } from '#pages/review/page/review-page.ts';
import { reviewLanguage } from '#pages/review/review-language.ts';
import { ExcelError, excel } from '../functions/excel.ts';
import { sectionRows, textOf } from '../pages/review/read-page.ts';
import { type Rows, sheetOf } from '../taskpane/view-of-rows.ts';
import { ASOF, analysisOf, anyPart, anyRow } from './any-rebates.ts';
import {
  fenOf,
  onlyOf,
  ordersOf,
  policyOf,
  salesOf,
  sumOfColumn,
  tableOf,
} from './typed-rebates.ts';
import { runs } from '../runs.ts';

interface Json {
  readonly periods: readonly {
    readonly label: string;
    readonly from: string;
    readonly to: string;
  }[];
}

const words = reviewLanguage('en-US');
const HEADER = ['订单号', '日期', '产品', '金额'];
const PLAIN = ['SO-2', '2025-03-05', 'ECS', 60_000];

/** A ledger as the pane and the command line read it; its header is row 0, with these orders. */
const ledgerOf = (...orders: Rows): Ledger =>
  readOrders([sheetOf('订单', [HEADER, ...orders])], { policy: null });

/** The review's page of an analysis. */
const reviewOf = (analysis: ReturnType<typeof analysisOf>) =>
  detailsPage(
    { ...analysis, title: 'L', advised: [], restatements: [] },
    { language: 'en-US', period: '2025' },
  ).page;

describe('what a function says of a cell is what the ledger, the JSON and the review say', () => {
  it('REBATE_PERIOD names the window that the day of an order falls into', async () => {
    const { call } = await excel();
    const lengths = fc.constantFrom<PeriodLength>('month', 'quarter', 'half', 'year');
    fc.assert(
      fc.property(
        anyPart,
        lengths,
        fc.integer({ min: 1, max: 12 }),
        fc.array(anyRow, { minLength: 1, maxLength: 5 }),
        (part, accumulate, yearStart, sold) => {
          const own: Component = { ...onlyOf(part), accumulate, pay: accumulate, yearStart };
          const policy = policyOf({ ...own, trueUp: false });
          const analysis = analysisOf(policy, sold, []);
          const json = analysisJson(analysis, sayIn('en-US'), 'none') as Json;
          const headings = sectionRows(reviewOf(analysis), words.sections.workings)
            .flatMap((cells) => cells.map(textOf))
            .join('\n');
          const summary = call(
            'REBATE_SUMMARY',
            ordersOf(sold),
            tableOf(policy),
            serialFromDate(ASOF),
          ) as unknown[][];
          const periods = (dates: readonly unknown[]): unknown =>
            call(
              'REBATE_PERIOD',
              dates.map((date) => [date]),
              accumulate,
              yearStart,
            );
          const { windows } = analysis.rebate;
          const labels = sold.map(({ day }) => {
            const [at = -1] = windows.flatMap(({ period }, index) =>
              period.from <= day && day <= period.to ? [index] : [],
            );
            const told = json.periods[at];
            const label = `${told?.label} (${told?.from.slice(0, 7)}~${told?.to.slice(0, 7)})`;
            expect([summary[at + 1]?.[1], headings.includes(label)]).toEqual([label, true]);
            return [label];
          });
          expect(periods(sold.map(({ day }) => serialFromDate(day)))).toEqual(labels);
          expect(periods(sold.map(({ day }) => isoDate(day)))).toEqual(labels);
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it('REBATE_EXPLAIN has the lines of the review’s workings: from, to, sales, all', async () => {
    const { call } = await excel();
    let lines = 0;
    fc.assert(
      fc.property(anyPart, fc.array(anyRow, { minLength: 1, maxLength: 6 }), (part, sold) => {
        const policy = policyOf(onlyOf(part));
        const analysis = analysisOf(policy, sold, []);
        const explained = call(
          'REBATE_EXPLAIN',
          yuanNumber(salesOf(sold)),
          null,
          tableOf(policy),
        ) as unknown[][];
        const shown = sectionRows(reviewOf(analysis), words.sections.workings)
          .map((cells) => cells.slice(1, 9).map((cell) => cell?.value))
          .filter(([tier, , , , sales]) => typeof tier === 'number' && typeof sales === 'number')
          .map(([tier, , from, to, sales, rate, , rebate]) =>
            [tier, from, to, sales, rate, rebate].map((cell) => (cell === '–' ? null : cell)),
          );
        // Below the first threshold and above the last the review has a dash.
        const told = explained.map(([tier, from, to, ...rest]) => [
          tier,
          tier === 0 ? null : from,
          to === '' ? null : to,
          ...rest.slice(0, 3),
        ]);
        expect(told).toEqual(shown.filter((row) => told.some(([tier]) => tier === row[0])));
        // Tiers that the explanation passes over hold nothing.
        expect(sumOfColumn(shown, 3)).toBe(sumOfColumn(told, 3));
        expect(sumOfColumn(shown, 5)).toBe(sumOfColumn(told, 5));
        lines += told.length;
      }),
      { numRuns: runs(60) },
    );
    expect(lines).toBeGreaterThan(runs(60));
  });

  it('REBATE_CATEGORY knows what the ledger knows, and refuses what it asks', async () => {
    const { call } = await excel();
    const names = [...KNOWN_PRODUCTS, ...PUBLISHED_PRODUCTS].flatMap(({ aliases }) => aliases);
    const anyName = fc.oneof(
      fc.constantFrom(...names),
      fc.constantFrom(...names).map((name) => ` ${name.toUpperCase()}企业版`),
      fc.constantFrom('咨询费', '人工服务', '不明产品', 'Widget X', '云WAF+ECS', '实施'),
    );
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyName, (product) => {
        const ledger = ledgerOf(['SO-1', '2025-03-04', product, 1000]);
        const [[said] = []] = call('REBATE_CATEGORY', [[product]]) as unknown[][];
        const [kind, category] = [kindOf(ledger, 1), ledger.categories[ledger.category[1] ?? -1]];
        const own = sayIn('zh-CN')({ code: 'functions.own-service' });
        seen.add(said instanceof ExcelError ? 'refused' : said === own ? 'own' : 'category');
        if (said instanceof ExcelError) expect(kind).toBe('question');
        else expect(said === own ? kind : category).toBe(said === own ? 'own-service' : said);
      }),
      { numRuns: runs(300) },
    );
    expect(seen.size).toBe(3);
  });

  it('REBATE_MONEY reads of a text what the ledger reads, and refuses what it asks', async () => {
    const { call } = await excel();
    const anyFigure = fc.oneof(
      fc.integer({ min: 1, max: 9_999_999 }).map(String),
      fc.integer({ min: 1, max: 9_999_999 }).map((whole) => whole.toLocaleString('en-US')),
      fc.integer({ min: 100, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2)),
      fc.constantFrom(
        '1,5',
        '48,00',
        '1.234,56',
        '12,34,567',
        '５８，０００',
        '1 234.50',
        '一万二',
      ),
    );
    const anyText = fc
      .tuple(
        fc.constantFrom('', '￥', '¥ ', 'RMB ', '人民币', '-', '(', 'USD ', '约', '港币'),
        anyFigure,
        fc.constantFrom('', '元', '万', '万元', ' 元整', 'k', '百万', '?', '（含税）'),
      )
      .map(([before, figure, after]) => `${before}${figure}${after}${before === '(' ? ')' : ''}`);
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyText, anyText, (...texts) => {
        const rows = texts.map((text, at) => [`SO-${at}`, '2025-03-04', 'ECS', text]);
        const ledger = ledgerOf(...rows, PLAIN);
        const told = call('REBATE_MONEY', [...texts.map((text) => [text]), [60_000]]);
        texts.forEach((text, at) => {
          const said = (told as unknown[][])[at]?.[0];
          seen.add(typeof said);
          // An order is asked about from a milliard on, whatever is written.
          const isRead = typeof said === 'number' && Math.abs(fenOf(said)) <= LARGEST_ORDER;
          if (isRead) expect([text, ledger.amount[at + 1]]).toEqual([text, fenOf(said)]);
          else expect([text, kindOf(ledger, at + 1)]).toEqual([text, 'question']);
        });
      }),
      { numRuns: runs(400) },
    );
    expect(seen.size).toBe(2);
  });
});
