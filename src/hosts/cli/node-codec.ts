import { once } from 'node:events';
import * as zlib from 'node:zlib';
import type { Deflater, ZipCodec } from '#workbook/xlsx/zip/zip-codec.ts';
import { crc32 } from '#workbook/xlsx/zip/crc32.ts';

const PIECE = 1 << 18;
/** Pieces ahead of whoever takes them, and blocks that may wait. */
const OPTIONS = { chunkSize: PIECE, highWaterMark: 8 * PIECE };
/** Sheets get a tenth larger than at level 6, in a quarter of the time. */
const LEVEL = 2;

/** Node's own zlib, in the threads that Node keeps for such things. */
export const nodeCodec: ZipCodec = {
  inflate: (packed) => {
    const inflate = zlib.createInflateRaw(OPTIONS);
    inflate.end(packed);
    return plainPieces(inflate);
  },
  deflate: () => new NodeDeflater(),
  // Older versions of Node 20 have none.
  crc32: 'crc32' in zlib ? (bytes, seed) => zlib.crc32(bytes, seed) : crc32,
};

/** As plain arrays: code that sees two kinds of them gets slow at both. */
async function* plainPieces(buffers: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array, void> {
  for await (const { buffer, byteOffset, length } of buffers)
    yield new Uint8Array(buffer, byteOffset, length);
}

class NodeDeflater implements Deflater {
  private readonly stream = zlib.createDeflateRaw({ ...OPTIONS, level: LEVEL });
  private readonly packed: Uint8Array[] = [];

  constructor() {
    this.stream.on('data', (piece: Uint8Array) => this.packed.push(piece));
  }

  push(block: Uint8Array): void {
    this.stream.write(block);
  }

  async ready(): Promise<void> {
    if (this.stream.writableNeedDrain) await once(this.stream, 'drain');
  }

  async finish(): Promise<Uint8Array> {
    const ended = once(this.stream, 'end');
    this.stream.end();
    await ended;
    return new Uint8Array(Buffer.concat(this.packed));
  }
}
