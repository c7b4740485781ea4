import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run, setUpPackages } from './setup.mjs';

/**
 * Sets up, builds what has changed, and serves the browser edition on its sample ledger. No Excel
 * and no certificate needed.
 */
setUpPackages();
const stamp = new URL('../dist/.built', import.meta.url);
if (!existsSync(stamp) || newestSource() > statSync(stamp).mtimeMs) {
  console.error('Building …');
  run('npx', ['--no-install', 'webpack', '--mode', 'production', '--env', 'local']);
  writeFileSync(stamp, '');
}
const { register } = await import('tsx/esm/api');
register();
const { startServing } = await import('./serve.ts');
await startServing();

/** When a source file was last changed: what was built before that is built again. */
function newestSource() {
  const folder = fileURLToPath(new URL('../src/', import.meta.url));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (newest, entry) =>
        Math.max(newest, statSync(`${entry.parentPath ?? entry.path}/${entry.name}`).mtimeMs),
      0,
    );
}
