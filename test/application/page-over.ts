import type { WorkShelf } from '#application/live/kept-work.ts';
import { fileSession } from '#application/session/open-files.ts';
import type { FileSession } from '#application/session/file-session.ts';
import { sessionTools } from '#hosts/session-tools.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';

/** A page of the browser edition over a shelf that others may share; null: it keeps nothing. */
export const pageOver = (shelf: WorkShelf | null): FileSession =>
  fileSession({
    ...sessionTools,
    open: openWorkbook,
    template: () => Promise.reject(new Error('not asked for')),
    shelf,
    fingerprint: (name, bytes) => Promise.resolve(`${name}:${Buffer.from(bytes).toString()}`),
  });
