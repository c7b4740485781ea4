import { beyondWindows } from '#domain/rebate/beyond-windows.ts';
import { int32At, uint16At } from '#domain/columns.ts';
import { isOnlyTold } from '#domain/decision/action-list.ts';
import { isoDate } from '#domain/calendar/local-date.ts';
import type { Ledger } from '#domain/ledger/ledger.ts';
import { LEDGER_FIELDS } from '#domain/reading/ledger-fields.ts';
import { type Fen, yuanText } from '#domain/money/fen.ts';
import type { Decimal } from '#domain/money/decimal.ts';
import { roundFen } from '#domain/money/rounding.ts';
import type { LevelGap, MemberFigures, Window } from '#domain/rebate/window.ts';
import type { Say } from '#facts/any-fact.ts';
import type { Analysis } from '#domain/review/analysis.ts';
import { JsonLines } from '../write/json-text.ts';
import { countKinds } from './analyze.ts';
import { type WantedRows, rowBytes } from './row-bytes.ts';

/**
 * The analysis as plain JSON, to be written by `jsonText`: amounts as yuan with two places, rates
 * as decimals, days as ISO dates.
 */
export function analysisJson(analysis: Analysis, say: Say, rows: WantedRows = 'all'): object {
  const { ledger, policy, rebate } = analysis;
  return {
    asOf: isoDate(analysis.asOf),
    ledger: ledgerJson(analysis, say, rows),
    policy: {
      name: policy.name,
      example: policy.example,
      findings: analysis.findings.map((finding) => ({
        cell: finding.cell,
        level: finding.level,
        code: finding.fact.code,
        message: say(finding.fact),
        atStake: optional(finding.atStake),
      })),
    },
    periods: rebate.windows.map((window) => periodJson(window, say)),
    payouts: rebate.payouts.map(({ period, rebate: earned, trueUp, cap, clawBack }) => ({
      label: period.label,
      from: isoDate(period.from),
      to: isoDate(period.to),
      rebate: yuanText(earned),
      trueUp: yuanText(trueUp),
      cap: yuanText(cap),
      clawBack: yuanText(clawBack),
    })),
    edges: analysis.edges.map((edge) => ({
      ...placeJson(ledger, edge.ledgerIndex),
      component: edge.component,
      period: edge.period,
      role: edge.role,
      stake: yuanText(edge.stake),
    })),
    edgesOmitted: analysis.edgesOmitted,
    unpaid: rebate.unpaid.map(({ position, reason }) => ({
      ...placeJson(ledger, int32At(analysis.book.ledgerIndex, position)),
      reason,
    })),
    advice: analysis.advice.map((advice) => ({
      kind: advice.kind,
      // false: told for what it says; an action nobody would count on is none.
      recommended: !isOnlyTold(advice),
      title: say(advice.title),
      yuan: yuanText(advice.yuan),
      cost: yuanText(advice.cost),
      probability: advice.probability?.toString() ?? null,
      orders: advice.orders.map((index) => placeJson(ledger, index)),
      explanation: advice.explanation.map((fact) => say(fact)),
      assumptions: advice.assumptions.map((fact) => say(fact)),
    })),
    forecast: forecastJson(analysis),
    warnings: ledger.warnings.map((warning) => ({
      code: warning.code,
      sheet: warning.sheet,
      row: warning.row,
      message: say(warning.fact),
    })),
    totals: {
      rebate: yuanText(rebate.total),
      received: yuanText(analysis.received),
      outstanding: yuanText(analysis.outstanding),
    },
    // The rebate less the sum of the periods': without a true-up, or after a taking back.
    notTruedUp: yuanText(beyondWindows(rebate.total, rebate.windows)),
  };
}

function ledgerJson(
  { ledger, netSales, byCategory }: Analysis,
  say: Say,
  rows: WantedRows,
): object {
  const first = ledger.sheets[0];
  return {
    sheet: first?.name ?? '',
    headerRow: first?.headerRow ?? 0,
    columns: columnsJson(ledger.sheets[0]),
    sheets: ledger.sheets.map((sheet) => ({
      sheet: sheet.name,
      headerRow: sheet.headerRow,
      columns: columnsJson(sheet),
      unknownHeaders: sheet.unknownHeaders.map(({ header }) => header),
    })),
    counts: countKinds(ledger),
    netSales: yuanText(netSales),
    byCategory: Object.fromEntries(
      [...byCategory].map(([category, amount]) => [category, yuanText(amount)]),
    ),
    rows: new JsonLines((between) => rowBytes(ledger, rows, say, between)),
    questions: ledger.questions.map((question) => ({
      key: question.key,
      reason: question.reason,
      sheet: question.sheet,
      row: question.row,
      rows: question.indices.map((index) => {
        const { sheet, row } = placeJson(ledger, index);
        return { sheet, row };
      }),
      cell: question.cell,
      typed: question.typed,
      message: say(question.fact),
      choices: question.choices.map(choiceJson),
    })),
    report: ledger.report.map((fact) => say(fact)),
  };
}

