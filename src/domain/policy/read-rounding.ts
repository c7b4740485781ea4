import { foldKey } from '../reading/fold-text.ts';
import { fail, ok } from '../result.ts';
import type { Cell } from '../sheet.ts';
import { type Read, typedText } from './read-cells.ts';

/**
 * "四舍五入 逐单", "truncate, on the total": the mode, the place, or both; what is not said stays
 * open.
 */
export function readRounding(
  cell: Cell,
): Read<{ readonly mode: 'half-up' | 'truncate' | null; readonly per: 'order' | 'total' | null }> {
  const typed = typedText(cell);
  let rest = foldKey(typed);
  const take = (words: RegExp): boolean => {
    const before = rest;
    rest = rest.replace(words, '');
    return rest !== before;
  };
  const mode = take(/四舍五入|round(?:ed)?half-?up|half-?up/)
    ? 'half-up'
    : take(/截位|截断|舍去|去尾|truncated?|round(?:ed)?down(?!to)/)
      ? 'truncate'
      : take(/^round(?:ed)?$/)
        ? 'half-up'
        : null;
  const per = take(/逐单|每单|按单|perorder/)
    ? 'order'
    : take(/汇总|合计|总额|onthetotal|total/)
      ? 'total'
      : null;
  // To the fen is how it is anyway; to the yuan, upwards and the like would be another figure.
  take(/(?:精确|保留)?到分|保留(?:两|2)位(?:小数)?|tothe(?:fen|cent)|(?:to)?2decimals/);
  const isOpen = (mode === null && per === null) || !/^[,，、;；+()/]*$/.test(rest);
  return isOpen
    ? fail({
        code: 'policy.word-unknown',
        column: 'rounding',
        typed,
        choices: [
          { zh: '四舍五入 逐单', en: 'half-up per order' },
          { zh: '四舍五入 汇总', en: 'half-up on the total' },
          { zh: '截位 逐单', en: 'truncate per order' },
          { zh: '截位 汇总', en: 'truncate on the total' },
        ],
      })
    : ok({ mode, per });
}
