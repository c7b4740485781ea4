import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execFileSync, spawnSync } from 'node:child_process';
import ts from 'typescript';
import { ROOMS, arrowsUp } from './rooms.cjs';

const root = resolve(__dirname, '../..');

type Files = Readonly<Record<string, string>>;

interface Summary {
  readonly violations: readonly {
    readonly from: string;
    readonly to: string;
    readonly rule: { readonly name: string; readonly severity: string };
  }[];
}

/**
 * A rule that was never seen red is decoration: each lock on the domain is shown a violation and
 * has to refuse it.
 */
describe('first lock: who may import whom', () => {
  /** Of each planted tree the rules that it breaks, in one run over all of them. */
  const cruise = (trees: readonly Files[]): readonly (readonly string[])[] => {
    const garden = mkdtempSync(join(root, 'test/architecture/planted-'));
    try {
      trees.forEach((files, at) => {
        for (const [name, text] of Object.entries(files)) {
          const file = join(garden, String(at), 'planted/src', name);
          mkdirSync(join(file, '..'), { recursive: true });
          writeFileSync(file, text);
        }
      });
      const words = ['--config', 'test/architecture/dependency-rules.cjs', '-T', 'json', garden];
      const { stdout } = spawnSync('npx', ['--no-install', 'depcruise', ...words], {
        cwd: root,
        encoding: 'utf8',
      });
      const { summary } = JSON.parse(stdout) as { readonly summary: Summary };
      return trees.map((_, at) => [
        ...new Set(
          summary.violations
            .filter(({ from, to }) => [from, to].some((each) => each.includes(`/${at}/planted/`)))
            .map(({ rule }) => `${rule.severity} ${rule.name}`),
        ),
      ]);
    } finally {
      rmSync(garden, { recursive: true, force: true });
    }
  };

  const CASES: readonly (readonly [string, string, Files])[] = [
    [
      'a domain file that imports an adapter',
      'domain-imports',
      {
        'domain/x.ts': "import { y } from '../workbook/xlsx/y.ts';\nexport const x = y;\n",
        'workbook/xlsx/y.ts': 'export const y = 1;\n',
      },
    ],
    [
      'a domain file that imports a Node module',
      'domain-imports',
      {
        'domain/x.ts': "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n",
      },
    ],
    [
      'a domain file that imports a package',
      'domain-imports',
      { 'domain/x.ts': "import { unzipSync } from 'fflate';\nexport const x = unzipSync;\n" },
    ],
    [
      'a pane that chooses an adapter',
      'taskpane-imports',
      {
        'taskpane/x.ts': "import { y } from '../workbook/office/y.ts';\nexport const x = y;\n",
        'workbook/office/y.ts': 'export const y = 1;\n',
      },
    ],
    [
      'an import that resolves to nothing',
      'resolvable',
      { 'domain/x.ts': "import { y } from './nowhere.ts';\nexport const x = y;\n" },
    ],
    [
      'two files in a circle',
      'no-circles',
      {
        'domain/x.ts': "import { y } from './y.ts';\nexport const x = (): number => y();\n",
        'domain/y.ts': "import { x } from './x.ts';\nexport const y = (): number => x();\n",
      },
    ],
    [
      'two files in a circle of types alone',
      'no-circles',
      {
        'domain/x.ts': "import type { Y } from './y.ts';\nexport type X = Y[];\n",
        'domain/y.ts': "import type { X } from './x.ts';\nexport type Y = X | null;\n",
      },
    ],
    [
      'a file that imports a host',
      'taskpane-imports',
      {
        'taskpane/x.ts': "import { y } from '../hosts/y.ts';\nexport const x = y;\n",
        'hosts/y.ts': 'export const y = 1;\n',
      },
    ],
    [
      'an import of a type alone',
      'domain-imports',
      {
        'domain/x.ts': "import type { Y } from '../application/y.ts';\nexport const x = {} as Y;\n",
        'application/y.ts': 'export interface Y {}\n',
      },
    ],
    [
      'two folders in a circle',
      'no-folder-circles',
      {
        'domain/a/x.ts': "import { y } from '../b/y.ts';\nexport const x = y;\n",
        'domain/b/y.ts': 'export const y = 1;\n',
        'domain/b/z.ts': "import { w } from '../a/w.ts';\nexport const z = w;\n",
        'domain/a/w.ts': 'export const w = 1;\n',
      },
    ],
    [
      'two folders of the pane in a circle of types alone',
      'no-folder-circles',
      {
        'taskpane/a/x.ts': "import type { Y } from '../b/y.ts';\nexport type X = Y;\n",
        'taskpane/b/y.ts': 'export type Y = 1;\n',
        'taskpane/b/z.ts': "import type { W } from '../a/w.ts';\nexport type Z = W;\n",
        'taskpane/a/w.ts': 'export type W = 1;\n',
      },
    ],
    [
      'a folder that nobody wrote down',
      'every-folder-has-a-rule',
      {
        'gadgets/x.ts': "import { y } from '../domain/y.ts';\nexport const x = y;\n",
        'domain/y.ts': 'export const y = 1;\n',
      },
    ],
    [
      'an import from a folder that nobody wrote down',
      'nobody-uses-a-folder-without-a-rule',
      {
        'hosts/x.ts': "import { y } from '../gadgets/y.ts';\nexport const x = y;\n",
        'gadgets/y.ts': 'export const y = 1;\n',
      },
    ],
    [
      'a lonely file in a folder that nobody wrote down',
      'no-stray-files',
      { 'gadgets/x.ts': 'export const x = 1;\n' },
    ],
    ...(['node:fs', 'fflate', '../../taskpane/y.ts', '../../workbook/xlsx/y.ts'] as const).map(
      (from) =>
        [
          `a page that imports ${from}`,
          'pages-imports',
          {
            'pages/review/x.ts': `import * as y from '${from}';\nexport const x = y;\n`,
            'taskpane/y.ts': 'export const y = 1;\n',
            'workbook/xlsx/y.ts': 'export const y = 1;\n',
          },
        ] as const,
    ),
    ...(
      [
        ['application', 'i18n'],
        ['application', 'workbook'],
        ['application', 'functions'],
        ['functions', 'i18n'],
        ['facts', 'i18n'],
        ['i18n', 'application'],
        ['workbook/csv', 'workbook/xlsx'],
        ['workbook/office', 'i18n'],
        ['workbook', 'hosts'],
        ['workbook/xlsx', 'taskpane'],
        ['livesheet', 'taskpane'],
        ['commands', 'workbook'],
      ] as const
    ).map(
      ([room, other]) =>
        [
          `a file of ${room} that imports ${other}`,
          `${room.replace('/', '-')}-imports`,
          {
            [`${room}/x.ts`]:
              'import { y } from ' +
              `'${room.includes('/') ? '../..' : '..'}/${other}/y.ts';\nexport const x = y;\n`,
            [`${other}/y.ts`]: 'export const y = 1;\n',
          },
        ] as const,
    ),
    [
      'a host that imports a package it does not name',
      'hosts-imports',
      { 'hosts/x.ts': "import * as y from 'fflate';\nexport const x = y;\n" },
    ],
  ];
  const INNOCENT: Files = {
    'domain/x.ts': "import { y } from './y.ts';\nexport const x = y;\n",
    'domain/y.ts': 'export const y = 1;\n',
  };
  let broken: readonly (readonly string[])[] = [];
  beforeAll(() => {
    broken = cruise([...CASES.map(([, , files]) => files), INNOCENT]);
  });

  it.each(CASES.map(([what, rule], at) => ({ what, rule, at })))(
    'refuses $what',
    ({ rule, at }) => {
      expect(broken[at]).toContain(`error ${rule}`);
    },
  );

  it('lets arrows between top-level folders go one way only', () => {
    expect(arrowsUp(ROOMS)).toEqual([]);
    expect(arrowsUp({ ...ROOMS, facts: { uses: ['domain', 'i18n'] } })).toEqual(['facts → i18n']);
  });

  it('lets an innocent file pass', () => {
    expect(broken).toHaveLength(CASES.length + 1);
    expect(broken.at(-1)).toEqual([]);
  });
});

