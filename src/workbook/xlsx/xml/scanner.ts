import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import { MAX_TOKEN_BYTES } from '#domain/bounds.ts';
import { TagAttributes } from './tag-attributes.ts';
import { decodeText } from './text.ts';
import { LT, GT, SLASH, BANG, QUESTION, EQUALS, COLON } from '../../ascii.ts';

export const MORE = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;
export const END = 4;
export type TokenKind = typeof MORE | typeof OPEN | typeof CLOSE | typeof TEXT | typeof END;

const NO_BYTES = new Uint8Array(0);

/**
 * A pull scanner over UTF-8 XML that keeps byte positions, so that a part can be edited without
 * being rewritten, and that takes its input in pieces, so that a sheet of a million rows never
 * stands in memory. Names are local names (`x:row` is `row`). A DOCTYPE is refused: Office writes
 * none, and entities defined in one are a known bomb.
 */
export class XmlScanner {
  /** Valid until the next `feed`. */
  buffer: Uint8Array = NO_BYTES;
  /** The current token: from its first byte to the byte after its last. */
  start = 0;
  end = 0;
  /** The local name of a tag. */
  nameStart = 0;
  nameEnd = 0;
  selfClosing = false;
  /** Text that stands in CDATA: no entities inside. */
  literal = false;
  depth = 0;
  readonly attributes = new TagAttributes();
  private position = 0;
  private final = false;
  private readonly part: string;

  constructor(part: string) {
    this.part = part;
  }

  /**
   * Adds bytes; what was not yet consumed moves to the front. Positions of earlier tokens are void
   * afterwards.
   */
  feed(piece: Uint8Array): void {
    const rest = this.buffer.subarray(this.position);
    if (rest.length > MAX_TOKEN_BYTES) throw this.damaged();
    if (rest.length === 0) this.buffer = piece;
    else {
      const joined = new Uint8Array(rest.length + piece.length);
      joined.set(rest);
      joined.set(piece, rest.length);
      this.buffer = joined;
    }
    this.position = 0;
  }

  /** No more will come: from now on `next` returns END instead of MORE. */
  finish(): void {
    this.final = true;
  }

  /** Bytes of `buffer` that no token handed out so far has passed. */
  get consumed(): number {
    return this.position;
  }

  /** Goes on from a position in `buffer` that somebody else read up to: whole elements later. */
  pass(to: number): void {
    this.position = to;
  }

  /**
   * Passes everything in the element whose opening tag was handed out, up to its closing tag, if
   * that is here and nothing may hide what looks like it. Elements of its name do not nest.
   */
  passContent(): void {
    const { buffer, start, nameEnd } = this;
    const length = nameEnd - start - 1;
    for (let at = buffer.indexOf(LT, this.position); at >= 0; at = buffer.indexOf(LT, at + 1)) {
      const second = buffer[at + 1];
      const isClosing = second === SLASH;
      const nameAt = isClosing ? at + 2 : at + 1;
      let i = 0;
      while (i < length && buffer[nameAt + i] === buffer[start + 1 + i]) i++;
      if (i < length && second !== BANG) continue;
      if (isClosing && buffer[nameAt + length] === GT) this.position = at;
      return;
    }
  }

  next(): TokenKind {
    const { buffer } = this;
    for (;;) {
      const at = this.position;
      if (at >= buffer.length) return this.atEnd(at);
      if (buffer[at] !== LT) return this.text(at);
      const second = buffer[at + 1];
      if (second === undefined) return this.atEnd(at);
      if (second === SLASH) return this.closeTag(at);
      if (second !== BANG && second !== QUESTION) return this.openTag(at);
      const kind = second === QUESTION ? this.skipTo(at, '?>') : this.declaration(at);
      if (kind !== OPEN) return kind;
    }
  }

  /** Whether the current tag's local name is this ASCII name. */
  is(name: string): boolean {
    const { buffer, nameStart } = this;
    if (this.nameEnd - nameStart !== name.length) return false;
    for (let i = 0; i < name.length; i++)
      if (buffer[nameStart + i] !== name.charCodeAt(i)) return false;
    return true;
  }

  get name(): string {
    return decodeText(this.buffer, this.nameStart, this.nameEnd, true);
  }

  damaged(): Refusal<FileTrouble> {
    return new Refusal<FileTrouble>({ code: 'file.damaged', part: this.part });
  }

