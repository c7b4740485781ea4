/// <reference types="office-js" />
import type { Sheet } from '#domain/sheet.ts';
import type { SheetSummary } from '#application/workbook.port.ts';
import { type Surroundings, talk, type TalkOptions } from './conversation.ts';
import type { Conversation } from './conversation.ts';
import type { ExcelFact } from './excel.facts.ts';
import { listWorksheets, sampleWorksheets } from './list-sheets.ts';
import { readMemoText, writeMemoText } from './memo.ts';
import { type ReadOptions, readWholeSheet } from './read-sheet.ts';
import { readsDatesFrom1904 } from './sheet-frame.ts';

export interface OfficeWorkbookOptions {
  /** Told what is worth a sentence while a call goes on: a cell is being edited, rows were read again. */
  readonly notice?: (fact: ExcelFact) => void;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** The workbook that is open in Excel. Calls reject with `ExcelError` (its `fact` has a sentence), or with an AbortError when stopped. */
export class OfficeWorkbook {
  private readonly surroundings: Surroundings;
  private name = documentName();
  private date1904: boolean | undefined;

  constructor(options: OfficeWorkbookOptions = {}) {
    this.surroundings = { notice: options.notice ?? (() => undefined), wait: options.wait ?? sleep };
  }

  get title(): string {
    return this.name;
  }

  listSheets(): Promise<readonly SheetSummary[]> {
    return this.talk({}, async (conversation) => {
      const { title, sheets } = await listWorksheets(conversation);
      this.name = title;
      return sheets.map(({ summary }) => summary);
    });
  }

  /** The first rows of every visible sheet of the user's own, to find the order sheet by its headers. */
  sampleSheets(): Promise<readonly Sheet[]> {
    return this.talk({}, sampleWorksheets);
  }

  readSheet(name: string, options: ReadOptions = {}): Promise<Sheet> {
    return this.talk({ sheet: name, signal: options.signal }, async (conversation) => {
      this.date1904 ??= await readsDatesFrom1904(conversation);
      return readWholeSheet(conversation, name, options, this.surroundings, this.date1904);
    });
  }

  readMemo(key: string): Promise<string | undefined> {
    return this.talk({}, (conversation) => readMemoText(conversation, key));
  }

  writeMemo(key: string, text: string): Promise<void> {
    return this.talk({}, (conversation) => writeMemoText(conversation, key, text));
  }

  private talk<T>(options: TalkOptions, speak: (conversation: Conversation) => Promise<T>): Promise<T> {
    return talk(this.surroundings, options, speak);
  }
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The file's name from the document's address; "" for a workbook that was never saved. */
function documentName(): string {
  const url = typeof Office === 'undefined' ? '' : ((Office.context as Partial<Office.Context> | undefined)?.document?.url ?? '');
  return url.split(/[?#]/)[0]?.split(/[/\\]/).at(-1) ?? '';
}
