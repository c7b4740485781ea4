import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readSheets } from '#application/read/read-sheets.ts';
import {
  isPolicySheet,
  readPolicySheet,
  workbookPolicy,
} from '#application/read/workbook-policy.ts';
import { readPolicyJson } from '#domain/policy/policy-json.ts';
import type { PolicyReading } from '#domain/policy/read-policy.ts';
import type { Sheet } from '#domain/sheet.ts';
import { type FileWorkbook, openWorkbook } from '#workbook/file-workbook.ts';
import { RefusedCommand, reasonOf } from './refusal.ts';

export interface OpenedFile {
  readonly workbook: FileWorkbook;
  readonly sheets: readonly Sheet[];
}

export async function openFile(
  path: string,
  progress: (done: number, total: number | null) => void,
): Promise<OpenedFile> {
  const opened = await openWorkbook(await bytesOf(path), basename(path));
  if (!opened.ok) throw new RefusedCommand(opened.error);
  return {
    workbook: opened.value,
    sheets: await readSheets(opened.value, { signal: new AbortController().signal, progress }),
  };
}

/**
 * A policy from .json, .csv or .xlsx: the workbook's policy sheet, else the only sheet that reads
 * as a policy.
 */
export async function readPolicyFile(path: string): Promise<PolicyReading> {
  if (/\.json$/i.test(path))
    return readPolicyJson(parseJson(await bytesOf(path), basename(path)), {});
  const { sheets } = await openFile(path, () => undefined);
  const own = workbookPolicy(sheets);
  if (own !== undefined) return own;
  const readings = sheets
    .filter((sheet) => !isPolicySheet(sheet))
    .map((sheet) => readPolicySheet(sheet, sheets));
  const reading = readings.find(
    ({ findings }) =>
      !findings.some(
        ({ fact }) => fact.code === 'policy.no-header' || fact.code === 'policy.empty',
      ),
  );
  if (reading === undefined)
    throw new RefusedCommand({ code: 'cli.policy-sheet-missing', name: basename(path) });
  return reading;
}

function parseJson(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ''));
  } catch {
    throw new RefusedCommand({ code: 'cli.json-broken', name });
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const reason = reasonOf(error);
    throw new RefusedCommand(
      reason === 'ENOENT'
        ? { code: 'cli.file-missing', name: path }
        : { code: 'cli.file-unreadable', name: path, reason },
    );
  }
}
