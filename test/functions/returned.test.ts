import { ExcelError, POLICY, excel, speak } from './excel.ts';

/**
 * What Excel can show of a result: figures, texts, and errors that carry a sentence. A `null`
 * inside an array would be shown as 0, and only #VALUE! and #N/A can carry a sentence.
 */
let called: Awaited<ReturnType<typeof excel>>;
beforeAll(async () => {
  called = await excel();
});

const NA = { code: '#N/A' };
const ORDERS = [
  ['订单号', '产品类别', '支付日期', '实付金额'],
  ['A1', '基础', '2025-02-01', 900_000],
  ['', '', '', ''],
  ['A2', '没听过', '哪天', 'USD 5'],
  ['A3', NA, '2025-02-03', 100],
];
const COLUMN = [[900_000], [''], [null], ['不是数'], [NA], ['12.5万'], [true], [-5]];
const GARBAGE: readonly unknown[] = [
  null,
  '',
  0,
  true,
  'x',
  NA,
  [[NA]],
  [[]],
  [[null, '']],
  COLUMN,
];

function* cellsOf(result: unknown): Generator<unknown> {
  if (!Array.isArray(result)) yield result;
  else for (const row of result as unknown[][]) yield* row;
}

const isShown = (cell: unknown): boolean =>
  (typeof cell === 'number' && Number.isFinite(cell)) ||
  typeof cell === 'string' ||
  (cell instanceof ExcelError && /^#(VALUE!|N\/A)$/.test(cell.code) && cell.message.length > 4);

describe.each(['zh-CN', 'en-GB'])(
  'whatever is asked in %s, every cell of the result',
  (language) => {
    beforeEach(() => speak(language));

    it('is a figure, a text, or an error with its sentence', () => {
      const wrong: unknown[] = [];
      let cells = 0;
      for (const id of called.ids as Parameters<typeof called.call>[0][])
        for (const first of [ORDERS, ...GARBAGE])
          for (const second of [POLICY, ORDERS, null, NA, COLUMN])
            for (const third of [null, POLICY]) {
              const result = called.call(id, first, second, third, null);
              for (const cell of cellsOf(result)) {
                cells += 1;
                if (!isShown(cell)) wrong.push([id, first, second, third, cell]);
              }
            }
      expect(wrong.slice(0, 3)).toEqual([]);
      expect(cells).toBeGreaterThan(2000);
    });
  },
);
