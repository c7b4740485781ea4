import { itemAt } from '../columns.ts';
import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import { NO_FEN, fenFromYuan } from '../money/fen.ts';
import { foldKey } from '../reading/fold-text.ts';
import type { AmountUnit } from '../reading/number-text.ts';
import type { Result } from '../result.ts';
import type { Cell } from '../sheet.ts';
import type { PolicyColumn } from './columns.ts';
import { componentDefaults } from './defaults.ts';
import type { PolicyFinding } from './finding.ts';
import type { PolicyFact } from './policy.facts.ts';
import type { Accumulation, Component, Measure, OpenField, Tier } from './policy.ts';
import * as read from './read-cells.ts';
import {
  type Baseline,
  readBaseline,
  readGroupCap,
  readLag,
  readMonths,
  readPer,
  readRefund,
} from './read-clauses.ts';
import { type Level, readConditions, readGate, readLevel, readMeasure } from './read-conditions.ts';
import { readThreshold } from './read-threshold.ts';
import type { Columns, TableRow } from './table-rows.ts';
import { boundsOf } from './threshold-bounds.ts';

/**
 * The rows of one component, and the earlier version of the same name that its blanks fall back to.
 */
export interface ComponentDraft {
  readonly name: string;
  readonly rows: TableRow[];
  readonly above: ComponentDraft | undefined;
}

export interface DraftContext {
  readonly columns: Columns;
  readonly report: (
    row: number,
    column: number,
    fact: PolicyFact,
    level?: PolicyFinding['level'],
  ) => void;
  readonly cellName: (row: number, column: number) => string;
  readonly format?: (row: number, column: number) => string | null;
}

/** A component as far as its cells can be read, and the columns in which one cannot. */
export interface DraftedComponent {
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
  const scheme = field.one('scheme', read.readScheme);
  const edge = edgeOf(field.one('edge', read.readEdge), tierRows, { draft, context, failed });
  const rounding = field.one('rounding', read.readRounding);
  const base = field.one('base', read.readBase);
  const where = field.at('where', (cell, name) => readConditions(cell, 'where', name));
  const countsWhere = field.at('countsWhere', readCountsWhere);
  const clawback = field.one('clawback', readMonths);
  const stated = {
    refund: field.one('refund', readRefund),
    accumulate: field.one('accumulate', read.readAccumulate),
    counts: field.one('counts', read.readCounts),
  };
  const component = {
    ...componentDefaults,
    id: draft.name === '' ? '返点' : draft.name,
    name: draft.name === '' ? '返点' : draft.name,
    policy: field.one('policy', text) ?? '',
    categories: field.one('categories', read.readCategories) ?? componentDefaults.categories,
    counts: stated.counts ?? componentDefaults.counts,
    scheme: scheme ?? componentDefaults.scheme,
    edge: edge ?? componentDefaults.edge,
    baseline: baseline?.kind === 'fixed' ? baseline.amount : null,
    baselineFrom: baseline?.kind === 'from' ? baseline.source : null,
    accumulate: stated.accumulate ?? componentDefaults.accumulate,
    pay: payOf(field.one('pay', read.readPay)),
    trueUp: field.one('trueUp', (cell) => read.readYesNo(cell, 'trueUp')) ?? scheme !== 'marginal',
    yearStart: field.one('yearStart', read.readYearStart) ?? 1,
    from: field.one('from', (cell) => read.readDate(cell, 'from')) ?? null,
    to:
      field.ownRange(
        'to',
        'from',
        orNone((cell) => read.readDate(cell, 'to')),
      ) ?? null,
    cap:
      field.one(
        'cap',
        orNone((cell, unit) => read.readYuan(cell, 'cap', unit)),
      ) ?? null,
    floor:
      field.one(
        'floor',
        orNone((cell, unit) => read.readYuan(cell, 'floor', unit)),
      ) ?? null,
    stack: field.one('stack', read.readStack) ?? componentDefaults.stack,
    gate: field.one('gate', orNone(readGate)) ?? null,
    where: where ?? null,
    countsWhere: countsWhere ?? null,
    per: field.at('per', readPer) ?? null,
    // A claw-back period says by itself that refunds go back at the rate they were paid at.
    refund: stated.refund ?? (clawback === undefined ? componentDefaults.refund : 'original-rate'),
    clawback: clawback ?? null,
    measure,
    lag: field.one('lag', readLag) ?? componentDefaults.lag,
    groupCap: field.one('groupCap', orNone(readGroupCap)) ?? null,
    base: base ?? componentDefaults.base,
    taxRate: field.one('taxRate', read.readTaxRate) ?? componentDefaults.taxRate,
    rounding: { mode: rounding?.mode ?? 'half-up', per: rounding?.per ?? 'total' },
    carry: field.one('carry', (cell) => read.readYesNo(cell, 'carry')) ?? false,
    source: field.one('source', verbatim) ?? '',
    recordedOn: field.one('recordedOn', text) ?? '',
    unstated: unstated({
      scheme,
      edge,
      base,
      rounding,
      ...stated,
      refund: stated.refund ?? clawback,
      countsWhere: where === undefined ? 'nothing to say' : countsWhere,
    }),
    tiers: tierRows.flatMap((tier) => (tier === null ? [] : [tier.tier])),
    cells: field.cells,
    ...(context.columns.get('rate')?.percent === true ? { ratesInPercent: true } : {}),
  } satisfies Component;
  checkRanges(tierRows, component, draft, context);
  return { component, failed };
}

