import { renewalGate } from '../../examples/components.ts';
import { headersOf, typedPolicy } from '#domain/policy/typed-policy.ts';
import { parseIsoDate } from '#domain/calendar/local-date.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { fen } from '#domain/money/fen.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import type { Component, Policy } from '#domain/policy/policy.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';

const [base] = examplePolicy.components as [Component];
const day = (text: string) => parseIsoDate(text) ?? null;

/** What reading back may not keep: where a tier stood, ids, and the example's own mark. */
function comparable(policy: Policy | null): unknown {
  return policy?.components.map(({ id: _id, cells: _cells, tiers, categories, ...rest }) => ({
    ...rest,
    categories: categories === 'all' ? 'all' : Object.keys(categories),
    tiers: tiers.map(({ cell: _cell, ...tier }) => tier),
  }));
}

const stated = { unstated: [] } as const;
const POLICIES: readonly (readonly [string, Policy])[] = [
  ['the example', examplePolicy],
  [
    'every clause stated',
    {
      ...examplePolicy,
      components: [
        {
          ...base,
          ...stated,
          id: '增长',
          name: '增长',
          policy: '2026 渠道政策',
          scheme: 'increment',
          edge: 'above',
          baseline: new Decimal(3_000_000_00),
          accumulate: 'half',
          pay: 'month',
          trueUp: false,
          yearStart: 4,
          from: day('2026-04-01'),
          to: day('2026-09-30'),
          cap: fen(500_000_00),
          floor: fen(1_000_00),
          stack: { kind: 'highest', group: 'A' },
          base: 'net',
          taxRate: new Decimal('0.13'),
          gate: renewalGate,
          rounding: { mode: 'truncate', per: 'order' },
          carry: true,
          source: '合同第 3 页',
          recordedOn: '2026-03-20',
          tiers: base.tiers.map((tier, index) => ({ ...tier, bonus: fen(index * 5_000_00) })),
        },
      ],
    },
  ],
  [
    'all categories, one with a weight',
    {
      ...examplePolicy,
      components: [
        {
          ...base,
          ...stated,
          categories: 'all',
          counts: { weights: { 安全: new Decimal('1.5') }, others: new Decimal(1) },
        },
      ],
    },
  ],
];

describe('typedPolicy', () => {
  describe.each(['zh-CN', 'en-US'] as const)('%s', (language) => {
    it.each(POLICIES)('%s reads back as the same policy', (_, policy) => {
      const typed = typedPolicy(policy, language);
      const reading = readPolicy(
        [
          headersOf(typed.columns, language),
          ...typed.rows.map((row) => row.map((text) => (text === '' ? null : text))),
        ],
        { cellName: () => '' },
      );
      expect(reading.findings.filter((finding) => finding.level === 'error')).toEqual([]);
      expect(comparable(reading.policy)).toEqual(comparable(policy));
    });
  });

  it('leaves a clause blank that nobody has stated', () => {
    const typed = typedPolicy(examplePolicy, 'zh-CN');
    expect(typed.rows[0]?.[typed.columns.indexOf('scheme')]).toBe('');
  });
});
