/**
 * What the user may have added up by row so far: a row that states such a sum is a subtotal even
 * without the word.
 */
export class RunningSums {
  private all = 0;
  private counted = 0;
  private groupAll = 0;
  private groupCounted = 0;
  private rows = 0;

  /**
   * @param counts - false for rows that are void, pending or the like: sums exist with and without
   * them
   */
  add(amount: number, counts: boolean): void {
    this.all += amount;
    this.groupAll += amount;
    this.rows++;
    if (!counts) return;
    this.counted += amount;
    this.groupCounted += amount;
  }

  startGroup(): void {
    this.groupAll = 0;
    this.rows = 0;
    this.groupCounted = 0;
  }

  /** One order is not a sum. */
  get isOfSeveral(): boolean {
    return this.rows > 1;
  }

  has(amount: number): boolean {
    return (
      amount !== 0 &&
      (amount === this.all ||
        amount === this.counted ||
        amount === this.groupAll ||
        amount === this.groupCounted)
    );
  }
}
