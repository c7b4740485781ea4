import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** By folder the folders that its files import from, each with one such import to show. */
export type Arrows = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Circles between folders, a folder being the files that stand in it directly; and folders that
 * import both ways with what stands anywhere below them. The dependency rules take a folder and its
 * subfolders for one, so that they never see these.
 */
export function folderCircles(arrows: Arrows): readonly string[] {
  return [...ringsOf(arrows), ...twoWaysWithBelow(arrows)];
}

/** Imports of the source below `root`, types among them; folders are said relative to it. */
export function folderArrows(root: string): Arrows {
  const arrows = new Map<string, Map<string, string>>();
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
      const target = targetOf(root, file, fileName);
      const [from, to] = [dirname(file), target === null ? null : dirname(target)];
      if (to === null || to === from) continue;
      const targets = arrows.get(from) ?? new Map<string, string>();
      arrows.set(from, targets.set(to, `${file} → ${target}`));
    }
  }
  return arrows;
}

/** A file of our own that an import means: from beside, or by the name of a top-level folder. */
function targetOf(root: string, file: string, name: string): string | null {
  if (name.startsWith('#')) return name.slice(1);
  return name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : null;
}

/** One line a ring: the folders that can be reached from each other, in order. */
function ringsOf(arrows: Arrows): readonly string[] {
  const reach = new Map([...arrows.keys()].map((from) => [from, reachedFrom(arrows, from)]));
  const rings = [...reach].map(([from, reached]) =>
    [...reached].filter((to) => reach.get(to)?.has(from) === true).sort(),
  );
  return [...new Set(rings.filter((ring) => ring.length > 1).map((ring) => ring.join(' ⇄ ')))];
}

function reachedFrom(arrows: Arrows, from: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const to of arrows.get(at)?.keys() ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      open.push(to);
    }
  }
  return reached;
}

function twoWaysWithBelow(arrows: Arrows): readonly string[] {
  const down = new Map<string, string>();
  const up = new Map<string, string>();
  for (const [from, targets] of arrows) {
    for (const [to, shown] of targets) {
      if (to.startsWith(`${from}/`)) down.set(childOf(from, to), shown);
      if (from.startsWith(`${to}/`)) up.set(childOf(to, from), shown);
    }
  }
  return [...down].flatMap(([child, shown]) =>
    up.has(child) ? [`${dirname(child)} ⇄ ${child}: ${shown}; ${up.get(child)}`] : [],
  );
}

const childOf = (folder: string, below: string): string =>
  `${folder}/${below.slice(folder.length + 1).split('/')[0]}`;
