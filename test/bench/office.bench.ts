import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import type { Page } from '#pages/page.ts';
import { bigOrders } from '../host/big-orders.ts';
import type { WireHost } from '../host/host.ts';
import { openWorkbook } from '../host/node-client.ts';

const SIZES = [10_000, 100_000, 1_048_575] as const;
const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(2);

/**
 * Twelve columns through the genuine client: time without the host's own, the largest request and
 * answer, and memory.
 */
export async function officeBench(): Promise<void> {
  for (const rows of SIZES) {
    const host = openWorkbook({
      sheets: [
        { name: '订单', columns: bigOrders(rows), numberFormats: { 'D2:D1048576': 'yyyy-mm-dd' } },
      ],
    });
    const memory = watchMemory();
    const read = await timed(host, () =>
      new OfficeWorkbook().readSheet('订单', { progress: memory.look }),
    );
    console.log(
      `read ${rows + 1} × 12: ${read.own} ms (host ${read.host} ms), ${host.log.length} ` +
        `requests, largest answer ${largest(host)} MB, heap +${memory.peak()} MB`,
    );
  }
  await writing();
}

async function writing(): Promise<void> {
  const host = openWorkbook({ sheets: [{ name: '订单', columns: bigOrders(20_000) }] });
  const workbook = new OfficeWorkbook();
  const fills = Array.from({ length: 2_000 }, (_, at) => ({ row: at * 9 + 2, color: '#FFF2CC' }));
  const colour = await timed(host, () => workbook.highlight('订单', { left: 0, right: 11 }, fills));
  console.log(`highlight 2000 scattered rows: ${colour.own} ms (host ${colour.host} ms)`);
  const clear = await timed(host, () => workbook.clearHighlights());
  console.log(`clear them: ${clear.own} ms (host ${clear.host} ms)`);
  const page = await timed(host, () => workbook.writePage(longPage(3_000)));
  console.log(
    `write a page of 3000 × 8: ${page.own} ms (host ${page.host} ms), largest request ` +
      `${megabytes(Math.max(...host.log.map(({ requestBytes }) => requestBytes)))} MB`,
  );
}

function longPage(rows: number): Page {
  const line = (row: number): Page['rows'][number] => ({
    cells: [
      { value: `SO${row}`, style: 'text' },
      { value: 45_658 + (row % 365), style: 'date' },
      { value: row * 1.5, style: 'money' },
      { value: 0.06, style: 'rate' },
      { value: row * 0.09, formula: `C${row}*D${row}`, style: 'money' },
      { value: '守线', style: 'holds' },
      { value: '备注', style: 'wrapped' },
      { value: row, style: 'integer' },
    ],
  });
  return {
    name: '复盘',
    mark: 'review:bench',
    columnWidths: [14, 12, 14, 8, 14, 8, 30, 8],
    frozenRows: 1,
    charts: [],
    rows: Array.from({ length: rows }, (_, at) => line(at + 1)),
  };
}

async function timed(
  host: WireHost,
  work: () => Promise<unknown>,
): Promise<{ readonly own: string; readonly host: string }> {
  host.resetLog();
  host.clock = () => performance.now();
  const before = host.busyMs;
  const start = performance.now();
  await work();
  const busy = host.busyMs - before;
  return { own: (performance.now() - start - busy).toFixed(0), host: busy.toFixed(0) };
}

const largest = (host: WireHost): string =>
  megabytes(
    Math.max(...host.log.map(({ replyBytes, requestBytes }) => Math.max(replyBytes, requestBytes))),
  );

/** Highest use of the heap above where it began, looked at after each page. */
function watchMemory(): { readonly look: () => void; readonly peak: () => string } {
  globalThis.gc?.();
  const start = process.memoryUsage().heapUsed;
  let highest = start;
  return {
    look: () => void (highest = Math.max(highest, process.memoryUsage().heapUsed)),
    peak: () => ((highest - start) / 1_000_000).toFixed(0),
  };
}
