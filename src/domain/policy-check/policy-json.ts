import { itemAt } from '../columns.ts';
import { type FactsReading, readFacts } from '../policy/read-facts.ts';
import { ownValue } from '../own-value.ts';
import { BASE_CATEGORY, SECURITY_CATEGORY, categoryKey } from '../catalog/category.ts';
import type { Cell } from '../sheet.ts';
import { type PolicyReading, type ReadPolicyOptions, readPolicy } from './read-policy.ts';

/**
 * A policy in JSON: `{ name, threshold_unit, boundary, scheme?, tiers: [{ from_wan | from_yuan,
 * base: "0.04", … }] }`, one property a category, or `{ name, rows: [{ header: cell, … }] }` with
 * the table's own headers. It is turned into the table and read as such, so that a file and a sheet
 * can never be read by two rules.
 */
export function readPolicyJson(
  json: unknown,
  options: Omit<ReadPolicyOptions, 'cellName' | 'format'>,
  given?: FactsReading,
): PolicyReading {
  const table = tableOf(json);
  const stated = isObject(json) ? json['facts'] : undefined;
  const { facts, findings } = given ?? readFactsJson(stated);
  if (typeof table === 'string')
    return {
      policy: null,
      findings: [
        {
          level: 'error',
          cell: table,
          fact: { code: 'policy.json-unreadable', field: table },
          atStake: null,
        },
      ],
    };
  const read = readPolicy(table, {
    facts,
    ...options,
    cellName: (row, column) => {
      const field = String(table[0]?.[column] ?? column);
      return row < 1 ? field : `tiers[${row - 1}].${field}`;
    },
  });
  const reading: PolicyReading = {
    policy: findings.some(({ level }) => level === 'error') ? null : read.policy,
    findings: [...findings, ...read.findings],
  };
  const name = nameOf(json);
  // A policy that calls itself an example is shown as one.
  return reading.policy === null
    ? reading
    : {
        ...reading,
        policy: {
          ...reading.policy,
          name,
          example: reading.policy.example || /示例|example/i.test(name),
        },
      };
}

/**
 * Facts in JSON: `[{ name, period, value }]`, `{ "续费率": "92%" }` or `{ "续费率": { "2025Q1":
 * "92%" } }`.
 */
export function readFactsJson(json: unknown): FactsReading {
  const table = Array.isArray(json)
    ? factTable(json)
    : [FACT_HEADERS.map(([, header]) => header), ...factRows(json)];
  return readFacts(table, {
    cellName: (row, column) =>
      `facts[${row - 1}].${FACT_HEADERS[column]?.[0] ?? String(table[0]?.[column] ?? column)}`,
  });
}

function factRows(json: unknown): readonly (readonly Cell[])[] {
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([name, value]): readonly (readonly Cell[])[] =>
    isObject(value)
      ? Object.entries(value).map(([period, each]) => [name, period, asCell(each)])
      : [[name, null, asCell(value)]],
  );
}

/** Facts as a list: what an entry has beside the three, such as a unit, is a column, too. */
function factTable(list: readonly unknown[]): readonly (readonly Cell[])[] {
  const facts = list.map((fact) =>
    isObject(fact) ? fact : { name: JSON.stringify(fact), value: fact === null ? 'null' : [fact] },
  );
  const own = (fact: JsonObject, names: readonly string[]): Cell =>
    asCell(names.map((name) => ownValue(fact, name)).find((value) => value !== undefined));
  const known: readonly string[] = FACT_HEADERS.flat();
  const more = [...new Set(facts.flatMap((fact) => Object.keys(fact)))].filter(
    (key) => !known.includes(key),
  );
  return [
    [...FACT_HEADERS.map(([, header]) => header), ...more],
    ...facts.map((fact) => [
      ...FACT_HEADERS.map((names) => own(fact, names)),
      ...more.map((key) => own(fact, [key])),
    ]),
  ];
}

const FACT_HEADERS = [
  ['name', '指标'],
  ['period', '期间'],
  ['value', '值'],
] as const;

type JsonObject = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOf = (json: unknown): string =>
  isObject(json) && typeof json['name'] === 'string' ? json['name'] : '';

/** The table, or the name of the field that is missing. */
function tableOf(json: unknown): readonly (readonly Cell[])[] | string {
  if (!isObject(json)) return '{}';
  if (Array.isArray(json['rows'])) return rowsTable(json, json['rows']);
  const tiers = json['tiers'];
  if (!Array.isArray(tiers) || !tiers.every(isObject) || tiers.length === 0) return 'tiers';
  return tierTable(json, tiers);
}

function rowsTable(
  json: JsonObject,
  rows: readonly unknown[],
): readonly (readonly Cell[])[] | string {
  if (!rows.every(isObject)) return 'rows';
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return withClauses(json, [
    headers,
    ...rows.map((row) => headers.map((header) => asCell(ownValue(row, header)))),
  ]);
}

