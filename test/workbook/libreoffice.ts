import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Cell } from '#domain/sheet.ts';

const run = promisify(execFile);

/**
 * Always recalculate .xlsx on load, whoever wrote it, and give rows of no set height the one that
 * their texts need.
 */
const SETTINGS =
  '<?xml version="1.0" encoding="UTF-8"?><oor:items ' +
  'xmlns:oor="http://openoffice.org/2001/registry">' +
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop ' +
  'oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop><prop ' +
  'oor:name="RecalcOptimalRowHeightMode" oor:op="fuse"><value>0</value></prop></item></oor:items>';

/**
 * The workbooks as LibreOffice opens, recalculates and saves them: an independent reader and
 * calculator. Stored results of formulas are thrown away first, so that every figure that comes
 * back is its own.
 */
export const recalculated = (
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Readonly<Record<string, Uint8Array>>> =>
  converted(
    files,
    'xlsx:Calc MS Excel 2007 XML',
    (folder, name) => new Uint8Array(readFileSync(join(folder, `${name}.xlsx`))),
  );

/** Every sheet as a file of its own, values as they are and not as they are shown. */
const TEXTS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/**
 * What LibreOffice computes, by sheet and row, for those who ask for figures alone: a figure as a
 * number, an empty cell as null. Two thirds of the work of saving workbooks.
 */
export const computedTexts = (
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Readonly<Record<string, ReadonlyMap<string, readonly (readonly Cell[])[]>>>> =>
  converted(files, TEXTS, (folder, name) => {
    const own = readdirSync(folder).filter((file) => file.startsWith(`${name}-`));
    return new Map(
      own.map((file) => [
        file.slice(name.length + 1, -'.csv'.length),
        recordsOf(readFileSync(join(folder, file), 'utf8')),
      ]),
    );
  });

/** Fields in quotes may hold commas, line breaks and doubled quotes. */
function recordsOf(text: string): readonly (readonly Cell[])[] {
  const records: Cell[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/g,
  )) {
    const field = quoted?.replaceAll('""', '"') ?? plain;
    const isFigure = /^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/.test(field);
    records.at(-1)!.push(field === '' ? null : isFigure ? Number(field) : field);
    if (end === '\n') records.push([]);
  }
  return records;
}

/**
 * Heights that rows of no set height get, so that they show their texts whole, by file: of the
 * first sheet, in points. Those of a sheet of OpenDocument are worked out when it is opened, of a
 * hundred rows or so.
 */
export async function rowHeights(
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Readonly<Record<string, readonly number[]>>> {
  const sheets = await converted(
    files,
    'ods',
    (folder, name) => new Uint8Array(readFileSync(join(folder, `${name}.ods`))),
  );
  return converted(
    sheets,
    'xlsx:Calc MS Excel 2007 XML',
    (folder, name) => {
      const parts = unzipSync(new Uint8Array(readFileSync(join(folder, `${name}.xlsx`))));
      const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
      return [...sheet.matchAll(/<row [^>]*\bht="([\d.]+)"/g)].map(([, height]) => Number(height));
    },
    'ods',
  );
}

async function converted<T>(
  files: Readonly<Record<string, Uint8Array>>,
  format: string,
  read: (folder: string, name: string) => T,
  from = 'xlsx',
): Promise<Readonly<Record<string, T>>> {
  const folder = mkdtempSync(join(tmpdir(), 'recalculated-'));
  try {
    const names = Object.keys(files);
    mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
    writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), SETTINGS);
    for (const name of names)
      writeFileSync(
        join(folder, `${name}.${from}`),
        from === 'xlsx' ? withoutResults(files[name]!) : files[name]!,
      );
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const out = join(folder, 'out');
    const paths = names.map((name) => join(folder, `${name}.${from}`));
    await run(
      'soffice',
      ['--headless', profile, '--convert-to', format, '--outdir', out, ...paths],
      {
        timeout: 280_000,
      },
    );
    return Object.fromEntries(names.map((name) => [name, read(out, name)]));
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