const columnsJson = (sheet: Ledger['sheets'][number] | undefined): object =>
  Object.fromEntries(
    LEDGER_FIELDS.flatMap((field) => {
      const place = sheet?.columns[field];
      return place === undefined ? [] : [[field, place.header]];
    }),
  );

const placeJson = (
  ledger: Ledger,
  index: number,
): { readonly sheet: string; readonly row: number; readonly orderId: string } => ({
  sheet: ledger.sheets[uint16At(ledger.sheetOf, index)]?.name ?? '',
  row: ledger.row[index] ?? 0,
  orderId: ledger.orderId[index] ?? '',
});

function choiceJson(choice: Ledger['questions'][number]['choices'][number]): object {
  switch (choice.kind) {
    case 'amount':
      return { id: choice.id, kind: choice.kind, amount: yuanText(choice.amount) };
    case 'date':
      return { id: choice.id, kind: choice.kind, date: isoDate(choice.date) };
    case 'category':
      return { id: choice.id, kind: choice.kind, category: choice.category };
    case 'status':
      return { id: choice.id, kind: choice.kind, status: choice.status };
    default:
      return { id: choice.id, kind: choice.kind };
  }
}

function forecastJson({ forecast, ledger }: Analysis): object {
  return {
    committed: yuanText(forecast.committed),
    everything: yuanText(forecast.everything),
    expected: forecast.expected.ok ? yuanText(forecast.expected.value) : null,
    ofExpectedSales: yuanText(forecast.ofExpectedSales),
    windows: forecast.windows.map(({ window, anticipatedTier, chances, expectedTierSales }) => ({
      component: window.component.name,
      label: window.period.label,
      tier: window.tier,
      anticipatedTier,
      expectedTierSales: yuanText(expectedTierSales),
      chances: chances.ok ? chances.value.map((chance) => chance.toString()) : null,
    })),
    needsProbability: forecast.needsProbability.map(({ stage, deals }) => ({
      stage,
      orders: deals.map((index) => placeJson(ledger, index)),
    })),
  };
}

const optional = (amount: Fen | null): string | null => (amount === null ? null : yuanText(amount));

function periodJson(window: Window, say: Say): object {
  const { level, reason, single } = window;
  const known = window.blocked !== 'unknown';
  const isGate = window.blocked === 'gate-unmet' || window.blocked === 'gate-unknown';
  return {
    component: window.component.name,
    label: window.period.label,
    from: isoDate(window.period.from),
    to: isoDate(window.period.to),
    open: window.open,
    sales: yuanText(window.sales),
    tierSales: yuanText(window.tierSales),
    tier: single ? window.tier : null,
    rate: single ? window.rate.toString() : null,
    rebate: known ? yuanText(window.rebate) : null,
    nextThreshold: level === null ? optional(window.nextThreshold) : levelText(level, level.next),
    gap: level === null ? optional(window.gap) : levelText(level, level.missing),
    gapUnit: level === null ? 'yuan' : level.unit === 'sales' ? 'yuan' : level.unit,
    gain: optional(window.gain),
    cushion: single && level === null ? yuanText(window.cushion) : null,
    capped: yuanText(window.capped),
    clawBack: yuanText(window.clawedBack),
    stackedOut: window.blocked === 'stacked-out',
    blocked: known || reason === null ? null : say(reason),
    gate: isGate && reason !== null ? say(reason) : null,
    note: window.note === null ? null : say(window.note),
    members: window.members?.map(memberJson) ?? null,
  };
}

/** A level in the unit of the measure; sales of other windows are yuan. */
const levelText = ({ unit }: LevelGap, level: Decimal | null): string | null =>
  level === null
    ? null
    : unit === 'sales'
      ? yuanText(roundFen(level, 'half-up'))
      : level.toDecimalPlaces(8).toString();

const memberJson = (member: MemberFigures): object => ({
  name: member.name,
  sales: yuanText(member.sales),
  tierSales: yuanText(member.tierSales),
  tier: member.tier,
  rate: member.rate.toString(),
  rebate: yuanText(member.rebate),
  gap: optional(member.gap),
  gain: optional(member.gain),
});
