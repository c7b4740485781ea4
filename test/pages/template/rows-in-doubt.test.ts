import { readOrders } from '#application/read/read-orders.ts';
import { workbookPolicy } from '#application/read/workbook-policy.ts';
import { counts, kindOf } from '#domain/ledger/ledger.ts';
import { cellAt } from '#domain/sheet.ts';
import type { Language } from '#domain/language.ts';
import type { Page } from '#pages/page.ts';
import { SAMPLE_ORDERS } from '#pages/template/sample-orders.ts';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';
import { computedSheets } from '../../workbook/computed-sheets.ts';
import { type Variant, variantBook, variantPages } from './template-variant.ts';
import { inEnglish } from './variant-in-english.ts';

type Rows = NonNullable<Variant['orders']>;
type Value = Rows[number][string];

/** 2025-10-15 as a serial number. */
const OCTOBER = 45945;
const row = (id: Value, amount: Value, more: Rows[number] = {}): Rows[number] => ({
  订单号: id,
  客户: '甲',
  类别: '基础',
  订单类型: '新购',
  签约日期: OCTOBER,
  订单金额: amount,
  代金券: 0,
  状态: '已签',
  ...more,
});
const twice = (one: Value, other: Value): Rows => [row(one, 300_000), row(other, 300_000)];

/** Orders that the engine asks about, or takes for what they are not at first sight. */
const DOUBTED: Readonly<Record<string, Rows>> = {
  'an order above its parts': [row('A1', 300_000), row('A1-1', 100_000), row('A1-2', 200_000)],
  'an order below its parts': [
    row('B1/01', 100_000),
    row('B1_b', 120_000),
    row('B1.003', 80_000),
    row('B1', 300_000),
  ],
  'a day ten years after all others': [row('C1', 300_000, { 签约日期: 49500 })],
  'a day three years after all others': [row('C2', 300_000, { 签约日期: 46960 })],
  'a day ten years before all others': [row('C3', 300_000, { 签约日期: 42000 })],
  'a number that Excel has spoilt': [row('2.50105E+17', 300_000)],
  'numbers that end in noughts': [
    row('250105123456789000', 300_000),
    row('250106123456789000', 300_000),
  ],
  'a quote before the number': twice("'D1", 'D1'),
  'an equals sign before the number': twice('=E1', 'E1'),
  'another dash': twice('F–1', 'F-1'),
  'a space in the number': twice('G 1', 'G1'),
  'figures of full width': twice('H１', 'H1'),
  'an invisible sign': twice('J1\u200b', 'J1'),
  'No. before the number': twice('No.323456', '323456'),
  'a hash before the number': twice('#523456', '523456'),
  'a word before the number': twice('编号623456', '623456'),
  'a number with a decimal': twice('723456.0', '723456'),
  'the number of a return': [row('K1001', 300_000), row('K1001-T', 100_000)],
  'the number of a second refund': [row('L1001', 300_000), row('L1001-R2', 100_000)],
  'RMA before the number': [row('RMA-K1001', 100_000)],
  'CN before the number': [row('CN-1001', 100_000)],
  'CR before the number': [row('CR2001', 100_000)],
  'a credit note': [row('creditnote-12', 100_000)],
  'a red number': [row('红字-HT001', 100_000)],
  'a number charged back': [row('HT002冲', 100_000)],
  'a product that was called off': [row('M1', 300_000, { 产品: '云服务器(已取消)' })],
  'a product that was given back': [row('M2', 300_000, { 产品: '云服务器（退款）' })],
  'a number twice': [row('S1', 300_000), row('S1', 200_000)],
  'a refund without its sign': [row('S2', 3_000, { 订单类型: '退款' })],
  'a remark that it does not count': [row('S3', 300_000, { 备注: '测试单' })],
  'a customer who is none': [row('S4', 300_000, { 客户: '我司代付' })],
  'a number that says given back': [row('退DD250001', 300_000)],
  'a telephone number for an amount': [row('S5', 13_812_345_678)],
  'a status with an asterisk': [row('N1', 300_000, { 状态: '已*' })],
};

