import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import { openWorkbook } from '../../host/node-client.ts';
import { bigOrders } from '../../host/big-orders.ts';

const LIMIT = 5_000_000;

test(
  '1,048,575 rows of 12 columns come through with every request and reply ' + 'under 5 MB',
  async () => {
    const rows = 1_048_575;
    const host = openWorkbook({
      sheets: [
        { name: '订单', columns: bigOrders(rows), numberFormats: { 'D2:D1048576': 'yyyy-mm-dd' } },
      ],
    });
    const seen: number[] = [];
    const sheet = await new OfficeWorkbook().readSheet('订单', {
      progress: (done) => void seen.push(done),
    });
    expect(sheet.rowCount).toBe(rows + 1);
    expect(sheet.columns).toHaveLength(12);
    expect(sheet.columns[0]?.[rows]).toBe('SO0001048575');
    expect(sheet.formats?.[3]).toContain('yyyy-mm-dd');
    expect(
      Math.max(
        ...host.log.map(({ replyBytes, requestBytes }) => Math.max(replyBytes, requestBytes)),
      ),
    ).toBeLessThan(LIMIT);
    expect(host.log.some(({ error }) => error !== undefined)).toBe(false);
    expect(seen.length).toBeGreaterThan(30);
    expect(host.peakReferences).toBeLessThan(40);
  },
);
