/** Bytes of the beginning that tell; a multiple of four. */
const HEAD = 4096;
const STEP = 1 << 15;
const LF = 0x0a;
const CR = 0x0d;
const TAB = 0x09;
const SEPARATORS: ReadonlySet<number> = new Set([TAB, 0x2c, 0x3b, 0x7c]);

interface Width {
  /** Bytes of a character. */
  readonly bytes: 2 | 4;
  readonly little: boolean;
}
const WIDTHS: readonly Width[] = [4, 2].flatMap((bytes) =>
  [true, false].map((little) => ({ bytes: bytes as 2 | 4, little })),
);

/**
 * A table in UTF-32, or in UTF-16 that does not say so, as UTF-8: every second byte of it may be a
 * NUL, which no other text holds. All other bytes as they are.
 */
export function withoutWideText(bytes: Uint8Array): Uint8Array {
  if (!bytes.subarray(0, HEAD).includes(0)) return bytes;
  const width = WIDTHS.find((each) => isTable(bytes.subarray(0, HEAD), each));
  return width === undefined ? bytes : new TextEncoder().encode(textOf(bytes, width));
}

/** Characters alone, among them an end of a line and what separates fields. */
function isTable(head: Uint8Array, width: Width): boolean {
  let [lines, separators] = [0, 0];
  for (const character of charactersOf(head, width)) {
    if (!isWritten(character)) return false;
    if (character === LF || character === CR) lines += 1;
    if (SEPARATORS.has(character)) separators += 1;
  }
  return lines > 0 && separators > 0;
}

const isWritten = (character: number): boolean =>
  character === LF ||
  character === CR ||
  character === TAB ||
  (character >= 0x20 && character <= 0x10_ff_ff && character !== 0xfffe);

function* charactersOf(bytes: Uint8Array, { bytes: size, little }: Width): Generator<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + size <= bytes.length; at += size)
    yield size === 4 ? view.getUint32(at, little) : view.getUint16(at, little);
}

function textOf(bytes: Uint8Array, width: Width): string {
  const decoder = new TextDecoder(width.little ? 'utf-16le' : 'utf-16be');
  if (width.bytes === 2) return decoder.decode(bytes);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += STEP)
    pieces.push(
      String.fromCodePoint(
        ...Array.from(charactersOf(bytes.subarray(at, at + STEP), width), (character) =>
          character <= 0x10_ff_ff ? character : 0xfffd,
        ),
      ),
    );
  return pieces.join('').replace(/^\uFEFF/, '');
}
