import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import { MAX_STRINGS } from '#domain/bounds.ts';
import { ascii, behind, tagFrom, viewed } from '../xml/byte-match.ts';
import { decodeEscapes, decodeText } from '../xml/text.ts';
import { WaitingTexts } from './waiting-texts.ts';
import { CLOSE, END as NO_MORE, MORE, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts';

/** Longer ones are worth a call of the decoder each. */
const SHORT = 64;
const START = ascii('<si><t>');
const KEPT = ascii('<si><t xml:space="preserve">');
const END = ascii('</t></si>');

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
  private readonly waiting = new WaitingTexts();

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
    this.waiting.deliver(this.strings);
  }

  private run(): void {
    const { scanner } = this;
    for (let token = scanner.next(); token !== MORE && token !== NO_MORE; token = scanner.next()) {
      if (token === TEXT) {
        if (this.inText)
          this.text += decodeText(scanner.buffer, scanner.start, scanner.end, scanner.literal);
      } else if (scanner.is('t'))
        this.inText = token === OPEN && !scanner.selfClosing && !this.inPhonetic;
      else if (scanner.is('rPh')) this.inPhonetic = token === OPEN && !scanner.selfClosing;
      else if (scanner.is('si') && (token === CLOSE || scanner.selfClosing)) {
        this.add(decodeEscapes(this.text));
        this.text = '';
        this.passPlainTexts();
      }
    }
  }

  private add(text: string): void {
    if (this.strings.push(text) > MAX_STRINGS)
      throw new Refusal<FileTrouble>({ code: 'file.tooLarge' });
  }

  /** The texts that follow, as far as they need no tokens: without runs, as most are. */
  private passPlainTexts(): void {
    const { scanner, strings } = this;
    const { buffer } = scanner;
    if (this.inText || this.inPhonetic) return;
    const view = viewed(buffer);
    for (let at = scanner.consumed; ;) {
      scanner.pass(at);
      const plain = behind(view, at, START);
      const start = plain < 0 ? behind(view, at, KEPT) : plain;
      if (start < 0) return;
      const end = tagFrom(view, start);
      at = behind(view, end, END);
      if (at < 0) return;
      if (end - start < SHORT && this.waiting.take(strings.length, buffer, start, end, strings))
        this.add('');
      else this.add(decodeEscapes(decodeText(buffer, start, end, false)));
    }
  }
}
