import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { command as run } from './commands.ts';

const root = resolve(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'rebate-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Those that the code takes: a page that leaves one out fails. */
const EVERY_OPTION = [
  ...readFileSync(join(root, 'src/hosts/cli/arguments.ts'), 'utf8').matchAll(/^  \| '([a-z]+)'/gm),
].map(([, option]) => option as string);

const hash = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

const LEDGER = readFileSync(join(root, 'test/examples/year-2025.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(
    (line, index) =>
      `9250${String(index).padStart(11, '0')},客户${index % 7}有限公司,` +
      `${line.replaceAll(',', ',')}`,
  );
const ledgerCsv = (): string =>
  file(
    'ledger.csv',
    `\uFEFF订单号,客户名称,签约日期,产品类别,实付金额(元)\n${LEDGER.join('\n')}\n`,
  );

describe('analyze', () => {
  const ledger = ledgerCsv();

  it.each(['all', 'counted', 'none'])('--rows %s says which rows the JSON holds', (rows) => {
    const { code, out } = run('analyze', ledger, '--json', '-', '--rows', rows);
    const json = JSON.parse(out);
    const { counts } = json.ledger;
    const expected = { all: LEDGER.length + 1, counted: counts.order + counts.refund, none: 0 };
    expect([code, json.ledger.rows.length]).toEqual([
      0,
      Object.entries(expected).find(([name]) => name === rows)?.[1],
    ]);
  });

  it('--rows with another word is wrong usage', () => {
    const { code, err } = run('analyze', ledger, '--json', '-', '--rows', 'some');
    expect([code, err.includes('all, counted, none')]).toEqual([2, true]);
  });

  it(
    'gives the figures of the year as JSON, names the example policy, and leaves the ' +
      'input alone',
    () => {
      const before = hash(ledger);
      const { code, out, err } = run('analyze', ledger, '--json', '-');
      const json = JSON.parse(out);
      expect([code, hash(ledger)]).toEqual([0, before]);
      expect(err).toContain('示例政策');
      expect(json.ledger).toMatchObject({
        headerRow: 1,
        netSales: '4865454.55',
        byCategory: { 基础: '3040652.25', 安全: '1824802.30' },
      });
      expect(json.ledger.columns).toMatchObject({
        orderId: '订单号',
        amount: '实付金额(元)',
        signedOn: '签约日期',
        category: '产品类别',
      });
      expect(json.ledger.counts).toMatchObject({ order: 40, refund: 0, question: 0, header: 1 });
      expect(json.policy).toMatchObject({ example: true });
      expect(
        json.periods.map((p: { rate: string; gap: string; gain: string }) => [
          p.rate,
          p.gap,
          p.gain,
        ]),
      ).toEqual([
        ['0.06', '134545.45', '108072.73'],
        ['0.1', '134545.45', '113454.54'],
      ]);
      expect(json.totals).toEqual({
        rebate: '364919.37',
        received: '0.00',
        outstanding: '364919.37',
      });
      expect(json.ledger.rows.find((row: { kind: string }) => row.kind === 'order')).toMatchObject({
        row: 2,
        kind: 'order',
        reason: null,
        date: '2025-01-08',
        category: '基础',
        amount: '86400.00',
      });
    },
    60_000,
  );

  it('takes a policy file and an as-of day', () => {
    const policy = file(
      'policy.csv',
      '返点项,适用类别,门槛,比例,计算方式,达线归属,年度起始月\n基础,基础,50万,4%,超额,达到,' +
        '4\n,,200万,6%\n',
    );
    const { code, out, err } = run(
      'analyze',
      ledger,
      '--policy',
      policy,
      '--asof',
      '2025-09-30',
      '--json',
      '-',
    );
    expect([code, err]).toEqual([0, '']);
    expect(
      JSON.parse(out).periods.map((p: { label: string; from: string }) => [p.label, p.from]),
    ).toEqual([
      ['FY2025', '2024-04-01'],
      ['FY2026', '2025-04-01'],
    ]);
  }, 60_000);

  it('writes a copy with the review, in either language, and says where', () => {
    const copy = join(folder, 'copy.xlsx');
    const { code, out, err } = run('analyze', ledger, '--out', copy, '--lang', 'en-US');
    expect(code).toBe(0);
    expect(err).toContain(`Wrote ${copy}`);
    expect(out).toBe(run('analyze', ledger, '--lang', 'en-US').out);
    expect(readFileSync(copy).subarray(0, 2).toString()).toBe('PK');
  }, 60_000);

  it('prints a few lines when neither a file nor JSON was asked for', () => {
    expect(run('analyze', ledger).out).toContain('¥364,919.37');
    expect(run('analyze', ledger, '--lang', 'en-US').out).toContain('¥134,545.45 short of');
  }, 60_000);
});

describe('an input that cannot be used: one sentence, exit 1, nothing written', () => {
  const zip = zipSync({ 'xl/workbook.xml': new TextEncoder().encode('<workbook/>') });
  const cfb = Uint8Array.of(
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array<number>(600).fill(0),
  );
  type Case = readonly [string, () => readonly string[]];
  const cases: readonly Case[] = [
    ['an empty file', () => [file('empty.csv', '')]],
    ['an empty workbook', () => [file('empty.xlsx', '')]],
    ['a sheet without a header', () => [file('no-header.csv', '1,2,3\n4,5,6\n')]],
    ['a truncated zip', () => [file('cut.xlsx', zip.subarray(0, 40))]],
    [
      'a zip that is no workbook',
      () => [file('zip.xlsx', zipSync({ 'a.txt': new Uint8Array(3) }))],
    ],
    ['an old .xls', () => [file('old.xls', cfb)]],
    ['a .et', () => [file('wps.et', cfb)]],
    ['no such file', () => [join(folder, 'nowhere.xlsx')]],
    [
      'a policy with an error',
      () => [ledgerCsv(), '--policy', file('bad-policy.csv', '门槛,比例\n50万,7\n')],
    ],
    ['a policy without a table', () => [ledgerCsv(), '--policy', file('no-policy.csv', '你好\n')]],
    ['broken JSON', () => [ledgerCsv(), '--policy', file('broken.json', '{')]],
    ...[
      '{"tiers":[{"from_wan":0,"base":"4%","base":"9%"}]}',
      '{"tiers":[{"from_wan":0,"base":"4%"}],"a":[{"b":1},{"b":[],"\\u0062":"{"}]}',
    ].map((text, at): Case => [
      `a policy in JSON that says one thing twice (${at})`,
      () => [ledgerCsv(), '--policy', file(`twice-${at}.json`, text)],
    ]),
    [
      'facts that are no numbers',
      () => [ledgerCsv(), '--facts', file('endless.json', '[{"name":"a","value":1e999}]')],
    ],
    [
      'facts whose value is an object',
      () => [ledgerCsv(), '--facts', file('nested.json', '{"a":{"2025":{"b":1}}}')],
    ],
    ['facts in a list of words', () => [ledgerCsv(), '--facts', file('words.json', '["a 92%"]')]],
  ];

  it.each(cases)(
    '%s',
    (_, words) => {
      const args = words();
      const kept = readdirSync(folder).sort();
      const out = join(folder, 'never.xlsx');
      const json = join(folder, 'never.json');
      const { code, out: printed, err } = run('analyze', ...args, '--out', out, '--json', json);
      expect([code, printed]).toEqual([1, '']);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(err).toMatch(/[。！]\n$/);
      expect(existsSync(out) || existsSync(json)).toBe(false);
      expect(readdirSync(folder).sort()).toEqual(kept);
    },
    60_000,
  );

  it('never writes over the input', () => {
    const path = join(folder, 'self.xlsx');
    expect(run('analyze', ledgerCsv(), '--out', path).code).toBe(0);
    const before = hash(path);
    expect(run('analyze', path, '--out', path).code).toBe(1);
    expect(hash(path)).toBe(before);
  }, 60_000);
});

describe('wrong usage: exit 2', () => {
  it.each([
    [['fly'], '不认识的命令'],
    [['analyze'], '缺少 LEDGER'],
    [['template', 'a.csv', '--out', 't.xlsx'], '多了一个参数'],
    [['analyze', 'a.csv', '--colour', 'red'], '不认识的选项'],
    [['analyze', 'a.csv', '--asof', '2025-06-31'], '日期'],
    [['analyze', 'a.csv', '--out', 'copy.pdf'], '扩展名'],
    [['reconcile', 'a.csv', 'b.csv', '--from', '2025-01-01'], '需要选项 --to'],
    [['reconcile', 'a.csv', 'b.csv', '--from', '2025-04-01', '--to', '2025-01-01'], '晚于'],
    [['template'], '需要选项 --out'],
    [['analyze', 'a.csv', '--lang', 'fr'], '不支持语言'],
  ])(
    '%j',
    (words, sentence) => {
      const { code, out, err } = run(...words);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(sentence);
    },
    60_000,
  );
});

describe('whoever asks how to write it is told, and nothing runs', () => {
  it.each([
    [['--help'], '返点雷达'],
    [['analyze', '--help'], '返点雷达'],
    [['analyze', 'none.csv', '-h', '--out', 'never.xlsx'], '返点雷达'],
    [['reconcile', '--colour', '--help', '--lang', 'en-US'], 'Rebate Radar'],
    [['template', '--lang=en-US', '-h'], 'Rebate Radar'],
  ])('%j', (words, name) => {
    const { code, out, err } = run(...words);
    expect([code, err]).toEqual([0, '']);
    expect(out.startsWith(name)).toBe(true);
    for (const option of EVERY_OPTION) expect(out).toContain(`--${option}`);
  });

  it('and which version it is', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(run('analyze', '--version')).toEqual({
      code: 0,
      out: `Rebate Radar ${version}\n`,
      err: '',
    });
  });

  it('but after -- a word is the name of a file', () => {
    const { code, out } = run('analyze', '--', '--help');
    expect([code, out]).toEqual([1, '']);
  });
});