/** What this form itself says of a policy; its notes are nothing that pays. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  'name',
  'tiers',
  'rows',
  'facts',
  'below_first_tier',
  'boundary',
  'scheme',
  'threshold_unit',
  'threshold_basis',
  'note',
]);

/** A basis in words other than the usual one: the year's sales of all categories together. */
const OTHER_BASIS = /季|月|半年|分别|各自|quarter|month|half|each|separate/i;

/**
 * Every other field of the policy is a column of its table: a clause that the table knows is read,
 * and one that it does not know is named.
 */
function withClauses(
  json: JsonObject,
  [header = [], ...rows]: readonly (readonly Cell[])[],
): readonly (readonly Cell[])[] {
  const fields = Object.keys(json).filter((key) => !OWN_FIELDS.has(key) && !header.includes(key));
  const clauses = fields.map((key) => asCell(ownValue(json, key)));
  return [[...header, ...fields], ...rows.map((row) => [...row, ...clauses])];
}

const NOT_RATES = new Set(['from_wan', 'from_yuan', 'from', 'label', 'note', 'bonus', 'cell']);

function tierTable(
  json: JsonObject,
  tiers: readonly JsonObject[],
): readonly (readonly Cell[])[] | string {
  const names = [...new Set(tiers.flatMap((tier) => Object.keys(tier)))].filter(
    (key) => !NOT_RATES.has(key) && !key.endsWith('_open_ended'),
  );
  if (names.length === 0) return 'tiers[0].rate';
  if (
    !tiers.every((tier) =>
      ['from_wan', 'from_yuan', 'from'].some((key) => Object.hasOwn(tier, key)),
    )
  )
    return 'tiers[].from_wan';
  const categories = names.map(categoryOf);
  const isBonusOpen = names.length > 1 && tiers.some((tier) => Object.hasOwn(tier, 'bonus'));
  if (OTHER_BASIS.test(String(asCell(json['threshold_basis']) ?? ''))) return 'threshold_basis';
  // One amount for the tier of several components: of which of them?
  if (isBonusOpen) return 'tiers[].bonus';
  const header = ['返点项', '适用类别', '定档口径', '门槛', '比例', '奖励', '计算方式', '达线归属'];
  const rows = names.flatMap((name, index) =>
    withBelowFirst(json, tiers, name).map((tier): readonly Cell[] => [
      itemAt(categories, index),
      names.length === 1 && name === 'rate' ? '全部' : itemAt(categories, index),
      names.length === 1 && name === 'rate' ? '全部' : categories.join('、'),
      thresholdOf(tier, json),
      rateOf(tier, name),
      asCell(tier['bonus']),
      asCell(json['scheme']),
      edgeOf(json),
    ]),
  );
  return withClauses(json, [header, ...rows]);
}

const categoryOf = (name: string): string =>
  name === 'rate'
    ? '返点'
    : ([BASE_CATEGORY, SECURITY_CATEGORY].find((known) => known === categoryKey(name)) ?? name);

/** A rate below the first tier is a tier from 0. */
function withBelowFirst(
  json: JsonObject,
  tiers: readonly JsonObject[],
  name: string,
): readonly JsonObject[] {
  const below = json['below_first_tier'];
  const rate = isObject(below) ? ownValue(below, name) : undefined;
  const pays = rate !== undefined && rate !== null && Number(String(rate).replace('%', '')) !== 0;
  return pays ? [{ from_yuan: 0, [name]: rate }, ...tiers] : tiers;
}

/** `from` counts what `threshold_unit` says, yuan where it says nothing. */
function thresholdOf(tier: JsonObject, json: JsonObject): Cell {
  if (Object.hasOwn(tier, 'from_wan')) return `${String(asCell(tier['from_wan']))}万`;
  if (Object.hasOwn(tier, 'from_yuan')) return asCell(tier['from_yuan']);
  const from = asCell(tier['from']);
  const unit = String(asCell(json['threshold_unit']) ?? '').replace(/^(?:人民币)?元$/, '');
  return typeof from === 'number' || /^[\d.,]+$/.test(String(from))
    ? `${String(from)}${unit}`
    : from;
}

/** Rates in JSON are decimals in quotes; "12%" is fine too. */
function rateOf(tier: JsonObject, name: string): Cell {
  const rate = asCell(ownValue(tier, name));
  return ownValue(tier, `${name}_open_ended`) === true && rate !== null ? `${String(rate)}+` : rate;
}

function edgeOf(json: JsonObject): Cell {
  const boundary = String(asCell(json['boundary']) ?? '').normalize('NFKC');
  if (boundary === '') return null;
  if (/>=|≥|达到|\bat\b/.test(boundary)) return '达到';
  return />|超过|above/.test(boundary) ? '超过' : boundary;
}

/**
 * A value of JSON as the cell of a table: a list is what a person writes with 、 between. What no
 * cell holds is its own text, so that whoever reads the cell says that it cannot be read; left out,
 * it would be a clause that nobody reads.
 */
function asCell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  const isList =
    Array.isArray(value) && value.every((each) => ['string', 'number'].includes(typeof each));
  return isList ? value.join('、') : JSON.stringify(value);
}
