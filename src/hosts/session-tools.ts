import type { SessionTools } from '#application/session/session.ts';
import { ok } from '#domain/result.ts';
import { today } from './today.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';

/** What both workers give a session: statement files are read from their bytes in either host. */
export const sessionTools: SessionTools = {
  today,
  readFile: async (bytes, name) => {
    const opened = await openWorkbook(bytes, name);
    if (!opened.ok) return opened;
    const sheets = await opened.value.listSheets();
    return ok(await Promise.all(sheets.map((sheet) => opened.value.readSheet(sheet.name))));
  },
};
