import type { OfficePackage } from '../package.ts';
import { relsPartOf } from '../relationships.ts';
import { removeContentTypes } from './content-types.ts';

/**
 * Takes away what only this part refers to, directly or through others: charts with their styles,
 * tables, comments, printer settings. The part itself stays, without relationships.
 */
export function removeOwnedParts(pack: OfficePackage, part: string): void {
  const elsewhere = reachable(pack, '', part);
  const gone = [...reachable(pack, part, '')].filter(
    (name) => name !== part && !elsewhere.has(name),
  );
  for (const name of gone) {
    pack.remove(name);
    pack.remove(relsPartOf(name));
  }
  pack.remove(relsPartOf(part));
  removeContentTypes(pack, gone);
}

/** Every part that relationships lead to from `start`, without going through `closed`. */
function reachable(pack: OfficePackage, start: string, closed: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { target } of pack.relationships(at)) {
      if (target === '' || found.has(target) || !pack.has(target)) continue;
      found.add(target);
      if (target !== closed) open.push(target);
    }
  }
  return found;
}
