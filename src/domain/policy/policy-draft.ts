import type { Cell } from '../sheet.ts';
import type { Language } from '../language.ts';
import { cellText } from '../reading/fold-text.ts';
import { unspread } from './across.ts';
import { type HeaderMeaning, policyColumnOf } from './column-of-header.ts';
import type { PolicyColumn } from './columns.ts';
import { EXAMPLES_BY_KIND, type ExampleKind } from './example-kinds.ts';
import type { TypedPolicy } from './typed-policy.ts';

/** A table of somebody else's, as a draft; and the columns of it that nobody reads. */
export interface PastedPolicy {
  readonly draft: TypedPolicy;
  readonly unread: readonly { readonly header: string; readonly first: string }[];
}

/**
 * A table as it stands, under its own headers: units in them hold. Title lines above the header are
 * left behind; `null` where no line names a threshold and one more column.
 */
export function draftOfTable(given: readonly (readonly string[])[]): PastedPolicy | null {
  const table = paysIn(given) ? given : (inRows(given) ?? given);
  const headerAt = table.findIndex((row) => {
    const columns = row.map((text) => policyColumnOf(text)?.column);
    return columns.includes('threshold') && columns.filter((each) => each !== undefined).length > 1;
  });
  const header = table[headerAt];
  if (header === undefined) return null;
  const rows = table.slice(headerAt + 1).filter((row) => row.some((text) => text.trim() !== ''));
  const meanings = header.map((text) => policyColumnOf(text));
  const read = header.flatMap((text, at) => {
    const meaning = meanings[at];
    // 档位 beside 门槛 is the tier's name: the policy's reader leaves it out as well.
    const gives = meaning?.yields === true && isElsewhere(meaning.column, at, meanings);
    return meaning === undefined || gives
      ? []
      : [{ at, column: meaning.column, header: text.trim() }];
  });
  const known = new Set(read.map(({ at }) => at));
  return {
    draft: {
      columns: read.map(({ column }) => column),
      headers: read.map((each) => each.header),
      rows: rows.map((row) => read.map(({ at }) => (row[at] ?? '').trim())),
    },
    unread: header.flatMap((text, at) => {
      const first = rows.map((row) => (row[at] ?? '').trim()).find((each) => each !== '');
      return known.has(at) || (text.trim() === '' && first === undefined)
        ? []
        : [{ header: text.trim(), first: first ?? '' }];
    }),
  };
}

const paysIn = (table: readonly (readonly string[])[]): boolean =>
  table.some((row) => {
    const columns = row.map((text) => policyColumnOf(text)?.column);
    return columns.includes('threshold') && PAYS.some((column) => columns.includes(column));
  });

const PAYS = ['rate', 'bonus'] as const;

/** A table spread over columns, one row a tier: what heads the columns is there to be changed. */
const inRows = (
  table: readonly (readonly string[])[],
): readonly (readonly string[])[] | undefined =>
  unspread(table)?.rows.map((row) => row.map(({ cell }) => cellText(cell)));

/** Whether another header says the same column, outright or first. */
const isElsewhere = (
  column: PolicyColumn,
  at: number,
  meanings: readonly (HeaderMeaning | undefined)[],
): boolean =>
  meanings.some((other, place) => other?.column === column && (!other.yields || place < at));

/** A complete example of a kind, to be changed. */
export function draftOfExample(kind: ExampleKind, language: Language): TypedPolicy {
  const { policy, facts } = EXAMPLES_BY_KIND[kind][language === 'zh-CN' ? 'zh' : 'en'];
  const draft = draftOfTable(policy.map(texts))?.draft ?? { columns: [], rows: [] };
  return facts === null ? draft : { ...draft, facts: facts.map(texts) };
}

const texts = (row: readonly Cell[]): readonly string[] =>
  row.map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? String(cell) : ''));

/**
 * Copied cells as spreadsheets and web pages hand them over: tabs between cells, a cell of several
 * lines in quotes. A cell that was merged comes as a blank under the first.
 */
export function tableOfText(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"' && (quoted || cell === '')) {
      if (quoted && text[at + 1] === '"') cell += text[at++];
      else quoted = !quoted;
    } else if (!quoted && sign === '\t') endCell();
    else if (!quoted && sign === '\n') endRow();
    else if (sign !== '\r') cell += sign === '\n' ? ' ' : sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
