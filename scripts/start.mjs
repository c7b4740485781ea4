import { existsSync } from 'node:fs';
import { run, setUpPackages } from './setup.mjs';

/** Sets up, builds once, and serves the browser edition on its sample ledger. No Excel and no certificate needed. */
setUpPackages();
if (!existsSync(new URL('../dist/index.html', import.meta.url)) || process.argv.includes('--build')) {
  console.error('Building …');
  run('npx', ['--no-install', 'webpack', '--mode', 'production', '--env', 'local']);
}
const { register } = await import('tsx/esm/api');
register();
const { startServing } = await import('./serve.ts');
await startServing();
