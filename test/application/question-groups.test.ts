import { leftOutView } from '#application/analyze/left-out-view.ts';
import { answersToGroup, questionGroups } from '#application/analyze/question-groups.ts';
import { readOrders } from '#application/read/read-orders.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import { amountChoice, dateChoice } from '#domain/ledger/row-question.ts';
import type { Question, QuestionChoice } from '#domain/ledger/ledger.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';

const question = (key: string, choices: readonly QuestionChoice[]): Question => ({
  key,
  reason: choices[0]?.kind === 'date' ? 'date' : 'amount',
  indices: [1, 2],
  sheet: '订单',
  row: 2,
  cell: 'E2',
  typed: '',
  fact: { code: 'ledger.date-ambiguous' },
  choices: [...choices, { id: 'leave-out', kind: 'leave-out' }],
  alike: 'alike',
});
const april = dateChoice(dateOf(2025, 4, 3));
const march = dateChoice(dateOf(2025, 3, 4));
const june = dateChoice(dateOf(2025, 6, 5));
const may = dateChoice(dateOf(2025, 5, 6));

it('reads dates alike in the same way, not as the same day', () => {
  const questions = [question('a', [march, april]), question('b', [may, june])];
  expect(
    answersToGroup(questions, {
      group: 'alike',
      except: [],
      choice: { id: april.id, kind: 'date', place: { at: 1, of: 2 } },
    }),
  ).toEqual({ a: april.id, b: june.id });
});

it('leaves asked what offers another number of dates, or not this reading of an amount', () => {
  const questions = [
    question('a', [march, april]),
    question('b', [may]),
    question('c', [amountChoice('wan', 980_000_00 as never)]),
  ];
  const answer = (choice: Parameters<typeof answersToGroup>[1]['choice']) =>
    answersToGroup(questions, { group: null, except: [], choice });
  expect(answer({ id: april.id, kind: 'date', place: { at: 1, of: 2 } })).toEqual({ a: april.id });
  expect(answer({ id: 'yuan', kind: 'amount', place: null })).toEqual({});
  expect(answer({ id: 'wan', kind: 'amount', place: null })).toEqual({ c: 'wan' });
});

it('leaves out all the rest at once, but those that are spared', () => {
  const questions = [question('a', [march]), question('b', [may])];
  expect(
    answersToGroup(questions, {
      group: null,
      except: ['b'],
      choice: { id: 'leave-out', kind: 'leave-out', place: null },
    }),
  ).toEqual({ a: 'leave-out' });
});

it('counts all questions of a group and the rows that wait, and lists the first', () => {
  const [group] = questionGroups(Array.from({ length: 300 }, (_, at) => question(`${at}`, [may])));
  expect([group?.count, group?.rows, group?.questions.length]).toEqual([300, 600, 100]);
});

it('counts all rows left out of a sheet and lists the first', () => {
  const rows = [
    ['订单号', '客户', '产品', '产品类别', '签约日期', '实付金额', '状态'],
    ...Array.from({ length: 300 }, (_, at) => [
      `V${at}`,
      '甲公司',
      '云服务器',
      '基础',
      '2025-02-10',
      1,
      '已作废',
    ]),
  ];
  const sheet = {
    name: '订单',
    rowCount: rows.length,
    columns: (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null)),
  };
  const [group] = leftOutView(readOrders([sheet], { policy: examplePolicy }));
  expect([group?.kind, group?.count, group?.rows.length]).toEqual(['void', 300, 200]);
});
