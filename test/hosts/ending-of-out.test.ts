import { readArguments } from '#hosts/cli/arguments.ts';
import { cli as english } from '#i18n/en-US/cli.ts';
import { cli as chinese } from '#i18n/zh-CN/cli.ts';
import { type Refusal } from '#domain/refusal.ts';
import type { CliFact } from '#facts/cli.ts';

jest.mock('#hosts/version.ts', () => ({ VERSION: '1.0.0' }));

const BASE = { analyze: ['l.csv'], reconcile: ['l.csv', 's.csv'], template: ['--lang', 'en-US'] };
const DATES = ['--from', '2025-01-01', '--to', '2025-03-31'];

type Refused = Extract<CliFact, { code: 'cli.out-not-workbook' }>;

function refused(name: keyof typeof BASE, out: string): Refused | undefined {
  const more = name === 'reconcile' ? DATES : [];
  try {
    readArguments([name, ...BASE[name], ...more, '--out', out]);
    return undefined;
  } catch (error) {
    return (error as Refusal<Refused>).fact;
  }
}

it.each([
  ['analyze', '.xlsx', '.xlsm'],
  ['reconcile', '.xlsx', '.xlsm'],
  ['template', '.xlsx', '.xltx'],
] as const)('%s writes %s and %s, and says so of another ending', (name, one, other) => {
  expect([refused(name, `a${one.toUpperCase()}`), refused(name, `a${other}`)]).toEqual([
    undefined,
    undefined,
  ]);
  const fact = refused(name, 'a.csv')!;
  expect(english['cli.out-not-workbook'](fact)).toContain(`use ${one} or ${other}.`);
  expect(chinese['cli.out-not-workbook'](fact)).toContain(`请用 ${one} 或 ${other}。`);
});
