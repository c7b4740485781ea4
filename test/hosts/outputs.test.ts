import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { Outputs } from '../../src/hosts/cli/outputs.ts';
import { LAUNCHER, command, expectSentence, scratch, shell, smallLedger } from './commands.ts';

const folder = scratch();
const ledger = smallLedger(join(folder, 'ledger.csv'));
const policy = join(folder, 'policy.csv');
writeFileSync(policy, '门槛,比例\n0,5%\n');
const before = readFileSync(ledger, 'utf8');
const at = (name: string): string => join(folder, name);
const parts = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.part'));

describe(
  'outputs are told from inputs and from each other by what they are, before ' + 'anything runs',
  () => {
    linkSync(ledger, at('hard-link.json'));
    symlinkSync(ledger, at('symlink.json'));
    symlinkSync(at('not-yet.xlsx'), at('dangling.xlsx'));
    mkdirSync(at('folder.xlsx'));
    spawnSync('mkfifo', [at('pipe.json')]);

    it.each([
      ['the ledger as JSON', ['--json', ledger]],
      ['the ledger by another path', ['--json', `${folder}/./folder.xlsx/../ledger.csv`]],
      ['the ledger by a hard link', ['--json', at('hard-link.json')]],
      ['the ledger by a symbolic link', ['--json', at('symlink.json')]],
      ['the policy as JSON', ['--policy', policy, '--json', policy]],
      ['one name for both outputs', ['--out', at('x.xlsx'), '--json', at('x.xlsx')]],
      [
        'a new file and a link to it for both',
        ['--out', at('dangling.xlsx'), '--json', at('not-yet.xlsx')],
      ],
      ['a folder', ['--out', at('folder.xlsx')]],
      ['a device', ['--json', '/dev/null']],
      ['a pipe', ['--json', at('pipe.json')]],
      ['a folder that is not there', ['--json', at('nowhere/x.json')]],
      ['a name too long for the system', ['--json', at(`${'长'.repeat(100)}.json`)]],
    ])('%s is refused', (_, words) => {
      const kept = readdirSync(folder).sort();
      const outcome = command('analyze', ledger, ...words);
      expect(outcome.code).toBe(1);
      expectSentence(outcome);
      expect(readFileSync(ledger, 'utf8')).toBe(before);
      expect(readFileSync(policy, 'utf8')).toBe('门槛,比例\n0,5%\n');
      expect(readdirSync(folder).sort()).toEqual(kept);
      expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    });

    it('refuses to add its standard output to the ledger', () => {
      const outcome = shell(`$R analyze '${ledger}' --json - >> '${ledger}'`);
      expect([outcome.code, readFileSync(ledger, 'utf8')]).toEqual([1, before]);
    });
  },
);

