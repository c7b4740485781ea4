import { type AnyFact, refusedFact } from '#facts/any-fact.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { analyze } from '../../src/application/analyze/analyze.ts';
import { analysisJson } from '../../src/application/analyze/analysis-json.ts';
import { parsePolicies } from '../../src/application/memory/policy-memory.ts';
import { settingsFromText } from '../../src/application/memory/settings.ts';
import { readOrders } from '../../src/application/read/read-orders.ts';
import { readSheets } from '../../src/application/read/read-sheets.ts';
import { reconcileStatement } from '../../src/application/reconcile/reconcile.ts';
import { connect } from '../../src/application/session/remote-calls.ts';
import { writeReview } from '../../src/application/write/write-review.ts';
import { parseIsoDate } from '../../src/domain/calendar/local-date.ts';
import { examplePolicy } from '../../src/domain/policy/example-policy.ts';
import { readPolicyJson } from '../../src/domain/policy-check/policy-json.ts';
import { readPolicy } from '../../src/domain/policy-check/read-policy.ts';
import { parseSnapshots } from '../../src/domain/review/snapshot.ts';
import type { Cell, Sheet } from '../../src/domain/sheet.ts';
import { say, sayIn } from '../../src/i18n/say/say.ts';
import { parseAmount } from '../../src/domain/reading/parse-amount.ts';
import { readCsv } from '../../src/workbook/csv/read-csv.ts';
import { Pump } from '../../src/workbook/paced-loop.ts';
import { openWorkbook } from '../../src/workbook/files/file-workbook.ts';
import { unpackRecord } from '../../src/workbook/fill-record.ts';
import { headOf } from '../../src/workbook/office/kept-text.ts';
import { bookParts, sheetData, zipOf } from '../workbook/fixture.ts';
import { anyCall, checkCall } from './function-surface.ts';
import { anyDistortion, checkDistorted } from './host-surface.ts';
import * as make from './inputs.ts';
import type { Random } from './random.ts';

/**
 * A door into the product. `make` draws an input, always JSON so that a find can be kept; `check`
 * throws when the product fails on it: anything but a result or a fact with a sentence is a find.
 */
export interface Surface<T = unknown> {
  /** How often it is tried in `npm test`: as often as takes a second or two. */
  readonly tries: number;
  readonly make: (random: Random) => T;
  readonly check: (input: T) => Promise<void> | void;
}

const surface = <T>(given: Surface<T>): Surface => given as Surface;

