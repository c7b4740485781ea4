import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { unzip } from './fixture.ts';

/**
 * What holds a package together, checked from outside: every internal relationship leads to a part,
 * every `r:id` to a relationship, every part has a type, no type is stated for a part that is not
 * there, and no number of a cell style points past the list.
 */
export function brokenLinks(bytes: Uint8Array): readonly string[] {
  const parts = unzip(bytes);
  const text = (part: string): string => strFromU8(parts[part]!);
  const types = text('[Content_Types].xml');
  const overrides = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name = '']) => name);
  const defaults = [...types.matchAll(/Extension="([^"]+)"/g)].map(([, name = '']) => name);
  const trouble = overrides
    .filter((name) => parts[name] === undefined)
    .map((name) => `type without part: ${name}`);
  if (new Set(overrides).size !== overrides.length) trouble.push('a type twice');
  for (const name of Object.keys(parts)) {
    if (
      name !== '[Content_Types].xml' &&
      !overrides.includes(name) &&
      !defaults.some((ending) => name.endsWith(`.${ending}`))
    )
      trouble.push(`part without type: ${name}`);
    if (name.endsWith('.rels')) trouble.push(...danglingTargets(name, text(name), parts));
    else if (name.endsWith('.xml')) trouble.push(...danglingIds(name, text(name), parts));
  }
  const formats = [
    ...(/<cellXfs.*<\/cellXfs>/s.exec(text('xl/styles.xml'))?.[0] ?? '').matchAll(/<xf\b/g),
  ].length;
  for (const name of Object.keys(parts).filter((each) => each.startsWith('xl/worksheets/sheet'))) {
    for (const [, style] of text(name).matchAll(/<c\b[^>]*\ss="(\d+)"/g))
      if (Number(style) >= formats) trouble.push(`${name}: style ${style} of ${formats}`);
  }
  return trouble;
}

function danglingTargets(
  rels: string,
  xml: string,
  parts: Record<string, unknown>,
): readonly string[] {
  const folder = rels.replace(/_rels\/[^/]*$/, '');
  return [...xml.matchAll(/<Relationship\b[^>]*>/g)].flatMap(([tag]) => {
    if (tag.includes('TargetMode="External"')) return [];
    const target = /Target="([^"]+)"/.exec(tag)?.[1] ?? '';
    const path = target.startsWith('/')
      ? target.slice(1)
      : new URL(target, `x:/${folder}`).pathname.slice(1);
    return parts[path] === undefined ? [`${rels} → ${path}`] : [];
  });
}

function danglingIds(
  name: string,
  xml: string,
  parts: Record<string, Uint8Array>,
): readonly string[] {
  const rels = parts[name.replace(/([^/]*)$/, '_rels/$1.rels')];
  const ids =
    rels === undefined ? [] : [...strFromU8(rels).matchAll(/\bId="([^"]+)"/g)].map(([, id]) => id);
  return [...xml.matchAll(/\br:id="([^"]+)"/g)].flatMap(([, id = '']) =>
    ids.includes(id) ? [] : [`${name}: ${id}`],
  );
}

/**
 * XML parts that a parser refuses. Asks xmllint where there is one; elsewhere the reading tests
 * have to do.
 */
export function illFormed(bytes: Uint8Array): readonly string[] {
  if (!existsSync('/usr/bin/xmllint')) return [];
  const folder = mkdtempSync(join(tmpdir(), 'parts-'));
  try {
    return Object.entries(unzip(bytes))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .flatMap(([name, content]) => {
        const file = join(folder, 'part.xml');
        writeFileSync(file, content);
        try {
          execFileSync('/usr/bin/xmllint', ['--noout', file], { stdio: 'pipe' });
          return [];
        } catch {
          return [name];
        }
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