/** 无 · 不封顶 · 长期 · — : that there is none, which a version may say of what stood before. */
const orNone =
  <T>(reader: (cell: Cell, unit: AmountUnit) => Result<T, PolicyFact>) =>
  (cell: Cell, unit: AmountUnit): Result<T | null, PolicyFact> =>
    NONE.test(foldKey(read.typedText(cell))) ? done(null) : reader(cell, unit);
const NONE =
  /^(?:无|没有|不封顶|不设上限|无上限|不限|不保底|长期|长期有效|永久|另行通知|none|n\/a|nocap|uncapped|unlimited|nofloor|open|ongoing|untilfurthernotice|[-–—―]+)$/;

/** 全部 lifts the condition. */
const readCountsWhere = (cell: Cell, name: string): Result<Component['countsWhere'], PolicyFact> =>
  read.isAll(cell) ? done('all' as const) : readConditions(cell, 'countsWhere', name);

const done = <T>(value: T): Result<T, PolicyFact> => ({ ok: true, value });
const text = (cell: Cell): Result<string, PolicyFact> => done(read.typedText(cell));
/** A quoted sentence keeps its punctuation. */
const verbatim = (cell: Cell): Result<string, PolicyFact> =>
  done(typeof cell === 'string' ? cell.trim() : read.typedText(cell));
const payOf = (pay: Accumulation | undefined): Component['pay'] =>
  pay === undefined || pay === 'order' ? 'quarter' : pay;

const unstated = (stated: Readonly<Record<OpenField, unknown>>): readonly OpenField[] =>
  (Object.keys(stated) as OpenField[]).filter((field) => stated[field] === undefined);

interface TierRow {
  readonly tier: Tier;
  readonly edge: Component['edge'] | null;
  readonly end: Decimal | null;
}

/** What the clauses of the component say about its thresholds. */
interface TierReading {
  readonly baseline: Baseline | null;
  readonly measure: Measure;
  readonly component: string;
  /** Columns in which a cell of the component cannot be read. */
  readonly failed: Set<PolicyColumn>;
}

