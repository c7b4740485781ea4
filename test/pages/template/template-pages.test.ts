import { callerOf } from '#hosts/template-file.ts';
import { readCatalog } from '#domain/catalog/read-catalog.ts';
import { POLICY_HEADERS } from '#domain/policy/columns.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import type { Cell } from '#domain/sheet.ts';
import type { Language } from '#domain/language.ts';
import type { Page } from '#pages/page.ts';
import { templatePages } from '#pages/template/template-pages.ts';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en-US'];
const valuesOf = (page: Page): Cell[][] =>
  page.rows.map((row) => row.cells.map((cell) => cell?.value ?? null));
const pageAt = (language: Language, index: number): Page =>
  templatePages(language, callerOf(language))[index] as Page;
const columnOf = (page: Page, row: number, title: string): number => {
  const found = (page.rows[row]?.cells ?? []).findIndex((cell) => cell?.value === title);
  if (found < 0) throw new Error(`no column ${title}`);
  return found;
};

describe.each(LANGUAGES)('the template in %s', (language) => {
  const [start, orders, policy, figures, , catalog] = templatePages(
    language,
    callerOf(language),
  ) as [Page, Page, Page, Page, Page, Page];
  const policyCells = valuesOf(policy).slice(3);

  test('begins with what to do, names every sheet once and within 31 characters', () => {
    const names = templatePages(language, callerOf(language)).map((page) => page.name);
    expect(names[0]).toBe(start.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => name.length <= 31)).toBe(true);
  });

  test('orders and pipeline are the user’s own sheets, the others are ours', () => {
    expect(templatePages(language, callerOf(language)).map((page) => page.mark === '')).toEqual([
      false,
      true,
      false,
      false,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test('the policy states every clause; only the 12%+ of the article is remarked on', () => {
    const { policy: read, findings } = readPolicy(policyCells, { cellName: () => '' });
    expect(findings.map((finding) => finding.fact.code)).toEqual(['policy.rate-floor']);
    expect(
      read?.components.map((component) => [
        component.categories === 'all' ? 'all' : Object.keys(component.categories),
        component.scheme,
        component.edge,
        component.tiers.map((tier) => [tier.threshold, tier.rate.toString(), tier.rateIsFloor]),
      ]),
    ).toEqual([
      [
        ['基础'],
        'whole',
        'at',
        [
          [50000000, '0.04', false],
          [200000000, '0.06', false],
          [500000000, '0.08', false],
        ],
      ],
      [
        ['安全'],
        'whole',
        'at',
        [
          [50000000, '0.07', false],
          [200000000, '0.1', false],
          [500000000, '0.12', true],
        ],
      ],
    ]);
    expect(read?.components.flatMap((component) => component.unstated)).toEqual([]);
  });

  test('says on the policy sheet that it is an example', () => {
    expect(String(policy.rows[1]?.cells[0]?.value)).toMatch(
      /示例政策，非官方|EXAMPLE, not an official policy/,
    );
  });

  test('beside each order stands what REBATE_ORDERS answers; together it is the total', () => {
    const rows = valuesOf(orders);
    const last = columnOf(orders, 0, language === 'zh-CN' ? '状态' : 'Status');
    const typed = rows.map((row) => row.slice(0, last + 1));
    const beside = (orders.rows[0]?.cells.length ?? 0) - 2;
    for (const [offset, figure] of ['rebate', 'tier'].entries())
      expect(rows.map((row) => row[beside + offset] ?? '').slice(1)).toEqual(
        callerOf(language)('REBATE_ORDERS', [typed, policyCells, null, figure])
          .map(([cell]) => cell)
          .slice(1),
      );
    const fen = rows.slice(1).map((row) => Math.round(Number(row[beside]) * 100));
    expect(fen.reduce((sum, one) => sum + one, 0)).toBe(8689815);
  });

  test('plain figures of the year, worked by hand: 1,485,751.00 × 4% and 392,401.50 × 7%', () => {
    const rows = valuesOf(figures).slice(7);
    expect(rows[0]?.slice(1)).toEqual([1485751, 1878152.5, 1, 0.04, 59430.04]);
    expect(rows[1]?.slice(1)).toEqual([392401.5, 1878152.5, 1, 0.07, 27468.11]);
    expect(rows[8]?.[5]).toBe(86898.15);
  });

  test('below them stands what REBATE_SUMMARY answers, with room to spill', () => {
    const rows = valuesOf(figures);
    const anchor = figures.rows.findIndex(({ cells }) =>
      cells[0]?.formula?.startsWith('REBATE_SUMMARY('),
    );
    expect(rows[anchor + 1]?.slice(2, 6)).toEqual([1485751, 1, 0.04, 59430.04]);
    expect(rows[anchor + 3]?.[5]).toBe(86898.15);
    expect(figures.rows.length).toBe(anchor + 5);
    expect(figures.rows[anchor]?.cells[0]?.spill).toEqual({ rows: 5, columns: 10 });
  });

  test(
    'table columns are the header words under them, and each calculated column has its ' +
      'formula in every row',
    () => {
      for (const page of templatePages(language, callerOf(language))) {
        for (const table of page.tables ?? []) {
          const header = page.rows[table.row]?.cells
            .slice(0, table.columns.length)
            .map((cell) => cell?.value);
          expect(header).toEqual(table.columns);
          (table.calculated ?? []).forEach((formula, column) => {
            const cells = page.rows
              .slice(table.row + 1, table.row + table.rows)
              .map((row) => row.cells[column]?.formula ?? null);
            expect(new Set(cells)).toEqual(new Set([formula]));
          });
        }
      }
    },
  );

  test('the catalog is one the product reader understands', () => {
    expect(
      readCatalog(valuesOf(catalog)).map(
        (product) => product.category === '基础' || product.category === 'Base',
      ),
    ).toEqual([true, true, true, true, false, false, false, false, false]);
  });

  test('policy headers are the words of the policy table', () => {
    const words = Object.values(POLICY_HEADERS).map((header) =>
      language === 'zh-CN' ? header.zh : header.en,
    );
    expect(policyCells[0]?.filter((title) => !words.includes(String(title)))).toEqual([]);
  });
});

test('both languages have the same sheets, tables and formulas, word by word of their own', () => {
  const shape = (language: Language) =>
    templatePages(language, callerOf(language)).map((page) => [
      page.rows.length,
      page.columnWidths.length,
      page.rows.flatMap((row) => row.cells).filter((cell) => cell?.formula !== undefined).length,
    ]);
  expect(shape('zh-CN')).toEqual(shape('en-US'));
  expect(pageAt('zh-CN', 2).names).toEqual(pageAt('en-US', 2).names);
});
