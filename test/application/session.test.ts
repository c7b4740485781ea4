import { Refusal } from '#domain/refusal.ts';
import { Session } from '#application/session/session.ts';
import { DEFAULT_SETTINGS } from '#application/memory/settings.ts';
import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import { typedPolicy } from '#domain/policy/typed-policy.ts';
import { parseIsoDate } from '#domain/calendar/local-date.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { fen } from '#domain/money/fen.ts';
import type { LedgerField } from '#domain/reading/ledger-fields.ts';
import { Book, HEADER, ORDERS, type Rows, run, sheetOf, tools } from './memory-book.ts';

async function analyzed(
  book: Book,
  before?: Session,
): Promise<{ readonly session: Session; readonly view: AnalysisView }> {
  const session = before ?? new Session(book, tools);
  await session.look();
  const outcome = await session.analyze(DEFAULT_SETTINGS, run);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return { session, view: outcome.value };
}

const base = (view: AnalysisView) =>
  view.windows.find((window) => window.component.name === '基础' && window.period.label === '2025');

describe('a run', () => {
  it('answers with the figures of the year', async () => {
    const { view } = await analyzed(new Book(ORDERS));
    // 1,500,000 × 4 % + 450,000 × 7 % on the first tier of 500,000.
    expect({ total: view.total, net: view.netSales, gap: base(view)?.gap }).toEqual({
      total: 91_500_00,
      net: 1_950_000_00,
      gap: 50_000_00,
    });
  });

  it(
    'colours the edge orders, and keeps the figures when the sheet refuses the ' + 'colours',
    async () => {
      const book = new Book(ORDERS);
      await analyzed(book);
      expect(book.fills.map(({ row }) => row)).toContain(5);
      book.refusal = new Refusal({ code: 'excel.protected' });
      const { view } = await analyzed(book);
      expect([view.notColoured, view.total]).toEqual([{ code: 'excel.protected' }, 91_500_00]);
    },
  );

  it('stops when it is told to, before anything is written', async () => {
    const book = new Book(ORDERS);
    const controller = new AbortController();
    const session = new Session(book, tools);
    const outcome = session.analyze(DEFAULT_SETTINGS, {
      signal: controller.signal,
      step: (step) => {
        if (step === 'compute') controller.abort();
      },
    });
    await expect(outcome).rejects.toMatchObject({ name: 'AbortError' });
    expect([book.fills, book.texts.size]).toEqual([[], 0]);
  });

  it('says that there is no order sheet', async () => {
    const session = new Session(
      new Book([
        ['随便', '写写'],
        ['a', 'b'],
      ]),
      tools,
    );
    expect(await session.analyze(DEFAULT_SETTINGS, run)).toEqual({
      ok: false,
      error: { code: 'run.no-order-sheet', headers: [] },
    });
  });

  it('asks what the columns of data alone hold, and reads them as told', async () => {
    const book = new Book(ORDERS.slice(1), [
      sheetOf('说明', [
        ['先看', '这里'],
        ['再看', '那里'],
      ]),
    ]);
    const session = new Session(book, tools);
    await session.look();
    const columns = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((letter) => `订单!${letter}`);
    expect(await session.analyze(DEFAULT_SETTINGS, run)).toMatchObject({
      ok: false,
      error: { code: 'run.no-order-sheet', headers: columns },
    });
    const said = [
      ['orderId', 'customer', 'category', 'signedOn', 'amount', 'status', 'probability', 'cost'],
      columns,
    ] as const;
    let outcome;
    for (const [at, header] of said[1].entries())
      outcome = await session.mapHeader({ header, field: said[0][at] as LedgerField });
    if (outcome?.ok !== true) throw new Error('not read');
    const { total, netSales } = outcome.value;
    expect([total, netSales]).toEqual([91_500_00, 1_950_000_00]);
    // Kept in the workbook: the next time nothing is asked.
    const { view } = await analyzed(book);
    expect(view.total).toBe(91_500_00);
  });

  it('works on the last day of the year, with a deal still pending', async () => {
    const { view } = await analyzed(
      new Book([...ORDERS, ['A5', '丁公司', '基础', '2025-12-31', 10000, '已签', null, null]]),
    );
    expect(view.windows.every((window) => !window.open)).toBe(true);
  });

  it('counts orders up to the day that is set, and keeps the setting in the workbook', async () => {
    const book = new Book(ORDERS);
    const session = new Session(book, tools);
    const asOf = parseIsoDate('2025-06-30') ?? null;
    const outcome = await session.analyze({ ...DEFAULT_SETTINGS, asOf }, run);
    expect(outcome.ok && outcome.value.total).toBe(67_500_00);
    expect((await new Session(book, tools).look()).settings.asOf).toBe(asOf);
  });
});

