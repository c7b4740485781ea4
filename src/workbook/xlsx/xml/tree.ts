import { CLOSE, END, MORE, OPEN, type XmlScanner } from './scanner.ts';
import { scanWhole } from './elements.ts';
import { decodeText } from './text.ts';

/** An element of a small part with its byte positions, so that it can be edited in place. */
export interface XmlNode {
  /** "x:" or "". */
  readonly prefix: string;
  readonly name: string;
  readonly start: number;
  /** The byte after the opening tag. */
  readonly openEnd: number;
  readonly selfClosing: boolean;
  /** Where the closing tag starts; `openEnd` when there is none. */
  readonly contentEnd: number;
  readonly end: number;
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly children: readonly XmlNode[];
}

interface XmlAttribute {
  readonly value: string;
  /** From the name's first byte. */
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** The root and its descendants down to `depth` levels below it. */
export function parseTree(bytes: Uint8Array, part: string, depth: number): XmlNode {
  const scanner = scanWhole(bytes, part);
  for (let token = scanner.next(); token !== END && token !== MORE; token = scanner.next()) {
    if (token === OPEN) return readNode(scanner, depth);
  }
  throw scanner.damaged();
}

function readNode(scanner: XmlScanner, depth: number): XmlNode {
  const { buffer, start, nameStart, end, selfClosing } = scanner;
  const node = {
    prefix: decodeText(buffer, start + 1, nameStart, true),
    name: scanner.name,
    start,
    openEnd: end,
    selfClosing,
    attributes: scanner.attributes.all(),
  };
  if (selfClosing) return { ...node, contentEnd: end, end, children: [] };
  const outside = scanner.depth - 1;
  const children: XmlNode[] = [];
  for (let token = scanner.next(); token !== END && token !== MORE; token = scanner.next()) {
    if (
      token === OPEN &&
      depth > 0 &&
      scanner.depth - (scanner.selfClosing ? 0 : 1) === outside + 1
    )
      children.push(readNode(scanner, depth - 1));
    else if (token === CLOSE && scanner.depth === outside)
      return { ...node, contentEnd: scanner.start, end: scanner.end, children };
  }
  throw scanner.damaged();
}

export const child = (node: XmlNode, name: string): XmlNode | undefined =>
  node.children.find((candidate) => candidate.name === name);
export const attribute = (node: XmlNode, name: string): string | undefined =>
  node.attributes.get(name)?.value;
