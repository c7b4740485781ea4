/** Shorter lists are made at once: nobody waits for them. */
const LONG = 1 << 16;
/** Items that are made singly before all are made. */
const FEW = 1 << 15;

const plain = new WeakMap<object, () => readonly unknown[]>();

/**
 * A list whose items are made when somebody asks: some of them singly, then all at once. Of the
 * million texts of a column most are never looked at, and as strings they cost more than reading
 * them did.
 *
 * @param all - every item, `length` of them
 * @param itemAt - one item; absent where a single one takes as long as all
 */
export function lazyList<Item>(
  length: number,
  all: () => readonly Item[],
  itemAt?: (index: number) => Item,
): readonly Item[] {
  if (length < LONG) return all();
  let made: readonly Item[] | undefined;
  let asked = 0;
  const whole = (): readonly Item[] => (made ??= all());
  const item = (index: number): Item | undefined => {
    if (made !== undefined || itemAt === undefined || asked === FEW) return whole()[index];
    asked += 1;
    return index >= 0 && index < length ? itemAt(index) : undefined;
  };
  const list = new Proxy<readonly Item[]>([], {
    get: (_, key) => {
      if (key === 'length') return length;
      if (typeof key === 'string' && isIndex(key)) return item(Number(key));
      const value: unknown = Reflect.get(whole(), key);
      return typeof value === 'function' && key !== 'constructor' ? value.bind(whole()) : value;
    },
    has: (_, key) => Reflect.has(whole(), key),
    ownKeys: () => Reflect.ownKeys(whole()),
    getOwnPropertyDescriptor: (target, key) =>
      Reflect.getOwnPropertyDescriptor(key === 'length' ? target : whole(), key),
  });
  plain.set(list, whole);
  return list;
}

/** The list itself, every item made: for who goes through all of it. */
export const madeList = <Item>(list: readonly Item[]): readonly Item[] =>
  (plain.get(list)?.() as readonly Item[] | undefined) ?? list;

/** Of whole numbers; the one before the first item is among what people ask for. */
function isIndex(key: string): boolean {
  const code = key.charCodeAt(0);
  return code === 45 || (code >= 48 && code <= 57);
}
