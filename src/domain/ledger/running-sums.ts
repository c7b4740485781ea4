/**
 * What the user may have added up by row so far: a row that states such a sum is a subtotal even
 * without the word.
 */
export class RunningSums {
  private all = 0;
  private counted = 0;
  /** The same of the rows above the group. */
  private allAbove = 0;
  private countedAbove = 0;
  private rows = 0;

  /**
   * @param counts - false for rows that are void, pending or the like: sums exist with and without
   * them
   */
  add(amount: number, counts: boolean): void {
    this.all += amount;
    this.rows++;
    if (counts) this.counted += amount;
  }

  startGroup(): void {
    this.allAbove = this.all;
    this.countedAbove = this.counted;
    this.rows = 0;
  }

  /** One order is not a sum. */
  get isOfSeveral(): boolean {
    return this.rows > 1;
  }

  has(amount: number): boolean {
    return (
      amount !== 0 &&
      [this.all, this.counted, this.all - this.allAbove, this.counted - this.countedAbove].includes(
        amount,
      )
    );
  }
}
