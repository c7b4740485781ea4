import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setUpPackages } from './setup.mjs';

/** `npm run -s analyze -- …`: sets up once, then hands the words to the command line host. */
setUpPackages();
const host = fileURLToPath(new URL('../src/hosts/cli.ts', import.meta.url));
const outcome = spawnSync(
  process.execPath,
  ['--max-old-space-size=6144', '--import', 'tsx', host, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
    },
  },
);
process.exit(outcome.status ?? 1);
