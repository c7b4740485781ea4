import { readArguments } from '#hosts/cli/arguments.ts';

jest.mock('#hosts/version.ts', () => ({ VERSION: '1.0.0' }));

it.each(['constructor', 'toString', '__proto__', 'nonsense', ''])('%j is no command', (name) => {
  expect(() => readArguments([name, 'ledger.csv'])).toThrow('cli.no-command');
});
