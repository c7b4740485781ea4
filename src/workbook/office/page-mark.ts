/// <reference types="office-js" />

/**
 * The worksheet custom property that says which of our pages a sheet is; the file adapter writes
 * the same one.
 */
export const MARK_PROPERTY = 'RebateRadar.page';
/** Set while a page is being written, gone when it is whole. */
export const UNFINISHED_PROPERTY = 'RebateRadar.unfinished';

export function loadMark(sheet: Excel.Worksheet): Excel.WorksheetCustomProperty {
  return sheet.customProperties.getItemOrNullObject(MARK_PROPERTY).load('value');
}

/** "" when the sheet is none of ours. */
export const markOf = (property: Excel.WorksheetCustomProperty): string =>
  property.isNullObject ? '' : property.value;
