import type { Value } from './grid.ts';

const CATEGORIES = ['基础', '安全'];
const REGIONS = ['华东', '华北', '华南', '西南'];
const REPS = ['张伟', '王芳', '李娜', '刘洋', '陈静'];

/** An order sheet of any length: 12 columns, a header, the same rows every time. */
export function bigOrders(rows: number): (Value | null)[][] {
  const column = (header: string, cell: (row: number) => Value | null): (Value | null)[] => {
    const cells: (Value | null)[] = [header];
    for (let row = 1; row <= rows; row += 1) cells.push(cell(row));
    return cells;
  };
  return [
    column('订单号', (row) => `SO${String(row).padStart(10, '0')}`),
    column('客户', (row) => `客户${row % 5_000}`),
    column('产品类别', (row) => CATEGORIES[row % 7 === 0 ? 1 : 0] ?? null),
    column('支付日期', (row) => 45_658 + (row % 365)),
    column('实付金额', (row) => ((row * 7_919) % 5_000_000) / 100),
    column('数量', (row) => (row % 9) + 1),
    column('单价', (row) => ((row * 31) % 100_000) / 100),
    column('大区', (row) => REGIONS[row % 4] ?? null),
    column('销售', (row) => REPS[row % 5] ?? null),
    column('状态', () => '已付款'),
    column('合同号', (row) => `HT-2025-${row % 100_000}`),
    column('备注', (row) => (row % 50 === 0 ? '加急，请尽快安排开通' : null)),
  ];
}
