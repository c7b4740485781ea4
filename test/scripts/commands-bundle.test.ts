import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bookParts, sheetData, zipOf } from '../workbook/fixture.ts';
import { LAUNCHER, expectSentence, scratch, smallLedger } from '../hosts/commands.ts';

const root = resolve(__dirname, '../..');
const folder = scratch();
const bundle = join(root, 'scripts/commands-bundle.mjs');
const words = join(root, 'scripts/start-words.mjs');

/** The first start of the commands into a folder of the test's own. */
function start(built: string, before: string): { code: number | null; out: string; err: string } {
  const script = `
    const { commandsBundle } = await import('${bundle}');
    const { cannotStart } = await import('${words}');
    await commandsBundle('${built}').catch((error) => {
      console.error(cannotStart(error, []));
      process.exit(1);
    });`;
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `${before}; exec '${process.execPath}' --input-type=module -e "$SCRIPT"`],
    { encoding: 'utf8', env: { ...process.env, SCRIPT: script } },
  );
  return { code: status, out: stdout, err: stderr };
}

describe('a first start that cannot keep its bundle', () => {
  it('says in one sentence that the disk is full, and leaves nothing', () => {
    const built = join(folder, 'full');
    const outcome = start(built, 'ulimit -f 8');
    expect(outcome.code).toBe(1);
    expectSentence(outcome);
    expect(outcome.err).toMatch(/磁盘已满/);
    expect(existsSync(built) ? readdirSync(built) : []).toEqual([]);
  });

  it('says that the folder may not be written', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const outcome = start(join(file, 'built'), 'true');
    expect(outcome.code).toBe(1);
    expectSentence(outcome);
  });

  it('works in any folder that takes it', () => {
    const built = join(folder, 'good');
    mkdirSync(built);
    chmodSync(built, 0o700);
    expect(start(built, 'true').code).toBe(0);
    expect(readdirSync(built)).toHaveLength(1);
  });
});

it.each([
  ['zh-CN', /^运行命令的文件夹已经不在了/],
  ['en-US', /^The folder that the command was started in/],
])('a command started in a folder that has gone says so (%s)', (language, sentence) => {
  const gone = join(folder, `gone-${language}`);
  mkdirSync(gone);
  const line = `cd '${gone}' && rmdir '${gone}' && unset INIT_CWD && exec "$0" "$@"`;
  const words = [process.execPath, LAUNCHER, 'analyze', '/nothing.csv', '--lang', language];
  const { status, stderr } = spawnSync('bash', ['-c', line, ...words], { encoding: 'utf8' });
  expect(status).toBe(1);
  expectSentence({ code: status, out: '', err: stderr });
  expect(stderr).toMatch(sentence);
});

describe('what the bundle was compiled to', () => {
  const built = join(folder, 'compiled');
  const ledger = smallLedger(join(folder, 'forty.csv'));
  let commands = '';
  const compiled = (): string[] =>
    readdirSync(commands).filter((name) => /^cli\.cjs\.\d+$/.test(name));
  const analyzed = (...options: readonly string[]): string =>
    execFileSync(
      process.execPath,
      [...options, join(commands, 'cli.mjs'), 'analyze', ledger, '--json', '-'],
      { encoding: 'utf8' },
    );
  beforeAll(() => {
    expect(start(built, 'true').code).toBe(0);
    commands = join(built, readdirSync(built)[0]!);
  });

  it('is kept by the first run, and the next one says the same with it', () => {
    expect(compiled()).toEqual([]);
    const first = analyzed();
    const [kept] = compiled();
    const { mtimeMs } = statSync(join(commands, kept!));
    expect(analyzed()).toBe(first);
    expect(statSync(join(commands, kept!)).mtimeMs).toBe(mtimeMs);
    expect(readdirSync(commands).filter((name) => /\.\d+\.\d+$/.test(name))).toEqual([]);
  });

  it('reads Chinese words by its expressions, as the sources do', () => {
    const own = join(folder, 'words.csv');
    const rows = ['订单号,类别,付款日期,状态,实付金额（元）', 'A1,基础,2025-01-05,已支付,100'];
    writeFileSync(own, [...rows, 'A2,基础,2025-01-06,已驳回,50', '合计,,,,150', ''].join('\n'));
    const words = [join(commands, 'cli.mjs'), 'analyze', own, '--json', '-'];
    const json: unknown = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }));
    expect(json).toMatchObject({ ledger: { counts: { order: 1, void: 1, subtotal: 1 } } });
  });

  it('is made again where it is not what Node wrote', () => {
    const first = analyzed();
    const kept = join(commands, compiled()[0]!);
    const { size } = statSync(kept);
    writeFileSync(kept, 'no code');
    expect(analyzed()).toBe(first);
    expect(statSync(kept).size).toBeGreaterThan(size / 2);
  });

  it('is kept apart for a Node with other options', () => {
    const [first, before] = [analyzed(), compiled().length];
    expect(analyzed('--stack-size=900')).toBe(first);
    expect(compiled()).toHaveLength(before + 1);
  });
});

describe('a run that does not fit into memory', () => {
  const many = join(folder, 'many.csv');
  const rows = Array.from(
    { length: 60_000 },
    (_, at) => `R${at},客户${at},2025-01-08,基础,${at}.5,备注${at}`,
  );
  writeFileSync(many, `订单号,客户名称,签约日期,产品类别,实付金额(元),备注\n${rows.join('\n')}\n`);
  const env = { ...process.env, INIT_CWD: folder, NODE_OPTIONS: '--max-old-space-size=24' };

  // Packed, so that it is of a size that no process of its own is made for as a rule.
  const few = join(folder, 'few.xlsx');
  const cells = rows.map((row) => {
    const texts = row.split(',').map((text) => `<c t="str"><v>${text}</v></c>`);
    return `<row>${texts.join('')}</row>`;
  });
  const head = ['订单号', '客户名称', '签约日期', '产品类别', '实付金额(元)', '备注']
    .map((text) => `<c t="str"><v>${text}</v></c>`)
    .join('');
  const sheet = sheetData(`<row>${head}</row>${cells.slice(0, 30_000).join('')}`);
  writeFileSync(few, zipOf(bookParts({ sheets: { 订单: sheet } })));

  it('the small file is small', () => {
    expect(statSync(few).size).toBeLessThan(500_000);
  });

  const both = ['zh-CN', 'en-US'].flatMap((language) => [
    { language, size: 'a large file', file: many },
    { language, size: 'a small file', file: few },
  ]);

  it.each(both)(
    '$size: says so in one sentence ($language), and writes nothing',
    ({ language, file }) => {
      const out = join(folder, 'never.json');
      const line = [LAUNCHER, 'analyze', file, '--json', out, '--lang', language];
      const { status, stderr } = spawnSync(process.execPath, line, { encoding: 'utf8', env });
      expect(status).toBe(1);
      expectSentence({ code: status, out: '', err: stderr });
      expect(stderr).toMatch(language === 'zh-CN' ? /内存不够/ : /more memory/);
      expect(existsSync(out)).toBe(false);
    },
  );

  it('is no run that does fit', () => {
    const ledger = smallLedger(join(folder, 'small.csv'));
    const text = execFileSync(process.execPath, [LAUNCHER, 'analyze', ledger, '--json', '-'], {
      env,
    });
    expect(JSON.parse(String(text))).toHaveProperty('totals');
  });
});
