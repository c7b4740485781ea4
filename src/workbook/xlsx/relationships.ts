import { openTags } from './xml/elements.ts';

export interface Relationship {
  readonly id: string;
  /**
   * The last word of the type: "worksheet". The words before it differ between transitional and
   * strict files.
   */
  readonly kind: string;
  /** Part name, resolved; empty for external targets. */
  readonly target: string;
}

/** "xl/workbook.xml" → "xl/_rels/workbook.xml.rels"; "" stands for the package itself. */
export function relsPartOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Of two relationships of one name two programs would follow two: the part is damaged. */
export function parseRelationships(
  bytes: Uint8Array,
  relsPart: string,
  source: string,
): readonly Relationship[] {
  const found: Relationship[] = [];
  const ids = new Set<string>();
  for (const tag of openTags(bytes, relsPart)) {
    if (!tag.is('Relationship')) continue;
    const type = tag.attributes.get('Type') ?? '';
    const id = tag.attributes.get('Id') ?? '';
    if (ids.has(id)) throw tag.damaged();
    ids.add(id);
    const external = tag.attributes.get('TargetMode') === 'External';
    found.push({
      id,
      kind: type.slice(type.lastIndexOf('/') + 1),
      target: external ? '' : resolveTarget(source, tag.attributes.get('Target') ?? ''),
    });
  }
  return found;
}

function resolveTarget(source: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const base = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') base.pop();
    else if (step !== '' && step !== '.') base.push(step);
  }
  return base.join('/');
}

/** How `part` is written in the relationships of `source`: relative, as Office does. */
export function relativeTarget(source: string, part: string): string {
  const from = source.split('/').slice(0, -1);
  const to = part.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
