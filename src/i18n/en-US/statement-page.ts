/** Words of the tab that holds a statement against the ledger. */
export const statementPage = {
  sheetName: 'Statement',
  title: (period: string) => `Statement ${period}`,
  subtitle: (title: string) =>
    `${title} · what the vendor pays against what the orders earn · yuan`,
  ledger: 'Earned by the orders',
  statement: 'Paid by the statement',
  difference: 'Difference',
  causes: 'Differences by cause',
  cause: 'Cause',
  orders: 'Orders',
  total: 'Total',
  group: (action: string, count: number) => `${action} (${count})`,
  order: 'Order',
  customer: 'Customer',
  product: 'Product',
  happened: 'What happened',
  agreeing: (count: number) => `${count} orders agree.`,
  letter: 'Letter to the vendor',
};
