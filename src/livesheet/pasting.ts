import {
  CellValueType,
  extractPureTextFromCell,
  type ICellData,
  type Injector,
  type Nullable,
} from '@univerjs/core';
import { ISheetClipboardService } from '@univerjs/preset-sheets-core';
import { copiedCells, quotedIn, tableOf } from './copied-cells.ts';
import { type HeldValues, heldValues, markedTexts, readsOtherwise } from './marked-cells.ts';

/** By which the grid's own copies are known: pasted here, they bring formulas and looks along. */
const OWN_COPY = /data-copy-id="(\S+)"/;
const VALUES_SET = 'sheet.mutation.set-range-values';
/** Behind the grid's own hooks, which take every text for what was typed. */
const LAST = 1000;

/**
 * What another program has copied is pasted as if each of its cells were typed: from its text,
 * which Excel, WPS and LibreOffice all give. Of its looks the file could keep nothing. The grid's
 * own reading of such text leaves out empty lines at its beginning, which moves every cell up.
 */
export function pasteAsTyped(injector: Injector): void {
  const clipboard = injector.get(ISheetClipboardService);
  let held: HeldValues = new Map();
  const isOwn = (html: string | undefined): boolean => {
    const id = OWN_COPY.exec(html ?? '')?.[1];
    return id !== undefined && clipboard.copyContentCache().get(id) !== undefined;
  };
  const asTyped = (html: string | undefined, text: string): string => {
    const cells = copiedCells(text);
    held = heldValues(html ?? '', cells);
    return tableOf(cells);
  };
  const byKey = clipboard.legacyPaste.bind(clipboard);
  clipboard.legacyPaste = (html, text, files) => {
    held = new Map();
    return !text || isOwn(html) ? byKey(html, text, files) : byKey(asTyped(html, text));
  };
  const byMenu = clipboard.paste.bind(clipboard);
  clipboard.paste = async (item, kind) => {
    held = new Map();
    const [html, text] = [await partOf(item, 'text/html'), await partOf(item, 'text/plain')];
    if (!text || isOwn(html)) return byMenu(item, kind);
    const table = new Blob([asTyped(html, text)], { type: 'text/html' });
    return byMenu(new ClipboardItem({ [table.type]: table }), kind);
  };
  clipboard.addClipboardHook({
    id: 'held-values',
    priority: LAST,
    onPasteCells(_from, { unitId, subUnitId, range }, cells) {
      const cellValue: Record<number, Record<number, ICellData>> = {};
      cells.forValue((row, column) => {
        const [r, c] = [range.rows[row], range.cols[column]];
        const value = held.get(`${row},${column}`);
        if (value === undefined || r === undefined || c === undefined) return;
        const t = typeof value === 'number' ? CellValueType.NUMBER : CellValueType.FORCE_STRING;
        (cellValue[r] ??= {})[c] = { v: value, t, f: null, si: null };
      });
      if (Object.keys(cellValue).length === 0) return { redos: [], undos: [] };
      const params = { unitId, subUnitId, cellValue };
      // Undoing what was pasted before puts back what stood there.
      return { redos: [{ id: VALUES_SET, params }], undos: [] };
    },
  });
}

/**
 * Cells of several lines stay one cell each where what is copied here is pasted as text, and texts
 * stay texts.
 */
export function copyInQuotes(injector: Injector): void {
  const clipboard = injector.get(ISheetClipboardService);
  const copy = clipboard.generateCopyContent.bind(clipboard);
  clipboard.generateCopyContent = (...range) => {
    const content = copy(...range);
    if (!content) return content;
    const texts: string[] = [];
    const areTexts: boolean[] = [];
    content.matrixFragment.forValue((_row, _column, cell) => {
      const text = extractPureTextFromCell(cell);
      texts.push(text);
      areTexts.push(isText(cell) && readsOtherwise(text));
    });
    const html = markedTexts(content.html, areTexts);
    return { ...content, html, plain: quotedIn(content.plain, texts) };
  };
}

const isText = (cell: Nullable<ICellData>): boolean =>
  typeof cell?.v === 'string' &&
  (cell.t === CellValueType.STRING || cell.t === CellValueType.FORCE_STRING);

const partOf = async (item: ClipboardItem, type: string): Promise<string> =>
  item.types.includes(type) ? (await item.getType(type)).text() : '';
