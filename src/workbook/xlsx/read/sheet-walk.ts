import { END, MORE, type TokenKind, XmlScanner } from '../xml/scanner.ts';
import { columnOf, parseIndex } from './cell-text.ts';

/**
 * Goes through a worksheet part as its bytes arrive and knows in which row and column it is. Rows
 * and cells that do not say their place follow the one before.
 */
export abstract class SheetWalk {
  protected readonly scanner: XmlScanner;
  /** 0-based, -1 before the first. */
  protected row = -1;
  protected column = -1;
  /** Between the tags of sheetData. */
  protected inData = false;

  constructor(part: string) {
    this.scanner = new XmlScanner(part);
  }

  /** Rows seen so far. */
  get rows(): number {
    return this.row + 1;
  }

  push(piece: Uint8Array): void {
    this.scanner.feed(piece);
    this.walk();
  }

  /** No more will come. */
  protected end(): void {
    this.scanner.finish();
    this.walk();
  }

  protected walk(): void {
    const { scanner } = this;
    for (let token = scanner.next(); token !== MORE && token !== END; token = scanner.next())
      this.take(token);
  }

  protected abstract take(token: TokenKind): void;

  /** At the opening tag of a row. */
  protected enterRow(): void {
    const number = this.scanner.attributes.find('r');
    this.row = number < 0 ? this.row + 1 : this.index(number) - 1;
    this.column = -1;
  }

  /** At the opening tag of a cell. */
  protected enterCell(): void {
    const { attributes, buffer } = this.scanner;
    const at = attributes.find('r');
    this.column =
      at < 0
        ? this.column + 1
        : columnOf(buffer, attributes.valueStart(at), attributes.valueEnd(at));
  }

  /** The whole number that an attribute holds, by its place; -1 when it holds none. */
  protected index(at: number): number {
    const { attributes, buffer } = this.scanner;
    return at < 0 ? -1 : parseIndex(buffer, attributes.valueStart(at), attributes.valueEnd(at));
  }
}
