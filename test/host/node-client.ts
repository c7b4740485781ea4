import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import type { HostOptions, WireHost } from './host.ts';
import { type ClientGlobal, installWireHost } from './install.ts';
import type { WorkbookLiteral, WorkbookModel } from './model.ts';
import type { OfficeOptions } from './office-stub.ts';

const CLIENT = '@microsoft/office-js/dist/excel-web-16.00.debug.js';

/** The genuine Office.js client for Excel, read from the installed package. */
export const clientSource = (): string =>
  readFileSync(join(process.cwd(), 'node_modules', CLIENT), 'utf8');

function emptyWindow(): ClientGlobal & Record<string, unknown> {
  const window: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    URL,
    addEventListener: () => undefined,
  };
  Object.assign(window, {
    window,
    self: window,
    globalThis: window,
    document: {
      cookie: '',
      getElementsByTagName: () => [],
      createElement: () => ({}),
      addEventListener: () => undefined,
      head: { appendChild: () => undefined },
    },
    navigator: { userAgent: 'node' },
    location: { href: 'https://localhost/', search: '', host: 'localhost' },
  });
  return window;
}

/**
 * Jest empties the globals after a test file, while the client may still be saying goodbye to its
 * host.
 */
const KEEP = Symbol.for('$$jest-protect-from-deletion');

let loaded: ReturnType<typeof emptyWindow> | null = null;

/**
 * One client a test process; hosts come and go behind it. Sets the globals `Excel`, `Office` and
 * `OfficeExtension`.
 */
export function openWorkbook(
  literal: WorkbookLiteral | WorkbookModel,
  options: HostOptions & { readonly office?: OfficeOptions } = {},
): WireHost {
  if (!loaded) {
    loaded = emptyWindow();
    vm.createContext(loaded);
    vm.runInContext(clientSource(), loaded);
  }
  const host = installWireHost(loaded, literal, options);
  for (const shared of [loaded.Excel, loaded.Office, loaded.OfficeExtension])
    Object.assign(shared as object, { [KEEP]: [] });
  Object.assign(globalThis, {
    Excel: loaded.Excel,
    Office: loaded.Office,
    OfficeExtension: loaded.OfficeExtension,
  });
  return host;
}
