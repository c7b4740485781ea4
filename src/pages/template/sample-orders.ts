/**
 * The orders a new template holds: enough to see a tier, a voucher, a refund and money within
 * reach, few enough to delete at once. Customers and products by their place in the language's own
 * lists.
 */
export interface SampleOrder {
  readonly id: string;
  readonly customer: number;
  readonly product: number;
  readonly category: 'base' | 'security';
  readonly type: number;
  /** ISO day. */
  readonly day: string;
  /** Yuan. */
  readonly ordered: string;
  readonly voucher: string;
  readonly paid: string;
  readonly status: number;
}

const order = (
  id: string,
  customer: number,
  product: number,
  type: number,
  day: string,
  ordered: string,
  voucher: string,
  paid: string,
  status: number,
): SampleOrder => ({
  id,
  customer,
  product,
  category: product < 4 ? 'base' : 'security',
  type,
  day,
  ordered,
  voucher,
  paid,
  status,
});

export const SAMPLE_ORDERS: readonly SampleOrder[] = [
  order('DD250001', 0, 0, 0, '2025-01-10', '186400.00', '0.00', '186400.00', 2),
  order('DD250002', 1, 4, 0, '2025-01-24', '45800.50', '0.00', '45800.50', 2),
  order('DD250003', 4, 1, 0, '2025-02-13', '38650.00', '650.00', '38000.00', 2),
  order('DD250004', 5, 2, 0, '2025-02-27', '196500.75', '0.00', '196500.75', 2),
  order('DD250005', 2, 5, 0, '2025-03-12', '68000.50', '0.00', '68000.50', 2),
  order('DD250006', 3, 0, 1, '2025-03-28', '212000.00', '0.00', '212000.00', 2),
  order('DD250007', 3, 6, 0, '2025-04-16', '92600.50', '0.00', '92600.50', 1),
  order('DD250008', 2, 0, 0, '2025-05-14', '336800.00', '6800.00', '330000.00', 1),
  order('DD250009', 5, 3, 2, '2025-06-11', '141250.00', '0.00', '141250.00', 1),
  order('DD250010', 1, 7, 0, '2025-07-09', '186000.00', '0.00', '186000.00', 1),
  order('DD250011', 0, 0, 1, '2025-08-06', '405600.25', '0.00', '405600.25', 1),
  order('DD250012', 5, 2, 3, '2025-09-03', '-24000.00', '0.00', '-24000.00', 1),
];

interface SampleDeal {
  readonly id: string;
  readonly customer: number;
  readonly product: number;
  readonly category: 'base' | 'security';
  readonly day: string;
  readonly amount: string;
  readonly probability: string;
  readonly cost: string;
}

export const SAMPLE_DEALS: readonly SampleDeal[] = [
  {
    id: 'SJ2501',
    customer: 4,
    product: 0,
    category: 'base',
    day: '2025-10-20',
    amount: '80000.00',
    probability: '0.6',
    cost: '1500.00',
  },
  {
    id: 'SJ2502',
    customer: 2,
    product: 8,
    category: 'security',
    day: '2025-11-12',
    amount: '65000.00',
    probability: '0.5',
    cost: '2000.00',
  },
  {
    id: 'SJ2503',
    customer: 3,
    product: 0,
    category: 'base',
    day: '2025-12-05',
    amount: '150000.00',
    probability: '0.3',
    cost: '6000.00',
  },
];

/** The year that the sample orders lie in. */
export const SAMPLE_YEAR = 2025;