  private atEnd(at: number): TokenKind {
    if (!this.final) return MORE;
    if (at < this.buffer.length || this.depth !== 0) throw this.damaged();
    return END;
  }

  private text(at: number): TokenKind {
    const next = this.findTag(at);
    if (next < 0 && !this.final) return MORE;
    this.start = at;
    this.end = next < 0 ? this.buffer.length : next;
    this.literal = false;
    this.position = this.end;
    return TEXT;
  }

  /** Most texts are a few bytes long: looking at them one by one beats a call into the engine. */
  private findTag(from: number): number {
    const { buffer } = this;
    const near = Math.min(buffer.length, from + 24);
    for (let i = from; i < near; i++) if (buffer[i] === LT) return i;
    return near === buffer.length ? -1 : buffer.indexOf(LT, near);
  }

  private closeTag(at: number): TokenKind {
    let close = this.readName(at + 2, this.buffer.length);
    while (close < this.buffer.length && this.buffer[close] !== GT) close++;
    if (close >= this.buffer.length) return this.atEnd(at);
    this.start = at;
    this.end = close + 1;
    this.position = this.end;
    this.depth--;
    if (this.depth < 0) throw this.damaged();
    return CLOSE;
  }

  private openTag(at: number): TokenKind {
    const { buffer, attributes } = this;
    let i = this.readName(at + 1, buffer.length);
    attributes.reset(buffer);
    for (;;) {
      while (i < buffer.length && buffer[i]! <= 0x20) i++;
      const byte = buffer[i];
      if (byte === undefined) return this.atEnd(at);
      if (byte === GT || byte === SLASH) break;
      const nameStart = i;
      while (i < buffer.length && buffer[i] !== EQUALS && buffer[i]! > 0x20 && buffer[i] !== GT)
        i++;
      const nameEnd = i;
      while (i < buffer.length && (buffer[i]! <= 0x20 || buffer[i] === EQUALS)) i++;
      const quote = buffer[i];
      if (quote === undefined) return this.atEnd(at);
      if (quote !== 0x22 && quote !== 0x27) throw this.damaged();
      const valueEnd = buffer.indexOf(quote, i + 1);
      if (valueEnd < 0) return this.atEnd(at);
      if (!attributes.add(nameStart, nameEnd, i + 1, valueEnd)) throw this.damaged();
      i = valueEnd + 1;
    }
    this.selfClosing = buffer[i] === SLASH;
    if (this.selfClosing) i++;
    if (i >= buffer.length) return this.atEnd(at);
    if (buffer[i] !== GT) throw this.damaged();
    this.start = at;
    this.end = i + 1;
    this.position = this.end;
    if (!this.selfClosing) this.depth++;
    return OPEN;
  }

  /** Sets the local name; returns where it ends. */
  private readName(from: number, limit: number): number {
    const { buffer } = this;
    this.nameStart = from;
    let i = from;
    for (; i < limit; i++) {
      const byte = buffer[i]!;
      if (byte <= 0x20 || byte === SLASH || byte === GT) break;
      if (byte === COLON) this.nameStart = i + 1;
    }
    this.nameEnd = i;
    return i;
  }

  /** `<!`: a comment is skipped, CDATA is text. OPEN here means "skipped, go on". */
  private declaration(at: number): TokenKind {
    const { buffer } = this;
    if (at + 9 > buffer.length && !this.final) return MORE;
    if (buffer[at + 2] === 0x2d) return this.skipTo(at, '-->');
    if (buffer[at + 2] !== 0x5b) throw this.damaged();
    const close = this.search(']]>', at + 9);
    if (close < 0) return this.atEnd(at);
    this.start = at + 9;
    this.end = close;
    this.literal = true;
    this.position = close + 3;
    return TEXT;
  }

  private skipTo(at: number, terminator: string): TokenKind {
    const close = this.search(terminator, at + 2);
    if (close < 0) return this.atEnd(at);
    this.position = close + terminator.length;
    return OPEN;
  }

  private search(terminator: string, from: number): number {
    const { buffer } = this;
    const first = terminator.charCodeAt(0);
    for (let i = buffer.indexOf(first, from); i >= 0; i = buffer.indexOf(first, i + 1)) {
      let k = 1;
      while (k < terminator.length && buffer[i + k] === terminator.charCodeAt(k)) k++;
      if (k === terminator.length) return i;
    }
    return -1;
  }
}
