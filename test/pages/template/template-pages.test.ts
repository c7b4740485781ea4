import { readCatalog } from '#domain/catalog/read-catalog.ts';
import { POLICY_HEADERS } from '#domain/policy/columns.ts';
import { readPolicy } from '#domain/policy/read-policy.ts';
import type { Cell } from '#domain/sheet.ts';
import { SPECS } from '#functions/specs.ts';
import type { Language } from '#i18n/sentences.ts';
import type { Page } from '#pages/page.ts';
import { templatePages } from '#pages/template/template-pages.ts';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en-US'];
const valuesOf = (page: Page): Cell[][] =>
  page.rows.map((row) => row.cells.map((cell) => cell?.value ?? null));
const pageAt = (language: Language, index: number): Page => templatePages(language)[index] as Page;
const run = (id: string, args: readonly unknown[]): unknown => {
  const spec = SPECS.find((one) => one.id === id);
  if (spec === undefined) throw new Error(id);
  const answer = spec.run(args, {
    workbookPolicy: undefined,
    date1904: false,
    say: (fact) => fact.code,
  });
  return Array.isArray(answer) ? (answer[0] as readonly unknown[])[0] : answer;
};
const columnOf = (page: Page, row: number, title: string): number => {
  const found = (page.rows[row]?.cells ?? []).findIndex((cell) => cell?.value === title);
  if (found < 0) throw new Error(`no column ${title}`);
  return found;
};

describe.each(LANGUAGES)('the template in %s', (language) => {
  const [start, orders, policy, figures, pipeline, catalog] = templatePages(language) as [
    Page,
    Page,
    Page,
    Page,
    Page,
    Page,
  ];
  const policyCells = valuesOf(policy).slice(3);

  test('begins with what to do, names every sheet once and within 31 characters', () => {
    const names = templatePages(language).map((page) => page.name);
    expect(names[0]).toBe(start.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => name.length <= 31)).toBe(true);
  });

  test('orders and pipeline are the user’s own sheets, the others are ours', () => {
    expect(templatePages(language).map((page) => page.mark === '')).toEqual([
      false,
      true,
      false,
      false,
      true,
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

  test('each order’s cached tier and rebate are what the functions answer', () => {
    const at = (title: string): number => columnOf(orders, 0, title);
    const [category, day, paid, year, tier, rebate] = (
      language === 'zh-CN'
        ? ['类别', '签约日期', '实付', '年度累计', '档位', '应返']
        : ['Category', 'Signed on', 'Paid', 'Year to date', 'Tier', 'Rebate due']
    ).map(at) as [number, number, number, number, number, number];
    const rows = valuesOf(orders).slice(1);
    expect(rows).toHaveLength(12);
    for (const row of rows) {
      const args = [[[row[paid]]], [[row[category]]], policyCells, [[row[day]]], [[row[year]]]];
      expect([row[tier], row[rebate]]).toEqual([
        run('REBATE_TIER', args),
        run('REBATE_AMOUNT', args),
      ]);
    }
    expect(rows.reduce((sum, row) => sum + Math.round(Number(row[paid]) * 100), 0)).toBe(187815250);
    expect(rows[0]?.[year]).toBe(1878152.5);
  });

  test('figures of the year, worked by hand: 1,485,751.00 × 4% and 392,401.50 × 7%', () => {
    const rows = valuesOf(figures).slice(6);
    expect(rows[0]?.slice(1, 6)).toEqual([1485751, 1878152.5, 1, 0.04, 59430.04]);
    expect(rows[1]?.slice(1, 6)).toEqual([392401.5, 1878152.5, 1, 0.07, 27468.11]);
    expect(rows[2]?.[5]).toBe(86898.15);
  });

  test('the other functions’ cached answers', () => {
    const rows = valuesOf(figures);
    const deals = valuesOf(pipeline).slice(1);
    for (const row of rows.slice(6, 8)) {
      const args = [[[row[1]]], [[row[0]]], policyCells, null, [[row[2]]]];
      expect(row.slice(3, 9)).toEqual(
        [
          'REBATE_TIER',
          'REBATE_RATE',
          'REBATE_AMOUNT',
          'REBATE_GAP',
          'REBATE_GAIN',
          'REBATE_CUSHION',
        ].map((id) => run(id, args)),
      );
      expect(row[9]).toBe(
        run('REBATE_CHANCE', [
          [[row[2]]],
          deals.map((deal) => [deal[5]]),
          deals.map((deal) => [deal[6]]),
          2,
          [[row[0]]],
          policyCells,
          null,
        ]),
      );
    }
    expect(rows[8]?.[5]).toBe(
      run('REBATE_TOTAL', [
        rows.slice(6, 8).map((row) => [row[0]]),
        rows.slice(6, 8).map((row) => [row[1]]),
        policyCells,
        null,
      ]),
    );
  });

  test('table columns are the header words under them, and each calculated column has its formula in every row', () => {
    for (const page of templatePages(language)) {
      for (const table of page.tables ?? []) {
        const header = page.rows[table.row]?.cells.map((cell) => cell?.value);
        expect(header).toEqual(table.columns);
        (table.calculated ?? []).forEach((formula, column) => {
          const cells = page.rows
            .slice(table.row + 1, table.row + table.rows)
            .map((row) => row.cells[column]?.formula ?? null);
          expect(new Set(cells)).toEqual(new Set([formula]));
        });
      }
    }
  });

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
    templatePages(language).map((page) => [
      page.rows.length,
      page.columnWidths.length,
      page.rows.flatMap((row) => row.cells).filter((cell) => cell?.formula !== undefined).length,
    ]);
  expect(shape('zh-CN')).toEqual(shape('en-US'));
  expect(pageAt('zh-CN', 2).names).toEqual(pageAt('en-US', 2).names);
});
