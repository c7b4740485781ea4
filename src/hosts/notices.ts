interface Fact {
  readonly code: string;
}

/** Carries what the adapter says while it works to whoever shows it. */
export class Notices {
  private told: ((fact: Fact) => void) | null = null;

  readonly tell = (fact: Fact): void => this.told?.(fact);

  readonly listen = (told: (fact: Fact) => void): (() => void) => {
    this.told = told;
    return () => {
      if (this.told === told) this.told = null;
    };
  };
}
