import { LexerTreeBuilder } from '@univerjs/preset-sheets-core';
import { withReferences } from '#application/live/structured-references.ts';

type Lexer = Pick<LexerTreeBuilder, 'moveFormulaRefOffset'>;

/** Stands for a reference: no formula holds it, and to the lexer it is a name like others. */
const HELD = '\uE000';

/**
 * The grid's reader of formulas as it ought to be: it goes on counting brackets of a formula that
 * it has done with, so that after one that was half typed every other is an error, and takes "(Q3)"
 * in the name of a column for a cell.
 */
export function readBrackets(lexer: Lexer): void {
  const reset: unknown = Reflect.get(lexer, '_resetTemp');
  const { moveFormulaRefOffset: move } = lexer;
  if (typeof reset === 'function')
    Reflect.set(lexer, '_resetTemp', function (this: object) {
      Reflect.apply(reset, this, []);
      Object.assign(this, { _squareBracketState: 0, _tableBracketState: false });
    });
  lexer.moveFormulaRefOffset = function (this: Lexer, formula, ...by) {
    const held: string[] = [];
    const bare = withReferences(formula, (inside, table) => {
      held.push(`${table ?? ''}[${inside}]`);
      return HELD;
    });
    return move.call(this, bare, ...by).replaceAll(HELD, () => held.shift() ?? '');
  };
}

readBrackets(LexerTreeBuilder.prototype);
