import { join } from '../zip/pack.ts';
import { encodeText } from '../xml/text.ts';
import type { XmlNode } from '../xml/tree.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Changes to a part at byte positions of the original; every byte that no change names stays. */
export class ByteEdits {
  private readonly bytes: Uint8Array;
  private readonly edits: Edit[] = [];

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  replace(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /**
   * Adds `xml` (written without prefix) as the last child of `parent`, opening it up when it is
   * self-closing.
   */
  append(parent: XmlNode, xml: string): void {
    const text = withPrefix(xml, parent.prefix);
    if (parent.selfClosing)
      this.replace(parent.openEnd - 2, parent.openEnd, `>${text}</${parent.prefix}${parent.name}>`);
    else this.insert(parent.contentEnd, text);
  }

  setAttribute(node: XmlNode, name: string, value: string): void {
    const attribute = node.attributes.get(name);
    if (attribute === undefined)
      this.insert(node.openEnd - (node.selfClosing ? 2 : 1), ` ${name}="${value}"`);
    else this.replace(attribute.valueStart, attribute.valueEnd, value);
  }

  remove(node: XmlNode): void {
    this.replace(node.start, node.end, '');
  }

  apply(): Uint8Array {
    const pieces: Uint8Array[] = [];
    let at = 0;
    for (const { start, end, text } of [...this.edits].sort(
      (a, b) => a.start - b.start || a.end - b.end,
    )) {
      pieces.push(this.bytes.subarray(at, start), encodeText(text));
      at = end;
    }
    return join([...pieces, this.bytes.subarray(at)]);
  }
}

/**
 * `<fill/>` → `<x:fill/>` for parts that write every name with a prefix. Attribute values hold no
 * `<`.
 */
export const withPrefix = (xml: string, prefix: string): string =>
  prefix === '' ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
export const withoutPrefix = (xml: string, prefix: string): string =>
  prefix === '' ? xml : xml.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</');