describe('what is in place afterwards', () => {
  it('is all of it or nothing: a JSON that cannot be written takes the copy with it', () => {
    const outcome = shell(`$R analyze '${ledger}' --out '${at('gone.xlsx')}' --json - > /dev/full`);
    expect(outcome.code).toBe(1);
    expectSentence(outcome);
    expect([existsSync(at('gone.xlsx')), parts()]).toEqual([false, []]);
  });

  it('is nothing when the disk is full: a sentence, and no part of a file', () => {
    const [copy, json] = [at('full.xlsx'), at('full.json')];
    for (const words of [
      `--out '${copy}'`,
      `--json '${json}' --rows all`,
      `--out '${copy}' --json '${json}'`,
    ]) {
      const outcome = shell(`ulimit -f 1; $R analyze '${ledger}' ${words}`);
      expect(outcome.code).toBe(1);
      expectSentence(outcome);
      expect([existsSync(copy), existsSync(json), parts()]).toEqual([false, false, []]);
    }
  });

  it('stands where a link leads, and the link stays a link', () => {
    writeFileSync(at('real.json'), 'old');
    symlinkSync('real.json', at('link.json'));
    expect(command('analyze', ledger, '--json', at('link.json')).code).toBe(0);
    expect(JSON.parse(readFileSync(at('real.json'), 'utf8'))).toHaveProperty('totals');
  });

  it('has the mode of the file that was there', () => {
    writeFileSync(at('mode.json'), 'old');
    chmodSync(at('mode.json'), 0o640);
    expect(command('analyze', ledger, '--json', at('mode.json')).code).toBe(0);
    expect(statSync(at('mode.json')).mode & 0o777).toBe(0o640);
  });

  // Only root may give a file away: run by anybody else, these two are reported as skipped.
  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  const [another, group] = [12_345, 23_456];

  asRoot('has the owner and the group of the file that was there', () => {
    writeFileSync(at('owned.json'), 'old');
    chownSync(at('owned.json'), another, group);
    chmodSync(at('owned.json'), 0o640);
    expect(command('analyze', ledger, '--json', at('owned.json')).code).toBe(0);
    expect(readFileSync(at('owned.json'), 'utf8')).not.toBe('old');
    const { uid, gid, mode } = statSync(at('owned.json'));
    expect([uid, gid, mode & 0o7777]).toEqual([another, group, 0o640]);
  });

  asRoot(
    'is of whoever ran it where the owner cannot be kept, without powers of the old one',
    () => {
      const shared = at('shared');
      mkdirSync(shared);
      chmodSync(shared, 0o777);
      chmodSync(folder, 0o755);
      const target = join(shared, 'theirs.json');
      writeFileSync(target, 'old');
      chmodSync(target, 0o6666);
      const words = [LAUNCHER, 'analyze', ledger, '--json', target];
      const { status } = spawnSync(process.execPath, words, { uid: another, gid: group });
      expect(status).toBe(0);
      expect(readFileSync(target, 'utf8')).not.toBe('old');
      const { uid, gid, mode } = statSync(target);
      expect([uid, gid, mode & 0o7777]).toEqual([another, group, 0o666]);
    },
  );

  it('may have the longest name that the system takes', () => {
    const name = at(`${'n'.repeat(250)}.json`);
    expect(command('analyze', ledger, '--json', name).code).toBe(0);
    expect(existsSync(name)).toBe(true);
  });

  it('is the old file again when the second of two cannot be put in place', async () => {
    writeFileSync(at('first.json'), 'old');
    const outputs = await Outputs.open([at('first.json'), at('second.json')], []);
    await outputs.write(at('first.json'), 'new');
    await outputs.write(at('second.json'), 'new');
    mkdirSync(at('second.json'));
    await expect(outputs.commit()).rejects.toThrow('cli.file-unwritable');
    await outputs.close();
    expect([readFileSync(at('first.json'), 'utf8'), parts()]).toEqual(['old', []]);
  });
});

