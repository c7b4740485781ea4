import { END, MORE, OPEN, XmlScanner } from './scanner.ts';

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
  for (let token = scanner.next(); token !== END && token !== MORE; token = scanner.next())
    if (token === OPEN) yield scanner;
}
