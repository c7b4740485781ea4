import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execFileSync, spawnSync } from 'node:child_process';
import ts from 'typescript';

const root = resolve(__dirname, '../..');

/**
 * A rule that was never seen red is decoration: each lock on the domain is shown a violation and
 * has to refuse it.
 */
describe('first lock: who may import whom', () => {
  const cruise = (files: Readonly<Record<string, string>>): string => {
    const tree = mkdtempSync(join(root, 'test/architecture/planted-'));
    try {
      for (const [name, text] of Object.entries(files)) {
        const file = join(tree, 'planted/src', name);
        mkdirSync(join(file, '..'), { recursive: true });
        writeFileSync(file, text);
      }
      const outcome = spawnSync(
        'npx',
        [
          '--no-install',
          'depcruise',
          '--config',
          'test/architecture/dependency-rules.cjs',
          join(tree, 'planted'),
        ],
        { cwd: root, encoding: 'utf8' },
      );
      return outcome.stdout;
    } finally {
      rmSync(tree, { recursive: true, force: true });
    }
  };

  it.each<readonly [string, string, object]>([
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
            [`${room}/x.ts`]: `import { y } from '${room.includes('/') ? '../..' : '..'}/${other}/y.ts';\nexport const x = y;\n`,
            [`${other}/y.ts`]: 'export const y = 1;\n',
          },
        ] as const,
    ),
    [
      'a host that imports a package it does not name',
      'hosts-imports',
      { 'hosts/x.ts': "import * as y from 'fflate';\nexport const x = y;\n" },
    ],
  ])('refuses %s', (_, rule, files) => {
    expect(cruise(files as Record<string, string>)).toContain(rule);
  });

  it('lets an innocent file pass', () => {
    expect(
      cruise({
        'domain/x.ts': "import { y } from './y.ts';\nexport const x = y;\n",
        'domain/y.ts': 'export const y = 1;\n',
      }),
    ).toContain('no dependency violations');
  });
});

describe('second lock: a domain compiled without DOM, Node or Office', () => {
  const compile = (text: string): readonly string[] => {
    const config = ts.readConfigFile(join(root, 'src/domain/tsconfig.json'), ts.sys.readFile);
    const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, join(root, 'src/domain'));
    const planted = join(root, 'src/domain/planted.ts');
    const host = ts.createCompilerHost(parsed.options);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (name, target) =>
      name === planted ? ts.createSourceFile(name, text, target) : read(name, target);
    const program = ts.createProgram([planted], parsed.options, host);
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

describe('third lock: what the language offers and the domain must not use', () => {
  /** The rules that refuse each line. One process for all of them: making the types takes seconds. */
  const lint = (lines: readonly string[]): readonly string[] => {
    const script =
      "const{ESLint}=require('eslint');const chunks=[];process.stdin.on('data',(c)=>chunks.push(c)).on('end',async()=>{const [r]=await new ESLint().lintText(Buffer.concat(chunks).toString(),{filePath:'src/domain/planted.ts'});process.stdout.write(JSON.stringify(r.messages.map((m)=>[m.line,m.ruleId])))});";
    const found = JSON.parse(
      execFileSync(process.execPath, ['-e', script], {
        cwd: root,
        input: lines.join('\n'),
        encoding: 'utf8',
      }),
    ) as readonly (readonly [number, string])[];
    return lines.map((_, at) =>
      found
        .filter(([line, rule]) => line === at + 1 && !rule.endsWith('no-unused-vars'))
        .map(([, rule]) => rule)
        .join(),
    );
  };
  const looking = (expression: string, at: number): string =>
    `export const y${at} = <N extends string>(by: Record<string, number>, name: string, ` +
    `generic: N, list: readonly string[], at: number, typed: Record<'a' | 'b', 1>, ` +
    `letter: 'a' | 'b', either: { a: 1 } | { b: 2 }, optional?: string): unknown => ${expression};`;
  const refused: readonly (readonly [string, string])[] = [
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
  const allowed = [
    'Math.abs(-1)',
    'list[at]',
    'typed[letter]',
    '"a" in either',
    'Object.hasOwn(by, name)',
  ];

  it('refuses clock, locale, floats for money, chance, and plain objects asked by text', () => {
    const texts = [...refused.map(([text]) => text), ...allowed];
    expect(
      Object.fromEntries(lint(texts.map(looking)).map((rule, at) => [texts[at], rule])),
    ).toEqual(Object.fromEntries([...refused, ...allowed.map((text) => [text, ''] as const)]));
  });
});