describe('second lock: a domain compiled without DOM, Node or Office', () => {
  /** The types of the language are read once. */
  let program: ts.Program | undefined;
  const compile = (text: string): readonly string[] => {
    const config = ts.readConfigFile(join(root, 'src/domain/tsconfig.json'), ts.sys.readFile);
    const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, join(root, 'src/domain'));
    const planted = join(root, 'src/domain/planted.ts');
    const host = ts.createCompilerHost(parsed.options);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (name, target) =>
      name === planted ? ts.createSourceFile(name, text, target) : read(name, target);
    program = ts.createProgram([planted], parsed.options, host, program);
    return program
      .getSemanticDiagnostics(program.getSourceFile(planted))
      .map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '));
  };

  it.each([
    'Excel.run(() => 1);',
    'window.alert();',
    'console.log(1);',
    'process.exit(1);',
    'document.title;',
  ])('refuses %s', (text) => {
    expect(compile(text).join()).toContain('Cannot find name');
  });

  it('lets plain values pass', () => {
    expect(compile('export const x: number = 1;')).toEqual([]);
  });
});

/** What stands in a file: its path, its lines, and which rules are asked; these need no types. */
interface Planted {
  readonly filePath: string;
  readonly lines: readonly string[];
  readonly asked?: readonly string[];
}

