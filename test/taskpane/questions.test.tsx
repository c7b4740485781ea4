/** @jest-environment jsdom */
import { rowMeaning } from '#application/analyze/left-out-view.ts';
import { answersToGroup, questionGroups } from '#application/analyze/question-groups.ts';
import { readOrders } from '#application/read/read-orders.ts';
import type { Answers, Ledger } from '#domain/ledger/ledger.ts';
import type { Language } from '#domain/language.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import { pane as english } from '#i18n/en-US/pane.ts';
import { pane as words } from '#i18n/zh-CN/pane.ts';
import type { Answered } from '#taskpane/pane-state.ts';
import { Questions } from '#taskpane/questions/Questions.tsx';
import { ReadingReport } from '#taskpane/questions/ReadingReport.tsx';
import { Rendered } from './rendered.tsx';
import { type Rows, sheetOf, viewOfRows } from './view-of-rows.ts';

const HEADER = ['订单号', '客户', '产品', '产品类别', '签约日期', '实付金额', '状态'];
const read = (rows: Rows, answers: Answers = {}): Ledger =>
  readOrders([sheetOf('订单', [HEADER, ...rows])], { answers, policy: examplePolicy });
const sales = (ledger: Ledger): number =>
  ledger.amount.reduce((sum, fen, at) => sum + (ledger.kind[at] === 1 ? fen : 0), 0);

let shown: Rendered;
afterEach(() => shown.close());

/** A ledger whose questions are answered as the pane's clicks say. */
async function ask(rows: Rows, language: Language = 'zh-CN') {
  let answers: { [key: string]: string } = {};
  let answered: Answered = [];
  const clicks = { count: 0 };
  const draw = async (): Promise<void> => {
    const { questions } = read(rows, answers);
    const part = (
      <Questions
        groups={questionGroups(questions)}
        total={questions.length}
        answered={answered}
        onAnswer={(given) => {
          const taken = Object.entries(given).filter(([, id]) => id !== null);
          answers = Object.fromEntries(
            Object.entries({ ...answers, ...given }).filter(
              (entry): entry is [string, string] => entry[1] !== null,
            ),
          );
          answered = taken.length > 0 ? [...answered, taken.map(([key]) => key)] : [];
        }}
        onAnswerGroup={(answer) => {
          const given = answersToGroup(questions, answer);
          answers = { ...answers, ...given };
          answered = [...answered, Object.keys(given)];
        }}
        onShow={() => {}}
      />
    );
    if (clicks.count === 0) shown = await Rendered.of(part, language);
    else await shown.show(part);
  };
  await draw();
  const press = async (name: string | RegExp): Promise<void> => {
    clicks.count += 1;
    await shown.press(name);
    await draw();
  };
  return { press, clicks, draw, ledger: () => read(rows, answers), given: () => answers };
}

const PRODUCTS: Rows = Array.from({ length: 30 }, (_, at) => [
  `A${at}`,
  '甲公司',
  `魔方${at}号`,
  null,
  '2025-02-10',
  1000,
  '已签',
]);

describe('products that nobody knows', () => {
  it.each([
    ['zh-CN', '安全'],
    ['en-US', 'Security'],
  ] as const)(
    'are settled together with one press, and asked again after undo: %s',
    async (language, name) => {
      const { press, clicks, ledger } = await ask(PRODUCTS, language);
      expect(ledger().questions).toHaveLength(30);
      await press(name);
      expect(ledger().questions).toEqual([]);
      expect(sales(ledger())).toBe(30 * 1000_00);
      expect(clicks.count).toBeLessThanOrEqual(5);
      await press((language === 'zh-CN' ? words : english).questions.undoLast(30));
      expect(ledger().questions).toHaveLength(30);
    },
  );

  it('leave out of the common answer what is not ticked', async () => {
    const { press, ledger } = await ask(PRODUCTS);
    const box = [...shown.box.querySelectorAll<HTMLInputElement>('input[type=checkbox]')][3];
    await shown.click(box as HTMLElement);
    await press('安全');
    expect(ledger().questions.map(({ typed }) => typed)).toEqual(['魔方3号']);
  });

  it('take a category that nobody offered', async () => {
    const { draw, ledger } = await ask(PRODUCTS);
    const field = [...shown.box.querySelectorAll('input')].at(-1);
    await shown.type(field?.getAttribute('aria-label') ?? '', '量子');
    await shown.press(words.questions.take);
    await draw();
    expect(ledger().questions).toEqual([]);
    expect(ledger().categories).toContain('量子');
  });
});

