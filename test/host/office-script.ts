import type { HostOptions } from './host.ts';
import { wireHostScript } from './browser-bundle.ts';
import type { WorkbookLiteral } from './model.ts';
import { clientSource } from './node-client.ts';
import type { OfficeOptions } from './office-stub.ts';

/**
 * A script to serve where a page asks for office.js: the genuine client with a workbook behind it.
 * The page finds the host as `window.host`; `workbook` may be the text of an expression, for books
 * made in the page (`wireHost.bigOrders`).
 */
export async function officeScript(
  workbook: WorkbookLiteral | string,
  options: Omit<HostOptions, 'evaluate'> & { readonly office?: OfficeOptions } = {},
): Promise<string> {
  const book = typeof workbook === 'string' ? workbook : JSON.stringify(workbook);
  return (
    `${clientSource()}\n;${await wireHostScript()}\n;window.host = ` +
    `window.wireHost.installWireHost(window, ${book}, ${JSON.stringify(options)});`
  );
}
