import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { analyze, countKinds } from '#application/analyze/analyze.ts';
import { callerOf, makeTemplate } from '#hosts/template-file.ts';
import { isPolicySheet } from '#application/read/policy-cells.ts';
import { workbookPolicy } from '#application/read/workbook-policy.ts';
import { readLedger } from '#domain/ledger/read-ledger.ts';
import { type Cell, type Sheet, cellAddress, cellAt, isFault } from '#domain/sheet.ts';
import { SPECS } from '#functions/specs.ts';
import type { Language } from '#domain/language.ts';
import { type FileWorkbook, openWorkbook } from '#workbook/files/file-workbook.ts';
import { ADDIN } from '#pages/template/channels.ts';
import { templatePages } from '#pages/template/template-pages.ts';
import { TEMPLATE_ASSETS } from '../../../scripts/make-templates.ts';
import { ADDIN_ID, DEVELOPMENT_ID } from '../../../scripts/manifest.ts';
import { recalculated } from '../../workbook/libreoffice.ts';
import { pattern } from '#domain/pattern.ts';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en-US'];
const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  );
const opened = async (bytes: Uint8Array): Promise<FileWorkbook> => {
  const book = await openWorkbook(bytes, 'template.xlsx');
  if (!book.ok) throw new Error(book.error.code);
  return book.value;
};
const sheetsOf = async (book: FileWorkbook): Promise<readonly Sheet[]> =>
  Promise.all((await book.listSheets()).map((sheet) => book.readSheet(sheet.name)));

describe('the files that are shipped', () => {
  test.each(TEMPLATE_ASSETS.map((asset) => [asset.path, asset] as const))(
    '%s is what the script makes now',
    (path, { language, format, channel }) => {
      const shipped = new Uint8Array(readFileSync(join('assets/templates', path)));
      expect(
        Buffer.compare(
          Buffer.from(shipped),
          Buffer.from(makeTemplate(language, { format, channel })),
        ),
      ).toBe(0);
    },
  );
});

