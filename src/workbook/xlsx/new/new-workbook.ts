import type { Page } from '#pages/page.ts';
import { writePage } from '../page/write-page.ts';
import { bindCustomFunctions, type CustomFunctionBinding } from './custom-functions.ts';
import { newPackage, type NewPackageOptions } from './new-package.ts';

export interface NewWorkbookOptions extends NewPackageOptions {
  /** Present when the pages call the add-in's own functions. */
  readonly binding?: CustomFunctionBinding;
}

/** A workbook made of pages, in their order. The same pages give the same bytes. */
export function newWorkbook(pages: readonly Page[], options: NewWorkbookOptions = {}): Uint8Array {
  const font = options.font ?? pages[0]?.font;
  const pack = newPackage({ ...options, ...(font === undefined ? {} : { font }) });
  for (const page of pages) writePage(pack, page);
  if (options.binding !== undefined) bindCustomFunctions(pack, options.binding);
  return pack.save();
}
