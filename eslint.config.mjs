import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { lookups } from './test/architecture/lookups-rule.mjs';
import { tests } from './test/architecture/tests-rule.mjs';
import { lines } from './test/architecture/width-rule.mjs';

const elsewhere = {
  Date: 'Take a LocalDate argument; the clock belongs to src/hosts.',
  Intl: 'Formatting belongs to src/i18n.',
  parseFloat: 'Read numbers through domain/reading/parse-amount.ts.',
  console: 'The domain says facts; hosts print sentences.',
};
const exact = (object, property, message) => ({ object, property, message });

/** The third lock on the domain: what it must not touch even though the language offers it. */
const domainLock = {
  'no-restricted-globals': [
    'error',
    ...Object.entries(elsewhere).map(([name, message]) => ({ name, message })),
  ],
  'no-restricted-properties': [
    'error',
    exact('Math', 'random', 'Chance is an argument.'),
    exact('Math', 'round', 'Rounding belongs to domain/money/rounding.ts.'),
    { property: 'toFixed', message: 'Rounding belongs to domain/money/rounding.ts.' },
    { property: 'toLocaleString', message: 'Formatting belongs to src/i18n.' },
  ],
};

const EVERYWHERE = ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx,mjs,cjs}', 'scripts/**/*.{ts,mjs,cjs}'];

/** How long something takes is measured by the bench: a busy machine is no fault of the code. */
const wallClock = [
  "CallExpression[callee.object.name='performance'][callee.property.name='now']",
  "CallExpression[callee.object.name='process'][callee.property.name=/^(cpuUsage|hrtime)$/]",
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
].map((selector) => ({ selector, message: 'Time belongs to test/bench.' }));

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**'] },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: EVERYWHERE })),
  {
    files: EVERYWHERE,
    plugins: { lines },
    rules: {
      'lines/screen-width': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
    },
  },
  // The rows of a fixture stand as they do in a sheet.
  { files: ['test/fixtures/ledgers/**'], rules: { 'lines/screen-width': 'off' } },
  // What runs in plain Node or is read by a tool is JavaScript, and may require and assign.
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['test/**/*.{ts,tsx}'],
    ignores: ['test/bench/**'],
    plugins: { tests },
    rules: { 'tests/no-assertion-under-if': 'error' },
  },
  {
    // A browser, a wire-level Excel and the fuzzer wait, and say how long; unit tests never do.
    files: ['test/**/*.{ts,tsx}'],
    ignores: ['test/{bench,e2e,fuzz,host}/**'],
    rules: { 'no-restricted-syntax': ['error', ...wallClock] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true },
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrels: import from the file that has it.',
        },
        {
          // The build is for ES2020, where a #name becomes a WeakMap: slow in the reader's loops.
          selector: 'PrivateIdentifier',
          message: 'Say private, not #.',
        },
      ],
    },
  },
  {
    // Where text of a person's own is looked up. Needs types: an index into a list is fine.
    files: ['src/{domain,application,functions,pages,workbook}/**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: 'test/architecture/lookups.tsconfig.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { lookups },
    rules: { 'lookups/by-text': 'error' },
  },
  { files: ['src/domain/**/*.ts'], rules: domainLock },
  { files: ['src/domain/money/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['src/taskpane/**/*.{ts,tsx}', 'src/hosts/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['src/workbook/office/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
      'office-addins/no-office-initialize': 'error',
    },
  },
);
