import { readFileSync } from 'node:fs';
import { Computing, type Trigger } from '../../src/livesheet/computing.ts';

// The grid's own code wants a page.
jest.mock('@univerjs/core', () => ({ ICommandService: {} }));
jest.mock('@univerjs/preset-sheets-core', () => ({
  FormulaExecuteStageType: { START: 1 },
  SetFormulaCalculationNotificationMutation: { id: 'notified' },
  SetFormulaCalculationStartMutation: { id: 'started' },
  TriggerCalculationController: class {},
}));

/** The engine's trigger, and what it was asked to compute. */
function engine() {
  const trigger = {
    _waitingCommandQueue: [] as string[],
    _executingDirtyData: {} as object,
    _executionInProgressParams: null as object | null,
    _restartCalculation: false,
    _resetExecutingDirtyData() {
      this._executingDirtyData = {};
    },
  };
  const started: object[] = [];
  const computing = new Computing(trigger, (params) => {
    started.push(params);
    computing.heard({ id: 'started', params: params });
  });
  const ended = (): void => {
    trigger._resetExecutingDirtyData();
    computing.heard({ id: 'notified', params: { functionsExecutedState: 3 } });
  };
  return { trigger, computing, started, ended };
}

it('knows of a run from its start on, so that the next edit stops it', () => {
  const { trigger, computing } = engine();
  computing.heard({ id: 'started', params: {} });
  computing.heard({ id: 'notified', params: { stageInfo: { stage: 1 } } });
  expect(trigger._executionInProgressParams).toEqual({ stage: 1 });
});

it('computes what came as a run was just done', async () => {
  const { trigger, computing, started, ended } = engine();
  computing.heard({ id: 'started', params: {} });
  trigger._executingDirtyData = { dirtyRanges: ['A1', 'B1'] };
  trigger._restartCalculation = true;
  ended();
  let isIdle = false;
  const idle = computing.idle().then(() => (isIdle = true));
  await new Promise(setImmediate);
  expect([started, isIdle]).toEqual([[{ dirtyRanges: ['A1', 'B1'] }], false]);
  ended();
  await idle;
  expect([trigger._executingDirtyData, started.length]).toEqual([{}, 1]);
});

it('is idle when neither edits wait nor a run goes on', async () => {
  const { trigger, computing, ended } = engine();
  await computing.idle();
  trigger._waitingCommandQueue.push('edit');
  let isIdle = false;
  const idle = computing.idle().then(() => (isIdle = true));
  computing.heard({ id: 'started', params: {} });
  trigger._waitingCommandQueue.length = 0;
  await new Promise((resolve) => setImmediate(resolve));
  expect(isIdle).toBe(false);
  ended();
  await idle;
  expect(isIdle).toBe(true);
});

it('rests on names that the engine’s trigger has', () => {
  const code = readFileSync('node_modules/@univerjs/sheets-formula/lib/es/index.js', 'utf8');
  const body = code.slice(code.indexOf('let TriggerCalculationController = class'));
  const names: readonly (keyof Trigger)[] = [
    '_waitingCommandQueue',
    '_executingDirtyData',
    '_executionInProgressParams',
    '_restartCalculation',
    '_resetExecutingDirtyData',
  ];
  expect(names.filter((name) => !body.includes(`this.${name}`))).toEqual([]);
});
