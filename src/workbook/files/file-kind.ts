import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';

type FileKind = 'xlsx' | 'csv';

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** "PK" and a first header; two letters alone could be a column's name. */
const ZIPS = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
  [0x50, 0x4b, 7, 8],
];
/**
 * Text cannot be one of these. Text named .xls can: many systems export a text table under that
 * name.
 */
const PACKAGE_NAME = /\.(xlsx|xlsm|xltx|xltm|xlsb|ods)$/i;
const OLD_NAME = /\.xl[st]$/i;
const WPS_NAME = /\.(et|ett|wps)$/i;

/**
 * What a file is by its first bytes; its name decides only where the bytes leave it open.
 *
 * @param isNulIn - whether a NUL is among the bytes, from who can tell sooner
 */
export function fileKind(bytes: Uint8Array, name: string, isNulIn?: () => boolean): FileKind {
  if (bytes.length === 0) throw new Refusal<FileTrouble>({ code: 'file.empty' });
  if (startsWith(bytes, COMPOUND)) throw compoundFile(bytes, name);
  if (ZIPS.some((head) => startsWith(bytes, head))) return 'xlsx';
  if (WPS_NAME.test(name)) throw new Refusal<FileTrouble>({ code: 'file.wps' });
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 512))
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(\?xml|!doctype|html|table|meta|head|style)/.test(head))
    throw new Refusal<FileTrouble>({ code: 'file.markup' });
  if (!isText(bytes, isNulIn ?? (() => holdsNul(bytes))))
    throw new Refusal<FileTrouble>({
      code: OLD_NAME.test(name) ? 'file.oldExcel' : 'file.notWorkbook',
    });
  if (PACKAGE_NAME.test(name)) throw new Refusal<FileTrouble>({ code: 'file.notWorkbook' });
  return 'csv';
}

/** An OLE compound file: an encrypted workbook, an old .xls, or a file of WPS. */
function compoundFile(bytes: Uint8Array, name: string): Refusal<FileTrouble> {
  if (contains(bytes, utf16('EncryptedPackage')))
    return new Refusal<FileTrouble>({ code: 'file.passwordProtected' });
  return new Refusal<FileTrouble>({ code: WPS_NAME.test(name) ? 'file.wps' : 'file.oldExcel' });
}

/** A NUL in what is not UTF-16, or a PDF's first bytes: no text. */
function isText(bytes: Uint8Array, isNulIn: () => boolean): boolean {
  const wide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  return wide || !(isNulIn() || startsWith(bytes, [0x25, 0x50, 0x44, 0x46]));
}

/** Sixteen bytes at a look: `includes` takes them singly where another thread can see them. */
function holdsNul(bytes: Uint8Array): boolean {
  if (bytes.length < 16) return bytes.includes(0);
  const before = -bytes.byteOffset & 3;
  const from = bytes.byteOffset + before;
  const fours = new Int32Array(bytes.buffer, from, (bytes.length - before) >> 2);
  const end = fours.length & ~3;
  for (let i = 0; i < end; i += 4) {
    const [a, b, c, d] = [fours[i]!, fours[i + 1]!, fours[i + 2]!, fours[i + 3]!];
    if ((zeroIn(a) | zeroIn(b) | zeroIn(c) | zeroIn(d)) !== 0) return true;
  }
  return bytes.subarray(0, before).includes(0) || bytes.subarray(before + end * 4).includes(0);
}

/** The highest bit of a byte that is nought; 0 where none of four is. */
const zeroIn = (four: number): number => (four - 0x01010101) & ~four & 0x80808080;

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);

const utf16 = (text: string): readonly number[] =>
  [...text].flatMap((char) => [char.charCodeAt(0), 0]);

function contains(bytes: Uint8Array, needle: readonly number[]): boolean {
  for (let at = bytes.indexOf(needle[0]!); at >= 0; at = bytes.indexOf(needle[0]!, at + 1)) {
    if (needle.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
