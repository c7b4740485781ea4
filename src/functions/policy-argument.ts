import { Refusal } from '#domain/refusal.ts';
import { type CellRefusal, refuse } from './cell-refusal.ts';
import type { Facts } from '#domain/policy/facts.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import { gateState } from '#domain/rebate/gate.ts';
import type { Cell } from '#domain/sheet.ts';
import { optionalCells } from './cells.ts';
import { policyCells, bareShareFormats } from './policy-cells.ts';
import { type WorkbookPolicy, policyFingerprint } from './policy-source.ts';
import type { Caller } from './spec.ts';

/**
 * Policies read lately, by the text of their cells: a thousand formulas over one range read it
 * once.
 */
const KEPT = 16;

const read = new Map<string, Policy | CellRefusal>();

/**
 * The policy of an argument, or the workbook's own when it was left out, with the facts of an
 * argument before the workbook's. Refuses when there is none to compute with.
 */
export function policyOf(argument: unknown, caller: Caller, facts?: Facts): Policy {
  const table = tableOf(argument, caller);
  const policy = readOnce(facts === undefined ? table : { ...table, facts }, caller);
  if (policy instanceof Refusal) throw policy;
  return policy;
}

function tableOf(argument: unknown, caller: Caller): WorkbookPolicy {
  const given = optionalCells('policy', argument);
  if (given === undefined) {
    if (caller.workbookPolicy === undefined) throw refuse({ code: 'functions.no-policy' });
    return caller.workbookPolicy;
  }
  if (given.height < 2) throw refuse({ code: 'functions.policy-not-a-range' });
  const name = (rows: WorkbookPolicy['cells'], row: number, column: number): string =>
    nameByHeader({ cells: rows }, caller)(row, column);
  return { cells: policyCells(given, caller.date1904, name) };
}

function readOnce(table: WorkbookPolicy, caller: Caller): Policy | CellRefusal {
  const cellName = table.cellName ?? nameByHeader(table, caller);
  // Cell names are in the policy's messages and working, so tables that name their cells otherwise
  // are read apart.
  const key = `${cellName(1, 0)}\n${policyFingerprint(table)}`;
  const known = read.get(key);
  if (known !== undefined) read.delete(key);
  const policy = known ?? readTable(table, cellName);
  read.set(key, policy);
  if (read.size > KEPT) read.delete(read.keys().next().value as string);
  return policy;
}

function readTable(
  table: WorkbookPolicy,
  cellName: (row: number, column: number) => string,
): Policy | CellRefusal {
  const format = table.format ?? bareShareFormats(table.cells);
  const { policy, findings } = readPolicy(table.cells, {
    cellName,
    ...(table.facts && { facts: table.facts }),
    ...(format && { format }),
  });
  if (policy !== null) return withGatesLookedUp(policy);
  const errors = findings.filter((finding) => finding.level === 'error');
  const [first] = errors;
  if (first === undefined) return refuse({ code: 'functions.policy-not-a-range' });
  return refuse({
    code: 'functions.policy-error',
    cell: first.cell,
    fact: first.fact,
    errors: errors.length,
  });
}

function nameByHeader(
  table: WorkbookPolicy,
  caller: Caller,
): (row: number, column: number) => string {
  return (row, column) =>
    caller.say({
      code: 'functions.policy-cell',
      row: row + 1,
      column: headerText(table.cells[0]?.[column]),
    });
}

const headerText = (cell: Cell | undefined): string =>
  typeof cell === 'string' ? cell.trim() : '';

/** A gate that the facts show to be met is out of the way; any other pays 0. */
function withGatesLookedUp(policy: Policy): Policy {
  const components = policy.components.map((component) =>
    gateState(component.gate, policy.facts) === 'met' ? { ...component, gate: null } : component,
  );
  return { ...policy, components };
}
