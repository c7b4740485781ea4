import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack from 'webpack';

const SWC = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'es6' },
};

let built: Promise<string> | null = null;

/**
 * The wire-level host as one script for a page: `window.wireHost.installWireHost(window,
 * workbook)`. Built once a process.
 */
export function wireHostScript(): Promise<string> {
  built ??= build();
  return built;
}

function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'wire-host-'));
  const compiler = webpack({
    mode: 'development',
    devtool: false,
    target: 'web',
    entry: join(process.cwd(), 'test/host/browser-entry.ts'),
    output: { path: folder, filename: 'wire-host.js' },
    module: { rules: [{ test: /\.ts$/, use: { loader: 'swc-loader', options: SWC } }] },
    performance: false,
  });
  return new Promise((resolve, reject) => {
    compiler?.run((error, stats) => {
      const failed =
        error ?? (stats?.hasErrors() === true ? new Error(stats.toString('errors-only')) : null);
      const text = failed ? '' : readFileSync(join(folder, 'wire-host.js'), 'utf8');
      rmSync(folder, { recursive: true, force: true });
      compiler.close(() => (failed ? reject(failed) : resolve(text)));
    });
  });
}
