import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ExampleArgument, examples, isRange } from '../../scripts/help-examples.ts';
import { documentedPolicies } from '../examples/documented-policies.ts';
import type { BuiltFunctions } from '../functions/built-functions.ts';
import { tierExamples } from '../functions/tier-examples.ts';
import { type Asked, LIST, type Rows, SPILLING, type TypedSheet } from './typed-sheet.ts';

/** The worked cases as formulas over cells of one sheet, with what the bundle answers to them. */
const literal = (value: ExampleArgument): string =>
  value === null ? '' : typeof value === 'string' ? JSON.stringify(value) : String(value);

/** "G2:G4" as many rows further down. */
const shifted = (address: string, rows: number): string =>
  address.replace(/\d+/g, (row) => String(Number(row) + rows));

const startOf = (address: string): readonly [row: number, column: number] => [
  Number(/\d+/.exec(address)?.[0]),
  address.charCodeAt(0) - 65,
];

export function tierFormulas(sheet: TypedSheet, bundle: BuiltFunctions): readonly Asked[] {
  return tierExamples().map(({ gives, policy, sales, tierSales }, index) => {
    const range = placed(sheet, policy);
    const id = gives === 'rate' ? 'REBATE_RATE' : 'REBATE_AMOUNT';
    const tiers = tierSales === sales ? null : tierSales;
    return {
      at: [LIST, index + 1],
      formula: `=${id}(${sales},,${range},,${tiers ?? ''})`.replace(/,+\)$/, ')'),
      answer: bundle.get(id)?.(sales, null, policy, null, tiers),
    };
  });
}

export function everyFunction(
  sheet: TypedSheet,
  language: 'zh-CN' | 'en-US',
  bundle: BuiltFunctions,
): readonly Asked[] {
  return Object.entries(examples(language)).map(([id, { arguments: given }]) => {
    const top = sheet.room(14);
    for (const each of given) {
      if (!isRange(each)) continue;
      const [row, column] = startOf(each.address);
      sheet.put(top + row - 1, column, each.cells);
    }
    const texts = given.map((each) =>
      isRange(each) ? shifted(each.address, top - 1) : literal(each),
    );
    return {
      at: [SPILLING, top],
      formula: `=${id}(${texts.join(',')})`,
      answer: bundle.get(id)?.(...given.map((each) => (isRange(each) ? each.cells : each))),
    };
  });
}

/** Every programme of docs/policies over its ledger: what each order earns, and the summary. */
export function programmes(sheet: TypedSheet, bundle: BuiltFunctions): readonly Asked[] {
  return ['policies.zh-CN.md', 'policies.md'].flatMap((name) =>
    documentedPolicies(name).flatMap(({ tables, asOf = '' }) => {
      const [policy = [], second = [], third] = tables.map(rowsOf);
      const facts = third === undefined ? null : second;
      const ledger = third ?? second;
      return [
        ['REBATE_ORDERS', [ledger, policy, asOf, '', facts]],
        ['REBATE_SUMMARY', [ledger, policy, asOf, facts]],
      ].map(([id, given]) => ask(sheet, bundle, id as string, given as readonly Argument[]));
    }),
  );
}

interface Decisions {
  readonly tiers: readonly (readonly [number, number])[];
  readonly cheapest: readonly Choice[];
  readonly largestNet: readonly Choice[];
  readonly expected: readonly Choice[];
  readonly pooling: readonly { readonly sales: readonly number[] }[];
  readonly cushions: readonly { readonly sales: number }[];
  readonly gaps: readonly { readonly sales: number }[];
}
interface Choice {
  readonly base: number;
  readonly target?: number;
  readonly deals: readonly (readonly [number, number | string])[];
}

const WAN = 10_000;

/** The worked decisions: deals to pull in, chances, pooling, what is missing, what is safe. */
export function decisions(sheet: TypedSheet, bundle: BuiltFunctions): readonly Asked[] {
  const file = join(__dirname, '../examples/decisions.json');
  const cases = JSON.parse(readFileSync(file, 'utf8')) as Decisions;
  const policy: Rows = [
    ['门槛', '比例', '计算方式', '达线归属'],
    ...cases.tiers.map(([from, percent]) => [from * WAN, percent / 100, '全额', '达到']),
  ];
  const amounts = ({ deals }: Choice): Rows => deals.map(([amount]) => [amount * WAN]);
  const costs = ({ deals }: Choice): Rows => deals.map(([, cost]) => [Number(cost) * WAN]);
  const chances = ({ deals }: Choice): Rows => deals.map(([, chance]) => [Number(chance)]);
  const pulledIn = (each: Choice): readonly Argument[] => [
    ...[each.base * WAN, amounts(each), costs(each), '', policy],
    ...(each.target === undefined ? [] : ['', each.target]),
  ];
  const wanted: readonly (readonly [string, readonly Argument[]])[] = [
    ...[...cases.cheapest, ...cases.largestNet].map(
      (each) => ['REBATE_PULLIN', pulledIn(each)] as const,
    ),
    ...cases.expected.flatMap((each) => [
      ['REBATE_EXPECTED', [each.base * WAN, amounts(each), chances(each), '', policy]] as const,
      ['REBATE_CHANCE', [each.base * WAN, amounts(each), chances(each), 3, '', policy]] as const,
    ]),
    ...cases.pooling.map(
      ({ sales }) => ['REBATE_POOL', [sales.map((each) => [each * WAN]), '', policy]] as const,
    ),
    ...cases.cushions.map(({ sales }) => ['REBATE_CUSHION', [sales * WAN, '', policy]] as const),
    ...cases.gaps.flatMap(({ sales }) => [
      ['REBATE_GAP', [sales * WAN, '', policy]] as const,
      ['REBATE_GAIN', [sales * WAN, '', policy]] as const,
    ]),
  ];
  return wanted.map(([id, given]) => ask(sheet, bundle, id, given));
}

type Argument = string | number | Rows | null;

/** A formula whose tables stand in cells of their own; beside them there is room for its result. */
function ask(sheet: TypedSheet, bundle: BuiltFunctions, id: string, given: readonly Argument[]) {
  const top = sheet.room(0);
  const texts = given.map((each) =>
    each === null || each === ''
      ? ''
      : typeof each === 'object'
        ? placed(sheet, each)
        : literal(each),
  );
  const answer = bundle.get(id)?.(...given.map((each) => (each === '' ? null : each)));
  const spilled = Array.isArray(answer) ? answer.length : 1;
  sheet.room(Math.max(1, top + spilled + 1 - sheet.room(0)));
  const formula = `=${id}(${texts.join(',')})`.replace(/,+\)$/, ')');
  return { at: [SPILLING, top] as const, formula, answer };
}

/** Puts a table below what stands there; its address. */
function placed(sheet: TypedSheet, rows: Rows): string {
  const row = sheet.room(rows.length + 1);
  sheet.put(row, 0, rows);
  const width = Math.max(...rows.map((cells) => cells.length));
  return `A${row}:${String.fromCharCode(64 + width)}${row + rows.length - 1}`;
}

const rowsOf = (table: string): Rows =>
  table
    .split('\n')
    .map((line) => line.split('|').map((cell) => valueOf(cell.trim())))
    .map((cells, _, all) => padded(cells, all[0]?.length ?? 0));

const valueOf = (text: string): string | number =>
  /^-?\d+(\.\d+)?$/.test(text) && text.length < 12 ? Number(text) : text;

const padded = (cells: readonly (string | number)[], width: number): readonly (string | number)[] =>
  Array.from({ length: width }, (_, at) => cells[at] ?? '');
