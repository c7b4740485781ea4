import { itemAt } from '../columns.ts';
import type { Result } from '../result.ts';
import type { Cell } from '../sheet.ts';
import type { PolicyColumn } from './columns.ts';
import { componentDefaults } from './defaults.ts';
import type { PolicyFact } from './policy.facts.ts';
import type { Accumulation, Component, OpenField } from './policy.ts';
import { readDate, readTaxRate, readYearStart, readYuan, typedText } from './read-cells.ts';
import { readRounding } from './read-rounding.ts';
import {
  readAccumulate,
  readBase,
  readEdge,
  readPay,
  readScheme,
  readYesNo,
} from './read-words.ts';
import { isAll, readCategories, readCounts, readStack } from './read-lists.ts';
import {
  readBaseline,
  readGroupCap,
  readLag,
  readMonths,
  readPer,
  readRefund,
} from './read-clauses.ts';
import { readConditions, readGate, readMeasure } from './read-conditions.ts';
import type { TableRow } from './table-rows.ts';
import { type ComponentDraft, type DraftContext, reported } from './component-draft.ts';
import { orNone, done, FieldReader } from './field-reader.ts';
import { type TierRow, readTierRow, checkRanges } from './read-tier-row.ts';

/** A component as far as its cells can be read, and the columns in which one cannot. */
interface DraftedComponent {
  readonly component: Component;
  readonly failed: ReadonlySet<PolicyColumn>;
}

/** One component from its rows; cells that cannot be read are reported, each by its name. */
export function draftComponent(draft: ComponentDraft, context: DraftContext): DraftedComponent {
  const failed = new Set<PolicyColumn>();
  const field = new FieldReader(draft, context, failed);
  const baseline = field.one('baseline', readBaseline);
  const measure = field.one('measure', readMeasure) ?? componentDefaults.measure;
  const tierRows = draft.rows.map((row) =>
    readTierRow(
      row,
      { baseline: baseline ?? null, measure, component: draft.name, failed },
      context,
    ),
  );
  const scheme = field.one('scheme', readScheme);
  const edge = edgeOf(field.one('edge', readEdge), tierRows, { draft, context, failed });
  const rounding = field.one('rounding', readRounding);
  const base = field.one('base', readBase);
  const where = field.at('where', (cell, name) => readConditions(cell, 'where', name));
  const countsWhere = field.at('countsWhere', readCountsWhere);
  const clawback = field.one('clawback', readMonths);
  const stated = {
    refund: field.one('refund', readRefund),
    accumulate: field.one('accumulate', readAccumulate),
    counts: field.one('counts', readCounts),
  };
  // A claw-back period says by itself that refunds go back at the rate they were paid at; none
  // says no more than the default does.
  const takesBack = clawback === undefined || clawback === 0 ? undefined : clawback;
  const refund =
    stated.refund ?? (takesBack === undefined ? componentDefaults.refund : 'original-rate');
  const to =
    field.ownRange(
      'to',
      'from',
      orNone((cell) => readDate(cell, 'to')),
    ) ?? null;
  const component = {
    ...componentDefaults,
    id: draft.name === '' ? '返点' : draft.name,
    name: draft.name === '' ? '返点' : draft.name,
    policy: field.one('policy', text) ?? '',
    categories: field.one('categories', readCategories) ?? componentDefaults.categories,
    counts: stated.counts ?? componentDefaults.counts,
    scheme: scheme ?? componentDefaults.scheme,
    edge: edge ?? componentDefaults.edge,
    baseline: baseline?.kind === 'fixed' ? baseline.amount : null,
    baselineFrom: baseline?.kind === 'from' ? baseline.source : null,
    accumulate: stated.accumulate ?? componentDefaults.accumulate,
    pay: payOf(field.one('pay', readPay)),
    trueUp: field.one('trueUp', (cell) => readYesNo(cell, 'trueUp')) ?? scheme !== 'marginal',
    yearStart: field.one('yearStart', readYearStart) ?? 1,
    from: field.one('from', (cell) => readDate(cell, 'from')) ?? null,
    to,
    cap:
      field.one(
        'cap',
        orNone((cell, unit) => readYuan(cell, 'cap', unit)),
      ) ?? null,
    floor:
      field.one(
        'floor',
        orNone((cell, unit) => readYuan(cell, 'floor', unit)),
      ) ?? null,
    stack: field.one('stack', readStack) ?? componentDefaults.stack,
    gate: field.one('gate', orNone(readGate)) ?? null,
    where: where ?? null,
    countsWhere: countsWhere ?? null,
    per: field.at('per', readPer) ?? null,
    refund,
    clawback: clawback ?? null,
    measure,
    lag: field.one('lag', readLag) ?? componentDefaults.lag,
    groupCap: field.one('groupCap', orNone(readGroupCap)) ?? null,
    base: base ?? componentDefaults.base,
    taxRate: field.one('taxRate', readTaxRate) ?? componentDefaults.taxRate,
    rounding: { mode: rounding?.mode ?? 'half-up', per: rounding?.per ?? 'total' },
    carry: field.one('carry', (cell) => readYesNo(cell, 'carry')) ?? false,
    source: field.one('source', verbatim) ?? '',
    recordedOn: field.one('recordedOn', text) ?? '',
    unstated: unstated({
      scheme,
      edge,
      base,
      rounding,
      ...stated,
      refund: stated.refund ?? takesBack,
      clawback: refund === 'on-its-day' || to === null ? 'nothing to say' : clawback,
      countsWhere: where === undefined ? 'nothing to say' : countsWhere,
    }),
    tiers: tierRows.flatMap((tier) => (tier === null ? [] : [tier.tier])),
    ...topEndOf(tierRows.at(-1)),
    cells: field.cells,
    ...(context.columns.get('rate')?.percent === true ? { ratesInPercent: true } : {}),
  } satisfies Component;
  checkRanges(tierRows, component, draft, context);
  return { component, failed };
}

