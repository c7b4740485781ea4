import { readFileSync } from 'node:fs';
import { pace, type Preparations } from '../../src/livesheet/paced-engine.ts';

// The grid's own code wants a page.
jest.mock('@univerjs/preset-sheets-core', () => ({}));

type Trees = Parameters<Preparations['_registerFeatureFormulas']>[0];

/** An engine that takes some time for each formula, on a clock of its own. */
function engine(clock: { now: number }) {
  const order: string[] = [];
  const spend = (what: string): void => {
    clock.now += 1;
    order.push(what);
  };
  const fake = {
    _currentConfigService: { isForceCalculate: () => true },
    _dependencyManagerService: {
      reset: () => order.push('reset'),
      addDependencyRTreeCache: ({ row }: { row: number }) => spend(`kept ${row}`),
    },
    _runtimeService: { setCurrent: () => undefined },
    _executedAddressFunctionNodeIds: { clear: () => order.push('no addresses') },
    _registerFormulas: (
      [unit]: readonly string[],
      formulas: Record<string, Record<string, Record<string, Record<string, { f: string }>>>>,
      _: object,
      to: Trees,
    ) => {
      const rows = formulas[unit!]!['sheet']!;
      order.push(`took ${Object.keys(rows).join(',')}`);
      for (const [row, cells] of Object.entries(rows))
        for (const { f } of Object.values(cells))
          to.push({
            formula: f,
            row: Number(row),
            isVirtual: false,
            isCache: false,
            isDirty: false,
            addressFunctionNodes: [],
            pushRangeList: (ranges: unknown) => order.push(`${row} rests on ${String(ranges)}`),
          } as unknown as Trees[number]);
    },
    _registerOtherFormulas: () => order.push('others'),
    _registerFeatureFormulas: () => order.push('features'),
    _getTreeNode: ({ formula }: { formula?: string }) => formula,
    _includeTree: () => true,
    _getAddressFunctionNodeList: () => [],
    _getRangeListByNode: ({ node }: { node: string }) => {
      clock.now += 20;
      return Promise.resolve(node);
    },
    _calculateListByFunctionRefNode: () => Promise.resolve(),
  };
  return { order, fake: fake as unknown as Preparations };
}

describe('the engine’s preparations, with turns for the page', () => {
  const clock = { now: 0 };
  let turns = 0;
  beforeEach(() => {
    turns = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => clock.now);
    const own = setTimeout;
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void) => {
      turns += 1;
      return own(work, 0);
    }) as typeof setTimeout);
  });
  afterEach(() => jest.restoreAllMocks());

  test('same steps in the same order; shared formulas stay together', async () => {
    const { order, fake } = engine(clock);
    pace(fake);
    const formulas = {
      book: {
        sheet: {
          1: { 0: { f: 'a', si: 's' } },
          2: { 0: { f: 'b' } },
          3: { 0: { f: 'a', si: 's' } },
        },
      },
    };
    const trees = await fake._generateTreeList(formulas, {}, {});
    expect(trees.map(({ row, isDirty }) => [row, isDirty])).toEqual([
      [1, true],
      [3, true],
      [2, true],
    ]);
    expect(order).toEqual([
      'reset',
      'took 1,3',
      'took 2',
      'others',
      'features',
      '1 rests on a',
      '3 rests on a',
      '2 rests on b',
      'kept 1',
      'kept 3',
      'kept 2',
      'no addresses',
    ]);
    expect(turns).toBe(1);
  });

  test('a thousand formulas: the page has a turn every few of them', async () => {
    const { fake } = engine(clock);
    pace(fake);
    const rows = Object.fromEntries(
      Array.from({ length: 1000 }, (_, row) => [row, { 0: { f: 'x' } }]),
    );
    const trees = await fake._generateTreeList({ book: { sheet: rows } }, {}, {});
    expect(trees).toHaveLength(1000);
    expect(turns).toBeGreaterThan(500);
  });

  test('the engine’s own way consists of the same steps', () => {
    const { fake } = engine(clock);
    const code = readFileSync(require.resolve('@univerjs/engine-formula'), 'utf8');
    const [, own] = /async _generateTreeList\(.*?\{([\s\S]*?)\n\t\}\n/.exec(code) ?? [];
    const called = [...(own ?? '').matchAll(/this\.(\w+)/g)].map(([, name]) => name);
    const ours = Object.keys(fake).filter(
      (name) => name !== '_generateTreeList' && name !== '_executedAddressFunctionNodeIds',
    );
    expect([...new Set(called)].sort()).toEqual(ours.sort());
    expect(code).toContain('_executedAddressFunctionNodeIds.clear()');
  });
});
