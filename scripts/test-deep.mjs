import { parseArgs } from 'node:util';
import { run, setUpPackages } from './setup.mjs';

/**
 * `npm run test:deep -- --minutes N [--seed S]`: whatever rests on chance in npm test, more often,
 * in passes of some minutes with a seed each until the time is over; then the SQL for large data on
 * PostgreSQL (Debian: apt-get install postgresql).
 */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
});
/** More than the tries that follow one seed. */
const NEXT_SEED = 1_000_000;
const end = Date.now() + Number(values.minutes) * 60_000;
let seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 30));

setUpPackages();
const jest = (...words) =>
  run('npx', ['--no-install', 'jest', '--testTimeout=3600000', ...words], {
    ...process.env,
    TEST_TIMES: '2',
    TEST_SEED: String(seed),
  });
// Whatever asks how often it is to try.
do {
  jest('--findRelatedTests', 'test/runs.ts');
  seed += NEXT_SEED;
} while (Date.now() < end);
jest('test/deep');