/** Rows that the engine counts all the same, by more than the plain columns look at. */
const COUNTED_BEYOND: typeof DOUBTED = {
  'a refund under way': [row('U1', -20_000, { 订单类型: '退款', 状态: '跟进中' })],
};

/** And orders that look a little like them and are clean: they are counted. */
const CLEAN: Readonly<Record<string, Rows>> = {
  'an order and its one upgrade': [row('P1', 300_000), row('P1-1', 100_000)],
  'an order and two small upgrades': [row('Q1', 300_000), row('Q1-1', 10_000), row('Q1-2', 20_000)],
  'numbers that count on': [row('SO-1', 300_000), row('SO-2', 100_000), row('SO-3', 200_000)],
  'the year before the number': [row('2025-0001', 400), row('2025-0002', 600)],
  'a number in words': [row('合同2025-017', 300_000)],
  'a number with dots': [row('2025.01.003', 300_000)],
  'NO before all of the number': twice('NO423456', '423456'),
};

const ALL = Object.entries({ ...DOUBTED, ...COUNTED_BEYOND, ...CLEAN });
const SEE: Readonly<Record<Language, string>> = { 'zh-CN': '见加载项', 'en-US': 'see the add-in' };
/** A word beside the table, another column, a deal that is signed: what the whole template says. */
const BESIDE: Readonly<Record<string, (pages: readonly Page[]) => readonly Page[]>> = {
  'a word beside the table': (pages) => typed(pages, ORDERS, 5, 30, '作废'),
  'a word right beside the table': (pages) => typed(pages, ORDERS, 5, 21, 'void'),
  'a word far from the table': (pages) => typed(pages, ORDERS, 5, 60, '作废'),
  'a column beside the table': (pages) =>
    typed(typed(pages, ORDERS, 0, 25, '退款金额'), ORDERS, 3, 25, 500),
  'a column with another name': (pages) => typed(pages, ORDERS, 0, 6, '退款金额'),
  'a cap': (pages) => typed(typed(pages, POLICY, 3, 22, '封顶'), POLICY, 4, 22, 1_000),
  'a gate': (pages) => typed(typed(pages, POLICY, 3, 22, 'Gate'), POLICY, 4, 22, '订单数>=99'),
  'sums by customer': (pages) =>
    typed(typed(pages, POLICY, 3, 22, '累计对象'), POLICY, 4, 22, '客户'),
  'another measure': (pages) =>
    typed(typed(pages, POLICY, 3, 24, '定档指标'), POLICY, 4, 24, '订单数'),
  'a signed deal, and one without an amount': (pages) =>
    typed(typed(pages, DEALS, 1, 5, null), DEALS, 2, 8, '已签'),
};
const LEFT_ALONE: typeof BESIDE = {
  'columns that the add-in adds': (pages) =>
    typed(typed(pages, ORDERS, 0, 24, '公式应返'), ORDERS, 3, 24, 500),
  'a figure beside the table': (pages) => typed(pages, ORDERS, 5, 30, 123),
};
const [ORDERS, POLICY, FIGURES, DEALS] = [1, 2, 3, 4];

function typed(
  pages: readonly Page[],
  at: number,
  row: number,
  column: number,
  value: Value,
): readonly Page[] {
  return pages.map((page, index) => {
    if (index !== at) return page;
    const rows = page.rows.map(({ cells, ...more }, place) => {
      const wide = Array.from({ length: Math.max(cells.length, column + 1) }, (_, to) =>
        place === row && to === column ? { ...cells[to], value } : (cells[to] ?? null),
      );
      return place === row ? { ...more, cells: wide } : { ...more, cells };
    });
    return { ...page, rows };
  });
}

