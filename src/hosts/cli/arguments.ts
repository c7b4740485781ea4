import { itemAt } from '#domain/columns.ts';
import { Refusal } from '#domain/refusal.ts';
import { parseArgs } from 'node:util';
import { type LocalDate, parseIsoDate } from '#domain/calendar/local-date.ts';
import { WANTED_ROWS, type WantedRows } from '#application/analyze/row-bytes.ts';
import type { CliFact } from '#facts/cli.ts';
import type { Language } from '#domain/language.ts';
import { cliHelp as english } from '#i18n/en-US/cli-help.ts';
import { cliHelp as chinese } from '#i18n/zh-CN/cli-help.ts';
import { VERSION } from '../version.ts';

/** Line by line in this process, or sums by DuckDB. */
const ENGINES = ['lines', 'duckdb'] as const;

type Engine = (typeof ENGINES)[number];

/** The words of a command line, checked. Anything wrong with them is refused. */
export interface Command {
  readonly name: 'analyze' | 'reconcile' | 'template';
  readonly files: readonly string[];
  readonly policy: string | undefined;
  /** What gates, targets and measures are looked up in; goes before the policy's own facts. */
  readonly facts: string | undefined;
  /** Products of the reseller's own, looked up before the known ones. */
  readonly catalog: string | undefined;
  /** Answers to questions; what is still open is written into the same file. */
  readonly answers: string | undefined;
  readonly asOf: LocalDate | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly out: string | undefined;
  readonly json: string | undefined;
  /** Which rows of the ledger the JSON holds. */
  readonly rows: WantedRows;
  /** Who reads the ledger; null: whoever can. */
  readonly engine: Engine | null;
  /** Sums that another engine took of the lines, instead of ledgers. */
  readonly sums: string | undefined;
  readonly language: Language;
}

type Option =
  | 'engine'
  | 'sums'
  | 'rows'
  | 'policy'
  | 'facts'
  | 'catalog'
  | 'answers'
  | 'asof'
  | 'from'
  | 'to'
  | 'out'
  | 'json'
  | 'lang';

const COMMANDS: Readonly<
  Record<
    Command['name'],
    {
      readonly files: readonly string[];
      readonly options: readonly Option[];
      readonly needs: readonly Option[];
    }
  >
> = {
  analyze: {
    files: ['LEDGER'],
    options: [
      'policy',
      'facts',
      'catalog',
      'answers',
      'asof',
      'out',
      'json',
      'rows',
      'engine',
      'sums',
      'lang',
    ],
    needs: [],
  },
  reconcile: {
    files: ['LEDGER', 'STATEMENT'],
    options: ['policy', 'facts', 'from', 'to', 'out', 'json', 'lang'],
    needs: [],
  },
  template: { files: [], options: ['lang', 'out'], needs: ['out'] },
};

/** Several ledgers may be analyzed, and several statements follow the ledger. */
export function readArguments(words: readonly string[]): Command {
  const [name = '', ...rest] = words;
  if (!isCommand(name)) throw new Refusal<CliFact>({ code: 'cli.no-command', given: name });
  const { files, values } = split(rest, name);
  const shape = COMMANDS[name];
  const missing = shape.files[files.length];
  if (missing !== undefined && values.sums === undefined)
    throw new Refusal<CliFact>({ code: 'cli.argument-missing', name: missing, command: name });
  if (files.length > shape.files.length && name === 'template')
    throw new Refusal<CliFact>({
      code: 'cli.too-many',
      given: itemAt(files, shape.files.length),
    });
  for (const option of shape.needs)
    if (values[option] === undefined)
      throw new Refusal<CliFact>({
        code: 'cli.option-missing',
        name: `--${option}`,
        command: name,
      });
  const [from, to] = [dateOption(values, 'from'), dateOption(values, 'to')];
  // One without the other is half a choice; without both, the statement says it.
  if ((from === null) !== (to === null))
    throw new Refusal<CliFact>({
      code: 'cli.option-missing',
      name: from === null ? '--from' : '--to',
      command: name,
    });
  if (from !== null && to !== null && from > to)
    throw new Refusal<CliFact>({
      code: 'cli.dates-reversed',
      from: values.from as string,
      to: values.to as string,
    });
  if (values.answers === '-') throw new Refusal<CliFact>({ code: 'cli.answers-not-file' });
  checkOut(values.out, name);
  return {
    name,
    files,
    policy: values.policy,
    facts: values.facts,
    catalog: values.catalog,
    answers: values.answers,
    asOf: dateOption(values, 'asof'),
    from,
    to,
    out: values.out,
    json: values.json,
    rows: rowsOption(values.rows),
    engine: engineOption(values.engine),
    sums: values.sums,
    language: languageOption(values.lang),
  };
}

