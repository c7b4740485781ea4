import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { LINE_TEXTS } from '#application/sums/order-sums.ts';
import { openDuckDb } from '#hosts/cli/large/duckdb.ts';

const SUMS = readFileSync(resolve(__dirname, '../../docs/order-sums.sql'), 'utf8');

/** Debian keeps the server's programs out of the path; without them there is nothing to test. */
function programs(): string {
  const folder = '/usr/lib/postgresql';
  const newest = readdirSync(folder)
    .sort((a, b) => Number(a) - Number(b))
    .at(-1);
  return join(folder, String(newest), 'bin');
}

const folder = mkdtempSync(join(tmpdir(), 'rebate-postgresql-'));
/** The server refuses to run as root. */
const user: Partial<ReturnType<typeof idsOf>> = userInfo().uid === 0 ? idsOf('postgres') : {};

function idsOf(name: string): { readonly uid: number; readonly gid: number } {
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

const start = (program: string, ...words: string[]): string =>
  execFileSync(join(programs(), program), words, {
    ...user,
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const data = join(folder, 'data');
beforeAll(() => {
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  start('initdb', '-D', data, '-U', 'postgres', '--no-sync', '-E', 'UTF8', '--locale', 'C');
  const options = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off`;
  execFileSync(
    join(programs(), 'pg_ctl'),
    ['start', '-w', '-D', data, '-o', options, '-l', join(folder, 'log')],
    { ...user, cwd: folder, stdio: 'ignore' },
  );
}, 60_000);

afterAll(() => {
  start('pg_ctl', 'stop', '-D', data, '-m', 'immediate');
  rmSync(folder, { recursive: true, force: true });
});

/** The same lines every time. */
function lines(count: number): readonly (readonly (string | null)[])[] {
  let state = 7;
  const next = (n: number): number => (state = (state * 48_271) % 2_147_483_647) % n;
  const pick = (...texts: string[]): string => texts[next(texts.length)]!;
  return Array.from({ length: count }, (_, line) => {
    const isClear = next(30) > 0;
    const amount = `${pick('', '', '', '-')}${next(9_000_000) / 100}`;
    const day = `2025-0${1 + next(9)}-${10 + next(18)}`;
    return [
      next(30) === 0 ? pick('', 'R1', 'R2') : `R${line}`,
      next(50) === 0 ? `R${next(count)}` : '',
      pick('甲', '乙', "O'Neil"),
      pick('华东', ''),
      pick('云WAF', '云服务器ECS', ''),
      pick('安全', '基础', ''),
      pick('新购', '新购', '退款'),
      pick('已付款', '已付款', '未付款'),
      '',
      next(60) === 0 ? 'USD' : '',
      next(60) === 0 ? '100' : '',
      pick('', '', '特批'),
      isClear ? day : null,
      isClear ? amount : null,
      isClear ? '' : '待定',
      '',
      String(line + 1),
    ];
  });
}

const TEXT = LINE_TEXTS.map((name) => `${name} VARCHAR(100)`).join(', ');
const value = (text: string | null): string =>
  text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`;
const STATEMENTS = [
  `CREATE TABLE order_lines (${TEXT}, order_day DATE, amount DECIMAL(28, 8), day_text ` +
    'VARCHAR(100), amount_text VARCHAR(100), line_no INTEGER)',
  'CREATE TABLE listed_words (word VARCHAR(100))',
  'CREATE TABLE bounds (numbered INTEGER, last_day DATE, large_amount DECIMAL(28, 8))',
  "INSERT INTO listed_words VALUES ('退款'), ('未付款')",
  "INSERT INTO bounds VALUES (1, '2025-08-31', 80000)",
  `INSERT INTO order_lines VALUES ${lines(4000)
    .map((line) => `(${line.map(value).join(', ')})`)
    .join(', ')}`,
];

/** Figures without the noughts that an engine may or may not write behind them. */
const told = (rows: readonly (readonly string[])[]): string[] =>
  rows
    .map((row) =>
      row.map((cell) => cell.replace(/^(-?\d+\.\d*?)0+$/, '$1').replace(/\.$/, '')).join('|'),
    )
    .sort();

test('PostgreSQL gives the sums that DuckDB gives, from the same text', async () => {
  const file = join(folder, 'lines.sql');
  writeFileSync(file, `${STATEMENTS.join(';\n')};\n`);
  const psql = ['-h', folder, '-U', 'postgres', '-X', '-q', '-v', 'ON_ERROR_STOP=1'];
  start('psql', ...psql, '-f', file);
  const query = join(folder, 'sums.sql');
  writeFileSync(query, SUMS);
  const theirs = start('psql', ...psql, '-A', '-t', '-F', '\t', '-f', query);
  const database = await openDuckDb();
  const ours: (readonly string[])[] = [];
  try {
    for (const statement of STATEMENTS) await database.run(statement);
    for await (const row of database.rows(SUMS)) ours.push(row);
  } finally {
    await database.close();
  }
  const rows = theirs
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  expect(rows.length).toBeGreaterThan(500);
  expect(told(rows)).toEqual(told(ours));
}, 120_000);
