import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const script = join(resolve(__dirname, '../..'), 'scripts/excel.mjs');

it('npm run excel says where it works, in a sentence of each language, and starts nothing', () => {
  const other = `
    Object.defineProperty(process, 'platform', { value: 'linux' });
    await import('${script}');`;
  const words = ['--input-type=module', '-e', other];
  // Without a path no package and no other program could be found.
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    env: { PATH: '' },
  });
  const lines = stderr.trim().split('\n');
  expect([status, stdout, lines.length]).toEqual([1, '', 2]);
  expect(lines[0]).toMatch(/^只有 Windows 和 Mac .*docs\/install\.zh-CN\.md）。$/);
  expect(lines[1]).toMatch(/^Only Excel on Windows and Mac .*docs\/install\.md\)\.$/);
});
