import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The launcher that `npm run analyze` starts: one process, from the bundle. */
export const LAUNCHER = join(root, 'scripts/cli.mjs');

export function command(...words: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: root },
  });
  return { code: status, out: stdout, err: stderr };
}

/** The same behind a shell, for pipes and redirections; `$R` stands for the launcher. */
export function shell(line: string): Outcome {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: root, R: `${process.execPath} ${LAUNCHER}` },
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder that goes when the tests end. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rebate-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function smallLedger(path: string): string {
  writeFileSync(
    path,
    '\uFEFF订单号,签约日期,产品类别,实付金额(元)\nA1,2025-01-08,基础,1000000\nA2,2025-02-08,' +
      '安全,500000\n',
  );
  return path;
}

/** One sentence, no trace of a stack. */
export function expectSentence({ err }: Outcome): void {
  const lines = err
    .trim()
    .split('\n')
    .filter((line) => !/示例政策|Example policy/.test(line));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/[。.]$/);
  expect(err).not.toMatch(/\bat .*:\d+:\d+|Error:|undefined|\[object/);
}