describe('what is different from the run before', () => {
  it('is nothing at first, and nothing when nothing changed', async () => {
    const book = new Book(ORDERS);
    const first = await analyzed(book);
    expect(first.view.changes).toBeNull();
    expect((await analyzed(book, first.session)).view.changes).toBeNull();
  });

  it('is the tier that a won deal reached', async () => {
    const book = new Book(ORDERS);
    const { session } = await analyzed(book);
    book.rows = ORDERS.map((row) => row.map((cell) => (cell === '跟进中' ? '已签' : cell)));
    const { view } = await analyzed(book, session);
    // 1,560,000 × 6 % + 450,000 × 10 %.
    expect([view.changes?.rebateBefore, view.changes?.rebateNow]).toEqual([91_500_00, 138_600_00]);
    expect(view.changes?.windows[0]).toMatchObject({ tierBefore: 1, tierNow: 2 });
  });

  it('is a refund, and by how much the tier holds', async () => {
    const book = new Book(ORDERS);
    const { session } = await analyzed(book);
    book.rows = [...ORDERS, ['A6', '甲公司', '基础', '2025-12-01', -30000, '已退款', null, null]];
    const { view } = await analyzed(book, session);
    expect(view.changes?.refunds).toEqual({ count: 1, amount: -30_000_00 });
    expect(view.changes?.windows[0]).toMatchObject({ tierNow: 1, cushionNow: 1_420_000_00 });
  });
});