describe('an amount that cannot be read', () => {
  const OPEN: Rows = [['A1', '甲公司', '云服务器', '基础', '2025-02-10', '约3200', '已签']];

  it('is typed as it would stand in a cell', async () => {
    const { draw, ledger, given } = await ask(OPEN);
    const label = shown.box.querySelector('input')?.getAttribute('aria-label') ?? '';
    await shown.type(label, 'about twelve');
    await shown.press(words.questions.take);
    expect(shown.text).toContain(words.questions.unreadable.amount);
    expect(given()).toEqual({});
    for (const foreign of ['$3,200', '9.8万元左右', '']) {
      await shown.type(label, foreign);
      await shown.press(words.questions.take);
      expect(given()).toEqual({});
    }
    await shown.type(label, '1.25万');
    await shown.press(words.questions.take);
    await draw();
    expect(sales(ledger())).toBe(12_500_00);
  });
});

describe('what was left out', () => {
  const TWICE: Rows = [
    HEADER,
    ['A1', '甲公司', '云服务器', '基础', '2025-02-10', 1000, '已签'],
    ['A1', '甲公司', '云服务器', '基础', '2025-02-10', 1000, '已签'],
    ['A2', '乙公司', '云服务器', '基础', '2025-02-11', 500, '已作废'],
  ];

  const open = async (answers: Answers, language: Language = 'zh-CN') => {
    const given: { [key: string]: string | null }[] = [];
    const shownRows: string[] = [];
    let tell: (sheet: string, row: number) => void = () => {};
    shown = await Rendered.of(
      <ReadingReport
        view={viewOfRows(TWICE, POLICY, { answers })}
        onAnswer={(answer) => given.push(answer)}
        onShow={(sheet, row) => shownRows.push(`${sheet} ${row}`)}
        onRowSelected={(told) => {
          tell = told;
          return () => {};
        }}
        rowMeaning={(sheet, row) =>
          Promise.resolve(rowMeaning(read(TWICE.slice(1), answers), sheet, row))
        }
      />,
      language,
    );
    return { given, shownRows, select: (row: number) => shown.act(() => tell('订单', row)) };
  };
  const POLICY: Rows = [
    ['返点项', '门槛', '比例'],
    ['基础', 0, '5%'],
  ];

  it('is listed by kind with its place and why, and can be counted after all', async () => {
    const { given, shownRows } = await open({});
    expect(shown.text).toContain('订单 · 重复 1 行');
    expect(shown.text).toContain('订单 · 作废 1 行');
    expect(shown.text).toContain('与“订单”第 2 行是同一笔');
    await shown.press('第 3 行');
    expect(shownRows).toEqual(['订单 3']);
    await shown.press(`${words.rows.countIt} 第 3 行`);
    const before = viewOfRows(TWICE, POLICY);
    const after = viewOfRows(TWICE, POLICY, { answers: given[0] as Answers });
    expect([before.netSales, after.netSales]).toEqual([1000_00, 2000_00]);
  });

  it('says what a row selected in the sheet is', async () => {
    const { select } = await open({});
    expect(shown.text).toContain(words.rows.selectHint);
    await select(4);
    expect(shown.text).toContain(`第 4 行 · ${words.rows.kinds.void} A2 · 乙公司`);
    await select(2);
    expect(shown.text).toContain(`第 2 行 · ${words.rows.kinds.order} A1`);
  });

  it('names the same rows in English', async () => {
    await open({}, 'en-US');
    expect(shown.text).toContain(english.rows.leftOut('订单', english.rows.kinds.duplicate, 1));
  });
});
