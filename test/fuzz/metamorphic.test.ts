import { zipSync } from 'fflate';
import { analyze } from '../../src/application/analyze/analyze.ts';
import { readOrders } from '../../src/application/read/read-orders.ts';
import { readSheets } from '../../src/application/read/read-sheets.ts';
import { examplePolicy } from '../../src/domain/policy/example-policy.ts';
import { parseIsoDate } from '../../src/domain/calendar/local-date.ts';
import { readPolicy } from '../../src/domain/policy-check/read-policy.ts';
import { orderBook } from '../../src/domain/rebate/order-book.ts';
import { totalRebate } from '../../src/domain/rebate/policy-run.ts';
import type { Cell, Sheet } from '../../src/domain/sheet.ts';
import { openWorkbook } from '../../src/workbook/files/file-workbook.ts';
import { seed, tries } from '../runs.ts';
import { Random } from './random.ts';
import { sheetOf } from './surfaces.ts';

/**
 * What must not change a figure: the order of rows within a day, of columns and of sheets, what
 * sheets are called, how rows are split over them, and how a file is encoded.
 */
const rounds = tries(10);
beforeAll(() => process.stdout.write(`metamorphic: seed ${seed}\n`));

type Row = readonly Cell[];
const HEADER: Row = ['订单号', '客户名称', '签约日期', '产品类别', '实付金额(元)'];

function orders(random: Random): Row[] {
  const size = 3 + random.below(60);
  return Array.from({ length: size }, (_, at): Row => {
    const day =
      `2025-${String(1 + random.below(12)).padStart(2, '0')}-` +
      `${String(1 + random.below(28)).padStart(2, '0')}`;
    const amount = (1 + random.below(90_000_000)) / 100;
    return [`RR${10_000 + at}`, `客户${random.below(9)}`, day, random.of(['基础', '安全']), amount];
  }).sort((a, b) => (String(a[2]) < String(b[2]) ? -1 : 1));
}

interface Figures {
  readonly net: number;
  readonly rebate: number;
  readonly windows: readonly string[];
}

function figures(sheets: readonly Sheet[]): Figures {
  const ledger = readOrders(sheets, { policy: examplePolicy });
  const result = analyze({
    ledger,
    policy: undefined,
    asOf: null,
    yearStart: null,
    nearShare: 0.1,
  });
  if (!result.ok) throw new Error(result.error.code);
  const { netSales, rebate } = result.value;
  return {
    net: netSales,
    rebate: rebate.total,
    windows: rebate.windows.map(
      ({ component, tier, sales, gap, cushion }) =>
        `${component.name} ${tier} ${sales} ${gap} ${cushion}`,
    ),
  };
}

/** Rows of one day change places; the days stay in order. */
function shuffledDays(random: Random, rows: readonly Row[]): Row[] {
  const days = [...new Set(rows.map((row) => row[2]))];
  return days.flatMap((day) => random.shuffled(rows.filter((row) => row[2] === day)));
}

const changes: Readonly<
  Record<string, (random: Random, rows: readonly Row[]) => readonly Sheet[]>
> = {
  'the order of rows within a day': (random, rows) => [
    sheetOf([HEADER, ...shuffledDays(random, rows)]),
  ],
  'the order of rows': (random, rows) => [sheetOf([HEADER, ...random.shuffled(rows)])],
  'the order of columns': (random, rows) => {
    const order = random.shuffled([0, 1, 2, 3, 4]);
    return [sheetOf([HEADER, ...rows].map((row) => order.map((column) => row[column] ?? null)))];
  },
  'the name of the sheet': (random, rows) => [
    sheetOf([HEADER, ...rows], random.of(['Sheet1', '2025', 'constructor', '销售台账', 'a b'])),
  ],
  'a split over sheets, in any order': (random, rows) => {
    const at = 1 + random.below(rows.length - 1);
    return random.shuffled([
      sheetOf([HEADER, ...rows.slice(0, at)], '上'),
      sheetOf([HEADER, ...rows.slice(at)], '下'),
    ]);
  },
  'what orders and customers are called': (random, rows) => {
    const call = (kind: string): ((name: Cell) => Cell) => {
      const names = new Map<Cell, string>();
      const salt = random.of(['', 'constructor', '__proto__', '=A1', '甲 ']);
      return (name) => {
        if (!names.has(name)) names.set(name, `${salt}${kind}${names.size}`);
        return names.get(name) as string;
      };
    };
    const [order, customer] = [call('N'), call('C')];
    return [
      sheetOf([HEADER, ...rows.map(([a = null, b = null, ...c]) => [order(a), customer(b), ...c])]),
    ];
  },
  'lines above and blank rows below': (random, rows) => [
    sheetOf([['台账'], ...random.times(2, (): Row => []), HEADER, ...rows, [], []]),
  ],
};

