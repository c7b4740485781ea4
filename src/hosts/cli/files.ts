import { readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CliFact } from '#application/cli.facts.ts';
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
import { type FilesFact, UnusableFile } from '#workbook/files.facts.ts';

/** The input can't be used: exit 1, one sentence, nothing written. */
export class UnusableInput extends Error {
  constructor(readonly fact: CliFact | FilesFact | { readonly code: string }) {
    super(fact.code);
  }
}

export interface OpenedFile {
  readonly workbook: FileWorkbook;
  readonly sheets: readonly Sheet[];
}

export async function openFile(
  path: string,
  progress: (done: number, total: number | null) => void,
): Promise<OpenedFile> {
  const opened = await openWorkbook(await bytesOf(path), basename(path));
  if (!opened.ok) throw new UnusableInput(opened.error);
  return usable(async () => ({
    workbook: opened.value,
    sheets: await readSheets(opened.value, { signal: new AbortController().signal, progress }),
  }));
}

/** What a file can't be used for leaves as the sentence that the command says. */
export async function usable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof UnusableFile ? new UnusableInput(error.fact) : error;
  }
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
    throw new UnusableInput({ code: 'cli.policy-sheet-missing', name: basename(path) });
  return reading;
}

function parseJson(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ''));
  } catch {
    throw new UnusableInput({ code: 'cli.json-broken', name });
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const reason = reasonOf(error);
    throw new UnusableInput(
      reason === 'ENOENT'
        ? { code: 'cli.file-missing', name: path }
        : { code: 'cli.file-unreadable', name: path, reason },
    );
  }
}

/** Beside the target first, then renamed over it: a full disk leaves no half of a file. */
export async function writeWhole(
  path: string,
  content: Uint8Array | Iterable<string>,
): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new UnusableInput({ code: 'cli.file-unwritable', name: path, reason: reasonOf(error) });
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** The same file under two names is still the input. */
export async function sameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map((path) => realpath(path).catch(() => path)));
  return first === second;
}
