import { say } from '#i18n/say/say.ts';
import { harborOrders } from '../fixtures/ledgers/harbor-orders.ts';
import { twoQuarters } from '../fixtures/ledgers/two-quarters.ts';
import { vendorExport } from '../fixtures/ledgers/vendor-export.ts';
import { yunfanQ1 } from '../fixtures/ledgers/yunfan-q1.ts';
import { read } from '../domain/ledger/told-rows.ts';

const ledgers = [
  read([yunfanQ1.sheet]),
  read([harborOrders.sheet]),
  read([vendorExport.sheet]),
  read(twoQuarters),
  read([]),
];
const facts = ledgers.flatMap(({ report, remarks, questions, warnings }) => [
  ...report,
  ...remarks.values(),
  ...questions.map(({ fact }) => fact),
  ...warnings.map(({ fact }) => fact),
]);

test.each(['zh-CN', 'en-US'] as const)(
  'everything that reading messy ledgers finds is said in a sentence: %s',
  (language) => {
    const said = facts.map((fact) => [fact.code, say(fact, language)] as const);
    expect(said.length).toBeGreaterThan(60);
    for (const [code, sentence] of said) {
      expect(sentence).not.toBe(code);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|null/);
      expect(sentence).toMatch(/[。？.?]$/);
    }
  },
);