const isCommand = (name: string): name is Command['name'] => Object.hasOwn(COMMANDS, name);

type Values = { readonly [O in Option]?: string };

function split(
  words: readonly string[],
  command: Command['name'],
): { readonly files: readonly string[]; readonly values: Values } {
  const known = COMMANDS[command].options;
  // `-` alone is the standard output, not an option.
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(known.map((option) => [option, { type: 'string' as const }])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const files: string[] = [];
  const values: { [O in Option]?: string } = {};
  for (const token of tokens ?? []) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const option = known.find((each) => each === token.name);
    if (option === undefined)
      throw new Refusal<CliFact>({ code: 'cli.option-unknown', given: token.rawName });
    if (token.value === undefined || token.value === '' || token.value.startsWith('--'))
      throw new Refusal<CliFact>({ code: 'cli.option-empty', name: `--${option}` });
    values[option] = token.value;
  }
  return { files, values };
}

function dateOption(values: Values, option: 'asof' | 'from' | 'to'): LocalDate | null {
  const given = values[option];
  if (given === undefined) return null;
  const date = parseIsoDate(given);
  if (date === undefined)
    throw new Refusal<CliFact>({ code: 'cli.date-unreadable', name: `--${option}`, given });
  return date;
}

function languageOption(given: string | undefined): Language {
  if (given === undefined || given === 'zh-CN') return 'zh-CN';
  if (given === 'en-US') return 'en-US';
  throw new Refusal<CliFact>({ code: 'cli.language-unknown', given });
}

function engineOption(given: string | undefined): Engine | null {
  if (given === undefined) return null;
  const engine = ENGINES.find((each) => each === given);
  if (engine === undefined)
    throw new Refusal<CliFact>({ code: 'cli.engine-unknown', given, known: ENGINES.join(', ') });
  return engine;
}

function rowsOption(given = 'all'): WantedRows {
  const wanted = WANTED_ROWS.find((each) => each === given);
  if (wanted === undefined)
    throw new Refusal<CliFact>({ code: 'cli.rows-unknown', given, known: WANTED_ROWS.join(', ') });
  return wanted;
}

const COPY = ['.xlsx', '.xlsm'] as const;
const ENDINGS = { analyze: COPY, reconcile: COPY, template: ['.xlsx', '.xltx'] } as const;

function checkOut(out: string | undefined, command: Command['name']): void {
  const endings = ENDINGS[command];
  if (out !== undefined && !endings.some((ending) => out.toLowerCase().endsWith(ending)))
    throw new Refusal<CliFact>({ code: 'cli.out-not-workbook', given: out, endings });
}

/**
 * The lines for who asked what can be asked, wherever among the words; null for who did not. What
 * follows `--` is the name of a file.
 */
export function helpLines(words: readonly string[], language: Language): readonly string[] | null {
  const end = words.indexOf('--');
  const before = end < 0 ? words : words.slice(0, end);
  if (before.includes('--help') || before.includes('-h'))
    return language === 'zh-CN' ? chinese : english;
  return before.includes('--version') ? [`Rebate Radar ${VERSION}`] : null;
}
