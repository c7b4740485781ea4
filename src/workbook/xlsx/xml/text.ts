import { ownValue } from '#domain/own-value.ts';
import { pattern } from '#domain/pattern.ts';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Text between two byte positions, entities resolved unless it is literal (CDATA, names). */
export function decodeText(
  bytes: Uint8Array,
  start: number,
  end: number,
  literal: boolean,
): string {
  const text =
    end - start <= 24 ? decodeShort(bytes, start, end) : utf8.decode(bytes.subarray(start, end));
  return literal || !text.includes('&') ? text : resolveEntities(text);
}

/**
 * Most texts of a sheet are a few ASCII characters: putting them together by hand beats a call of
 * the decoder.
 */
function decodeShort(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x80) return utf8.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

function resolveEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ownValue(ENTITIES, name) ?? whole;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/**
 * Characters that XML can't hold stand in Office files as _x000D_; an underscore before such a
 * thing as _x005F_.
 */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      )
    : text;

/** Characters that XML can't hold, or does not keep. */
const UNWRITABLE = pattern('g')`
  [\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])
  |(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]
`;

/** A text without them, its line breaks as Excel has them. */
export const writable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(UNWRITABLE, '');

/**
 * For element text and double-quoted attributes alike; what XML can't hold is written Office's way.
 */
export function escapeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      UNWRITABLE,
      (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>"]/g, markup);
}

/** The same for what came out of a file: what XML can't hold is written Office's way already. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, markup);

const markup = (char: string): string =>
  char === '&' ? '&amp;' : char === '<' ? '&lt;' : char === '>' ? '&gt;' : '&quot;';

/** Line breaks and tabs in attributes would otherwise be read back as blanks. */
export const escapeAttribute = (text: string): string =>
  escapeText(text).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');

/** A table column's name: line breaks and tabs as Excel writes them there. */
export const escapeColumnName = (text: string): string =>
  escapeText(text).replaceAll('\n', '_x000a_').replaceAll('\t', '_x0009_');

export const encodeText = (text: string): Uint8Array => encoder.encode(text);
export const decodeUtf8 = (bytes: Uint8Array): string => utf8.decode(bytes);

/**
 * The attribute that keeps spaces at a text's ends; only where there are any: the schema of sheets
 * knows no attribute there, though every program reads and writes it. Line breaks inside stay
 * without it.
 */
export const keepSpace = (text: string): string =>
  /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
