import { ExcelError, excel } from '../functions/excel.ts';
import * as make from './inputs.ts';
import type { Random } from './random.ts';

/** A call as Excel makes it: which function, and arguments of any kind. */
export interface AnyCall {
  readonly at: number;
  readonly args: readonly unknown[];
}

/** A cell as it comes over Excel's wire: plain, an error, an entity, or nothing we know. */
function wireCell(random: Random): unknown {
  const kind = random.below(10);
  if (kind < 6) return make.cell(random);
  if (kind < 8) return random.of([0, '', null, 45_000, '2025-01-08', '基础', '全部', '6%', '50万']);
  if (kind < 9) return { code: random.of(['#N/A', '#DIV/0!', 7]), message: 'x' };
  return make.anyJson(random, ['type', 'basicValue', 'Entity', 'properties', '__proto__'], 2);
}

const range = (random: Random, wide: number, tall: number): unknown[][] => {
  const width = 1 + random.below(wide);
  const row = (): unknown[] => Array.from({ length: width }, () => wireCell(random));
  return [row(), ...random.times(tall, row)];
};

function anyArgument(random: Random): unknown {
  const kind = random.below(8);
  if (kind < 2) return wireCell(random);
  if (kind < 4) return range(random, 3, 6);
  if (kind < 5) return make.policyTable(random);
  if (kind < 6) return make.ledgerTable(random);
  return random.of<unknown>([[[0]], [[null, null]], null, undefined, 'REBATE', -1]);
}

export const anyCall = (random: Random): AnyCall => ({
  at: random.below(1000),
  args: random.times(6, () => anyArgument(random)),
});

/** A sentence to its end; what it asks to copy as it stands may follow. */
const SENTENCE = /[。.？?！!)）]$|照抄下面即可：./;

/** What a cell can show; an error has a sentence that a person can read. */
function isShown(value: unknown): boolean {
  if (typeof value === 'string') return !/\[object |undefined|NaN/.test(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (value instanceof ExcelError)
    return /^#(VALUE!|N\/A)$/.test(value.code) && SENTENCE.test(value.message);
  return typeof value === 'boolean';
}

/**
 * Every function returns whatever it is asked: a value, cells in rows of one width, or an error.
 */
export async function checkCall({ at, args }: AnyCall): Promise<void> {
  const { ids, call } = await excel();
  const id = ids[at % ids.length] as Parameters<typeof call>[0];
  const result: unknown = await Promise.resolve(call(id, ...args)).catch((error: unknown) => error);
  if (!Array.isArray(result)) {
    if (!isShown(result)) throw new Error(`${id}: ${String(result)}`, { cause: result });
    return;
  }
  const rows = result as readonly (readonly unknown[])[];
  if (new Set(rows.map(({ length }) => length)).size > 1) throw new Error(`${id}: ragged`);
  const odd = rows.flat().find((cell) => !isShown(cell));
  if (rows.flat().some((cell) => !isShown(cell))) throw new Error(`${id}: ${String(odd)}`);
}
