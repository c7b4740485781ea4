import type { GateTerm } from '#domain/policy/policy.ts';
import type { RebateFact } from '#domain/rebate/rebate.facts.ts';
import { day, yuan } from '../format.ts';
import type { Sentences } from '../sentences.ts';

const CLAUSES = { 'last-year': '去年同期', previous: '上期', lag: '回看' } as const;
const stated = (periods: readonly string[]): string =>
  periods.length === 0 ? '' : `（指标表里有：${periods.join('、')}）`;

const wanted = (measure: GateTerm['measure']): string =>
  measure.kind === 'fact' ? `在指标表里补上“${measure.name}”` : '在台账里补上客户列';

export const rebate: Sentences<RebateFact> = {
  'rebate.past-missing': (f) =>
    `“${f.component}”按${CLAUSES[f.clause]}计算，要看 ${f.needed}，但台账从 ` +
    `${day(f.first)} 才开始：` +
    '这一期算不出来，不按 0 计；请补上之前的订单。',
  'rebate.fact-missing': (f) =>
    `“${f.component}”的${f.clause === 'target' ? '目标' : '定档指标'}“${f.name}”没有 ${f.window} ` +
    `的值${stated(f.periods)}，这一期算不出来；请在指标表里补上。`,
  'rebate.no-customers': (f) =>
    `“${f.component}”要数客户，但台账里没有客户一列，这一期算不出来；请补上客户列。`,
  'rebate.gate-unmet': (f) =>
    `“${f.component}”${f.window} 的前提“${f.term.text}”没有满足（现在是 ${f.value}），这一期返 0。`,
  'rebate.gate-unknown': (f) =>
    `“${f.component}”${f.window} 的前提“${f.term.text}”没有可用的值${stated(f.periods)}，` +
    '暂按不满足返 0；' +
    `请${wanted(f.term.measure)}。`,
  'rebate.top-up-waits': (f) =>
    `“${f.component}”的补足在 ${day(f.on)} 结算，之前不计入合计；按现在的台账会补 ${yuan(f.now)}。`,
};
