import type { Bridge } from './host.ts';
import { WireHost, type HostOptions } from './host.ts';
import type { WorkbookLiteral, WorkbookModel } from './model.ts';
import { officeStub, type OfficeOptions } from './office-stub.ts';

type Run = (...args: unknown[]) => Promise<unknown>;

/** A global object in which the genuine client (dist/excel-web-16.00.debug.js) has been loaded. */
export interface ClientGlobal {
  OfficeExtension?: unknown;
  Excel?: unknown;
  Office?: unknown;
  CustomFunctions?: unknown;
}

/**
 * Puts a workbook behind the genuine Office.js client of `target`: from here on `Excel.run(batch)`
 * talks to it. `Office` is replaced by a stub, because office.js itself only starts inside a real
 * host.
 */
export function installWireHost(
  target: ClientGlobal,
  literal: WorkbookLiteral | WorkbookModel,
  options: HostOptions & { readonly office?: OfficeOptions } = {},
): WireHost {
  const host = new WireHost(literal, options);
  target.Office = officeStub(options.office);
  const extension = target.OfficeExtension as { HostBridge: { init(bridge: Bridge): void } };
  extension.HostBridge.init(host.bridge());
  // The client has no `associate`: office.js itself brings it.
  target.CustomFunctions = {
    associate: (id: string, compute: unknown) => void host.functions.set(id, compute),
    ...(target.CustomFunctions as object | undefined),
  };
  const excel = target.Excel as { run: Run & { genuine?: Run } };
  const genuine = excel.run.genuine ?? excel.run;
  excel.run = Object.assign(mergingRun(host, genuine), { genuine });
  return host;
}

/**
 * The client from npm is older than `mergeUndoGroup`; this does what a current one does with it.
 */
function mergingRun(host: WireHost, genuine: Run): Run {
  return async (...args) => {
    const options = args.length > 1 ? (args[0] as { mergeUndoGroup?: boolean }) : {};
    if (options.mergeUndoGroup !== true) return genuine(...args);
    host.beginUndoGroup();
    try {
      return await genuine(...args);
    } finally {
      host.endUndoGroup();
    }
  };
}