function readTierRow(row: TableRow, reading: TierReading, context: DraftContext): TierRow | null {
  const { baseline, measure, component, failed } = reading;
  const typed = row.own('threshold');
  const wrong = (fact: PolicyFact): null => reported(context, row.row, 'threshold', fact, failed);
  const pays = readPay(row, context, failed);
  if (typed === null) return wrong({ code: 'policy.threshold-missing', component });
  if (measure.kind !== 'sales') return readLevelRow(row, typed, pays, reading, context);
  const threshold = readThreshold(typed, {
    unit: context.columns.get('threshold')?.unit ?? 'yuan',
    format: context.format?.(row.row, placeOf(context, 'threshold')) ?? null,
  });
  if (!threshold.ok) return wrong(threshold.error);
  if (failed.has('measure')) return null;
  if (threshold.value.kind === 'of-baseline' && baseline === null)
    return failed.has('baseline')
      ? null
      : wrong({ code: 'policy.threshold-needs-baseline', typed: read.typedText(typed) });
  const ofBaseline = threshold.value.kind === 'of-baseline' ? threshold.value.value : undefined;
  const amount =
    ofBaseline === undefined
      ? threshold.value.value
      : ofBaseline.times(baseline?.kind === 'fixed' ? baseline.amount : 0);
  const inFen = fenFromYuan(amount.div(100));
  if (inFen === undefined)
    return wrong({ code: 'policy.threshold-unreadable', typed: read.typedText(typed) });
  return {
    tier: { threshold: inFen, ...pays, ...(ofBaseline === undefined ? {} : { ofBaseline }) },
    edge: threshold.value.edge,
    end: threshold.value.end,
  };
}

/** What a tier pays, and where it stands; nothing where a cell cannot be read. */
function readPay(
  row: TableRow,
  context: DraftContext,
  failed: Set<PolicyColumn>,
): Pick<Tier, 'rate' | 'rateIsFloor' | 'bonus' | 'cell'> {
  const rateCell = row.own('rate');
  const rate =
    rateCell === null
      ? done({ rate: ZERO, isFloor: false })
      : read.readRate(rateCell, {
          percent: context.columns.get('rate')?.percent ?? false,
          format: context.format?.(row.row, placeOf(context, 'rate')) ?? null,
        });
  if (!rate.ok) reported(context, row.row, 'rate', rate.error, failed);
  const bonusCell = row.own('bonus');
  const bonus =
    bonusCell === null || NONE.test(foldKey(read.typedText(bonusCell)))
      ? done(NO_FEN)
      : read.readYuan(bonusCell, 'bonus', context.columns.get('bonus')?.unit ?? 'yuan');
  if (!bonus.ok) reported(context, row.row, 'bonus', bonus.error, failed);
  return {
    rate: rate.ok ? rate.value.rate : ZERO,
    rateIsFloor: rate.ok && rate.value.isFloor,
    bonus: bonus.ok ? bonus.value : NO_FEN,
    cell: cellOf(context, row.row, 'threshold'),
  };
}

const placeOf = (context: DraftContext, column: PolicyColumn): number =>
  context.columns.get(column)?.index ?? 0;

/** A threshold in the unit of a measure: 5 customers, 30 %, what a fact is stated in. */
function readLevelRow(
  row: TableRow,
  typed: Cell,
  pays: Pick<Tier, 'rate' | 'rateIsFloor' | 'bonus' | 'cell'>,
  { measure, failed }: TierReading,
  context: DraftContext,
): TierRow | null {
  const place = context.columns.get('threshold');
  const wrong = (fact: PolicyFact): null => reported(context, row.row, 'threshold', fact, failed);
  const bounds = boundsOf(read.typedText(typed));
  const level = readLevel(
    typeof typed === 'string' ? bounds.low : typed,
    context.format?.(row.row, place?.index ?? 0) ?? null,
  );
  const unreadable = {
    code: 'policy.level-unreadable',
    typed: read.typedText(typed),
    measure,
  } as const;
  if (bounds.contradicts)
    return wrong({ code: 'policy.threshold-edges', typed: read.typedText(typed) });
  const high =
    bounds.high === undefined || bounds.high === '' ? null : endLevel(bounds.high, typed);
  if (level === undefined || high === undefined) return wrong(unreadable);
  const percent = level.percent || (place?.percent ?? false);
  const value = place?.percent === true && !level.percent ? level.value.div(100) : level.value;
  if (measure.kind === 'share' && value.gt(1))
    return wrong({
      code: 'policy.share-above-one',
      typed: read.typedText(typed),
      percent: `${value.toString()}%`,
    });
  const counted = measure.kind !== 'share' && measure.kind !== 'fact';
  if (counted && (percent || !value.isInteger())) return wrong(unreadable);
  return {
    tier: { threshold: NO_FEN, level: value, levelIsPercent: percent, ...pays },
    edge: bounds.edge,
    end:
      high === null
        ? null
        : place?.percent === true && !high.percent
          ? high.value.div(100)
          : high.value,
  };
}

