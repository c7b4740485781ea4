/**
 * Every change to the model goes through here, so that it can be taken back: Excel's undo list, one
 * entry a request, or one a merged group.
 */
export class Journal {
  private open: (() => void)[] = [];
  private steps: (() => void)[][] = [];
  /** Changes made since the start, undone or not. */
  changes = 0;

  record(undo: () => void): void {
    this.changes += 1;
    this.open.push(undo);
  }

  put<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
    const had = key in target;
    const before = target[key];
    target[key] = value;
    this.record(() => {
      if (had) target[key] = before;
      else delete target[key];
    });
  }

  mapSet<K, V>(map: Map<K, V>, key: K, value: V | undefined): void {
    const had = map.has(key);
    const before = map.get(key) as V;
    if (value === undefined) map.delete(key);
    else map.set(key, value);
    this.record(() => {
      if (had) map.set(key, before);
      else map.delete(key);
    });
  }

  setAdd<V>(set: Set<V>, value: V, present: boolean): void {
    const had = set.has(value);
    if (present) set.add(value);
    else set.delete(value);
    this.record(() => {
      if (had) set.add(value);
      else set.delete(value);
    });
  }

  insert<T>(list: T[], item: T, at = list.length): void {
    list.splice(at, 0, item);
    this.record(() => void list.splice(list.indexOf(item), 1));
  }

  remove<T>(list: T[], item: T): void {
    const at = list.indexOf(item);
    if (at < 0) return;
    list.splice(at, 1);
    this.record(() => void list.splice(at, 0, item));
  }

  /** Ends a step of the undo list; with `merge` the changes join the step before. */
  close(merge: boolean): void {
    if (this.open.length === 0) return;
    const last = this.steps.at(-1);
    if (merge && last) for (const undo of this.open) last.push(undo);
    else this.steps.push(this.open);
    this.open = [];
  }

  get depth(): number {
    return this.steps.length;
  }

  clear(): void {
    this.steps = [];
    this.open = [];
  }

  /** Ctrl+Z. */
  undo(): boolean {
    const step = this.steps.pop();
    step?.reverse().forEach((back) => back());
    this.open = [];
    return step !== undefined;
  }
}