it.each(Object.keys(changes))('%s', (name) => {
  for (let round = 0; round < rounds; round += 1) {
    const random = new Random(seed + round);
    const rows = orders(random);
    const before = figures([sheetOf([HEADER, ...rows])]);
    expect(before.net).toBeGreaterThan(0);
    const after = figures((changes[name] as (typeof changes)[string])(random, rows));
    expect({ seed: seed + round, ...after }).toEqual({ seed: seed + round, ...before });
  }
});

it('the order of the components in a policy', () => {
  const tiers: Row[] = [
    ['基础', '基础', 500_000, 0.04, '全额', '达到'],
    ['基础', '基础', 2_000_000, 0.06, '全额', '达到'],
    ['安全', '安全', 500_000, 0.07, '超额', '超过'],
    ['安全', '安全', 2_000_000, 0.1, '超额', '超过'],
    ['全体', '全部', 1_000_000, 0.01, '增量', '达到'],
  ].map((row) => [...row, row[0] === '全体' ? 300_000 : null]);
  const head = ['返点项', '适用类别', '门槛', '比例', '计算方式', '达线归属', '基数'];
  const total = (rows: readonly Row[], random: Random): number => {
    const names = random.shuffled(['基础', '安全', '全体']);
    const table = names.flatMap((name) => tiers.filter((tier) => tier[0] === name));
    const { policy } = readPolicy([head, ...table], { cellName: () => '' });
    if (policy === null) throw new Error('the policy cannot be read');
    const book = orderBook(readOrders([sheetOf([HEADER, ...rows])], { policy }));
    return totalRebate(policy, book, parseIsoDate('2025-12-31') as never);
  };
  for (let round = 0; round < rounds; round += 1) {
    const rows = orders(new Random(seed + round));
    const totals = [1, 2, 3].map((more) => total(rows, new Random(seed + round * 7 + more)));
    expect({ seed: seed + round, totals: new Set(totals).size }).toEqual({
      seed: seed + round,
      totals: 1,
    });
  }
});

describe('how a file is encoded', () => {
  const read = async (bytes: Uint8Array, name: string): Promise<Figures> => {
    const opened = await openWorkbook(bytes, name);
    if (!opened.ok) throw new Error(opened.error.code);
    const options = { signal: new AbortController().signal, progress: () => undefined };
    return figures(await readSheets(opened.value, options));
  };
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const utf16 = (text: string): Uint8Array =>
    new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
    'UTF-8 with a mark': (text) => utf8(`\uFEFF${text}`),
    GBK: gbk,
    'UTF-16': utf16,
    'CRLF line ends': (text) => utf8(text.replaceAll('\n', '\r\n')),
    'every field quoted': (text) => utf8(text.replace(/[^,\n]+/g, (field) => `"${field}"`)),
    semicolons: (text) => utf8(text.replaceAll(',', ';')),
    tabs: (text) => utf8(text.replaceAll(',', '\t')),
  };

  it.each(Object.keys(encodings))('%s', async (name) => {
    for (let round = 0; round < 5; round += 1) {
      const rows = orders(new Random(seed + round));
      const text = [HEADER, ...rows].map((row) => row.join(',')).join('\n');
      const encode = encodings[name] as (text: string) => Uint8Array;
      expect(await read(encode(text), 'a.csv')).toEqual(await read(utf8(text), 'a.csv'));
    }
  });

  it('.xlsx as .csv', async () => {
    const rows = orders(new Random(seed));
    const text = [HEADER, ...rows].map((row) => row.join(',')).join('\n');
    expect(await read(workbook([HEADER, ...rows]), 'a.xlsx')).toEqual(
      await read(utf8(text), 'a.csv'),
    );
  });
});

/** Every pair of bytes, turned round: there is no encoder for GBK in the platform. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Uint8Array.from([...text].flatMap((char) => codes.get(char) ?? [char.charCodeAt(0)]));
}

function workbook(rows: readonly Row[]): Uint8Array {
  const sheet = rows
    .map((row) => {
      const cells = row.map((cell) =>
        typeof cell === 'number'
          ? `<c><v>${cell}</v></c>`
          : `<c t="inlineStr"><is><t>${String(cell)}</t></is></c>`,
      );
      return `<row>${cells.join('')}</row>`;
    })
    .join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ` +
      'ContentType="application/xml"/><Default Extension="rels" ' +
      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override ' +
      'PartName="/xl/workbook.xml" ' +
      'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '<Override PartName="/xl/s.xml" ' +
      'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
      '</Types>',
    '_rels/.rels':
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="a" ` +
      `Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" ` +
      'r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="a" ` +
      `Type="${office}/worksheet" Target="s.xml"/></Relationships>`,
    'xl/s.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  };
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)])),
  );
}