/** The upper end of "20%-30%", "5-9家" or "20-30%": a sign at the end holds for both. */
const endLevel = (high: string, typed: Cell): Level | undefined => {
  const level = readLevel(high, null);
  return level?.percent === true && !read.typedText(typed).slice(0, -1).includes('%')
    ? undefined
    : level;
};

function reported(
  context: DraftContext,
  row: number,
  column: PolicyColumn,
  fact: PolicyFact,
  failed: Set<PolicyColumn>,
): null {
  failed.add(column);
  context.report(row, placeOf(context, column), fact);
  return null;
}

/**
 * Ranges such as 200-500 state an end: it has to be the next tier's beginning, give or take the
 * trade's "499.99".
 */
function checkRanges(
  rows: readonly (TierRow | null)[],
  component: Component,
  draft: ComponentDraft,
  context: DraftContext,
): void {
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    if (row?.end == null || next == null) return;
    const begins = beginningOf(next.tier);
    const missing = begins.minus(row.end);
    if (missing.gte(0) && missing.lte(toleranceOf(row, component.measure))) return;
    const place = context.columns.get('threshold')?.index ?? 0;
    const gap = { component: component.name, end: row.end, next: begins };
    context.report(itemAt(draft.rows, index).row, place, gapFact(gap, next.tier));
  });
}

const beginningOf = ({ level, ofBaseline, threshold }: Tier): Decimal =>
  level ?? ofBaseline ?? new Decimal(threshold);

/**
 * Up to one yuan (or one unit of 万) between 24,999 and 25,000, up to one per cent between 109.99 %
 * and 110 %, and one between 9 and 10 customers are the trade's way of writing the same bound.
 */
function toleranceOf({ tier, end }: TierRow, measure: Measure): Decimal {
  if (tier.ofBaseline !== undefined || tier.levelIsPercent === true || measure.kind === 'share')
    return new Decimal('0.01');
  if (tier.level !== undefined) return ONE;
  return new Decimal(end?.gte(100_000_00) === true ? 10_000_00 : 100);
}

function gapFact(
  gap: { readonly component: string; readonly end: Decimal; readonly next: Decimal },
  { level, levelIsPercent, ofBaseline }: Tier,
): PolicyFact {
  const { component, end, next } = gap;
  if (level === undefined && ofBaseline === undefined)
    return {
      code: 'policy.gap-between-tiers',
      component,
      end: fenFromYuan(end.div(100)) ?? NO_FEN,
      next: fenFromYuan(next.div(100)) ?? NO_FEN,
    };
  const text = (value: Decimal): string =>
    levelIsPercent === true || ofBaseline !== undefined
      ? `${value.times(100).toString()}%`
      : value.toString();
  return { code: 'policy.gap-between-levels', component, end: text(end), next: text(next) };
}