/** 全部 lifts the condition. */
const readCountsWhere = (cell: Cell, name: string): Result<Component['countsWhere'], PolicyFact> =>
  isAll(cell) ? done('all' as const) : readConditions(cell, 'countsWhere', name);

const text = (cell: Cell): Result<string, PolicyFact> => done(typedText(cell));

/** A quoted sentence keeps its punctuation. */
const verbatim = (cell: Cell): Result<string, PolicyFact> =>
  done(typeof cell === 'string' ? cell.trim() : typedText(cell));

function topEndOf(row: TierRow | null | undefined): Pick<Component, 'topEnd'> {
  const isAmount = row?.tier.level === undefined && row?.tier.ofBaseline === undefined;
  return row?.end != null && isAmount ? { topEnd: row.end } : {};
}

const payOf = (pay: Accumulation | undefined): Component['pay'] =>
  pay === undefined || pay === 'order' ? 'quarter' : pay;

const unstated = (stated: Readonly<Record<OpenField, unknown>>): readonly OpenField[] =>
  (Object.keys(stated) as OpenField[]).filter((field) => stated[field] === undefined);

/** What the column says and what the signs of the thresholds say: they have to agree. */
function edgeOf(
  stated: Component['edge'] | undefined,
  rows: readonly (TierRow | null)[],
  { draft, context, failed }: EdgeReading,
): Component['edge'] | undefined {
  const words = (row: TableRow | undefined, column: PolicyColumn): string =>
    typedText(row?.own(column) ?? null);
  const heading = context.columns.get('threshold')?.edge ?? null;
  const said = [
    ...(heading === null
      ? []
      : [{ edge: heading, row: itemAt(draft.rows, 0), text: heading === 'at' ? '≥' : '>' }]),
    ...rows.flatMap((row, index) => {
      const own = itemAt(draft.rows, index);
      return row === null || row.edge === null
        ? []
        : [{ edge: row.edge, row: own, text: words(own, 'threshold') }];
    }),
  ];
  const first = stated ?? said[0]?.edge;
  const other = said.find(({ edge }) => edge !== first);
  if (other === undefined) return first;
  const edgeRow = draft.rows.find((row) => row.own('edge') !== null);
  reported(
    context,
    other.row.row,
    'threshold',
    {
      code: 'policy.contradiction',
      component: draft.name === '' ? '返点' : draft.name,
      column: 'edge',
      first: stated === undefined ? (said[0]?.text ?? '') : words(edgeRow, 'edge'),
      second: other.text,
    },
    failed,
  );
  return first;
}

interface EdgeReading {
  readonly draft: ComponentDraft;
  readonly context: DraftContext;
  readonly failed: Set<PolicyColumn>;
}
