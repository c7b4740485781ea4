import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { folderArrows, folderCircles } from './folder-circles.ts';

/** The circles in a source that holds only what is said here: by file what it imports. */
function circlesOf(source: Readonly<Record<string, string>>): readonly string[] {
  const garden = mkdtempSync(join(tmpdir(), 'folders-'));
  try {
    for (const [file, imported] of Object.entries(source)) {
      mkdirSync(join(garden, dirname(file)), { recursive: true });
      writeFileSync(join(garden, file), `import type { X } from '${imported}';\n`);
    }
    return folderCircles(folderArrows(garden));
  } finally {
    rmSync(garden, { recursive: true, force: true });
  }
}

describe('folders, each with its own subfolders', () => {
  it('form no circle anywhere in the source', () => {
    const arrows = folderArrows(resolve(__dirname, '../../src'));
    expect(arrows.size).toBeGreaterThan(50);
    expect(folderCircles(arrows)).toEqual([]);
  });

  it('are refused when a folder and its subfolder import each other', () => {
    expect(circlesOf({ 'a/x.ts': './b/y.ts', 'a/b/z.ts': '../w.ts' })).toEqual([
      'a ⇄ a/b',
      'a ⇄ a/b: a/x.ts → a/b/y.ts; a/b/z.ts → a/w.ts',
    ]);
  });

  it('are refused when what imports back stands deeper, or says its way by name', () => {
    expect(circlesOf({ 'a/x.ts': '#a/b/y.ts', 'a/b/c/z.tsx': '#a/w.ts' })).toEqual([
      'a ⇄ a/b: a/x.ts → a/b/y.ts; a/b/c/z.tsx → a/w.ts',
    ]);
  });

  it('are refused when the circle runs over a third folder', () => {
    const source = { 'a/x.ts': './b/y.ts', 'a/b/y.ts': '../../c/z.ts', 'c/z.ts': '../a/w.ts' };
    expect(circlesOf(source)).toEqual(['a ⇄ a/b ⇄ c']);
  });

  it('pass when arrows go one way, up or down', () => {
    expect(circlesOf({ 'a/x.ts': './b/y.ts', 'a/b/y.ts': './z.ts' })).toEqual([]);
    expect(circlesOf({ 'a/x.ts': './w.ts', 'a/b/y.ts': '../x.ts' })).toEqual([]);
  });
});