describe('nothing is left aside', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGQUIT', 131],
  ] as const)(
    'after %s',
    async (signal, code) => {
      const script = `
      const { Outputs } = await import('${join(__dirname, '../../src/hosts/cli/outputs.ts')}');
      const outputs = await Outputs.open(['${at('stopped.json')}'], []);
      await outputs.write('${at('stopped.json')}', 'half');
      console.log('aside');
      setInterval(() => undefined, 1000);`;
      const child = spawn(process.execPath, [
        '--import',
        'tsx',
        '--input-type=module',
        '-e',
        script,
      ]);
      await new Promise((resolve) => child.stdout.once('data', resolve));
      expect(parts()).toHaveLength(1);
      child.kill(signal);
      expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(code);
      expect([parts(), existsSync(at('stopped.json'))]).toEqual([[], false]);
    },
    60_000,
  );

  it('by a signal while they are put in place: all of them are', async () => {
    const names = ['one', 'two', 'three'].map((name) => at(`${name}-placed.json`));
    for (const name of names) writeFileSync(name, 'old');
    const script = `
      const { readFileSync } = await import('node:fs');
      const { Outputs } = await import('${join(__dirname, '../../src/hosts/cli/outputs.ts')}');
      const names = ${JSON.stringify(names)};
      const outputs = await Outputs.open(names, []);
      for (const name of names) await outputs.write(name, 'new');
      const look = () => readFileSync(names[0], 'utf8') === 'old'
        ? setImmediate(look)
        : process.emit('SIGTERM', 'SIGTERM');
      look();
      await outputs.commit();
      await outputs.close();`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    await new Promise((resolve) => child.once('exit', resolve));
    expect(names.map((name) => readFileSync(name, 'utf8'))).toEqual(['new', 'new', 'new']);
    expect(parts()).toEqual([]);
  }, 60_000);

  it.each([
    ['SIGINT', 130],
    ['SIGHUP', 129],
    ['SIGQUIT', 131],
  ] as const)(
    'nor does %s leave the process of a large run at work',
    async (signal, code) => {
      const pipe = at(`${signal}.pipe`);
      spawnSync('mkfifo', [pipe]);
      const large = at('large.xlsx');
      writeFileSync(large, ' '.repeat(600_000));
      // Two ledgers: the workbook asks for a process of its own, the pipe keeps it waiting.
      const child = spawn(process.execPath, [LAUNCHER, 'analyze', pipe, large]);
      const own = (): number => {
        const line = ['-A', '-o', 'ppid=,pid=,args='];
        const { stdout } = spawnSync('ps', line, { encoding: 'utf8' });
        const ours = new RegExp(`^ *${child.pid} +(\\d+) .*--max-old-space-size.* analyze `, 'm');
        return Number(ours.exec(stdout)?.[1]);
      };
      const ended = new Promise((resolve) => child.once('exit', resolve));
      while (child.exitCode === null && Number.isNaN(own()))
        await new Promise((resolve) => setTimeout(resolve, 50));
      const pid = own();
      child.kill(signal);
      expect(await ended).toBe(code);
      expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    },
    60_000,
  );

  it('by a run that was killed outright: the next one sweeps', async () => {
    const script = `
      const { Outputs } = await import('${join(__dirname, '../../src/hosts/cli/outputs.ts')}');
      const outputs = await Outputs.open(['${at('killed.json')}'], []);
      await outputs.write('${at('killed.json')}', 'half');
      process.kill(process.pid, 'SIGKILL');`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    await new Promise((resolve) => child.once('exit', resolve));
    const foreign = at('.rebate-radar-00000000-1-1.part');
    writeFileSync(foreign, 'of another computer, an hour ago');
    const ancient = at('.rebate-radar-00000001-1-1.part');
    writeFileSync(ancient, 'of another computer, long ago');
    utimesSync(ancient, 1, 1);
    expect(parts()).toHaveLength(3);
    expect(command('analyze', ledger, '--json', at('after.json')).code).toBe(0);
    expect(parts()).toEqual(['.rebate-radar-00000000-1-1.part']);
  }, 60_000);
});

describe('a terminal obeys nothing that stands in a file', () => {
  const OBEYED = /[\0-\x08\x0B-\x1F\x7F-\x9F\u202E]/;
  const written = at('\u001B]0;title\u0007\n\u202E.csv');
  const hostile = at('hostile.json');
  writeFileSync(
    hostile,
    JSON.stringify({
      name: 'n\u001B[2Jx',
      tiers: [{ from_wan: 0, '基\u001B[31m础\u009B\u202E': '4%' }],
    }),
  );

  it.each([
    ['in the name of a file', () => [smallLedger(written)]],
    ['in the name of a file that is not there', () => [at('\u001B[2J\nnone.csv')]],
    ['in a policy', () => [ledger, '--policy', hostile]],
  ])('%s', (_, words) => {
    const { out, err } = command('analyze', ...words());
    expect(out + err).not.toMatch(OBEYED);
    expect(out + err).toContain('\uFFFD');
  });

  it('nor can a name imitate a line of ours, by a line break or by a screen of spaces', () => {
    const imitation = 'n\n累计返点 ¥9\u2028b\rc\u0085d';
    const wide = `e${' '.repeat(150)}累计返点 ¥9`;
    const named = at('named.json');
    const [first, second] = [imitation, wide].map((name) => {
      writeFileSync(named, JSON.stringify({ name, tiers: [{ from_wan: 0, 基础: '4%' }] }));
      return command('analyze', ledger, '--policy', named).out;
    });
    for (const out of [first, second]) {
      expect(out).toMatch(/^返点政策.*累计返点 ¥9/m);
      expect(out).not.toMatch(/^累计返点 ¥9|[\r\u0085\u2028]| {20}/m);
    }
  });

  it('but the JSON keeps every character', () => {
    const { out } = command('analyze', ledger, '--policy', hostile, '--json', '-');
    expect(JSON.stringify(JSON.parse(out))).toContain('\\u001b[31m');
  });
});

