import { Refusal } from '#domain/refusal.ts';
import { basename } from 'node:path';
import type { CatalogProduct } from '#domain/catalog/products.ts';
import { catalogOn } from '#application/read/read-orders.ts';
import { readSheets } from '#application/read/read-sheets.ts';
import { isPolicySheet, isFactSheet, readFactSheet } from '#application/read/policy-cells.ts';
import { readPolicySheet, workbookPolicy } from '#application/read/workbook-policy.ts';
import { readFactsJson, readPolicyJson } from '#domain/policy-check/policy-json.ts';
import type { FactsReading } from '#domain/policy/read-facts.ts';
import type { PolicyReading } from '#domain/policy-check/read-policy.ts';
import type { Sheet } from '#domain/sheet.ts';
import { type FileWorkbook, openWorkbook } from '#workbook/files/file-workbook.ts';
import { parseJson } from './parse-json.ts';
import { nodeCodec } from './node-codec.ts';
import { SecondReader } from './second-reader.ts';
import { type FileHandle, open } from 'node:fs/promises';
import { LARGE_BYTES } from '#domain/bounds.ts';
import type { CliFact } from '#facts/cli.ts';
import { codeOf, reasonOf } from './refusal.ts';

export interface OpenedFile {
  readonly workbook: FileWorkbook;
  readonly sheets: readonly Sheet[];
}

export async function openFile(
  path: string,
  progress: (done: number, total: number | null) => void,
): Promise<OpenedFile> {
  const opened = await openBytes(path);
  if (!opened.ok) throw new Refusal(opened.error);
  return {
    workbook: opened.value,
    sheets: await readSheets(opened.value, { signal: new AbortController().signal, progress }),
  };
}

/** A large text is read by two threads. */
async function openBytes(path: string): ReturnType<typeof openWorkbook> {
  const second = await SecondReader.forFile(path);
  try {
    const bytes = await bytesOf(path, (size) => second?.roomFor(size));
    return await openWorkbook(bytes, basename(path), {
      codec: nodeCodec,
      rest: second?.read,
      scanned: second?.scannedIn(bytes),
    });
  } finally {
    await second?.close();
  }
}

/**
 * A policy from .json, .csv or .xlsx: the workbook's policy sheet, else the only sheet that reads
 * as a policy.
 */
export async function readPolicyFile(path: string, facts?: FactsReading): Promise<PolicyReading> {
  if (/\.json$/i.test(path))
    return readPolicyJson(parseJson(await bytesOf(path), basename(path)), {}, facts);
  const { sheets } = await openFile(path, () => undefined);
  const own = workbookPolicy(sheets, facts);
  if (own !== undefined) return own;
  const readings = sheets
    .filter((sheet) => !isPolicySheet(sheet) && !isFactSheet(sheet))
    .map((sheet) => readPolicySheet(sheet, sheets, facts));
  // A list of orders can have the headers of a policy, but hardly reads as one without an error.
  const [only, ...more] = readings;
  const reading =
    readings.find(({ policy }) => policy !== null) ??
    readings.find(hasHeader) ??
    (more.length === 0 ? only : undefined);
  if (reading === undefined)
    throw new Refusal({ code: 'cli.policy-sheet-missing', name: basename(path) });
  return reading;
}

const hasHeader = ({ findings }: PolicyReading): boolean =>
  !findings.some(({ fact }) => fact.code === 'policy.no-header' || fact.code === 'policy.empty');

/** Facts from .json, .csv or .xlsx: the facts sheet, else the first that holds any. */
export async function readFactsFile(path: string): Promise<FactsReading> {
  if (/\.json$/i.test(path)) {
    const json = parseJson(await bytesOf(path), basename(path));
    const reading = readFactsJson(hasFacts(json) ? json.facts : json);
    if (holdsNothing(reading))
      throw new Refusal({ code: 'cli.facts-missing', name: basename(path) });
    return reading;
  }
  const { sheets } = await openFile(path, () => undefined);
  const own = sheets.find(isFactSheet);
  const readings = (own === undefined ? sheets : [own]).map(readFactSheet);
  const reading = readings.find((each) => !holdsNothing(each));
  if (reading === undefined) throw new Refusal({ code: 'cli.facts-missing', name: basename(path) });
  return reading;
}

const holdsNothing = ({ facts, findings }: FactsReading): boolean =>
  facts.size === 0 && findings.length === 0;

/** The first sheet of a file that reads as a catalog of products. */
export async function readCatalogFile(path: string): Promise<readonly CatalogProduct[]> {
  const { sheets } = await openFile(path, () => undefined);
  const products = sheets.map(catalogOn).find(({ length }) => length > 0);
  if (products === undefined)
    throw new Refusal({ code: 'cli.catalog-missing', name: basename(path) });
  return products;
}

const hasFacts = (json: unknown): json is { readonly facts: unknown } =>
  typeof json === 'object' && json !== null && Object.hasOwn(json, 'facts');

/**
 * The bytes of a file or of a pipe. A device may give bytes for ever: it is refused; what goes on
 * coming out of a pipe is, too.
 *
 * @param roomFor - where those of a file are wanted
 */
async function bytesOf(
  path: string,
  roomFor: (size: number) => Uint8Array | undefined = () => undefined,
): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const found = await file.stat();
      if (found.isCharacterDevice() || found.isBlockDevice() || found.isSocket())
        throw new Refusal<CliFact>({ code: 'cli.in-not-file', name: path });
      if (found.isFIFO()) return await fromPipe(file.createReadStream({ autoClose: false }));
      const room = roomFor(found.size);
      return room === undefined ? new Uint8Array(await file.readFile()) : await into(room, file);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal<CliFact>(
      codeOf(error) === 'ENOENT'
        ? { code: 'cli.file-missing', name: path }
        : { code: 'cli.file-unreadable', name: path, reason: reasonOf(error) },
    );
  }
}

/** A file that grows meanwhile is read as long as it was. */
async function into(bytes: Uint8Array, file: FileHandle): Promise<Uint8Array> {
  const size = bytes.length;
  let at = 0;
  for (let got = 1; got > 0 && at < size; at += got)
    got = (await file.read(bytes, at, Math.min(size - at, PIECE), at)).bytesRead;
  return bytes.subarray(0, at);
}

const PIECE = 64 * 1024 * 1024;

async function fromPipe(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Uint8Array>) {
    pieces.push(piece);
    size += piece.length;
    if (size > LARGE_BYTES) throw new Refusal<CliFact>({ code: 'cli.too-large' });
  }
  return new Uint8Array(Buffer.concat(pieces));
}
