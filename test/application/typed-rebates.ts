import { isoDate } from '#domain/calendar/local-date.ts';
import { type Fen, NO_FEN, fen, sumFen, yuanNumber } from '#domain/money/fen.ts';
import type { Component, Policy } from '#domain/policy/policy.ts';
import { headersOf, typedPolicy } from '#domain/policy/typed-policy.ts';
import { rate } from '../examples/components.ts';
import type { PlainRow } from '../examples/plain-ledger.ts';
import { type Part, componentOf } from './any-rebates.ts';

/** A policy of these components alone. */
export const policyOf = (...components: readonly Component[]): Policy => ({
  name: 'P',
  example: false,
  facts: new Map(),
  components,
});

/** A component of every sale, at its own price. */
export const onlyOf = (part: Part): Component => ({
  ...componentOf('返点', { ...part, weight: '1', trueUp: true }),
  categories: 'all',
  counts: { weights: {}, others: rate('1') },
});

/** The policy as somebody types it into a sheet. */
export function tableOf(policy: Policy): readonly (readonly unknown[])[] {
  const { columns, rows } = typedPolicy(policy, 'zh-CN');
  return [headersOf(columns, 'zh-CN'), ...rows];
}

/** The orders as somebody types them into a sheet. */
export const ordersOf = (sold: readonly PlainRow[]): readonly (readonly unknown[])[] => [
  ['订单号', '日期', '产品类别', '金额', '状态'],
  ...sold.map(({ day, category, amount }, index) => [
    `SO-${index}`,
    isoDate(day),
    category,
    yuanNumber(amount),
    '已支付',
  ]),
];

export const salesOf = (rows: readonly { readonly amount: Fen }[]): Fen =>
  sumFen(rows.map(({ amount }) => amount));

export const fenOf = (yuan: unknown): Fen => fen(Math.round(Number(yuan) * 100));

export const orNothing = (amount: Fen | null | undefined): number => yuanNumber(amount ?? NO_FEN);

export const sumOfColumn = (rows: readonly (readonly unknown[])[], column: number): number =>
  rows.reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0) / 100;
