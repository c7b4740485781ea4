import type { SavedFile } from '#application/session/file-session.ts';
import { fileSession } from '#application/session/open-files.ts';
import { connect } from '#application/session/remote-calls.ts';
import type { Language } from '#domain/language.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { browserShelf, fingerprint } from './browser-shelf.ts';
import { sessionTools } from './session-tools.ts';
import { channelOf } from './worker-channel.ts';

/**
 * The browser edition's worker: files are opened, read, computed and written here; the page only
 * draws.
 */
connect(
  channelOf(self),
  fileSession({
    ...sessionTools,
    open: openWorkbook,
    template,
    shelf: browserShelf(),
    fingerprint,
  }),
);

/** The template is only built when somebody asks for it. */
async function template(language: Language): Promise<SavedFile> {
  const { makeTemplate } = await import('#hosts/template-file.ts');
  return {
    name: language === 'zh-CN' ? '返点雷达模板.xlsx' : 'Rebate Radar template.xlsx',
    bytes: makeTemplate(language, { format: 'xlsx', channel: 'catalog' }),
  };
}
