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
  setupFilesAfterEnv: ['<rootDir>/test/same-bytes.cjs'],
  testSequencer: '<rootDir>/scripts/slow-first.cjs',
  reporters: ['default', '<rootDir>/scripts/closing-line.cjs'],
  testTimeout: 300_000,
};
