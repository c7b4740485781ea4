import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import {
  MAX_PACKAGE_BYTES,
  MAX_PART_BYTES,
  MAX_PARTS,
  MAX_RATIO,
  RATIO_FROM_BYTES,
} from '#domain/bounds.ts';

/** One file of the archive, as the central directory states it. */
export interface ZipEntry {
  /** As stored, without a leading slash, with forward slashes. */
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly method: number;
  readonly flags: number;
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  /** The compressed bytes: a view into the archive, never a copy. */
  readonly packed: Uint8Array;
  readonly versionMadeBy: number;
  readonly attributes: number;
}

const END_SIGNATURE = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64_SIGNATURE = 0x06064b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;

const truncated = (): Refusal<FileTrouble> => new Refusal<FileTrouble>({ code: 'file.truncated' });

/** Reads the directory and refuses what unpacks to too much, before a single byte is unpacked. */
export function readDirectory(archive: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const { count, offset } = findDirectory(view);
  if (count > MAX_PARTS) throw new Refusal<FileTrouble>({ code: 'file.tooLarge' });
  const entries: ZipEntry[] = [];
  let at = offset;
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL_SIGNATURE)
      throw truncated();
    const { entry, next } = readEntry(archive, view, at);
    total += entry.size;
    refuseBomb(entry, total);
    entries.push(entry);
    at = next;
  }
  refuseOverlaps(entries, archive);
  return entries;
}

function findDirectory(view: DataView): { count: number; offset: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== 0xffff && offset !== 0xffffffff) return { count, offset };
    return findDirectory64(view, at);
  }
  throw truncated();
}

function findDirectory64(view: DataView, end: number): { count: number; offset: number } {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) throw truncated();
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END64_SIGNATURE) throw truncated();
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    offset: Number(view.getBigUint64(at + 48, true)),
  };
}

function readEntry(
  archive: Uint8Array,
  view: DataView,
  at: number,
): { entry: ZipEntry; next: number } {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw truncated();
  const rawName = archive.subarray(at + 46, at + 46 + nameLength);
  const [size, packedSize, local] = wideSizes(view, at, at + 46 + nameLength, extraLength);
  return {
    next,
    entry: {
      name: new TextDecoder().decode(rawName).replaceAll('\\', '/').replace(/^\//, ''),
      rawName,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      time: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      size,
      packed: packedBytes(archive, view, local, packedSize),
      versionMadeBy: view.getUint16(at + 4, true),
      attributes: view.getUint32(at + 38, true),
    },
  };
}

/**
 * Size, packed size and local offset; the ones that read 0xFFFFFFFF stand in the ZIP64 extra field,
 * in this order.
 */
function wideSizes(
  view: DataView,
  at: number,
  extra: number,
  extraLength: number,
): readonly [number, number, number] {
  const values = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ];
  for (
    let field = extra;
    field + 4 <= extra + extraLength;
    field += 4 + view.getUint16(field + 2, true)
  ) {
    if (view.getUint16(field, true) !== 1) continue;
    let wide = field + 4;
    for (const [i, value] of values.entries()) {
      if (value !== 0xffffffff) continue;
      if (wide + 8 > extra + extraLength) throw truncated();
      values[i] = Number(view.getBigUint64(wide, true));
      wide += 8;
    }
  }
  return values as unknown as readonly [number, number, number];
}

function packedBytes(
  archive: Uint8Array,
  view: DataView,
  local: number,
  packedSize: number,
): Uint8Array {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL_SIGNATURE)
    throw truncated();
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedSize > view.byteLength) throw truncated();
  return archive.subarray(start, start + packedSize);
}

function refuseBomb(entry: ZipEntry, total: number): void {
  const ratio = entry.size / Math.max(1, entry.packed.length);
  if (
    entry.size > MAX_PART_BYTES ||
    total > MAX_PACKAGE_BYTES ||
    (entry.size > RATIO_FROM_BYTES && ratio > MAX_RATIO)
  ) {
    throw new Refusal<FileTrouble>({ code: 'file.tooLarge' });
  }
}

/** Parts that share bytes are the trick of a bomb whose sizes look modest one by one. */
function refuseOverlaps(entries: readonly ZipEntry[], archive: Uint8Array): void {
  const spans = entries
    .map(({ packed }) => [packed.byteOffset, packed.byteOffset + packed.length] as const)
    .sort((a, b) => a[0] - b[0]);
  let reached = archive.byteOffset;
  for (const [from, to] of spans) {
    if (from < reached) throw new Refusal<FileTrouble>({ code: 'file.tooLarge' });
    reached = to;
  }
}
