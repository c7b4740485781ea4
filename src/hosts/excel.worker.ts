import { Session } from '#application/session/session.ts';
import { type OfferedWorkbook, WorkbookInParts } from '#application/session/sheet-parts.ts';
import { connect } from '#application/session/remote-calls.ts';
import { sessionTools } from './session-tools.ts';
import { channelOf } from './worker-channel.ts';

/**
 * Excel's worker: only the page can speak to Excel, so the workbook comes from there; everything is
 * computed here.
 */
connect<OfferedWorkbook>(
  channelOf(self),
  (workbook) => new Session(new WorkbookInParts(workbook), sessionTools),
);
