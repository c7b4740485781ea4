import { encodeText } from './text.ts';

/** The two-byte encodings that a part may be in, by its first bytes; null: UTF-8. */
export function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return null;
}

const DECLARED = /^(<\?xml[^>]*?encoding\s*=\s*["'])[^"']+/;

/**
 * A part in pieces, as UTF-8 whatever it was: everything behind works on bytes of UTF-8, and what
 * is edited is written as such. The declaration is made to say so.
 */
export class Utf8Pieces {
  private decoder: TextDecoder | null | undefined;
  private first = true;

  of(piece: Uint8Array): Uint8Array {
    if (this.decoder === undefined) this.decoder = decoderFor(piece);
    if (this.decoder === null) return piece;
    const text = this.decoder.decode(piece, { stream: true });
    const said = this.first ? text.replace(DECLARED, '$1UTF-8') : text;
    this.first = false;
    return encodeText(said);
  }
}

export function* asUtf8(pieces: Iterable<Uint8Array>): Generator<Uint8Array, void, void> {
  const utf8 = new Utf8Pieces();
  for (const piece of pieces) yield utf8.of(piece);
}

function decoderFor(head: Uint8Array): TextDecoder | null {
  const encoding = wideEncoding(head);
  return encoding === null ? null : new TextDecoder(encoding);
}