/** Types of the planted text alone: those of everything it could import take a quarter minute. */
const TYPES =
  "const ts = require('typescript'); const program = (name, text) => { " +
  'const options = { lib: ["lib.es2023.d.ts"], types: [], strict: true, noEmit: true }; ' +
  'const host = ts.createCompilerHost(options, true); ' +
  'const read = host.getSourceFile.bind(host); host.getSourceFile = (at, target) => ' +
  'at === name ? ts.createSourceFile(name, text, target, true) : read(at, target); ' +
  'return ts.createProgram([name], options, host); }; ';

/** The rules that refuse each line. One process for all of them, and types where all are asked. */
function linted(files: readonly Planted[]): readonly (readonly string[])[] {
  const script =
    `${TYPES}const { ESLint } = require('eslint'); const chunks = []; ` +
    "process.stdin.on('data', (chunk) => chunks.push(chunk)).on('end', async () => { " +
    'const found = []; ' +
    'for (const { filePath, text, asked } of JSON.parse(Buffer.concat(chunks).toString())) { ' +
    'const ruleFilter = ({ ruleId }) => asked.includes(ruleId); ' +
    'const programs = asked ? null : [program(require("path").resolve(filePath), text)]; ' +
    'const languageOptions = { parserOptions: { project: null, programs } }; ' +
    'const overrideConfig = { languageOptions }; ' +
    'const some = asked ? { ruleFilter, overrideConfig } : { overrideConfig }; ' +
    'const [result] = await new ESLint(some).lintText(text, { filePath }); ' +
    'found.push(result.messages.map(({ line, ruleId }) => [line, ruleId])); } ' +
    'process.stdout.write(JSON.stringify(found)); });';
  const found = JSON.parse(
    execFileSync(process.execPath, ['-e', script], {
      cwd: root,
      input: JSON.stringify(files.map((file) => ({ ...file, text: file.lines.join('\n') }))),
      encoding: 'utf8',
    }),
  ) as readonly (readonly (readonly [number, string])[])[];
  return files.map(({ lines }, file) =>
    lines.map((_, at) =>
      (found[file] ?? [])
        .filter(([line, rule]) => line === at + 1 && !/screen-width$|no-unused-vars$/.test(rule))
        .map(([, rule]) => rule)
        .join(),
    ),
  );
}

