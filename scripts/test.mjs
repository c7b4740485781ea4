import os from 'node:os';
import { run, setUpPackages, setUpTestTools } from './setup.mjs';

/**
 * Everything that must pass, on a fresh machine too: set-up, types, lint, architecture, build,
 * tests.
 */
setUpPackages();
setUpTestTools();
const step = (title, ...command) => {
  console.error(`\n— ${title}`);
  run('npx', ['--no-install', ...command]);
};
step('types', 'tsc', '-p', 'test/tsconfig.json');
step('types of the domain, without DOM or Node', 'tsc', '-p', 'src/domain/tsconfig.json');
step('format', 'prettier', '--log-level', 'warn', '--check', 'src', 'test', 'scripts');
step('lint', 'eslint', '--max-warnings', '0', 'src', 'test', 'scripts');
step('dependency rules', 'depcruise', '--config', 'test/architecture/dependency-rules.cjs', 'src');
step('Office API sets', 'tsx', 'scripts/check-api-sets.ts');
step('build', 'webpack', '--mode', 'production', '--env', 'local');
step('manifest', 'tsx', 'scripts/check-manifest.ts', 'dist');
step('bundle size', 'size-limit');
// A worker for every core: much of the time is spent waiting for a browser or LibreOffice.
step('tests', 'jest', `--maxWorkers=${os.availableParallelism()}`, ...process.argv.slice(2));
