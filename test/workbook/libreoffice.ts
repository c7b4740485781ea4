import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const run = promisify(execFile);

/** Always recalculate .xlsx on load, whoever wrote it. */
const SETTINGS =
  '<?xml version="1.0" encoding="UTF-8"?><oor:items ' +
  'xmlns:oor="http://openoffice.org/2001/registry">' +
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop ' +
  'oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>';

/**
 * The workbooks as LibreOffice opens, recalculates and saves them: an independent reader and
 * calculator. Stored results of formulas are thrown away first, so that every figure that comes
 * back is its own.
 */
export async function recalculated(
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Readonly<Record<string, Uint8Array>>> {
  const folder = mkdtempSync(join(tmpdir(), 'recalculated-'));
  try {
    const names = Object.keys(files);
    mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
    writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), SETTINGS);
    for (const name of names)
      writeFileSync(join(folder, `${name}.xlsx`), withoutResults(files[name] as Uint8Array));
    await run(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'out'),
        ...names.map((name) => join(folder, `${name}.xlsx`)),
      ],
      { timeout: 280_000 },
    );
    return Object.fromEntries(
      names.map((name) => [
        name,
        new Uint8Array(readFileSync(join(folder, 'out', `${name}.xlsx`))),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Formulas without what they last came to. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name))
      parts[name] = strToU8(strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'));
  }
  return zipSync(parts, { level: 0 });
}

/** Names of the package's parts that match. */
export const partsOf = (bytes: Uint8Array, pattern: RegExp): readonly string[] =>
  Object.keys(unzipSync(bytes)).filter((name) => pattern.test(name));