describe('the parts that Excel binds functions by', () => {
  const parts = partsOf(makeTemplate('zh-CN', { format: 'xlsx', channel: 'catalog' }));
  const extension = parts['xl/webextensions/webextension1.xml'] ?? '';
  const orders = Object.values(parts).find((part) => part.includes('_xldudf_REBATE_ORDERS(')) ?? '';

  test(
    'a function’s cell is a dynamic array over the rows it fills, with its cached ' + 'results',
    () => {
      expect(orders).toMatch(
        pattern()`
          <c r="W1" s="\d+" t="str" cm="1"><f t="array" ref="W1:W13">
          _xldudf_REBATE_ORDERS\(订单\[\[#All\],\[订单号\]:\[备注\]\],RebatePolicy,,
          &quot;rebate&quot;\)
          <\/f><v>返点<\/v><\/c>
        `,
      );
      expect(orders).toMatch(/<c r="W2" s="\d+"><v>7456<\/v><\/c>/);
    },
  );
  test('a plain formula is none', () => expect(orders).toMatch(/<c r="N2" s="\d+"><f>IF\(/));
  test('no formula is longer than Excel takes', () => {
    const formulas = Object.values(parts).flatMap((part) =>
      [...part.matchAll(/<(?:f|calculatedColumnFormula)[^>]*>([^<]*)</g)].map(([, text = '']) =>
        text.replaceAll(/&\w+;/g, '"'),
      ),
    );
    expect(formulas.length).toBeGreaterThan(1000);
    expect(Math.max(...formulas.map((formula) => formula.length))).toBeLessThan(8192);
  });
  test('the dynamic array property is described and linked', () => {
    expect(parts['xl/metadata.xml']).toContain('fDynamic="1" fCollapsed="0"');
    expect(parts['xl/_rels/workbook.xml.rels']).toContain('/sheetMetadata');
    expect(parts['[Content_Types].xml']).toContain('spreadsheetml.sheetMetadata+xml');
  });
  test('every function of the add-in is listed', () => {
    for (const { id } of SPECS)
      expect(extension).toContain(`<we:customFunctionIds>_xldudf_${id}</we:customFunctionIds>`);
    expect(extension.match(/<we:customFunctionIds>/g)).toHaveLength(SPECS.length);
  });
  test('the pane opens with the workbook, and nobody without the add-in is asked', () => {
    expect(extension).toContain(
      '<we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/>',
    );
    expect(parts['xl/webextensions/taskpanes.xml']).toContain('visibility="0"');
    expect(parts['_rels/.rels']).toContain('/relationships/webextensiontaskpanes');
  });
  test('no engine that reads it throws the cached results away', () => {
    expect(
      Number(/calcId="(\d+)"/.exec(parts['xl/workbook.xml'] ?? '')?.[1]),
    ).toBeGreaterThanOrEqual(191029);
    expect(parts['xl/workbook.xml']).not.toContain('fullCalcOnLoad');
  });
  test(
    'the name RebatePolicy is the policy with its header, and no table has the ' + 'same name',
    () => {
      expect(parts['xl/workbook.xml']).toContain(
        '<definedName name="RebatePolicy">RebatePolicyRows[#All]</definedName>',
      );
      expect(
        Object.entries(parts).filter(
          ([name, part]) =>
            name.startsWith('xl/tables/') && part.includes('displayName="RebatePolicy"'),
        ),
      ).toEqual([]);
    },
  );
});

describe('one variant a way of deploying', () => {
  const reference = (channel: 'developer' | 'catalog' | 'share'): string =>
    /<we:reference[^>]*>/.exec(
      partsOf(makeTemplate('en-US', { format: 'xlsx', channel, share: '\\\\files\\add-ins' }))[
        'xl/webextensions/webextension1.xml'
      ] ?? '',
    )?.[0] ?? '';
  test.each([
    [
      'developer',
      `<we:reference id="${ADDIN.developmentId}" version="1.0.0.0" store="developer" ` +
        'storeType="Registry"/>',
    ],
    [
      'catalog',
      `<we:reference id="${ADDIN.id}" version="1.0.0.0" store="EXCatalog" storeType="EXCatalog"/>`,
    ],
    [
      'share',
      `<we:reference id="${ADDIN.id}" version="1.0.0.0" store="\\\\files\\add-ins" ` +
        'storeType="FileSystem"/>',
    ],
  ] as const)('%s', (channel, wanted) => expect(reference(channel)).toBe(wanted));

  test('the add-in is the one that the manifests name', () => {
    const manifest = readFileSync('manifest.xml', 'utf8');
    expect([ADDIN.id, ADDIN.developmentId]).toEqual([ADDIN_ID, DEVELOPMENT_ID]);
    expect(manifest).toContain(`<Id>${ADDIN.developmentId}</Id>`);
    expect(manifest).toContain(`<Version>${ADDIN.version}</Version>`);
  });
  test('an .xltx differs in the workbook’s content type alone', () => {
    const [book, template] = [
      partsOf(makeTemplate('zh-CN', { format: 'xlsx', channel: 'catalog' })),
      partsOf(makeTemplate('zh-CN', { format: 'xltx', channel: 'catalog' })),
    ];
    expect(Object.keys(book).filter((name) => book[name] !== template[name])).toEqual([
      '[Content_Types].xml',
    ]);
    expect(template['[Content_Types].xml']).toContain('spreadsheetml.template.main+xml');
  });
});

describe.each(LANGUAGES)('a new workbook from the template, %s', (language) => {
  const bytes = makeTemplate(language, { format: 'xlsx', channel: 'catalog' });

  test(
    'is read without a question or an unknown header, and analyzed with its own ' + 'policy',
    async () => {
      const sheets = await sheetsOf(await opened(bytes));
      const ledger = readLedger(
        sheets.filter((sheet) => sheet.ours !== true && !isPolicySheet(sheet)),
        {},
      );
      const { order, refund, pending, question } = countKinds(ledger);
      expect({ order, refund, pending, question }).toEqual({
        order: 11,
        refund: 1,
        pending: 3,
        question: 0,
      });
      expect(ledger.sheets.flatMap((sheet) => sheet.unknownHeaders)).toEqual([]);
      const analysis = analyze({
        ledger,
        policy: workbookPolicy(sheets),
        asOf: null,
        yearStart: null,
        nearShare: 0.1,
      });
      // 1,485,751.00 × 4% + 392,401.50 × 7%
      expect(
        analysis.ok && [
          analysis.value.netSales,
          analysis.value.rebate.total,
          analysis.value.policy.example,
        ],
      ).toEqual([187815250, 8689815, false]);
    },
  );

  test(
    'keeps its functions, tables and pane when something of ours is written into ' + 'a copy',
    async () => {
      const book = await opened(bytes);
      await book.highlight(
        templatePages(language, callerOf(language))[1]?.name ?? '',
        { left: 0, right: 17 },
        [{ row: 2, color: '#FCE4D6' }],
      );
      await book.writeKept('settings', '{}');
      const [before, after] = [partsOf(bytes), partsOf(book.save())];
      const kept = Object.keys(before).filter((name) =>
        /webextensions|metadata|tables\//.test(name),
      );
      expect(kept.length).toBeGreaterThan(8);
      expect(kept.filter((name) => before[name] !== after[name])).toEqual([]);
      expect(
        Object.values(after).filter((part) => part.includes('cm="1"><f t="array"')).length,
      ).toBe(2);
    },
  );
});

describe('in LibreOffice, every formula computed anew', () => {
  let books: Readonly<Record<string, Uint8Array>>;
  beforeAll(async () => {
    books = await recalculated(
      Object.fromEntries(
        LANGUAGES.map((language) => [
          language,
          makeTemplate(language, { format: 'xlsx', channel: 'catalog' }),
        ]),
      ),
    );
  });

  test.each(LANGUAGES)(
    'plain formulas give the same figures; only the add-in’s own cells are errors (%s)',
    async (language) => {
      const book = await opened(books[language] as Uint8Array);
      for (const page of templatePages(language, callerOf(language))) {
        const sheet = await book.readSheet(page.name);
        const wrong = page.rows.flatMap((row, at) =>
          row.cells.flatMap((cell, column) => {
            const got = cellAt(sheet, at, column);
            const own = cell?.formula?.includes('REBATE_') === true || cell?.spilled === true;
            return (own ? isFault(got) : same(cell?.value ?? null, got))
              ? []
              : [
                  `${page.name} ${cellAddress(at, column)}: ${String(cell?.value)} ` +
                    `${cell?.formula ?? ''} came to ${isFault(got) ? got.fault : String(got)}`,
                ];
          }),
        );
        expect(wrong).toEqual([]);
      }
    },
  );
});

function same(wanted: string | number | boolean | null, got: Cell): boolean {
  if (wanted === null || wanted === '') return got === null || got === '';
  return typeof wanted === 'number' && typeof got === 'number'
    ? Math.abs(wanted - got) < 1e-9 * Math.max(1, Math.abs(wanted))
    : wanted === got;
}
