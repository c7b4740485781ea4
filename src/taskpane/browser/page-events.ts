/** Those who are told of one thing. */
class Told<A extends readonly unknown[]> {
  private readonly listeners = new Set<(...about: A) => void>();

  /** Returns how to stop. */
  readonly on = (told: (...about: A) => void): (() => void) => {
    this.listeners.add(told);
    return () => this.listeners.delete(told);
  };

  tell(...about: A): void {
    for (const told of this.listeners) told(...about);
  }
}

/** What the pane hears of the page beside it. Rows as a person counts. */
export class PageEvents {
  readonly sheetChanged = new Told<[sheet: string]>();
  readonly rowSelected = new Told<[sheet: string, row: number]>();
  /** Vendor's statements were dropped. */
  readonly statements = new Told<[files: readonly File[]]>();
}
