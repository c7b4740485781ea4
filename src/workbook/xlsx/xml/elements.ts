import { CLOSE, END, MORE, OPEN, TEXT, XmlScanner } from './scanner.ts';

/** A scanner over a part that stands whole in memory. */
export function scanWhole(bytes: Uint8Array, part: string): XmlScanner {
  const scanner = new XmlScanner(part);
  scanner.feed(bytes);
  scanner.finish();
  return scanner;
}

/** Walks the opening tags of a small part in document order; the scanner stands on the tag. */
export function* openTags(bytes: Uint8Array, part: string): Generator<XmlScanner, void, void> {
  const scanner = scanWhole(bytes, part);
  for (let token = scanner.next(); token !== END && token !== MORE; token = scanner.next()) if (token === OPEN) yield scanner;
}

/** From the opening tag on which the scanner stands: the byte after the element's closing tag, and where its content ends. */
export function skipElement(scanner: XmlScanner): { readonly contentEnd: number; readonly end: number } {
  if (scanner.selfClosing) return { contentEnd: scanner.end, end: scanner.end };
  const outside = scanner.depth - 1;
  for (let token = scanner.next(); token !== END; token = scanner.next()) {
    if (token === MORE) break;
    if (token === CLOSE && scanner.depth === outside) return { contentEnd: scanner.start, end: scanner.end };
  }
  throw scanner.damaged();
}

export { TEXT };
