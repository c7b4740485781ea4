import { execFileSync } from 'node:child_process';

/**
 * What chance begins with: the files as committed, so that one commit gives one verdict and the
 * next one tries other cases. Beside a repository each run begins anew.
 */
function seedOfCommit() {
  try {
    const options = { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'ignore'] };
    const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], options).toString();
    return String(Number.parseInt(tree.slice(0, 7), 16));
  } catch {
    return undefined;
  }
}

const seed = process.env['TEST_SEED'] ?? seedOfCommit();
if (seed !== undefined) process.env['TEST_SEED'] = seed;

/**
 * Pure tests run in Node; tests that render the pane ask for jsdom in their first line
 * (@jest-environment jsdom).
 */
export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  // What needs a database server of its own: `npm run test:deep`.
  testPathIgnorePatterns: ['/node_modules/', ...(process.env['TEST_TIMES'] ? [] : ['/test/deep/'])],
  testEnvironment: 'node',
  runtime: '<rootDir>/test/compiled-once.cjs',
  transform: {
    '^.+\\.(t|j)sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // The Markdown reader comes as ES modules alone.
  transformIgnorePatterns: ['/node_modules/(?!marked/)'],
  moduleNameMapper: { '^@fluentui/react-icons$': '<rootDir>/test/icons.cjs' },
  setupFilesAfterEnv: ['<rootDir>/test/same-bytes.cjs', '<rootDir>/test/same-chance.cjs'],
  testSequencer: '<rootDir>/scripts/slow-first.cjs',
  reporters: ['default', '<rootDir>/scripts/closing-line.cjs'],
  testTimeout: 300_000,
};
