import { orderOfColumn } from '#domain/reading/date-order.ts';

const chinese = { order: 'ymd', years: [] } as const;
const other = { years: [] } as const;

describe('one column has one order of its days', () => {
  it.each([
    [['06/01/25', '15/01/25', '28/02/25', '31/03/25'], 'dmy'],
    [['13.03.25', '20.03.25', '31.03.25'], 'dmy'],
    [['01/05/25', '01/15/25'], 'mdy'],
    [['25.4.9', '25.4.12'], 'ymd'],
    [['25/03/02', '25/03/05', '25/03/09'], 'ymd'],
    [['25/03/2025', '03/04/2025'], 'dmy'],
    [['03/25/2025', '03/04/2025'], 'mdy'],
    [['2025-03-05', '31.03.25'], 'dmy'],
  ])('%j: %s', (cells, order) => {
    expect(orderOfColumn(cells, chinese)).toBe(order);
    expect(orderOfColumn(cells, other)).toBe(order);
  });

  it.each([[['31.03.25']], [['20.03.25']], [['03/04/2025', '05/06/2025']]])(
    '%j alone stays open',
    (cells) => expect(orderOfColumn(cells, other)).toBeUndefined(),
  );

  it('contradictory cells have no order', () =>
    expect(orderOfColumn(['15/01/2025', '01/15/2025'], chinese)).toBeUndefined());

  it('the language decides where the year would else be long ago', () =>
    expect(orderOfColumn(['25.4.12'], chinese)).toBe('ymd'));
});
