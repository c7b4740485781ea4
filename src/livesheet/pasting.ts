import { extractPureTextFromCell, type Injector } from '@univerjs/core';
import { ISheetClipboardService } from '@univerjs/preset-sheets-core';
import { copiedCells, quotedIn, tableOf } from './copied-cells.ts';

/** By which the grid's own copies are known: pasted here, they bring formulas and looks along. */
const OWN_COPY = /data-copy-id="(\S+)"/;

/**
 * What another program has copied is pasted as if each of its cells were typed: from its text,
 * which Excel, WPS and LibreOffice all give. Of its looks the file could keep nothing. The grid's
 * own reading of such text leaves out empty lines at its beginning, which moves every cell up.
 */
export function pasteAsTyped(injector: Injector): void {
  const clipboard = injector.get(ISheetClipboardService);
  const isOwn = (html: string | undefined): boolean => {
    const id = OWN_COPY.exec(html ?? '')?.[1];
    return id !== undefined && clipboard.copyContentCache().get(id) !== undefined;
  };
  const byKey = clipboard.legacyPaste.bind(clipboard);
  clipboard.legacyPaste = (html, text, files) =>
    !text || isOwn(html) ? byKey(html, text, files) : byKey(tableOf(copiedCells(text)));
  const byMenu = clipboard.paste.bind(clipboard);
  clipboard.paste = async (item, kind) => {
    const [html, text] = [await partOf(item, 'text/html'), await partOf(item, 'text/plain')];
    if (!text || isOwn(html)) return byMenu(item, kind);
    const table = new Blob([tableOf(copiedCells(text))], { type: 'text/html' });
    return byMenu(new ClipboardItem({ [table.type]: table }), kind);
  };
}

/** Cells of several lines stay one cell each where what is copied here is pasted as text. */
export function copyInQuotes(injector: Injector): void {
  const clipboard = injector.get(ISheetClipboardService);
  const copy = clipboard.generateCopyContent.bind(clipboard);
  clipboard.generateCopyContent = (...range) => {
    const content = copy(...range);
    if (!content) return content;
    const texts: string[] = [];
    content.matrixFragment.forValue((_row, _column, cell) => {
      texts.push(extractPureTextFromCell(cell));
    });
    return { ...content, plain: quotedIn(content.plain, texts) };
  };
}

const partOf = async (item: ClipboardItem, type: string): Promise<string> =>
  item.types.includes(type) ? (await item.getType(type)).text() : '';
