import type { Pump } from '../../paced-loop.ts';
import type { OfficePackage } from '../package.ts';
import { CLOSE, END, MORE, OPEN, TEXT, type TokenKind, XmlScanner } from '../xml/scanner.ts';
import { parseRange } from './cell-text.ts';
import { SheetWalk } from './sheet-walk.ts';

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
  return counter.finish();
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
    if (counter.isFilled && !small) return true;
  }
  return counter.finish().rows > 0;
}

/** The last row and the last column of a sheet that hold anything. */
class ExtentCounter extends SheetWalk {
  private lastRow = -1;
  private lastColumn = -1;
  private inValue = false;

  get isFilled(): boolean {
    return this.lastRow >= 0;
  }

  finish(): Extent {
    this.end();
    return { rows: this.lastRow + 1, columns: this.lastColumn + 1 };
  }

  protected take(token: TokenKind): void {
    const { scanner } = this;
    if (token === TEXT) {
      if (this.inValue && scanner.end > scanner.start) this.seen();
    } else if (scanner.is('v') || scanner.is('t'))
      this.inValue = token === OPEN && !scanner.selfClosing;
    else if (token === CLOSE) return;
    else if (scanner.is('row')) this.enterRow();
    else if (scanner.is('c')) this.enterCell();
  }

  private seen(): void {
    this.lastRow = Math.max(this.lastRow, this.row);
    this.lastColumn = Math.max(this.lastColumn, this.column);
  }
}