/** Column of the counted amount. */
const COUNTED = 11;
/** Column of the order's part of the rebate. */
const REBATE = 15;

describe.each<Language>(['zh-CN', 'en-US'])('an order in doubt, %s', (language) => {
  const plain: (number | string)[] = [];
  const engine: number[] = [];
  const rebates: unknown[] = [];
  const asked: boolean[] = [];
  const said = new Map<string, readonly unknown[]>();
  // Each in one of the languages: their formulas differ in names alone.
  const beside = Object.fromEntries(
    Object.entries(BESIDE).filter((_, at) => (at % 2 === 0) === (language === 'zh-CN')),
  );
  beforeAll(async () => {
    const orders = ALL.flatMap(([, rows]) => rows);
    const own = language === 'zh-CN' ? { orders } : { orders: inEnglish({ orders }).orders! };
    const edited = Object.entries({ ...beside, ...LEFT_ALONE });
    const { book, ...others } = await computedSheets({
      book: variantBook(language, own),
      ...Object.fromEntries(
        edited.map(([, edit], at) => [
          `beside${at}`,
          newWorkbook(edit(variantPages(language, {}))),
        ]),
      ),
    });
    for (const [at, [name]] of edited.entries()) {
      const figures = others[`beside${at}`]![FIGURES]!;
      const [first, total] = [7, 15].map((row) => cellAt(figures, row, 5));
      said.set(
        name,
        [first, total].map((cell) => (typeof cell === 'number' ? 'figure' : cell)),
      );
    }
    const sheets = book!;
    const sheet = sheets.find(({ name }) => ['订单', 'Orders'].includes(name))!;
    const ledger = readOrders(sheets, { policy: workbookPolicy(sheets)?.policy ?? null } as never);
    const first = 1 + SAMPLE_ORDERS.length;
    orders.forEach((_, at) => {
      const cell = cellAt(sheet, first + at, COUNTED);
      plain.push(typeof cell === 'number' ? cell : String(cell));
      rebates.push(cellAt(sheet, first + at, REBATE));
      const index = ledger.row.indexOf(first + at + 1);
      const kind = kindOf(ledger, index);
      engine.push(counts(kind) ? ledger.amount[index]! / 100 : 0);
      asked.push(!counts(kind));
    });
  }, 300_000);

  const placesOf = (name: string): readonly number[] => {
    const before = ALL.slice(
      0,
      ALL.findIndex(([other]) => other === name),
    );
    const from = before.reduce((sum, [, rows]) => sum + rows.length, 0);
    return Object.fromEntries(ALL)[name]!.map((_, at) => from + at);
  };

  test.each(Object.keys(DOUBTED))('%s is left to the add-in', (name) => {
    const places = placesOf(name);
    expect(places.map((at) => asked[at])).toContain(true);
    expect(places.map((at) => plain[at])).toContain(SEE[language]);
  });

  test.each(Object.keys(COUNTED_BEYOND))('%s is left to the add-in, which counts it', (name) => {
    const places = placesOf(name);
    expect(places.map((at) => asked[at])).not.toContain(true);
    expect(places.map((at) => plain[at])).toContain(SEE[language]);
  });

  test('what is left to the add-in says so in the rebate, too', () =>
    expect(plain.map((said, at) => said === SEE[language] && rebates[at] !== said)).not.toContain(
      true,
    ));

  test.each(Object.keys(beside))('%s leaves all to the add-in', (name) =>
    expect(said.get(name)).toEqual([SEE[language], SEE[language]]),
  );

  test.each(Object.keys(LEFT_ALONE))('%s does not', (name) =>
    expect(said.get(name)).toEqual(['figure', 'figure']),
  );

  test.each(Object.keys(CLEAN))('%s is counted as the engine counts it', (name) => {
    const places = placesOf(name);
    expect(places.map((at) => plain[at])).toEqual(places.map((at) => engine[at]));
    expect(places.map((at) => asked[at])).not.toContain(true);
  });
});
