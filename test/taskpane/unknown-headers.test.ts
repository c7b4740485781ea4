import { unknownHeaders } from '../../src/taskpane/overview/unknown-headers.ts';

const sheet = (columns: readonly string[], ...headers: string[]) => ({
  columns: Object.fromEntries(columns.map((field, at) => [field, { header: field, column: at }])),
  unknownHeaders: headers.map((header, column) => ({ header, column })),
});

it('offers for a column what another sheet holds, and not what its own sheet does', () => {
  const orders = sheet(['orderId', 'amount'], '搞定那天');
  const pipeline = sheet(['signedOn', 'amount']);
  const known = unknownHeaders([orders, pipeline] as never);
  expect([...known]).toEqual([['搞定那天', ['orderId', 'amount']]]);
});

it('lists a header of two sheets once, with what either of them holds', () => {
  const known = unknownHeaders([sheet(['orderId'], '#'), sheet(['customer'], '#')] as never);
  expect([...known]).toEqual([['#', ['orderId', 'customer']]]);
});
