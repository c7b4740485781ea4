import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command as run } from './commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'rebate-answers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const ledger = file(
  'ledger.csv',
  '订单号,客户,产品,日期,金额\n' +
    'O1,甲,ECS,2025-01-05,约3200\n' +
    'O2,甲,ECS,2025-01-06,100.00\n' +
    'O3,甲,新产品X,2025-01-07,50.00\n',
);

interface Outcome {
  readonly ledger: { readonly netSales: string; readonly counts: Record<string, number> };
}
const analyze = (...words: readonly string[]): Outcome => {
  const { code, out, err } = run('analyze', ledger, '--json', '-', ...words);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out) as Outcome;
};

describe('--answers', () => {
  const path = join(folder, 'answers.json');

  it('writes what is open, takes what is answered, and keeps the rest open', () => {
    expect(analyze('--answers', path).ledger.counts['question']).toBe(2);
    const open = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    expect(Object.values(open)).toEqual([null, null]);
    const [amount = '', product = ''] = Object.keys(open);
    expect(product).toContain('新产品x');
    writeFileSync(path, JSON.stringify({ ...open, [amount]: { amount: '3200.50' } }));
    const { ledger: answered } = analyze('--answers', path);
    expect([answered.netSales, answered.counts['question']]).toEqual(['3300.50', 1]);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      [amount]: 'amount:320050',
      [product]: null,
    });
  });

  it.each([
    ['[]', /不是答案文件/],
    ['{"K":{"amount":"很多"}}', /“K”的答案看不懂/],
    ['{"K":{"price":"1"}}', /“K”的答案看不懂/],
    ['{"K":{"amount":"1","date":"2025-01-01"}}', /“K”的答案看不懂/],
    ['{"K":"a","K":"b"}', /两个“K”/],
    ['{"K":5}', /“K”的答案看不懂/],
    ['{', /JSON/],
  ])('refuses %s and leaves it as it was', (text, sentence) => {
    const bad = file('bad.json', text);
    const { code, err } = run('analyze', ledger, '--answers', bad);
    expect([code, readFileSync(bad, 'utf8')]).toEqual([1, text]);
    expect(err).toMatch(sentence);
  });

  it('never takes the ledger for the file of answers', () => {
    const before = readFileSync(ledger, 'utf8');
    expect(run('analyze', ledger, '--answers', ledger).code).toBe(1);
    expect(readFileSync(ledger, 'utf8')).toBe(before);
  });
});

test('--catalog settles products; a file without one is refused', () => {
  const catalog = file('catalog.csv', '产品,类别,别名\n新产品,安全,新产品X\n');
  expect(analyze('--catalog', catalog).ledger.counts['question']).toBe(1);
  const { code, err } = run('analyze', ledger, '--catalog', ledger);
  expect(code).toBe(1);
  expect(err).toMatch(/没有产品目录/);
});

test('a status and a number are typed, too; a number that JSON cuts short is refused', () => {
  const orders = file(
    'orders.csv',
    '订单号,产品,日期,金额,状态\n' +
      'O1,ECS,2025-01-05,100,紫色\n' +
      '1.23456789012346E+18,ECS,2025-01-06,50,已付款\n',
  );
  const answers = join(folder, 'typed.json');
  const read = (): Outcome & { readonly code: number | null } => {
    const { code, out } = run('analyze', orders, '--json', '-', '--answers', answers);
    return { ...(code === 0 ? (JSON.parse(out) as Outcome) : { ledger: emptied }), code };
  };
  const emptied = { netSales: '', counts: {} };
  expect(read().ledger.counts['question']).toBe(2);
  const keys = Object.keys(JSON.parse(readFileSync(answers, 'utf8')) as object);
  const write = (status: unknown, id: unknown): void =>
    writeFileSync(answers, JSON.stringify({ [keys[0]!]: { status }, [keys[1]!]: { id } }));
  write('已付款', '1234567890123456789');
  expect(read().ledger).toMatchObject({ netSales: '150.00', counts: { order: 2 } });
  write('已付款', 1234567890123456789);
  expect(read().code).toBe(1);
});
