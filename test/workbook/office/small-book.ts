import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import type { ExcelFact } from '#facts/excel.ts';
import type { HostOptions, WireHost } from '../../host/host.ts';
import type { SheetLiteral, WorkbookLiteral } from '../../host/model.ts';
import { openWorkbook } from '../../host/node-client.ts';
import type { OfficeOptions } from '../../host/office-stub.ts';

export const ORDERS: SheetLiteral = {
  name: '订单',
  rows: [
    ['订单号', '客户', '金额'],
    ['A1', '甲', 100],
    ['A2', '乙', 200],
    ['A3', '丙', 300],
    ['A4', '丁', 400],
    ['A5', '戊', 500],
  ],
  fills: { 'A1:C1': '#1F3A5F', 'A3:B3': '#FFCC00', C5: '#00FF00' },
  formats: {
    A4: { 'fill.pattern': 'Gray50', 'fill.color': '#FF0000', 'fill.patternColor': '#0000FF' },
  },
};

export interface Opened {
  readonly host: WireHost;
  readonly workbook: OfficeWorkbook;
  readonly notices: ExcelFact[];
}

/** An adapter over a wire-level Excel, waiting no time between retries. */
export function open(
  literal: WorkbookLiteral = { sheets: [ORDERS] },
  options: HostOptions & { readonly office?: OfficeOptions } = {},
): Opened {
  const host = openWorkbook(literal, options);
  const notices: ExcelFact[] = [];
  return {
    host,
    notices,
    workbook: new OfficeWorkbook({
      wait: () => Promise.resolve(),
      notice: (fact) => void notices.push(fact),
    }),
  };
}
