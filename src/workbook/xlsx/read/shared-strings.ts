import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import { MAX_STRINGS } from '#domain/bounds.ts';
import { decodeEscapes, decodeText } from '../xml/text.ts';
import { CLOSE, END, MORE, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts';

/**
 * Every text of the workbook once; cells hold references to these same strings. Phonetic guides are
 * not part of a text.
 */
export class SharedStringsReader {
  readonly strings: string[] = [];
  private readonly scanner: XmlScanner;
  private text = '';
  private inText = false;
  private inPhonetic = false;

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
        if (this.inText)
          this.text += decodeText(scanner.buffer, scanner.start, scanner.end, scanner.literal);
      } else if (scanner.is('t'))
        this.inText = token === OPEN && !scanner.selfClosing && !this.inPhonetic;
      else if (scanner.is('rPh')) this.inPhonetic = token === OPEN && !scanner.selfClosing;
      else if (scanner.is('si') && (token === CLOSE || scanner.selfClosing)) {
        if (this.strings.push(decodeEscapes(this.text)) > MAX_STRINGS)
          throw new Refusal<FileTrouble>({ code: 'file.tooLarge' });
        this.text = '';
      }
    }
  }
}
