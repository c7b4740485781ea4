/** @jest-environment jsdom */
import { Refusal } from '#domain/refusal.ts';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import { answersToGroup } from '#application/analyze/question-groups.ts';
import { viewOf } from '#application/analyze/view-of-analysis.ts';
import { analyze } from '#application/analyze/analyze.ts';
import type { Outcome, PaneSession, RunOptions } from '#application/session/pane-session.ts';
import { DEFAULT_SETTINGS } from '#application/memory/settings.ts';
import { readOrders } from '#application/read/read-orders.ts';
import type { Ledger } from '#domain/ledger/ledger.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import type { Sheet } from '#domain/sheet.ts';
import { pane as words } from '#i18n/zh-CN/pane.ts';
import { templateWords } from '#i18n/zh-CN/template.ts';
import type { PaneServices } from '#taskpane/pane-services.ts';
import { Pane } from '#taskpane/shell/Pane.tsx';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
// What jsdom lacks and Fluent asks for.
Object.assign(globalThis, {
  ResizeObserver: class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
});

const ROWS = [
  ['订单号', '客户', '产品类别', '签约日期', '实付金额', '状态'],
  ['A1', '甲公司', '基础', '2025-02-10', '45万', '已签'],
  ['A2', '乙公司', '基础', '2025-03-10', '9.8', '已签'],
  ['A3', '乙公司', '基础', '2025-03-11', '7.5', '已签'],
];
const SHEET: Sheet = {
  name: '订单',
  rowCount: ROWS.length,
  columns: ROWS[0]?.map((_, column) => ROWS.map((row) => row[column] ?? null)) ?? [],
};

const ledgerWith = (answers: { readonly [key: string]: string }): Ledger =>
  readOrders([SHEET], { answers, policy: examplePolicy });

function answerTo(answers: { readonly [key: string]: string }): AnalysisView {
  const analysis = analyze({
    ledger: ledgerWith(answers),
    policy: undefined,
    asOf: null,
    yearStart: null,
    nearShare: 0.1,
  });
  if (!analysis.ok) throw new Error(analysis.error.code);
  return viewOf(analysis.value, '台账.xlsx', null);
}

const LOOK = {
  title: '台账.xlsx',
  sheets: [],
  orderSheet: { name: '订单', rowCount: 4, columnCount: 6, hidden: false, ours: false },
  policySheet: null,
  ruleSheets: [],
  settings: DEFAULT_SETTINGS,
};
const never = (): Promise<never> => Promise.reject(new Error('not asked for here'));

interface Stage {
  readonly root: Root;
  readonly box: HTMLElement;
  /** Ends the run that is under way. */
  end(outcome: Outcome | Error): Promise<void>;
  run(): RunOptions;
  readonly calls: string[];
}

let stage: Stage;

async function open(
  changes: Partial<PaneSession> = {},
  orderSheet: typeof LOOK.orderSheet | null = LOOK.orderSheet,
): Promise<void> {
  const box = document.body.appendChild(document.createElement('div'));
  const calls: string[] = [];
  let settle: { resolve: (outcome: Outcome) => void; reject: (error: Error) => void } | null = null;
  let options: RunOptions | null = null;
  let answers: { readonly [key: string]: string } = {};
  const session: PaneSession = {
    look: () => Promise.resolve({ ...LOOK, orderSheet }),
    analyze: (_, given) => {
      options = given;
      return new Promise((resolve, reject) => {
        settle = { resolve, reject };
      });
    },
    answer: (given) => {
      answers = Object.fromEntries(
        Object.entries({ ...answers, ...given }).filter(
          (entry): entry is [string, string] => entry[1] !== null,
        ),
      );
      return Promise.resolve({ ok: true, value: answerTo(answers) });
    },
    answerGroup: async (answer) => {
      const given = answersToGroup(ledgerWith(answers).questions, answer);
      return { keys: Object.keys(given), outcome: await session.answer(given) };
    },
    finish: () => Promise.resolve({ ok: true, value: answerTo(answers) }),
    rowMeaning: never,
    mapHeader: never,
    suppose: never,
    whatIf: never,
    tryPolicy: never,
    writePolicy: never,
    writeExample: (kind) => {
      calls.push(kind);
      return Promise.resolve('返点政策');
    },
    reconcile: never,
    answersGiven: () => Promise.resolve(answers),
    writeReview: () => {
      calls.push('review');
      return Promise.resolve('返点复盘 2025Q1');
    },
    clearHighlights: () => {
      calls.push('clear');
      return Promise.resolve();
    },
    undoRun: () => Promise.resolve({ undone: false, view: null }),
    forgetKept: () => {
      calls.push('forget');
      return session.look();
    },
    ...changes,
  };
  const services: PaneServices = {
    session,
    host: {
      kind: 'browser',
      about: { version: '1.0.0', platform: 'test' },
      selectRow: (sheet, row) => {
        calls.push(`select ${sheet} ${row}`);
        return Promise.resolve();
      },
      openSample: () => {
        calls.push('sample');
        return Promise.resolve();
      },
      openTemplate: () => Promise.resolve(),
      copyText: (text) => {
        calls.push(`copy ${text}`);
        return Promise.resolve();
      },
    },
  };
  const root = createRoot(box);
  stage = {
    root,
    box,
    calls,
    run: () => options as RunOptions,
    end: (outcome) =>
      act(async () => {
        if (outcome instanceof Error) settle?.reject(outcome);
        else settle?.resolve(outcome);
        await Promise.resolve();
      }),
  };
  await act(async () => {
    root.render(
      <Pane services={services} language="zh-CN" isDark={false} onLanguage={() => undefined} />,
    );
  });
}