const sample = new Uint8Array(
  readFileSync(join(__dirname, '../../assets/samples/orders-zh-CN.xlsx')),
);
const small = zipOf(
  bookParts({
    sheets: {
      订单: sheetData(
        [
          ['订单号', '签约日期', '产品类别', '实付金额(元)'],
          ['A1', '2025-01-08', '基础', '1,000'],
          ['A2', '2025-02-08', '安全', '2000'],
        ]
          .map((row, r) => {
            const cells = row.map(
              (text, c) => `<c r="${'ABCD'[c]}${r + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
            );
            return `<row r="${r + 1}">${cells.join('')}</row>`;
          })
          .join(''),
      ),
    },
    strings: ['<t>甲</t>'],
  }),
);
/** Mostly a small one, so that much can be tried. */
const anyBook = (random: Random): Uint8Array => (random.below(10) === 0 ? sample : small);
const csv = strToU8('\uFEFF订单号,签约日期,产品类别,实付金额(元)\nA1,2025-01-08,基础,"1,000"\n');
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Reads, analyzes and writes whatever a file gives; expected failures carry a fact we can say. */
async function throughFile(text: string, name: string): Promise<void> {
  try {
    const opened = await openWorkbook(new Uint8Array(Buffer.from(text, 'base64')), name);
    if (!opened.ok) return expectSaid(opened.error);
    const options = { signal: new AbortController().signal, progress: () => undefined };
    const sheets = await readSheets(opened.value, options);
    const analysis = analyzed(sheets);
    if (analysis === null) return;
    await writeReview(opened.value, { analysis, sheets, language: 'zh-CN' });
    opened.value.save();
  } catch (error) {
    const fact = refusedFact(error);
    if (fact === null) throw error;
    expectSaid(fact);
  }
}

/** Junk neither throws into the listener nor keeps a call from its reply. */
async function throughWire(junk: readonly unknown[]): Promise<void> {
  let hear: (message: unknown) => void = () => undefined;
  const sent: { readonly id: number; readonly kind: string }[] = [];
  const other = connect<{ total(): Promise<number> }>(
    {
      post: (message) => sent.push(message as (typeof sent)[number]),
      listen: (handle) => (hear = handle),
    },
    { total: (...args: unknown[]) => args.length },
  );
  for (const message of junk) hear(message);
  const asked = other.total();
  const { id } = sent.findLast(({ kind }) => kind === 'call') ?? { id: -1 };
  hear({ kind: 'reply', id, value: 7 });
  if ((await asked) !== 7) throw new Error('the reply was lost');
}

function expectSaid(fact: AnyFact): void {
  for (const language of ['zh-CN', 'en-US'] as const)
    if (!/\S/.test(say(fact, language))) throw new Error(`nobody can say ${fact.code}`);
}

function analyzed(sheets: readonly Sheet[], answers: object = {}) {
  const ledger = readOrders(sheets, { policy: examplePolicy, answers: answers as never });
  const result = analyze({
    ledger,
    policy: undefined,
    asOf: null,
    yearStart: null,
    nearShare: 0.1,
  });
  if (!result.ok) return (expectSaid(result.error), null);
  if (!Number.isSafeInteger(result.value.netSales)) throw new Error('sales are no whole fen');
  JSON.stringify(analysisJson(result.value, sayIn('en-US'), 'all'));
  return result.value;
}

export const sheetOf = (rows: readonly (readonly Cell[])[], name = '订单'): Sheet => {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return {
    name,
    rowCount: rows.length,
    columns: Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null)),
  };
};

const KEPT_WORDS = [
  'v',
  'version',
  'policies',
  'asOf',
  'table',
  'reviews',
  'period',
  'figures',
  'tiers',
  'pieces',
  'print',
  'sheet',
  'left',
  'right',
  'palette',
  'rows',
  'prints',
  'before',
  'yearStart',
  'nearWindow',
  'coloured',
  'holds',
  '2025-01-01',
  '__proto__',
  'constructor',
  'length',
];
const JSON_POLICY_WORDS = [
  'name',
  'tiers',
  'rows',
  'from_wan',
  'from_yuan',
  'from',
  'base',
  'security',
  'rate',
  'scheme',
  'boundary',
  '>=',
  'below_first_tier',
  '门槛',
  '比例',
  '0.04',
  '12%',
  'base_open_ended',
  '__proto__',
  'constructor',
];
const WIRE_WORDS = [
  'kind',
  'call',
  'back',
  'reply',
  'fault',
  'abort',
  'id',
  'slot',
  'args',
  'method',
  'value',
  'fact',
  'name',
  'message',
  '$remote',
  'decimal',
  'map',
  'callback',
  'signal',
  'text',
  'entries',
  'total',
  '1e9999',
  '__proto__',
  'constructor',
];
const policyOptions = { cellName: (row: number, column: number): string => `${row}:${column}` };

export const SURFACES: Readonly<Record<string, Surface>> = {
  'bytes of a workbook': surface({
    tries: 100,
    make: (random) => base64(make.damagedBytes(random, anyBook(random))),
    check: (input) => throughFile(input, 'a.xlsx'),
  }),
  'directory of the zip': surface({
    tries: 250,
    make: (random) => {
      const book = anyBook(random);
      return base64(make.damagedBytes(random, book, Math.max(0, book.length - 700)));
    },
    check: (input) => throughFile(input, 'a.xlsx'),
  }),
  'tokens of the XML': surface({
    tries: 30,
    make: (random) => {
      const parts = unzipSync(anyBook(random));
      const name = random.of(Object.keys(parts).filter((part) => /xml|rels/.test(part)));
      const text = make.damagedXml(random, strFromU8(parts[name] as Uint8Array));
      return base64(zipSync({ ...parts, [name]: strToU8(text) }, { level: 1 }));
    },
    check: (input) => throughFile(input, 'a.xlsx'),
  }),
  'bytes of a CSV': surface({
    tries: 200,
    make: (random) => base64(make.damagedBytes(random, csv)),
    check: (input) => throughFile(input, 'a.csv'),
  }),
  'text of a CSV': surface({
    tries: 1_000,
    make: (random) => base64(strToU8(make.csvText(random))),
    check: (input) => throughFile(input, 'a.csv'),
  }),
  'a CSV in pieces of any size': surface({
    tries: 4_000,
    make: (random) => ({ text: make.csvText(random), step: 1 + random.below(12) }),
    check: async ({ text, step }) => {
      const bytes = strToU8(text);
      const pump = (): Pump =>
        new Pump({ signal: new AbortController().signal, progress: () => undefined });
      const [whole, cut] = [
        await readCsv(bytes, 'a', pump()),
        await readCsv(bytes, 'a', pump(), step),
      ].map(({ columns }) => JSON.stringify(columns));
      if (whole !== cut) throw new Error(`pieces of ${step} bytes give other cells`);
    },
  }),
  'amounts as people write them': surface({
    tries: 30_000,
    make: make.writtenAmount,
    check: ({ fen, text }) => {
      const read = parseAmount(text);
      if (read.kind === 'amount' && read.amount !== fen)
        throw new Error(`${text} was read as ${read.amount} fen`);
      if (read.kind === 'empty' || read.kind === 'not-an-amount')
        throw new Error(`${text} was passed over`);
    },
  }),
  'cells and headers': surface({
    tries: 120,
    make: make.ledgerTable,
    check: (input) => void analyzed([sheetOf(input)]),
  }),
  'several sheets': surface({
    tries: 120,
    make: (random) => random.times(4, () => make.ledgerTable(random)),
    check: (input) => void analyzed(input.map((rows, at) => sheetOf(rows, `表${at}`))),
  }),
  answers: surface({
    tries: 90,
    make: (random) => ({ rows: make.ledgerTable(random), seed: random.below(1e9) }),
    check: ({ rows, seed }) => {
      const sheet = sheetOf(rows);
      const { questions } = readOrders([sheet], { policy: examplePolicy });
      const values = [
        'keep',
        'leave-out',
        '',
        '__proto__',
        '基础',
        '2025-01-01',
        '1万',
        '{"amount":1}',
      ];
      const answers = Object.fromEntries(
        [...questions.values()].map(({ key }, at) => [key, values[(seed + at) % values.length]]),
      );
      analyzed([sheet], answers);
    },
  }),
  'typed answers': surface({
    tries: 100,
    make: (random) => ({
      rows: make.ledgerTable(random),
      typed: random.times(6, () => String(make.anyTypedAnswer(random))),
    }),
    check: ({ rows, typed }) => {
      const sheet = sheetOf(rows);
      const { questions } = readOrders([sheet], { policy: examplePolicy });
      if (typed.length === 0) return;
      const answers = Object.fromEntries(
        questions.map(({ key }, at) => [key, typed[at % typed.length]]),
      );
      analyzed([sheet], answers);
    },
  }),
  'messages between page and worker': surface({
    tries: 9_000,
    make: (random) => random.times(8, () => make.anyMessage(random, WIRE_WORDS)),
    check: throughWire,
  }),
  'calls of functions': surface({ tries: 1_200, make: anyCall, check: checkCall }),
  'answers of Excel': surface({ tries: 180, make: anyDistortion, check: checkDistorted }),
  policies: surface({
    tries: 700,
    make: make.policyTable,
    check: (input) => {
      const { policy, findings } = readPolicy(input, policyOptions);
      for (const { fact } of findings) expectSaid(fact);
      if (policy === null) return;
      const rows = [
        ['订单号', '签约日期', '产品类别', '实付金额(元)'],
        ['1', '2025-03-01', '基础', 6e6],
      ];
      readOrders([sheetOf(rows)], { policy });
    },
  }),
  'policies in JSON': surface({
    tries: 20_000,
    make: (random) => make.anyJson(random, JSON_POLICY_WORDS, 4) ?? null,
    check: (input) => {
      for (const { fact } of readPolicyJson(input, {}).findings) expectSaid(fact);
    },
  }),
  statements: surface({
    tries: 200,
    make: make.ledgerTable,
    check: (input) => {
      const ledger = readOrders([sheetOf(LEDGER)], { policy: examplePolicy });
      const settled = reconcileStatement({
        ledger,
        policy: examplePolicy,
        statementSheets: [sheetOf(input, '结算单')],
        from: parseIsoDate('2025-01-01') as never,
        to: parseIsoDate('2025-12-31') as never,
      });
      if (!settled.ok) expectSaid(settled.error);
    },
  }),
  texts: surface({
    tries: 30_000,
    make: (random) => JSON.stringify(make.anyJson(random, KEPT_WORDS, 4)) ?? '',
    check: (input) => {
      headOf(input);
      unpackRecord(input);
      settingsFromText(input);
      parsePolicies(input);
      parseSnapshots(input);
    },
  }),
};

const LEDGER: readonly (readonly Cell[])[] = [
  ['订单号', '签约日期', '产品类别', '实付金额(元)'],
  ['A1', '2025-01-08', '基础', 1_000_000],
  ['A2', '2025-02-08', '安全', 500_000],
];