describe('every end of a run is one sentence and an exit code', () => {
  it.each(['--json -', ''])('when nobody reads the standard output (%s)', (words) => {
    const outcome = shell(`set -o pipefail; $R analyze '${ledger}' ${words} | true; exit $?`);
    expect(outcome.err).not.toMatch(/\bat .*:\d+:\d+|Error:/);
    expect([0, 1]).toContain(outcome.code);
  });

  it('names the reader who has gone', () => {
    const gone = '(exec 0<&-; while [ ! -e "$D" ]; do sleep 0.1; done)';
    const done = at('ended');
    const outcome = shell(
      `D='${done}'; { $R analyze '${ledger}' --json -; echo "code $?" >&2; touch "$D"; }` +
        ` | ${gone}`,
    );
    expect(outcome.err).toMatch(/没有人|不再|关闭/);
    expect(outcome.err).toContain('code 1');
  });

  it('when nobody reads what is said beside a file that was written', () => {
    const copy = at('unread.xlsx');
    const outcome = shell(
      `set -o pipefail; $R analyze '${ledger}' --out '${copy}' | true; exit $?`,
    );
    expect([outcome.code, existsSync(copy)]).toEqual([0, true]);
  });

  it('when the standard output is full', () => {
    const outcome = shell(`$R analyze '${ledger}' --json - > /dev/full`);
    expect(outcome.code).toBe(1);
    expectSentence(outcome);
  });

  it('when the standard error is closed', () => {
    expect(shell(`$R analyze '${ledger}' --json '${at('quiet.json')}' 2> /dev/full`).code).toBe(0);
  });

  it('when a part of the workbook is damaged that only writing needs', () => {
    expect(command('analyze', ledger, '--out', at('whole.xlsx')).code).toBe(0);
    const files = unzipSync(readFileSync(at('whole.xlsx')));
    for (const [part, text] of [
      ['[Content_Types].xml', '<Types <broken'],
      ['[Content_Types].xml', '<Types/>'],
      ['xl/styles.xml', '<styleSheet <broken'],
      ['xl/_rels/workbook.xml.rels', '<Relationships <broken'],
    ] as const) {
      const damaged = { ...files, [part]: strToU8(text) };
      writeFileSync(at('damaged.xlsx'), zipSync(damaged));
      const outcome = command('analyze', at('damaged.xlsx'), '--out', at('never.xlsx'));
      expect([part, text, outcome.code]).toEqual([part, text, 1]);
      expectSentence(outcome);
      expect(existsSync(at('never.xlsx'))).toBe(false);
    }
  });

  it.each([
    ['a device that never ends', ['/dev/zero'], 1],
    ['a device as policy', [ledger, '--policy', '/dev/zero'], 1],
    ['a device as facts', [ledger, '--facts', '/dev/random'], 1],
    ['the standard output as answers', [ledger, '--answers', '-'], 2],
    ['facts of nothing', [ledger, '--facts', at('null.json')], 1],
    ['facts of another shape', [ledger, '--facts', at('shape.json')], 1],
  ])('%s is no input', (_, words, code) => {
    writeFileSync(at('null.json'), 'null');
    writeFileSync(at('shape.json'), '[[[1]]]');
    const outcome = command('analyze', ...words);
    expect(outcome.code).toBe(code);
    expectSentence(outcome);
  });

  it('but a pipe is, as long as it ends', () => {
    const outcome = shell(`cat '${ledger}' | $R analyze /dev/stdin --json -`);
    expect(JSON.parse(outcome.out)).toHaveProperty('totals');
  });

  it('takes a ledger once, however often it is named', () => {
    symlinkSync(ledger, at('again.csv'));
    const { out } = command(
      'analyze',
      ledger,
      `${folder}/./ledger.csv`,
      at('again.csv'),
      '--json',
      '-',
    );
    const { counts } = (JSON.parse(out) as { ledger: { counts: { order: number } } }).ledger;
    expect(counts.order).toBe(2);
  });

  it('when a folder is given for a ledger', () => {
    const outcome = command('analyze', folder);
    expect(outcome.code).toBe(1);
    expectSentence(outcome);
  });
});

it('starts in one process, from a bundle', () => {
  expect(readFileSync(LAUNCHER, 'utf8')).not.toContain('tsx');
});
