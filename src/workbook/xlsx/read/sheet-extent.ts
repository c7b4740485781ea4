import type { Pump } from '../../paced-loop.ts';
import type { OfficePackage } from '../package.ts';
import { CLOSE, END, MORE, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts';
import { columnOf, parseIndex, parseRange } from './cell-text.ts';

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/**
 * What the sheet says of itself (`dimension`), from its first piece alone; null when it says
 * nothing worth trusting.
 */
export function statedExtent(pack: OfficePackage, part: string): Extent | null {
  const scanner = new XmlScanner(part);
  for (const piece of pack.stream(part)) {
    scanner.feed(piece);
    for (let token = scanner.next(); token !== MORE && token !== END; token = scanner.next()) {
      if (token !== OPEN) continue;
      if (scanner.is('sheetData')) return null;
      if (!scanner.is('dimension')) continue;
      const block = parseRange(scanner.attributes.get('ref') ?? '');
      return block === null || (block.bottom === 0 && block.right === 0)
        ? null
        : { rows: block.bottom + 1, columns: block.right + 1 };
    }
  }
  return null;
}

/** What the sheet says of itself, or what walking through it finds. */
export async function extentOf(pack: OfficePackage, part: string, pump: Pump): Promise<Extent> {
  const stated = statedExtent(pack, part);
  if (stated !== null) return stated;
  const counter = new ExtentCounter(part);
  await pump.run(pack.stream(part), (piece) => {
    counter.push(piece);
    return counter.rows;
  });
  counter.finish();
  return counter;
}

/**
 * Sheets up to this size are read to their end when the file is opened, so that damage shows then
 * and not later.
 */
const SMALL_BYTES = 4 * 1024 * 1024;

export function hasCells(pack: OfficePackage, part: string): boolean {
  const small = pack.size(part) <= SMALL_BYTES;
  const counter = new ExtentCounter(part);
  for (const piece of pack.stream(part)) {
    counter.push(piece);
    if (counter.rows > 0 && !small) return true;
  }
  counter.finish();
  return counter.rows > 0;
}

class ExtentCounter {
  rows = 0;
  columns = 0;
  private readonly scanner: XmlScanner;
  private row = 0;
  private column = -1;
  private inValue = false;

  constructor(part: string) {
    this.scanner = new XmlScanner(part);
  }

  push(piece: Uint8Array): void {
    this.scanner.feed(piece);
    this.run();
  }

  finish(): void {
    this.scanner.finish();
    this.run();
  }

  private run(): void {
    const { scanner } = this;
    for (let token = scanner.next(); token !== MORE && token !== END; token = scanner.next()) {
      if (token === TEXT) {
        if (this.inValue && scanner.end > scanner.start) this.seen();
      } else if (scanner.is('v') || scanner.is('t'))
        this.inValue = token === OPEN && !scanner.selfClosing;
      else if (token === CLOSE) continue;
      else if (scanner.is('row')) {
        const at = scanner.attributes.find('r');
        this.row =
          at < 0
            ? this.row + 1
            : parseIndex(
                scanner.buffer,
                scanner.attributes.valueStart(at),
                scanner.attributes.valueEnd(at),
              );
        this.column = -1;
      } else if (scanner.is('c')) {
        const at = scanner.attributes.find('r');
        this.column =
          at < 0
            ? this.column + 1
            : columnOf(
                scanner.buffer,
                scanner.attributes.valueStart(at),
                scanner.attributes.valueEnd(at),
              );
      }
    }
  }

  private seen(): void {
    this.rows = Math.max(this.rows, this.row);
    this.columns = Math.max(this.columns, this.column + 1);
  }
}
