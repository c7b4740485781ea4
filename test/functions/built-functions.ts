import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

export type BuiltFunctions = ReadonlyMap<string, (...args: unknown[]) => unknown>;

/**
 * Builds functions.js as it ships and loads it where there is nothing but
 * `CustomFunctions.associate`.
 */
export function buildFunctions(): BuiltFunctions {
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
  return loadFunctions(join(folder, 'functions.js'));
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
