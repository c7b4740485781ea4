import { readBrackets } from '../../src/livesheet/bracketed-formulas.ts';

// The grid's own code wants a page.
jest.mock('@univerjs/preset-sheets-core', () => ({ LexerTreeBuilder: class {} }));

/** Moves whatever looks like a cell, and leaves brackets open, as the grid's own does. */
class Lexer {
  _squareBracketState = 0;
  _tableBracketState = false;
  quotes = 0;
  _resetTemp(): void {
    this.quotes = 0;
  }
  moveFormulaRefOffset(formula: string, _right: number, down: number): string {
    return formula.replace(
      /([A-Z])(\d+)/g,
      (_, column: string, row: string) => `${column}${Number(row) + down}`,
    );
  }
}

const lexer = (): Lexer => {
  const fresh = new Lexer();
  readBrackets(fresh);
  return fresh;
};

it('begins each formula with no bracket open', () => {
  const reader = lexer();
  Object.assign(reader, { _squareBracketState: 2, _tableBracketState: true, quotes: 1 });
  reader._resetTemp();
  expect([reader._squareBracketState, reader._tableBracketState, reader.quotes]).toEqual([
    0,
    false,
    0,
  ]);
});

it.each<readonly [string, string]>([
  ['=[@[Paid (Q3)]]*A1', '=[@[Paid (Q3)]]*A3'],
  [
    '=SUM(订单[Q3],订单[[#This Row],[Q1]:[Q2]])-B2',
    '=SUM(订单[Q3],订单[[#This Row],[Q1]:[Q2]])-B4',
  ],
  ['=A1&B1', '=A3&B3'],
])('a column keeps its name where %s is moved', (formula, moved) => {
  expect(lexer().moveFormulaRefOffset(formula, 0, 2)).toBe(moved);
});
