import type { Compiler } from 'webpack';
import { hostFiles } from './host-files.ts';
import type { ExcelKind } from './metadata.ts';

/**
 * Adds every file that is made from the function specs and carries the host address to a webpack
 * build.
 */
export class HostFilesPlugin {
  private readonly address: string | undefined;

  constructor(address: string | undefined) {
    this.address = address;
  }

  apply(compiler: Compiler): void {
    const { Compilation, WebpackError, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('HostFiles', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'HostFiles', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          const address = hostAddress(this.address);
          if (!address.ok) {
            compilation.errors.push(new WebpackError(address.problem));
            return;
          }
          for (const { path, text } of hostFiles(
            address.url,
            excelKind(process.env['REBATE_RADAR_EXCEL']),
          ))
            compilation.emitAsset(path, new sources.RawSource(text));
        },
      );
    });
  }
}

/** The address with a slash at the end, or one sentence that says why there is none. */
export function hostAddress(
  given: string | undefined,
): { readonly ok: true; readonly url: string } | { readonly ok: false; readonly problem: string } {
  if (given === undefined || given === '') {
    return {
      ok: false,
      problem:
        'A production build needs the address it will be served from, for example ' +
        'REBATE_RADAR_URL=https://addin.example.com/ (--env local builds for ' +
        'https://localhost:3000).',
    };
  }
  if (!URL.canParse(given) || new URL(given).protocol !== 'https:')
    return { ok: false, problem: `REBATE_RADAR_URL must be an https address, not "${given}".` };
  const { origin, pathname } = new URL(given);
  return { ok: true, url: `${origin}${pathname.endsWith('/') ? pathname : `${pathname}/`}` };
}

/** Which Excel the host serves; anything but the one name is every Excel. */
export const excelKind = (given: string | undefined): ExcelKind =>
  given === 'ltsc2021' ? 'ltsc2021' : 'any';
