import type { LocalDate } from '../calendar/local-date.ts';
import { NO_FEN, subtractFen, sumFen } from '../money/fen.ts';
import type { Component } from '../policy/policy.ts';
import { isGateFact } from '../rebate/gate.ts';
import { totalRebate } from '../rebate/policy-run.ts';
import type { Advice } from './advice.ts';
import {
  type AdviceBasis,
  commonAssumptions,
  differenceFact,
  differenceOf,
  firstSaid,
  missing,
  namedOrder,
  raisedBy,
} from './advice-basis.ts';
import { renewalsDue } from './renewals-due.ts';

const MOST_NAMED = 8;

/** 续费与前提: what the renewals due in the open windows are worth, and what a gate holds back. */
export const adviseRenewals = (basis: AdviceBasis): readonly Advice[] => [
  ...dueAdvice(basis),
  ...gateAdvice(basis),
];

function dueAdvice(basis: AdviceBasis): readonly Advice[] {
  const due = renewalsDue(basis);
  if (due.length === 0) return [];
  const { gain, fact } = differenceOf(
    basis,
    due.map(({ amount, category, ledgerIndex }) => ({
      amount,
      category,
      ledgerIndex,
      day: basis.asOf,
    })),
  );
  const until = due.reduce<LocalDate>((last, { on }) => (on > last ? on : last), basis.asOf);
  return gain <= 0
    ? []
    : [
        {
          kind: 'renewal',
          yuan: gain,
          cost: NO_FEN,
          probability: null,
          raises: raisedBy(basis, due),
          orders: due.map(({ ledgerIndex }) => ledgerIndex),
          title: {
            code: 'advice.renewal',
            count: due.length,
            sum: sumFen(due.map(({ amount }) => amount)),
            until,
            gain,
          },
          explanation: [
            fact,
            ...firstSaid(due, MOST_NAMED, ({ ledgerIndex, on }) => ({
              code: 'advice.renewal-due',
              order: namedOrder(basis.ledger, ledgerIndex),
              on,
            })),
          ],
          assumptions: [...commonAssumptions(basis), { code: 'advice.renews-alike' }],
        },
      ];
}

/** One for each gated component that pays nothing now. */
function gateAdvice(basis: AdviceBasis): readonly Advice[] {
  const { policy, book, asOf, now, rebate } = basis;
  return policy.components.flatMap((component) => {
    const shut = rebate.windows.findLast(
      (window) => window.component === component && isGateFact(window.reason),
    );
    if (component.gate === null || shut === undefined || !isGateFact(shut.reason)) return [];
    const { term } = shut.reason;
    const opened = totalRebate(
      {
        ...policy,
        components: policy.components.map((other) =>
          other === component ? withoutGate(other) : other,
        ),
      },
      book,
      asOf,
    );
    const gain = subtractFen(opened, now);
    if (shut.reason.code === 'rebate.gate-unknown')
      // What a gate that nobody knows would bring is said, and never offered.
      return [
        missing(
          {
            code: 'advice.gate-open',
            component: component.name,
            gate: component.gate.text,
            gain,
          },
          shut.reason,
        ),
      ];
    return gain <= 0
      ? []
      : [
          {
            kind: 'renewal',
            yuan: gain,
            cost: NO_FEN,
            probability: null,
            raises: [],
            orders: [],
            title: {
              code: 'advice.gate',
              component: component.name,
              gate: component.gate.text,
              gain,
            },
            explanation: [
              differenceFact(now, opened),
              {
                code: 'advice.gate-state',
                fact: term.measure.kind === 'fact' ? term.measure.name : term.text,
                state: 'gate-unmet',
              },
            ],
            assumptions: commonAssumptions(basis),
          } satisfies Advice,
        ];
  });
}

const withoutGate = (component: Component): Component => ({ ...component, gate: null });
