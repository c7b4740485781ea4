import { type ICommandInfo, ICommandService, type Injector } from '@univerjs/core';
import {
  FormulaExecuteStageType,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  TriggerCalculationController,
} from '@univerjs/preset-sheets-core';

/** What the engine's own trigger consists of, as far as it is used here. */
export interface Trigger {
  /** Edits that wait for the next start, a tenth of a second after the last of them. */
  readonly _waitingCommandQueue: readonly unknown[];
  /** What is being computed. */
  readonly _executingDirtyData: object;
  /** By which it knows that something is, and that it must be stopped before the next start. */
  _executionInProgressParams: object | null;
  _restartCalculation: boolean;
  _resetExecutingDirtyData(): void;
}

const isTrigger = (made: object): made is Trigger =>
  '_waitingCommandQueue' in made && '_resetExecutingDirtyData' in made;

interface Notification {
  readonly stageInfo?: { readonly stage: number };
}

const isNotified = (command: ICommandInfo): command is ICommandInfo<Notification> =>
  command.id === SetFormulaCalculationNotificationMutation.id;

const LOOK_AGAIN_MS = 20;
/** What is not computed then is saved as it is: Excel computes it when the file is opened. */
const LONGEST_WAIT_MS = 15_000;

/**
 * Whether figures are still to come. The engine's own trigger loses edits: while a run prepares, it
 * starts a second one into it, and an edit that stops a run which is just done is taken for
 * computed by that run. Here the first stops, and the second is started again.
 */
export class Computing {
  private isRunning = false;
  private isToStart = false;

  constructor(
    private readonly trigger: Trigger,
    private readonly start: (params: object) => void,
  ) {
    const reset = trigger._resetExecutingDirtyData.bind(trigger);
    trigger._resetExecutingDirtyData = () => {
      if (!trigger._restartCalculation) return reset();
      trigger._restartCalculation = false;
      this.isToStart = true;
      queueMicrotask(() => this.start({ ...trigger._executingDirtyData }));
    };
  }

  heard(command: ICommandInfo): void {
    if (command.id === SetFormulaCalculationStartMutation.id) {
      this.isRunning = true;
      this.isToStart = false;
    }
    if (!isNotified(command)) return;
    const stageInfo = command.params?.stageInfo;
    if (stageInfo === undefined) this.isRunning = false;
    else if (stageInfo.stage === FormulaExecuteStageType.START)
      this.trigger._executionInProgressParams ??= stageInfo;
  }

  /** Settles when nothing is left to compute, or after some time. */
  async idle(): Promise<void> {
    for (let waited = 0; waited < LONGEST_WAIT_MS; waited += LOOK_AGAIN_MS) {
      const wasCalm = this.isCalm();
      await new Promise((resolve) => {
        setTimeout(resolve, wasCalm ? 0 : LOOK_AGAIN_MS);
      });
      if (wasCalm && this.isCalm()) return;
    }
  }

  private isCalm(): boolean {
    const { _waitingCommandQueue: waiting } = this.trigger;
    return !this.isRunning && !this.isToStart && waiting.length === 0;
  }
}

export function watchComputing(injector: Injector): Computing {
  const commands = injector.get(ICommandService);
  const trigger: object = injector.get(TriggerCalculationController);
  if (!isTrigger(trigger)) throw new Error('The engine’s trigger is made otherwise');
  const computing = new Computing(trigger, (params) => {
    const start = SetFormulaCalculationStartMutation.id;
    void commands.executeCommand(start, params, { onlyLocal: true });
  });
  commands.onCommandExecuted((command) => computing.heard(command));
  return computing;
}
