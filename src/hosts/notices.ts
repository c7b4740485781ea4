import type { AnyFact } from '#facts/any-fact.ts';

/** Carries what the adapter says while it works to whoever shows it. */
export class Notices {
  private told: ((fact: AnyFact) => void) | null = null;

  readonly tell = (fact: AnyFact): void => this.told?.(fact);

  readonly listen = (told: (fact: AnyFact) => void): (() => void) => {
    this.told = told;
    return () => {
      if (this.told === told) this.told = null;
    };
  };
}
