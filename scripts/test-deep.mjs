import { parseArgs } from 'node:util';
import { run, setUpPackages } from './setup.mjs';

/**
 * `npm run test:deep -- --minutes N [--seed S]`: the fuzzing of npm test, for as long as you like,
 * and
 * the SQL for large data on PostgreSQL (Debian: apt-get install postgresql). */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
});
setUpPackages();
run('npx', ['--no-install', 'jest', 'test/fuzz', 'test/deep'], {
  ...process.env,
  FUZZ_SECONDS: String(Number(values.minutes) * 60),
  ...(values.seed === undefined ? {} : { FUZZ_SEED: values.seed }),
});
