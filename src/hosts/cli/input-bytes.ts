import { type FileHandle, open } from 'node:fs/promises';
import { LARGE_BYTES } from '#domain/bounds.ts';
import type { CliFact } from '#facts/cli.ts';
import { Refusal } from '#domain/refusal.ts';
import { codeOf, reasonOf } from './refusal.ts';

/**
 * The bytes of a file or of a pipe. A device may give bytes for ever: it is refused; what goes on
 * coming out of a pipe is, too.
 *
 * @param shared - of a file: where a second thread can read them
 */
export async function bytesOf(path: string, shared = false): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const found = await file.stat();
      if (found.isCharacterDevice() || found.isBlockDevice() || found.isSocket())
        throw new Refusal<CliFact>({ code: 'cli.in-not-file', name: path });
      return found.isFIFO()
        ? await fromPipe(file.createReadStream({ autoClose: false }))
        : shared
          ? await intoShared(file, found.size)
          : new Uint8Array(await file.readFile());
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
async function intoShared(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
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
