import { advice as english } from '#i18n/en-US/advice.ts';
import { sentenceOf } from '#i18n/sentences.ts';
import { advice as chinese } from '#i18n/zh-CN/advice.ts';
import type { AdviceFact } from '#domain/decision/advice.facts.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import { component, rate, twoCategoryPolicy, wan, renewalGate } from '../../examples/components.ts';
import { ASOF, advised, row } from './advice-fixture.ts';

const question = {
  key: 'q',
  indices: [0],
  reason: 'unit' as const,
  sheet: '订单',
  row: 2,
  cell: 'F4',
  typed: '9.8',
  fact: { code: 'ledger.no-sheet' as const },
  alike: 'unit',
  choices: [{ id: 'a', kind: 'amount' as const, amount: wan(20) }],
};
const rows = [
  row('基础', wan(340), { customer: '临安医院' }),
  row('安全', wan(100), { customer: '乙' }),
  row('基础', wan(38), { customer: '甲' }),
  row('基础', wan(9), { kind: 'pending', day: ASOF }),
  row('安全', wan(15), { kind: 'pending', day: dateOf(2026, 1, 9) }),
];
const everything = [
  ...advised(examplePolicy, rows, {
    supposed: {
      discount: rate('0.03'),
      margin: rate('0.01'),
      partners: [{ name: '伙伴', sales: [{ category: '基础', amount: wan(30) }] }],
    },
    ledger: { renewalOn: Int32Array.from(rows, () => dateOf(2025, 12, 28)), questions: [question] },
  }),
  ...advised(twoCategoryPolicy(), [row('基础', wan(505), { customer: '甲' })]),
  ...advised(
    {
      ...twoCategoryPolicy(),
      components: [
        component({
          gate: renewalGate,
        }),
      ],
    },
    rows,
  ),
]
  .flatMap(({ title, explanation, assumptions }) => [title, ...explanation, ...assumptions])
  .filter((fact): fact is AdviceFact => fact.code.startsWith('advice.'));

describe.each([
  ['zh-CN', chinese],
  ['en-US', english],
] as const)('every fact of advice in %s', (_, sentences) => {
  it('is one whole sentence with its figures', () => {
    expect(new Set(everything.map(({ code }) => code)).size).toBeGreaterThan(35);
    for (const fact of everything) {
      const sentence = sentenceOf(sentences, fact);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|null|\.\.|。。/);
      expect(sentence).toMatch(/[.。]$/);
    }
  });

  it('speaks of the figures it was given', () => {
    const title = everything.find(({ code }) => code === 'advice.close-gap') as AdviceFact;
    expect(sentenceOf(sentences, title)).toMatch(/¥220,000\.00/);
  });
});
