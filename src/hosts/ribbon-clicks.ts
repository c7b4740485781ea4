/// <reference types="office-js" />
import type { RibbonActions } from '#commands/ribbon.ts';

type Name = keyof RibbonActions;
const NAMES: readonly Name[] = ['analyzeSheet', 'writeReview'];

/**
 * The ribbon's commands, taken from the moment the script runs: Excel may call the first one before
 * it says that it is ready, and a name that nobody has taken by then is a click that does nothing.
 */
export class RibbonClicks {
  private actions: RibbonActions | null = null;
  private readonly waiting: (() => void)[] = [];
  private isHeard = false;

  /** Harmless where Office is not there yet, or anywhere but in Excel. */
  listen(): void {
    if (this.isHeard || typeof Office === 'undefined' || Office.actions === undefined) return;
    this.isHeard = true;
    for (const name of NAMES)
      Office.actions.associate(name, (event: Office.AddinCommands.Event) =>
        this.take(name, () => event.completed()),
      );
  }

  /** From now on clicks are worked off, those that came before first. */
  serve(actions: RibbonActions): void {
    this.listen();
    this.actions = actions;
    for (const work of this.waiting.splice(0)) work();
  }

  private take(name: Name, completed: () => void): void {
    const { actions } = this;
    if (actions === null) this.waiting.push(() => this.take(name, completed));
    else
      void actions[name]()
        .catch(() => undefined)
        .finally(completed);
  }
}
