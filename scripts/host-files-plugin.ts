import type { Compiler } from 'webpack';
import { hostFiles } from './host-files.ts';

const NO_ADDRESS = 'A production build needs the address it will be served from: REBATE_RADAR_URL=https://addin.example.com/ (--env local builds for https://localhost:3000).';

/** Adds every file that carries the host address (metadata, help pages, manifest) to a webpack build. */
export class HostFilesPlugin {
  readonly #address: string | undefined;

  constructor(address: string | undefined) {
    this.#address = address;
  }

  apply(compiler: Compiler): void {
    const { Compilation, WebpackError, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('HostFiles', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'HostFiles', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const problem = addressProblem(this.#address);
        if (this.#address === undefined || problem !== undefined) {
          compilation.errors.push(new WebpackError(problem ?? NO_ADDRESS));
          return;
        }
        for (const { path, text } of hostFiles(this.#address)) compilation.emitAsset(path, new sources.RawSource(text));
      });
    });
  }
}

function addressProblem(address: string | undefined): string | undefined {
  if (address === undefined) return NO_ADDRESS;
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:') return `REBATE_RADAR_URL must be an https address, not "${address}".`;
  return undefined;
}
