import type { Language } from '#domain/language.ts';
import { cellAt, type Sheet } from '#domain/sheet.ts';
import { computedSheets } from '../../workbook/computed-sheets.ts';
import { variantBook } from './template-variant.ts';

const NAMES = ['订单号', '类别', '签约日期', '订单金额', '实付', '状态'] as const;
const ENGLISH = ['Order ID', 'Category', 'Signed on', 'Order amount', 'Paid', 'Status'] as const;
const CASES = {
  'with all that an order has': ['X1', '基础', 45945, 90_000, 90_000, '已签'],
  'with what was paid alone': ['X1', '基础', 45945, null, 90_000, '已签'],
  'without a number': [null, '安全', 45945, null, 90_000, '已签'],
} as const;

const titled = (language: Language, values: readonly (string | number | null)[]) =>
  Object.fromEntries(
    (language === 'zh-CN' ? NAMES : ENGLISH).map((name, at) => [name, values[at] ?? null]),
  );

/** The sentence over the plain figures, and the figures. */
const shown = (sheet: Sheet) => ({
  sentence: String(cellAt(sheet, 4, 0)),
  figures: [7, 8, 15].map((row) => cellAt(sheet, row, 5)),
});

describe('orders typed under the table, in a program that lets no table grow', () => {
  const all = Object.entries(CASES).flatMap(([name, values]) =>
    (['zh-CN', 'en-US'] as const).map((language) => [language, name, values] as const),
  );
  let computed: Readonly<Record<string, readonly Sheet[]>>;
  beforeAll(async () => {
    computed = await computedSheets(
      Object.fromEntries(
        all.map(([language, , values], at) => {
          const below = [titled(language, values)];
          return [`f${at}`, variantBook(language, { below })];
        }),
      ),
    );
  }, 300_000);

  test.each(all.map(([language, name], at) => [language, name, at] as const))(
    '%s, %s: no figure leaves them out in silence',
    async (language, _, at) => {
      const name = language === 'zh-CN' ? '测算' : 'Figures';
      const { sentence, figures } = shown(
        computed[`f${at}`]!.find((sheet) => sheet.name === name)!,
      );
      const see = language === 'zh-CN' ? '见加载项' : 'see the add-in';
      expect(figures).toEqual([see, see, see]);
      expect(sentence).toContain(
        language === 'zh-CN' ? '1 行订单没有公式，没有计入' : '1 order row(s) without formulas',
      );
    },
  );
});
