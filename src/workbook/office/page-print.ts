/// <reference types="office-js" />
import type { Page } from '#pages/page.ts';
import type { Conversation } from './conversation.ts';
import { excelCode, isGone, treatmentOf } from './error-table.ts';

/** Points; the breaks between pages are planned for them. */
const PAGE_MARGINS = {
  leftMargin: 36,
  rightMargin: 36,
  topMargin: 36,
  bottomMargin: 43.2,
  headerMargin: 21.6,
  footerMargin: 21.6,
};

/**
 * A4, one page wide, with page numbers. A machine without a printer refuses all this: the page is
 * worth as much without it.
 */
export async function setUpPrint(
  talk: Conversation,
  sheet: Excel.Worksheet,
  page: Page,
): Promise<void> {
  try {
    await talk.step(() => {
      const { pageLayout } = sheet;
      pageLayout.orientation = page.landscape === true ? 'Landscape' : 'Portrait';
      pageLayout.paperSize = 'A4';
      pageLayout.zoom = {
        horizontalFitToPages: 1,
        ...(page.onePage === true ? { verticalFitToPages: 1 } : {}),
      };
      if (page.printColumns !== undefined)
        pageLayout.setPrintArea(sheet.getRangeByIndexes(0, 0, page.rows.length, page.printColumns));
      pageLayout.centerHorizontally = true;
      Object.assign(pageLayout, PAGE_MARGINS);
      const footer = pageLayout.headersFooters.defaultForAllPages;
      footer.leftFooter = page.footer ?? '';
      footer.rightFooter = '&P / &N';
      if (page.printTitleRows)
        pageLayout.setPrintTitleRows(`$${page.printTitleRows[0]}:$${page.printTitleRows[1]}`);
      page.rows.forEach((row, at) => {
        if (row.pageBreak === true && at > 0) sheet.horizontalPageBreaks.add(`A${at + 1}`);
      });
    });
  } catch (error) {
    if (excelCode(error) === undefined || treatmentOf(error) !== 'stop' || isGone(error))
      throw error;
  }
}
