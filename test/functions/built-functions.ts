import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { justBuilt } from '../e2e/site.ts';

export type BuiltFunctions = ReadonlyMap<string, (...args: unknown[]) => unknown>;

/**
 * functions.js as it ships, built unless that has just been done, where there is nothing but
 * `CustomFunctions.associate`.
 */
export const builtFunctions = async (): Promise<BuiltFunctions> =>
  loadFunctions(join((await justBuilt()) ?? build(), 'functions.js'));

/** The folder it is built into. */
function build(): string {
  const folder = mkdtempSync(join(tmpdir(), 'functions-'));
  execFileSync(
    process.execPath,
    [
      join('node_modules', 'webpack', 'bin', 'webpack.js'),
      '--mode',
      'production',
      '--env',
      'local',
      '--config-name',
      'functions',
      '--output-path',
      folder,
    ],
    { stdio: 'pipe' },
  );
  return folder;
}

/** A built functions.js where there is nothing but `CustomFunctions.associate`. */
export function loadFunctions(script: string): BuiltFunctions {
  const functions = new Map<string, (...args: unknown[]) => unknown>();
  const bare = createContext({
    CustomFunctions: {
      associate: (id: string, run: (...args: unknown[]) => unknown) => functions.set(id, run),
    },
  });
  runInContext(readFileSync(script, 'utf8'), bare);
  return functions;
}
