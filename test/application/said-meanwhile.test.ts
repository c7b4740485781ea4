import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import { DEFAULT_SETTINGS } from '#application/memory/settings.ts';
import { Decimal } from '#domain/money/decimal.ts';
import type { Outcome } from '#application/session/pane-session.ts';
import { Session } from '#application/session/session.ts';
import type { Step } from '#facts/run.ts';
import { Book, HEADER, type Rows, run, tools } from './memory-book.ts';

/**
 * The figures follow a changed sheet by themselves: what the user says while they do counts, as
 * does what was read, whichever of the two is there first.
 */
const OLD: Rows = [
  [...HEADER.slice(0, 4), '实付金额', '搞到哪步'],
  ['A1', '甲公司', '基础', '2025-02-10', '90万', '已签'],
  ['A2', '乙公司', '基础', '2025-03-10', '9.8', '已签'],
  ['A3', '乙公司', '基础', '2025-03-12', '50万', '已取消'],
  ['P1', '丁公司', '基础', '2025-12-20', '6万', '跟进中'],
];
const NEW: Rows = [...OLD, ['A4', '丙公司', '基础', '2025-04-10', '100万', '已签']];

const STEPS = ['read', 'understand', 'compute', 'highlight'] as const satisfies readonly Step[];

interface Saying {
  readonly say: (session: Session, view: AnalysisView) => Promise<Outcome>;
  readonly net: number;
}
const SAYINGS: Readonly<Record<string, Saying>> = {
  answer: {
    say: (session, view) => {
      const [question] = view.questionGroups[0]?.questions ?? [];
      const wan = question?.choices.find(
        (choice) => choice.kind === 'amount' && choice.amount === 98_000_00,
      );
      return session.answer({ [question?.key ?? '']: wan?.id ?? '' });
    },
    net: 1_998_000_00,
  },
  mapHeader: {
    say: (session) => session.mapHeader({ header: '搞到哪步', field: null }),
    net: 2_460_000_00,
  },
};

async function analyzed(book: Book): Promise<{ session: Session; view: AnalysisView }> {
  const session = new Session(book, tools);
  await session.look();
  return { session, view: viewOf(await session.analyze(DEFAULT_SETTINGS, run)) };
}

function viewOf(outcome: Outcome): AnalysisView {
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

const CASES = STEPS.flatMap((step) =>
  Object.entries(SAYINGS).map(([name, saying]) => ({ step, name, ...saying })),
);

test.each(CASES)('$name while a run is at “$step” counts in it', async ({ step, say, net }) => {
  const book = new Book(OLD);
  const { session, view } = await analyzed(book);
  book.rows = NEW;
  let said: Promise<Outcome> | null = null;
  const followed = await session.analyze(DEFAULT_SETTINGS, {
    ...run,
    step: (at) => {
      if (at === step) said ??= say(session, view);
    },
  });
  await said;
  const finished = viewOf(await session.finish());
  const fresh = await analyzed(book);
  expect([viewOf(followed).netSales, finished.netSales]).toEqual([net, net]);
  expect(finished.advice).toEqual(fresh.view.advice);
  expect(finished.total).toBe(fresh.view.total);
});

test.each(CASES)('$name is not undone by colours that a run at “$step” lays on', async (given) => {
  const { step, say } = given;
  const book = new Book(OLD);
  const { session, view } = await analyzed(book);
  book.rows = NEW;
  const slow = new Promise<void>((resolve) => setTimeout(resolve, 20));
  book.pauses.push(slow);
  let said: Promise<Outcome> | null = null;
  await session.analyze(DEFAULT_SETTINGS, {
    ...run,
    step: (at) => {
      if (at === step) said ??= say(session, view).then(() => session.finish());
    },
  });
  await said;
  await slow;
  const { fills } = book;
  await analyzed(book);
  expect(fills).toEqual(book.fills);
});

test.each(STEPS)('what is supposed while a run is at “%s” holds in it', async (step) => {
  const book = new Book(OLD);
  const { session, view } = await analyzed(book);
  book.rows = NEW;
  const [deal = -1] = view.pending;
  const probabilities = new Map([[view.dealKeys.get(deal) ?? '', new Decimal('0.9')]]);
  let said: Promise<Outcome> | null = null;
  await session.analyze(DEFAULT_SETTINGS, {
    ...run,
    step: (at) => {
      if (at === step) said ??= session.suppose({ probabilities });
    },
  });
  await said;
  const [forecast] = session.lastAnalysis?.forecast.deals ?? [];
  expect(forecast?.probability?.toString()).toBe('0.9');
});

test.each(STEPS)('a review begun while a run is at “%s” is of one reading', async (step) => {
  const page = async (book: Book, write: (session: Session) => Promise<unknown>) => {
    const { session } = await analyzed(book);
    await write(session);
    return JSON.stringify(book.pages);
  };
  const pages = await Promise.all(
    [OLD, NEW].map((rows) => page(new Book(rows), (session) => session.writeReview('zh-CN'))),
  );
  const book = new Book(OLD);
  const begun = await page(book, async (session) => {
    book.rows = NEW;
    let written: Promise<unknown> | null = null;
    await session.analyze(DEFAULT_SETTINGS, {
      ...run,
      step: (at) => {
        if (at === step) written ??= session.writeReview('zh-CN');
      },
    });
    await written;
  });
  // By number: pages are long to print.
  expect(pages.indexOf(begun)).toBeGreaterThanOrEqual(0);
});

test.each(STEPS)('what is forgotten while a run is at “%s” stays forgotten', async (step) => {
  const book = new Book(OLD);
  const { session } = await analyzed(book);
  book.rows = NEW;
  let forgot: Promise<unknown> | null = null;
  const settings = { ...DEFAULT_SETTINGS, yearStart: 4 };
  const left = await session
    .analyze(settings, {
      ...run,
      step: (at) => {
        if (at === step) forgot ??= session.forgetKept();
      },
    })
    .catch((error: unknown) => error);
  await forgot;
  expect(left).toMatchObject({ name: 'AbortError' });
  expect([book.fills, [...book.texts.values()].filter((text) => text !== '')]).toEqual([[], []]);
  expect(session.lastAnalysis).toBeNull();
  expect((await analyzed(book)).view.netSales).toBe(1_900_000_00);
});

describe('a run that is undone', () => {
  const likely = (view: AnalysisView) => {
    const [deal = -1] = view.pending;
    return { probabilities: new Map([[view.dealKeys.get(deal) ?? '', new Decimal('0.9')]]) };
  };
  const chanceIn = (session: Session): string | undefined =>
    session.lastAnalysis?.forecast.deals[0]?.probability?.toString();

  test.each<readonly [string, 'before' | 'after', 'nothing' | 'likely']>([
    ['what was supposed since', 'after', 'likely'],
    ['what is supposed no more', 'before', 'nothing'],
  ])('leaves figures with %s', async (_, when, now) => {
    const book = new Book(OLD);
    const { session, view } = await analyzed(book);
    const first = chanceIn(session);
    if (when === 'before') await session.suppose(likely(view));
    book.rows = NEW;
    await session.analyze(DEFAULT_SETTINGS, run);
    await session.suppose(now === 'likely' ? likely(view) : {});
    const { view: shown } = await session.undoRun();
    expect(chanceIn(session)).toBe(now === 'likely' ? '0.9' : first);
    expect(first).not.toBe('0.9');
    expect(shown?.netSales).toBe(view.netSales);
    const again = viewOf(await session.suppose(now === 'likely' ? likely(view) : {}));
    expect(again.advice).toEqual(shown?.advice);
  });
});
