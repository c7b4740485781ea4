import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { lookups } from './test/architecture/lookups-rule.mjs';

const elsewhere = {
  Date: 'Take a LocalDate argument; the clock belongs to src/hosts.',
  Intl: 'Formatting belongs to src/i18n.',
  parseFloat: 'Read numbers through domain/ledger/parse-amount.ts.',
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

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**'] },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['src/**/*.{ts,tsx}'] })),
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
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
        projectService: { allowDefaultProject: ['src/domain/planted.ts'] },
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
