import { typedAnswer } from '#domain/ledger/typed-answer.ts';

it.each([
  ['12.5万', 'amount:12500000'],
  ['¥1,234.50', 'amount:123450'],
  ['17.50', 'amount:1750'],
])('takes %s for an amount', (text, id) => expect(typedAnswer('amount', text)).toBe(id));

it.each(['17.500', '25,00', '1.234,56', '约500', 'USD 5', ''])('takes %s for no answer', (text) =>
  expect(typedAnswer('amount', text)).toBeUndefined(),
);