afterEach(async () => {
  await act(async () => {
    stage.root.unmount();
  });
  document.body.replaceChildren();
});

const button = (name: string): HTMLButtonElement => {
  const found = [...stage.box.querySelectorAll('button')].find(
    (each) => each.textContent === name || each.getAttribute('aria-label') === name,
  );
  if (!found) throw new Error(`no button "${name}" in: ${stage.box.textContent}`);
  return found;
};
const press = (name: string): Promise<void> =>
  act(async () => {
    button(name).click();
  });
const text = (): string => stage.box.textContent ?? '';

describe('first run', () => {
  it('says what it found and offers one thing to do', async () => {
    await open();
    expect(text()).toContain('找到订单表：订单，4 行');
    expect(button(words.actions.analyze).getAttribute('aria-disabled')).not.toBe('true');
  });

  it('says why nothing can be analyzed', async () => {
    await open({}, null);
    expect(button(words.actions.analyze).title).toBe(words.firstRun.noSheetReason);
  });

  it('writes an example policy of the kind that is picked', async () => {
    await open();
    await press(words.firstRun.policy);
    await act(() => import('#taskpane/policy/PolicyKinds.tsx'));
    await press(templateWords.examples.kinds.growth);
    expect(text()).toContain(words.firstRun.policyWritten('返点政策'));
  });
});

describe('a run', () => {
  it('shows what it does and how far it is', async () => {
    await open();
    await press(words.actions.analyze);
    await act(async () => stage.run().step('read', 1200, 4800));
    expect(text()).toContain('1,200 / 4,800 行');
  });

  it('is left at once while it computes', async () => {
    await open();
    await press(words.actions.analyze);
    await act(async () => stage.run().step('compute', 0, null));
    await press(words.actions.cancel);
    expect(stage.run().signal.aborted).toBe(true);
    expect(text()).toContain(words.firstRun.purpose);
  });

  it('is waited for while it writes', async () => {
    await open();
    await press(words.actions.analyze);
    await act(async () => stage.run().step('highlight', 1, 2));
    await press(words.actions.cancel);
    expect(text()).toContain(words.running.stopping);
    await stage.end(Object.assign(new Error('stopped'), { name: 'AbortError' }));
    expect(text()).toContain(words.firstRun.purpose);
  });

  it('does not show a view that comes after it was left', async () => {
    await open();
    await press(words.actions.analyze);
    await press(words.actions.cancel);
    await stage.end({ ok: true, value: answerTo({}) });
    expect(text()).toContain(words.firstRun.purpose);
  });

  it('says what failed, and can be tried again', async () => {
    await open();
    await press(words.actions.analyze);
    await stage.end({ ok: false, error: { code: 'run.no-order-sheet' } });
    expect(text()).toContain('没有带订单号、日期和金额表头的表');
    await press(words.actions.retry);
    expect(text()).toContain(words.running.read);
  });
});

describe('the answer', () => {
  const ready = async (changes: Partial<PaneSession> = {}): Promise<void> => {
    await open(changes);
    await press(words.actions.analyze);
    await stage.end({ ok: true, value: answerTo({}) });
  };

  it('gives the figures', async () => {
    await ready();
    expect(text()).toContain('¥50,000.00');
    expect(text()).toContain(words.needs.questions(2));
  });

  it('takes one answer for all alike, moves the totals, and takes it back', async () => {
    await ready();
    await press(words.needs.questions(2));
    // 9.8 and 7.5 万: 98,000 and 75,000 more than the 450,000 that are clear; 4 % of 623,000.
    await press('¥98,000.00');
    expect(text()).toContain('¥24,920.00');
    expect(text()).toContain(words.questions.answered(2));
    await press(words.questions.undoLast(2));
    expect(text()).toContain(words.needs.questions(2));
  });

  it('writes the review and says where', async () => {
    await ready();
    await press(words.actions.writeReview);
    expect(stage.calls).toContain('review');
    expect(text()).toContain(words.review.written('返点复盘 2025Q1'));
  });

  it('copies diagnostics that hold nothing of the user’s', async () => {
    await ready();
    await press(words.actions.more);
    await press(words.actions.copyDiagnostics);
    const copied = stage.calls.find((call) => call.startsWith('copy')) ?? '';
    expect(copied).toContain('"version": "1.0.0"');
    for (const own of ['甲公司', '乙公司', 'A1', '450000', '45000000', '订单', '台账'])
      expect(copied).not.toContain(own);
  });

  it('forgets what the workbook keeps, and begins anew', async () => {
    await ready();
    await press(words.actions.settings);
    await act(() => import('#taskpane/settings/SettingsPage.tsx'));
    await press(words.settings.forget);
    expect(stage.calls).toContain('forget');
    expect(text()).toContain('找到订单表：订单，4 行');
  });

  it('shows a failure of an action without losing the answer', async () => {
    await ready({
      clearHighlights: () => Promise.reject(new Refusal({ code: 'run.nothing-analyzed' })),
    });
    await press(words.actions.more);
    await press(words.actions.clearHighlights);
    expect(text()).toContain('请先分析订单表');
    expect(text()).toContain('¥50,000.00');
  });
});
