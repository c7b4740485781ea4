import { open } from 'node:fs/promises';
import { LARGE_BYTES } from '#domain/bounds.ts';
import type { CliFact } from '#facts/cli.ts';
import { Refusal } from '#domain/refusal.ts';
import { codeOf, reasonOf } from './refusal.ts';

/**
 * The bytes of a file or of a pipe. A device may give bytes for ever: it is refused; what goes on
 * coming out of a pipe is, too.
 */
export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const found = await file.stat();
      if (found.isCharacterDevice() || found.isBlockDevice() || found.isSocket())
        throw new Refusal<CliFact>({ code: 'cli.in-not-file', name: path });
      return found.isFIFO()
        ? await fromPipe(file.createReadStream({ autoClose: false }))
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
