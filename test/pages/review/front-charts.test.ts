import { axisFrom, chartScale, scaled } from '#pages/review/front/chart-scale.ts';

describe('a chart of page one', () => {
  test.each([
    ['zh-CN', 86_400, '8.64 of unit 0, #,##0.0'],
    ['zh-CN', 48_000_000, '4800 of unit 0, #,##0'],
    ['zh-CN', 1_000_000_000, '10 of unit 1, #,##0.0'],
    ['en-US', 9_999_999, '10000 of unit 0, #,##0'],
    ['en-US', 404_321_592.75, '404.32 of unit 1, #,##0'],
  ] as const)('counts in what its largest figure asks for: %s %d', (language, yuan, said) => {
    const scale = chartScale([1, -yuan], language);
    expect(`${scaled(yuan, scale)} of unit ${scale.name}, ${scale.numberFormat}`).toBe(said);
  });

  test('has columns as long as their figures: its axis holds zero', () => {
    expect(axisFrom([9_661, 10_765])).toEqual({ least: 0 });
    // A fen that was taken back is not seen, and would let programs begin at 9,000.
    expect(axisFrom([9_661, 10_765, -0.01])).toEqual({ least: 0 });
    // With columns that point down, programs put zero between.
    expect(axisFrom([9_661, -800])).toEqual({});
    expect(axisFrom([-500, -800])).toEqual({});
  });
});
