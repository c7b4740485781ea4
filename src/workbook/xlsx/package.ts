import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import { parseRelationships, relsPartOf, type Relationship } from './relationships.ts';
import { MAX_WHOLE_BYTES } from '#domain/bounds.ts';
import { readDirectory, type ZipEntry } from './zip/read-directory.ts';
import { isDeflated, unpack, unpackBeside, unpackPieces } from './zip/unpack.ts';
import { BesidePacker, join, packPart, type PackedPart, PartPacker } from './zip/pack.ts';
import { LARGE_PART, type ZipCodec } from './zip/zip-codec.ts';
import { writeZip } from './zip/write-zip.ts';
import { encodeText } from './xml/text.ts';

/**
 * An Office package: the parts as they came, and beside them the few that we replaced or added.
 * What nobody replaced is written back exactly as it was stored, compressed bytes and order
 * included.
 */
export class OfficePackage {
  private readonly codec: ZipCodec | undefined;
  private readonly entries: readonly ZipEntry[];
  private readonly byName = new Map<string, ZipEntry>();
  private readonly changed = new Map<string, PackedPart>();
  private readonly dropped = new Set<string>();

  /** @param codec - the host's, for large parts; without it everything is done here */
  constructor(archive: Uint8Array | null, codec?: ZipCodec) {
    this.codec = codec;
    this.entries = archive === null ? [] : readDirectory(archive);
    for (const entry of this.entries) {
      // Of two parts of one name another program may read the other.
      if (this.byName.has(key(entry.name)))
        throw new Refusal<FileTrouble>({ code: 'file.damaged', part: entry.name });
      this.byName.set(key(entry.name), entry);
    }
  }

  has(part: string): boolean {
    return (
      this.changed.has(key(part)) || (this.byName.has(key(part)) && !this.dropped.has(key(part)))
    );
  }

  /** All part names, those of the file first. */
  names(): readonly string[] {
    const added = [...this.changed.values()].filter(({ name }) => !this.byName.has(key(name)));
    return [
      ...this.entries.map(({ name }) => name).filter((name) => this.has(name)),
      ...added.map(({ name }) => name),
    ];
  }

  read(part: string): Uint8Array {
    const entry = this.entry(part);
    if (entry.size > MAX_WHOLE_BYTES) throw new Refusal<FileTrouble>({ code: 'file.tooLarge' });
    const bytes = unpack(entry);
    return isXml(part) && wideEncoding(bytes) !== null ? join([...asUtf8([bytes])]) : bytes;
  }

  /** The part in pieces, each valid only until the next is taken. */
  stream(part: string): Generator<Uint8Array, void, void> {
    const pieces = unpackPieces(this.entry(part));
    return isXml(part) ? asUtf8(pieces) : pieces;
  }

  /** The same; of a large part, pieces that the host unpacks beside us. */
  pieces(part: string): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
    const entry = this.entry(part);
    const { codec } = this;
    if (codec === undefined || entry.size < LARGE_PART || !isDeflated(entry))
      return this.stream(part);
    return isXml(part) ? besideAsUtf8(unpackBeside(entry, codec)) : unpackBeside(entry, codec);
  }

  /** What packs a part anew that is about as large as it is now. */
  packer(part: string): PartPacker | BesidePacker {
    const { codec } = this;
    return codec === undefined || this.size(part) < LARGE_PART
      ? new PartPacker()
      : new BesidePacker(codec);
  }

  /** Bytes of the part once unpacked. */
  size(part: string): number {
    return this.entry(part).size;
  }

  /** Another one as soon as the part holds something else. */
  mark(part: string): string {
    const { crc, size } = this.entry(part);
    return `${crc}:${size}`;
  }

  write(part: string, bytes: Uint8Array): void {
    this.put(packPart(part, [bytes]));
  }

  put(part: PackedPart): void {
    this.changed.set(key(part.name), part);
    this.dropped.delete(key(part.name));
  }

  remove(part: string): void {
    this.changed.delete(key(part));
    this.dropped.add(key(part));
  }

  /** Notes what was written so far; the returned call goes back to it. */
  noted(): () => void {
    const [changed, dropped] = [new Map(this.changed), new Set(this.dropped)];
    return () => {
      this.changed.clear();
      this.dropped.clear();
      for (const [name, part] of changed) this.changed.set(name, part);
      for (const name of dropped) this.dropped.add(name);
    };
  }

  relationships(source: string): readonly Relationship[] {
    const rels = relsPartOf(source);
    return this.has(rels) ? parseRelationships(this.read(rels), rels, source) : [];
  }

  /** `stem` + number + `ending`, the first that is free. */
  freeName(stem: string, ending: string): string {
    for (let n = 1; ; n++) if (!this.has(`${stem}${n}${ending}`)) return `${stem}${n}${ending}`;
  }

  save(): Uint8Array {
    const kept = this.entries.flatMap((entry): (ZipEntry | PackedPart)[] => {
      if (this.dropped.has(key(entry.name))) return [];
      const change = this.changed.get(key(entry.name));
      return [change === undefined ? entry : { ...change, rawName: entry.rawName }];
    });
    const added = [...this.changed.values()].filter(({ name }) => !this.byName.has(key(name)));
    return writeZip([...kept, ...added]);
  }

  private entry(part: string): ZipEntry {
    const entry =
      this.changed.get(key(part)) ??
      (this.dropped.has(key(part)) ? undefined : this.byName.get(key(part)));
    if (entry === undefined) throw new Refusal<FileTrouble>({ code: 'file.partMissing', part });
    return entry;
  }
}

async function* besideAsUtf8(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  const utf8 = new Utf8Pieces();
  for await (const piece of pieces) yield utf8.of(piece);
}

const isXml = (part: string): boolean => /\.(xml|rels)$/i.test(part);

/** Part names do not distinguish case. */
const key = (part: string): string => part.toLowerCase();

/** The two-byte encodings that a part may be in, by its first bytes; null: UTF-8. */
function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
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
class Utf8Pieces {
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

function* asUtf8(pieces: Iterable<Uint8Array>): Generator<Uint8Array, void, void> {
  const utf8 = new Utf8Pieces();
  for (const piece of pieces) yield utf8.of(piece);
}

function decoderFor(head: Uint8Array): TextDecoder | null {
  const encoding = wideEncoding(head);
  return encoding === null ? null : new TextDecoder(encoding);
}
