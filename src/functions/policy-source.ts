import type { Facts } from '#domain/policy/facts.ts';
import type { Cell } from '#domain/sheet.ts';

/** A policy table as it stands in a workbook. */
export interface WorkbookPolicy {
  /** Header row included. */
  readonly cells: readonly (readonly Cell[])[];
  /** What a message calls a cell: "返点政策!C7". Left out: row number and column header. */
  readonly cellName?: (row: number, column: number) => string;
  /** Number format of a cell: "0%" tells 110% from 1.1 yuan. */
  readonly format?: (row: number, column: number) => string | null;
  /** 指标 / Facts, for gates. */
  readonly facts?: Facts;
}

interface PolicySource {
  table: WorkbookPolicy | undefined;
  /** Text of the cells: two tables with the same text give the same figures. */
  fingerprint: string;
  used?: boolean;
  whenUsed?: (() => void) | undefined;
  /** Calls that wait for the host's first word; undefined when nobody is expected to speak. */
  waiting: { readonly promise: Promise<void>; readonly settle: () => void } | undefined;
}

/**
 * functions.js and the pane are two scripts of one page, each with its own copy of this module: the
 * state stands on the page itself.
 */
const SLOT = Symbol.for('rebate-radar.workbook-policy');

function source(): PolicySource {
  const page = globalThis as { [SLOT]?: PolicySource };
  page[SLOT] ??= { table: undefined, fingerprint: '', waiting: undefined };
  return page[SLOT];
}

export const workbookPolicy = (): WorkbookPolicy | undefined => source().table;

/** A formula has asked for the workbook's own policy: the host may want to be there next time. */
export function noteWorkbookPolicyUsed(): void {
  const state = source();
  state.used = true;
  state.whenUsed?.();
  state.whenUsed = undefined;
}

/** Calls back once a formula has asked for the workbook's own policy, or at once if one has. */
export function onWorkbookPolicyUsed(told: () => void): void {
  const state = source();
  if (state.used === true) told();
  else state.whenUsed = told;
}

/**
 * The host says what stands on the policy sheet now, or that there is none.
 *
 * Returns whether anything changed. On true the host has formulas without a policy argument
 * recalculated. So that a workbook edited elsewhere never shows old figures, the host keeps
 * `policyFingerprint` in the workbook and recalculates on load when it differs from the sheet's.
 */
export function setWorkbookPolicy(table: WorkbookPolicy | undefined): boolean {
  const state = source();
  const fingerprint = policyFingerprint(table);
  const changed = fingerprint !== state.fingerprint;
  state.table = table;
  state.fingerprint = fingerprint;
  state.waiting?.settle();
  state.waiting = undefined;
  return changed;
}

/** Everything of a policy table that a figure can depend on. */
export function policyFingerprint(table: WorkbookPolicy | undefined): string {
  if (table === undefined) return '';
  const { cells, facts, format } = table;
  const values = [...(facts ?? [])].map(([name, stated]) => [
    name,
    ...stated.map(({ period, value }) => [period?.label ?? '', value.toString()]),
  ]);
  const percents =
    format === undefined
      ? []
      : cells.map((row, r) =>
          row.map((cell, c) => typeof cell === 'number' && (format(r, c) ?? '').includes('%')),
        );
  return JSON.stringify([cells, values, percents]);
}

/**
 * From now on calls without a policy wait for the host's first word, at most until `timeout`
 * settles.
 */
export function expectWorkbookPolicy(timeout: Promise<void>): void {
  const state = source();
  if (state.waiting !== undefined || state.table !== undefined) return;
  let settle: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  state.waiting = { promise, settle };
  void timeout.then(settle);
}

/** Settles once the host has spoken; undefined when there is nobody to wait for. */
export const workbookPolicyExpected = (): Promise<void> | undefined => source().waiting?.promise;
