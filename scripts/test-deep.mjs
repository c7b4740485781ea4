import { parseArgs } from 'node:util';
import { run, setUpPackages } from './setup.mjs';

/**
 * `npm run test:deep -- --minutes N [--seed S]`: whatever rests on chance in npm test, more often,
 * in passes of some minutes with a seed each until the time is over; and, once, the SQL for large
 * data on PostgreSQL (Debian: apt-get install postgresql).
 */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
});
/** The tests that ask how often they are to try. */
const ONES = ['--findRelatedTests', 'test/runs.ts'];
/** More than the tries that follow one seed. */
const NEXT_SEED = 1_000_000;
const end = Date.now() + Number(values.minutes) * 60_000;
let seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 30));

setUpPackages();
const pass = (...files) =>
  run('npx', ['--no-install', 'jest', '--testTimeout=3600000', ...ONES, ...files], {
    ...process.env,
    TEST_TIMES: '2',
    TEST_SEED: String(seed),
  });
pass('test/deep/postgresql.test.ts');
for (seed += NEXT_SEED; Date.now() < end; seed += NEXT_SEED) pass();
