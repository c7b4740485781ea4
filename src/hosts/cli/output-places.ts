import { MOST_LINKS } from '#domain/bounds.ts';
import { Refusal } from '#domain/refusal.ts';
import { type BigIntStats, fstatSync } from 'node:fs';
import { access, constants, lstat, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf, reasonOf } from './refusal.ts';

/** Where an output goes. */
export interface Place {
  /** As the person wrote it. */
  readonly name: string;
  /** With links followed: what is replaced is the file, never the link to it. */
  readonly path: string;
  /** The same for two names of one file. */
  readonly identity: string;
  /** Mode and owner of the file that is there already. */
  readonly kept: { readonly mode: number; readonly uid: number; readonly gid: number } | null;
}

/** A regular file or a new name in a folder that is there; anything else is refused. */
export async function placeOf(name: string): Promise<Place> {
  try {
    const path = await followed(resolve(name), MOST_LINKS);
    const found = await orNull(stat(path, { bigint: true }));
    if (found === null) return await newPlace(name, path);
    if (!found.isFile()) throw new Refusal({ code: 'cli.out-not-file', given: name });
    await access(path, constants.W_OK);
    const { mode, uid, gid } = found;
    const kept = { mode: Number(mode), uid: Number(uid), gid: Number(gid) };
    return { name, path, identity: identityOf(found), kept };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (codeOf(error) === 'ENAMETOOLONG')
      throw new Refusal({ code: 'cli.name-too-long', given: name });
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR')
      throw new Refusal({ code: 'cli.folder-missing', given: name });
    throw new Refusal({ code: 'cli.file-unwritable', name, reason: reasonOf(error) });
  }
}

async function newPlace(name: string, path: string): Promise<Place> {
  const folder = await stat(dirname(path), { bigint: true });
  await access(dirname(path), constants.W_OK);
  // Some file systems keep one file under both spellings of a name.
  const folded = basename(path).normalize('NFC').toLowerCase();
  return { name, path, identity: `${identityOf(folder)}/${folded}`, kept: null };
}

/** Where a path leads, also when the last of its links points to a file that is yet to be. */
async function followed(path: string, links: number): Promise<string> {
  const found = await orNull(lstat(path));
  if (found?.isSymbolicLink() !== true) return join(await realpath(dirname(path)), basename(path));
  if (links === 0) throw Object.assign(new Error('a circle of links'), { code: 'ELOOP' });
  return followed(resolve(dirname(path), await readlink(path)), links - 1);
}

const identityOf = ({ dev, ino }: BigIntStats): string => `${dev}:${ino}`;

const orNull = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });

/** The file that the standard output goes to, when it is one. */
export function stdoutIdentity(): string | null {
  try {
    const found = fstatSync(1, { bigint: true });
    return found.isFile() ? identityOf(found) : null;
  } catch {
    return null;
  }
}

/** No output is an input, and no two are one file; told by device and inode, not by name. */
export async function checkApart(
  names: readonly string[],
  places: ReadonlyMap<string, Place>,
  inputs: readonly (string | undefined)[],
  stdout: string | null,
): Promise<void> {
  const taken = new Set<string>();
  for (const input of inputs) {
    const found =
      input === undefined ? null : await stat(input, { bigint: true }).catch(() => null);
    if (found !== null) taken.add(identityOf(found));
  }
  const used = new Set<string>();
  for (const name of names) {
    const identity = name === '-' ? (stdout ?? '-') : (places.get(name)?.identity ?? '');
    if (taken.has(identity)) throw new Refusal({ code: 'cli.out-is-input', given: name });
    if (used.has(identity)) throw new Refusal({ code: 'cli.outputs-same', given: name });
    used.add(identity);
  }
}
