import { isFigure } from '#domain/reading/figure.ts';
import type { Cell } from '#domain/sheet.ts';

describe('whether a cell holds a figure', () => {
  it.each<Cell>([
    0,
    -3.5,
    '1,200.50',
    '1.200,50',
    '￥12.5万',
    '(300)',
    '8 000,00',
    '-5',
    'RMB 7',
    '１２',
  ])('%j does', (cell) => expect(isFigure(cell)).toBe(true));
  it.each<Cell>([
    null,
    '',
    '-',
    '订单',
    '8%',
    'A-1',
    '2025-01-01',
    '约12',
    true,
    '3月',
    { fault: '#N/A' },
  ])('%j does not', (cell) => expect(isFigure(cell)).toBe(false));
});
