/**
 * Rows by id, of the ids that stand more than once. A hash table of its own over row numbers: a
 * million ids of eighteen characters cost a fraction of what a Map of strings does.
 *
 * @param keyOf - the id of a row as it is compared; '' is none
 */
export function rowsOfRepeatedIds(
  rows: Int32Array,
  keyOf: (row: number) => string,
): Map<string, number[]> {
  if (isRising(rows, keyOf)) return new Map();
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(8, rows.length * 2))));
  const hashes = new Int32Array(slots.length);
  const mask = slots.length - 1;
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === '') continue;
    const hash = hashOf(key);
    let slot = hash & mask;
    while (slots[slot] !== 0 && (hashes[slot] !== hash || keyOf((slots[slot] ?? 0) - 1) !== key))
      slot = (slot + 1) & mask;
    const first = slots[slot] ?? 0;
    if (first === 0) {
      slots[slot] = row + 1;
      hashes[slot] = hash;
    } else appendTo(groups, key, first - 1, row);
  }
  return groups;
}

/**
 * Numbers that only rise, as vendors and most ledgers number their orders, cannot repeat: no table
 * is needed.
 */
function isRising(rows: Int32Array, keyOf: (row: number) => string): boolean {
  let last = '';
  for (const row of rows) {
    const key = keyOf(row);
    if (key === '') continue;
    if (key <= last) return false;
    last = key;
  }
  return true;
}

function appendTo(groups: Map<string, number[]>, key: string, first: number, row: number): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [first, row]);
  else group.push(row);
}

/** FNV-1a, with a last stir because ids differ in their last digits only. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 1;
}