describe('third lock: what the language offers, and the domain or the tests must not use', () => {
  const inTests = [
    'it("x", () => { if (Math.PI > 3) expect(1).toBe(1); });',
    'it.each([1])("%s", (one) => { one > 0 && expect(one).toBe(1); });',
    'it("x", () => { [1].forEach((one) => { if (one > 1) { expect(one).toBe(2); } }); });',
    'it("x", () => { try { JSON.parse(""); } catch (error) { expect(error).toBeNull(); } });',
    'const holds = (one: number): void => { if (one > 1) expect(one).toBe(2); }; holds(1);',
    ...(
      [
        ['performance', 'now', ''],
        ['process', 'cpuUsage', '.user'],
        ['Date', 'now', ''],
      ] as const
    ).map(([of, clock, told]) => `it("x", () => { expect(${of}.${clock}()${told}).toBe(5); });`),
  ];
  const fineInTests = [
    'it("x", () => { expect(Math.PI > 3).toBe(true); });',
    'it("x", () => { if (Math.PI > 3) expect(1).toBe(1); else expect(2).toBe(1); });',
    'it("x", () => { for (const one of [1, 2]) expect(one).toBeGreaterThan(0); });',
  ];
  const looking = (expression: string, at: number): string =>
    `export const y${at} = <N extends string>(by: Record<string, number>, name: string, ` +
    `generic: N, list: readonly string[], at: number, typed: Record<'a' | 'b', 1>, ` +
    `letter: 'a' | 'b', either: { a: 1 } | { b: 2 }, optional?: string): unknown => ${expression};`;
  const inDomain: readonly (readonly [string, string])[] = [
    ['new Date()', 'no-restricted-globals'],
    ['new Intl.NumberFormat()', 'no-restricted-globals'],
    ['parseFloat("1")', 'no-restricted-globals'],
    ['Math.round(1.5)', 'no-restricted-properties'],
    ['Math.random()', 'no-restricted-properties'],
    ['(1.005).toFixed(2)', 'no-restricted-properties'],
    ['(1).toLocaleString()', 'no-restricted-properties'],
    ['name in by', 'lookups/by-text'],
    ['by[name]', 'lookups/by-text'],
    ['by[optional ?? "a"]', 'lookups/by-text'],
    ['by[`a ${name}`]', 'lookups/by-text'],
    ['(by[name] = 1)', 'lookups/by-text'],
    ['by[generic]', 'lookups/by-text'],
  ];
  const fineInDomain = [
    'Math.abs(-1)',
    'list[at]',
    'typed[letter]',
    '"a" in either',
    'Object.hasOwn(by, name)',
  ];
  const texts = [...inDomain.map(([text]) => text), ...fineInDomain];
  let ofTests: readonly string[];
  let ofDomain: readonly string[];
  beforeAll(() => {
    [ofTests = [], ofDomain = []] = linted([
      {
        filePath: 'test/planted.test.ts',
        lines: [...inTests, ...fineInTests],
        asked: ['tests/no-assertion-under-if', 'no-restricted-syntax'],
      },
      {
        filePath: 'src/domain/planted.ts',
        lines: texts.map(looking),
      },
    ]);
  });

  it('refuses assertions under a condition, and clocks, in tests', () => {
    expect(ofTests.map((rule) => rule !== '')).toEqual([
      ...inTests.map(() => true),
      ...fineInTests.map(() => false),
    ]);
  });

  it('refuses clock, locale, floats for money, chance, and plain objects asked by text', () => {
    expect(Object.fromEntries(ofDomain.map((rule, at) => [texts[at], rule]))).toEqual(
      Object.fromEntries([...inDomain, ...fineInDomain.map((text) => [text, ''] as const)]),
    );
  });
});
