/**
 * What a record holds under a name that somebody wrote: never what every object inherits, such as
 * `constructor` or `__proto__`. The one place that indexes a plain object by text.
 */
export function ownValue<V>(record: { readonly [name: string]: V }, name: string): V | undefined {
  // eslint-disable-next-line lookups/by-text -- asked just before
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