describe('what the user says', () => {
  const UNCLEAR: Rows = [
    [...HEADER.slice(0, 4), '实付金额', '状态'],
    ['A1', '甲公司', '基础', '2025-02-10', '90万', '已签'],
    ['A2', '乙公司', '基础', '2025-03-10', '9.8', '已签'],
  ];

  it('answers a question without reading the sheet again, and takes the answer back', async () => {
    const book = new Book(UNCLEAR);
    const { session, view } = await analyzed(book);
    const [question] = view.questionGroups[0]?.questions ?? [];
    const wan = question?.choices.find(
      (choice) => choice.kind === 'amount' && choice.amount === 98_000_00,
    );
    const readings = book.readings;
    const answered = await session.answer({ [question?.key ?? '']: wan?.id ?? '' });
    expect(answered.ok && [answered.value.netSales, answered.value.questionCount]).toEqual([
      998_000_00, 0,
    ]);
    const back = await session.answer({ [question?.key ?? '']: null });
    expect(back.ok && [back.value.netSales, back.value.questionCount]).toEqual([900_000_00, 1]);
    expect(book.readings).toBe(readings);
  });

  it('changes the totals at once, and advice and colours when it is finished', async () => {
    const book = new Book(UNCLEAR);
    const { session, view } = await analyzed(book);
    const [question] = view.questionGroups[0]?.questions ?? [];
    const advised = JSON.stringify(view.advice);
    const answered = await session.answer({ [question?.key ?? '']: 'leave-out' });
    expect(answered.ok && JSON.stringify(answered.value.advice)).toBe(advised);
    const finished = await session.finish();
    expect(finished.ok && finished.value.questionCount).toBe(0);
    const { view: again } = await analyzed(book);
    expect(finished.ok && finished.value.advice).toEqual(again.advice);
    expect(finished.ok && finished.value.forecast).toEqual(again.forecast);
  });

  it('is forgotten with all else that the workbook keeps, and the colours go', async () => {
    const book = new Book(UNCLEAR);
    const { session, view } = await analyzed(book);
    const [question] = view.questionGroups[0]?.questions ?? [];
    await session.answer({ [question?.key ?? '']: 'leave-out' });
    await session.analyze({ ...DEFAULT_SETTINGS, yearStart: 4 }, run);
    await session.writeReview('zh-CN');
    const kept = (): readonly string[] =>
      [...book.texts].flatMap(([key, text]) => (text === '' ? [] : [key])).sort();
    expect(kept()).toEqual(['answers', 'review-policies', 'reviews', 'settings']);
    const look = await session.forgetKept();
    expect([kept(), book.fills, look.settings]).toEqual([[], [], DEFAULT_SETTINGS]);
    expect(await session.undoRun()).toEqual({ undone: false, view: null });
    const { view: again } = await analyzed(book, session);
    expect(again.questionCount).toBe(view.questionCount);
  });

  it('is remembered in the workbook', async () => {
    const book = new Book(UNCLEAR);
    const { session, view } = await analyzed(book);
    const [question] = view.questionGroups[0]?.questions ?? [];
    await session.answer({
      [question?.key ?? '']:
        question?.choices.find((choice) => choice.kind === 'leave-out')?.id ?? '',
    });
    expect((await analyzed(book)).view.questionCount).toBe(0);
  });

  it('maps a header that nobody recognised', async () => {
    const rows = ORDERS.map((row, index) =>
      index === 0 ? row.map((cell) => (cell === '实付金额(元)' ? '本单价码' : cell)) : row,
    );
    const book = new Book(rows);
    const session = new Session(book, tools);
    await session.look();
    await session.analyze(DEFAULT_SETTINGS, run);
    const mapped = await session.mapHeader({ header: '本单价码', field: 'amount' });
    expect(mapped.ok && mapped.value.netSales).toBe(1_950_000_00);
    expect((await analyzed(book)).view.netSales).toBe(1_950_000_00);
  });

  it('supposes that a deal is surer, and the advice follows', async () => {
    const { session, view } = await analyzed(new Book(ORDERS));
    const [deal] = view.pending;
    const chance = (of: AnalysisView) =>
      of.advice.find((advice) => advice.kind === 'pull-in')?.probability?.toString();
    const sure = await session.suppose({
      discount: null,
      probabilities: new Map([[view.dealKeys.get(deal ?? -1) ?? '', new Decimal('0.9')]]),
    });
    expect([chance(view), sure.ok && chance(sure.value)]).toEqual(['0.5', '0.9']);
  });

  describe('what is supposed, when the sheet is read again,', () => {
    const chancesOf = (session: Session): readonly (readonly [string, string | undefined])[] =>
      (session.lastAnalysis?.forecast.deals ?? []).map(({ orderId, probability }) => [
        orderId,
        probability?.toString(),
      ]);
    const supposing = async (book: Book, ids: readonly string[]): Promise<Session> => {
      const { session, view } = await analyzed(book);
      const deals = view.pending.filter((deal) =>
        ids.includes(view.orders.get(deal)?.orderId ?? ''),
      );
      expect(deals).toHaveLength(1);
      await session.suppose({
        probabilities: new Map(
          deals.map((deal) => [view.dealKeys.get(deal) ?? '', new Decimal('0.9')]),
        ),
      });
      return session;
    };

    it('holds of the same deal, wherever its row has gone', async () => {
      const book = new Book(ORDERS);
      const session = await supposing(book, ['A4']);
      const [header = [], ...orders] = ORDERS;
      book.rows = [
        header,
        ['A0', '丁公司', '基础', '2025-01-10', 10000, '已签', null, null],
        ['A9', '戊公司', '基础', '2025-12-21', 60000, '跟进中', '20%', 1000],
        ...orders,
      ];
      await analyzed(book, session);
      expect(chancesOf(session)).toEqual([
        ['A9', '0.2'],
        ['A4', '0.9'],
      ]);
    });

    it('falls away where two deals have its number by now', async () => {
      const book = new Book(ORDERS);
      const session = await supposing(book, ['A4']);
      book.rows = [...ORDERS, ['A4', '戊公司', '基础', '2025-12-21', 61000, '跟进中', '20%', 1000]];
      await analyzed(book, session);
      expect(chancesOf(session)).toEqual([
        ['A4', '0.5'],
        ['A4', '0.2'],
      ]);
    });
  });

  it('pools with a partner, and the advice says what that is worth', async () => {
    const { session, view } = await analyzed(new Book(ORDERS));
    expect(view.advice.some((advice) => advice.kind === 'pool')).toBe(false);
    const pooled = await session.suppose({
      partners: [{ name: '华南分部', sales: [{ category: '基础', amount: fen(50_000_00) }] }],
    });
    // Together 2,000,000: 1,550,000 × 6 % + 450,000 × 10 % − 91,500; alone 50,000 earn nothing.
    expect(pooled.ok && pooled.value.advice.find((advice) => advice.kind === 'pool')?.yuan).toBe(
      46_500_00,
    );
  });

  it('asks what a pending deal would bring', async () => {
    const { session, view } = await analyzed(new Book(ORDERS));
    const deals = view.pending.map((order) => ({ order, probability: new Decimal('0.5') }));
    const plain = await session.whatIf({ deals, discount: new Decimal(0) });
    expect(plain).toMatchObject({
      sales: 60_000_00,
      gain: 47_100_00,
      cost: 1_000_00,
      net: 46_100_00,
    });
    // 10 % off: 54,000 still reach the tier. 1,554,000 × 6 % + 450,000 × 10 % − 91,500.
    const cheaper = await session.whatIf({ deals, discount: new Decimal('0.1') });
    expect(cheaper).toMatchObject({ sales: 54_000_00, gain: 46_740_00, cost: 7_000_00 });
  });

  it('tries a policy, and writes it beside a policy of the user’s own', async () => {
    const policy = sheetOf('返点政策', [
      ['返点项', '适用类别', '门槛', '比例'],
      ['全部产品', '全部', 500000, 0.05],
    ]);
    const book = new Book(ORDERS, [policy]);
    const { session, view } = await analyzed(book);
    expect(view.total).toBe(97_500_00);
    const draft = typedPolicy(view.policy, 'zh-CN');
    const rate = draft.columns.indexOf('rate');
    const trial = await session.tryPolicy(
      {
        ...draft,
        rows: draft.rows.map((row) => row.map((text, column) => (column === rate ? '6%' : text))),
      },
      'zh-CN',
    );
    expect([trial.before, trial.after, trial.movedCount]).toEqual([97_500_00, 117_000_00, 3]);
    expect(await session.writePolicy(draft, 'zh-CN')).toBe('返点政策 草稿');
  });
});

describe('undo', () => {
  it('gives the view and the colours of the run before', async () => {
    const book = new Book(ORDERS);
    const { session, view } = await analyzed(book);
    const fills = book.fills;
    book.rows = [...ORDERS, ['A7', '戊公司', '基础', '2025-12-02', 800000, '已签', null, null]];
    await analyzed(book, session);
    expect(await session.undoRun()).toEqual({ undone: true, view });
    expect(book.fills).toEqual(fills);
    expect(await session.undoRun()).toEqual({ undone: true, view: null });
    expect(book.fills).toEqual([]);
    expect(await session.undoRun()).toEqual({ undone: false, view: null });
  });
});

it('writes nothing before a run', async () => {
  await expect(new Session(new Book(ORDERS), tools).writeReview('zh-CN')).rejects.toMatchObject({
    fact: { code: 'run.nothing-analyzed' },
  });
});
