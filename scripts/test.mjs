import os from 'node:os';
import { run, setUpPackages, setUpTestTools } from './setup.mjs';
import { sideBySide } from './side-by-side.mjs';

/**
 * Everything that must pass, on a fresh machine too: set-up, types, lint, architecture, build,
 * tests. What checks and what builds do not wait for each other; the tests look at what was built.
 */
setUpPackages();
setUpTestTools();
const FORMAT = ['--log-level', 'warn', '--check'];
// Both lanes are about as long.
await sideBySide([
  [
    ['types', 'tsc', '-p', 'test/tsconfig.json'],
    ['types of the domain, without DOM or Node', 'tsc', '-p', 'src/domain/tsconfig.json'],
    ['lint', 'eslint', '--max-warnings', '0', 'src', 'test', 'scripts'],
    ['format of src and scripts', 'prettier', ...FORMAT, 'src', 'scripts'],
  ],
  [
    ['build', 'webpack', '--mode', 'production', '--env', 'local'],
    ['manifest', 'tsx', 'scripts/check-manifest.ts', 'dist'],
    ['bundle size', 'size-limit'],
    ['dependency rules', 'depcruise', '--config', 'test/architecture/dependency-rules.cjs', 'src'],
    ['format of test', 'prettier', ...FORMAT, 'test'],
  ],
]);
console.error('\n— tests');
// A worker for every core: much of the time is spent waiting for a browser or LibreOffice.
const jest = ['jest', `--maxWorkers=${os.availableParallelism()}`, ...process.argv.slice(2)];
run('npx', ['--no-install', ...jest]);