/** What the column says and what the signs of the thresholds say: they have to agree. */
function edgeOf(
  stated: Component['edge'] | undefined,
  rows: readonly (TierRow | null)[],
  { draft, context, failed }: EdgeReading,
): Component['edge'] | undefined {
  const said = rows.flatMap((row, index) =>
    row === null || row.edge === null ? [] : [{ edge: row.edge, row: itemAt(draft.rows, index) }],
  );
  const first = stated ?? said[0]?.edge;
  const other = said.find(({ edge }) => edge !== first);
  if (other === undefined) return first;
  const words = (row: TableRow | undefined, column: PolicyColumn): string =>
    read.typedText(row?.own(column) ?? null);
  const edgeRow = draft.rows.find((row) => row.own('edge') !== null);
  reported(
    context,
    other.row.row,
    'threshold',
    {
      code: 'policy.contradiction',
      component: draft.name,
      column: 'edge',
      first: stated === undefined ? words(said[0]?.row, 'threshold') : words(edgeRow, 'edge'),
      second: words(other.row, 'threshold'),
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

/**
 * Reads the fields that a component has once, taking blanks from above and refusing rows that
 * contradict each other.
 */
class FieldReader {
  readonly cells = new Map<PolicyColumn, string>();

  constructor(
    private readonly draft: ComponentDraft,
    private readonly context: DraftContext,
    private readonly failed: Set<PolicyColumn>,
  ) {}

  one<T>(
    column: PolicyColumn,
    reader: (cell: Cell, unit: AmountUnit) => Result<T, PolicyFact>,
  ): T | undefined {
    return this.read(column, reader, this.stated(column, this.draft));
  }

  /** The same with the name of the cell that says it. */
  at<T>(
    column: PolicyColumn,
    reader: (cell: Cell, name: string) => Result<T, PolicyFact>,
  ): T | undefined {
    const stated = this.stated(column, this.draft);
    const name = stated[0] === undefined ? '' : cellOf(this.context, stated[0].row, column);
    return this.read(column, (cell) => reader(cell, name), stated);
  }

  /**
   * A date range is stated as a pair: a version that states its own `partner` does not take this
   * end from above.
   */
  ownRange<T>(
    column: PolicyColumn,
    partner: PolicyColumn,
    reader: (cell: Cell, unit: AmountUnit) => Result<T, PolicyFact>,
  ): T | undefined {
    const statesPartner = this.draft.rows.some((row) => row.own(partner) !== null);
    return this.read(
      column,
      reader,
      this.stated(column, statesPartner ? { ...this.draft, above: undefined } : this.draft),
    );
  }

  private read<T>(
    column: PolicyColumn,
    reader: (cell: Cell, unit: AmountUnit) => Result<T, PolicyFact>,
    stated: readonly TableRow[],
  ): T | undefined {
    const place = this.context.columns.get(column);
    const first = stated[0];
    if (place === undefined || first === undefined) return undefined;
    this.cells.set(column, cellOf(this.context, first.row, column));
    const value = reader(first.own(column), place.unit);
    // Sources and dates of record may differ from row to row: they explain a tier, they do not
    // decide one.
    const differs = column !== 'source' && column !== 'recordedOn';
    for (const row of differs ? stated.slice(1) : [])
      this.refuseOther(column, row, first, reader(row.own(column), place.unit), value);
    if (value.ok) return value.value;
    reported(this.context, first.row, column, value.error, this.failed);
    return undefined;
  }

  /** A further row that says something else, or nothing readable. */
  private refuseOther<T>(
    column: PolicyColumn,
    row: TableRow,
    first: TableRow,
    other: Result<T, PolicyFact>,
    value: Result<T, PolicyFact>,
  ): void {
    const typed = read.typedText(row.own(column));
    const said = read.typedText(first.own(column));
    if (typed === said) return;
    if (!other.ok) reported(this.context, row.row, column, other.error, this.failed);
    else if (value.ok && JSON.stringify(other.value) !== JSON.stringify(value.value)) {
      const fact = { component: this.draft.name, column, first: said, second: typed };
      reported(
        this.context,
        row.row,
        column,
        { code: 'policy.contradiction', ...fact },
        this.failed,
      );
    }
  }

  private stated(column: PolicyColumn, draft: ComponentDraft): readonly TableRow[] {
    const own = draft.rows.filter((row) => row.own(column) !== null);
    if (own.length > 0 || draft.above === undefined) return own;
    return this.stated(column, draft.above);
  }
}

const cellOf = (context: DraftContext, row: number, column: PolicyColumn): string =>
  context.cellName(row, context.columns.get(column)?.index ?? 0);
