import type { Injector } from '@univerjs/core';
import { IFormulaDependencyGenerator } from '@univerjs/preset-sheets-core';
import { yieldToMessages } from '#application/yield-to-messages.ts';
import type { Intake } from './table-formulas.ts';

/** Longest stretch of the engine's preparations without giving the page a turn. */
const SLICE_MS = 30;
/** Rows whose formulas are taken in at once. */
const ROWS_AT_ONCE = 2000;

interface Tree {
  readonly formula?: string;
  readonly isVirtual: boolean;
  readonly isCache: boolean;
  isDirty: boolean;
  addressFunctionNodes: readonly unknown[];
  readonly refOffsetX: number;
  readonly refOffsetY: number;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly subUnitId: string;
  readonly unitId: string;
  pushRangeList(ranges: unknown): void;
}

type Rows = Readonly<
  Record<string, Readonly<Record<string, { readonly f?: string; readonly si?: string }>>>
>;
type Formulas = Readonly<Record<string, Readonly<Record<string, Rows | undefined>> | undefined>>;

/** What the engine's own preparations consist of. */
export interface Preparations {
  readonly _currentConfigService: { isForceCalculate(): boolean };
  readonly _dependencyManagerService: {
    reset(): void;
    addDependencyRTreeCache(tree: Tree): void;
  };
  readonly _runtimeService: { setCurrent(...place: readonly unknown[]): void };
  readonly _executedAddressFunctionNodeIds: { clear(): void };
  _registerFormulas(units: readonly string[], formulas: Formulas, data: object, to: Tree[]): void;
  _registerOtherFormulas(formulas: object, units: readonly string[], to: Tree[]): void;
  _registerFeatureFormulas(to: Tree[]): void;
  _getTreeNode(tree: Tree): unknown;
  _includeTree(tree: Tree, node: unknown): boolean;
  _getAddressFunctionNodeList(node: unknown): readonly unknown[];
  _getRangeListByNode(node: object): Promise<unknown>;
  _calculateListByFunctionRefNode(trees: readonly Tree[]): Promise<void>;
  _generateTreeList(formulas: Formulas, others: object, data: object): Promise<readonly Tree[]>;
}

/**
 * Before it computes anything, the grid's engine looks at every formula of the workbook for what it
 * rests on, all in one go: a hundred thousand formulas held the page for seconds. This is the same
 * in the same order, with turns for the page in between.
 */
export function paceEngine(injector: Injector): Intake {
  const engine = injector.get(IFormulaDependencyGenerator) as unknown as Preparations & Intake;
  pace(engine);
  return engine;
}

export function pace(engine: Preparations): void {
  engine._generateTreeList = async (formulas, others, data) => {
    const trees: Tree[] = [];
    const pause = pauses();
    if (engine._currentConfigService.isForceCalculate()) engine._dependencyManagerService.reset();
    for (const [unit, sheets] of Object.entries(formulas))
      for (const [sheet, rows] of Object.entries(sheets ?? {}))
        for (const piece of piecesOf(rows ?? {})) {
          engine._registerFormulas([unit], { [unit]: { [sheet]: piece } }, data, trees);
          await pause();
        }
    engine._registerOtherFormulas(others, Object.keys(others), trees);
    engine._registerFeatureFormulas(trees);
    for (const tree of trees) {
      if (!tree.formula) continue;
      await look(engine, tree);
      await pause();
    }
    for (const tree of trees) {
      if (tree.isCache) continue;
      engine._dependencyManagerService.addDependencyRTreeCache(tree);
      await pause();
    }
    // What such functions lead to is looked up among all formulas: without any, for nothing.
    if (trees.some(({ addressFunctionNodes }) => addressFunctionNodes.length > 0))
      await engine._calculateListByFunctionRefNode(trees);
    else engine._executedAddressFunctionNodeIds.clear();
    return trees;
  };
}

/** What one formula rests on. */
async function look(engine: Preparations, tree: Tree): Promise<void> {
  const node = engine._getTreeNode(tree);
  tree.isDirty = engine._includeTree(tree, node);
  const addresses = engine._getAddressFunctionNodeList(node);
  if (addresses.length > 0) tree.addressFunctionNodes = addresses;
  if (tree.isVirtual) return;
  const { row, column, rowCount, columnCount, subUnitId, unitId, refOffsetX, refOffsetY } = tree;
  engine._runtimeService.setCurrent(row, column, rowCount, columnCount, subUnitId, unitId);
  tree.pushRangeList(await engine._getRangeListByNode({ node, refOffsetX, refOffsetY }));
}

/** Formulas that others share must be taken in together with them. */
function* piecesOf(rows: Rows): Generator<Rows, void, void> {
  let piece: Record<string, Rows[string]> = {};
  let count = 0;
  const shared: Record<string, Rows[string]> = {};
  for (const [row, cells] of Object.entries(rows)) {
    if (Object.values(cells).some(({ si }) => si)) {
      shared[row] = cells;
      continue;
    }
    piece[row] = cells;
    count += 1;
    if (count % ROWS_AT_ONCE !== 0) continue;
    yield piece;
    piece = {};
  }
  yield shared;
  yield piece;
}

/** A turn for the page whenever a slice of time is over. */
function pauses(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined;
    return yieldToMessages().then(() => {
      since = performance.now();
    });
  };
}
