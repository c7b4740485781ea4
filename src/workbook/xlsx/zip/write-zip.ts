import type { ZipEntry } from './read-directory.ts';

const LOCAL = 30;
const CENTRAL = 46;
const END = 22;
/** Sizes stand in the local header, not behind the data. */
const WITHOUT_DESCRIPTOR = ~8;

/** An archive of these entries in this order; the compressed bytes go in as they are. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const size = entries.reduce(
    (sum, { rawName, packed }) => sum + LOCAL + CENTRAL + 2 * rawName.length + packed.length,
    END,
  );
  const archive = new Uint8Array(size);
  const view = new DataView(archive.buffer);
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    view.setUint16(at + 4, 20, true);
    writeShared(view, at + 6, entry);
    archive.set(entry.rawName, at + LOCAL);
    archive.set(entry.packed, at + LOCAL + entry.rawName.length);
    at += LOCAL + entry.rawName.length + entry.packed.length;
  }
  const directory = at;
  for (const [i, entry] of entries.entries())
    at = writeCentral(archive, view, at, entry, offsets[i]!);
  writeEnd(view, at, entries.length, directory);
  return archive;
}

/** The fields that both headers have, in the same order. */
function writeShared(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, entry.flags & WITHOUT_DESCRIPTOR, true);
  view.setUint16(at + 2, entry.method, true);
  view.setUint32(at + 4, entry.time, true);
  view.setUint32(at + 8, entry.crc, true);
  view.setUint32(at + 12, entry.packed.length, true);
  view.setUint32(at + 16, entry.size, true);
  view.setUint16(at + 20, entry.rawName.length, true);
}

function writeCentral(
  archive: Uint8Array,
  view: DataView,
  at: number,
  entry: ZipEntry,
  offset: number,
): number {
  view.setUint32(at, 0x02014b50, true);
  view.setUint16(at + 4, entry.versionMadeBy, true);
  view.setUint16(at + 6, 20, true);
  writeShared(view, at + 8, entry);
  view.setUint32(at + 38, entry.attributes, true);
  view.setUint32(at + 42, offset, true);
  archive.set(entry.rawName, at + CENTRAL);
  return at + CENTRAL + entry.rawName.length;
}

function writeEnd(view: DataView, at: number, count: number, directory: number): void {
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, count, true);
  view.setUint16(at + 10, count, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
}
