import { Refusal } from '#domain/refusal.ts';
import { type FileHandle, copyFile, link, open, rename, rm, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CliFact } from '#facts/cli.ts';
import { codeOf, reasonOf } from './refusal.ts';
import { type Place, checkApart, placeOf, stdoutIdentity } from './output-places.ts';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { hostname } from 'node:os';

type Content =
  Uint8Array | string | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** Which computer wrote a part: another one's process numbers say nothing here. */
const HERE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

const NAME = /^\.rebate-radar-([0-9a-f]{8})-(\d+)-\d+\.part$/;

const A_DAY = 86_400_000;

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143 } as const;

let made = 0;

/**
 * Files written aside. They go when the run ends, when it is stopped, or when the next one sweeps.
 */
class Parts {
  private readonly paths: string[] = [];
  private arePlaced = false;
  private readonly onSignal = (signal: NodeJS.Signals): void => {
    if (this.arePlaced) return;
    for (const path of this.paths) rmSync(path, { force: true });
    process.exit(SIGNALS[signal as keyof typeof SIGNALS]);
  };

  /** A moment, and all that is left of the run: who stops it then would get some of the files. */
  async placed(putInPlace: () => Promise<void>): Promise<void> {
    this.arePlaced = true;
    try {
      await putInPlace();
    } finally {
      this.arePlaced = false;
    }
  }

  /** A name that is free: short, whatever the target is called, and hidden. */
  next(folder: string): string {
    if (this.paths.length === 0)
      for (const signal of Object.keys(SIGNALS)) process.on(signal, this.onSignal);
    made += 1;
    const path = join(folder, `.rebate-radar-${HERE}-${process.pid}-${made}.part`);
    this.paths.push(path);
    return path;
  }

  async removeAll(): Promise<void> {
    for (const path of this.paths) await rm(path, { force: true });
    for (const signal of Object.keys(SIGNALS)) process.off(signal, this.onSignal);
    this.paths.length = 0;
  }

  /** Removes what runs left behind that were killed outright. */
  async sweep(folders: ReadonlySet<string>): Promise<void> {
    for (const folder of folders)
      for (const name of await readdir(folder).catch(() => [])) {
        const [, host, pid] = NAME.exec(name) ?? [];
        if (host === undefined) continue;
        const path = join(folder, name);
        const isOld = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? 0) > A_DAY;
        const isDead = host === HERE && Number(pid) !== process.pid && !isRunning(Number(pid));
        if (isDead || isOld) await rm(path, { force: true }).catch(() => undefined);
      }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * The files that a run writes. All of them are checked before anything is computed, written aside
 * while the run goes on, and put in place together as its last act: a run that fails anywhere has
 * changed nothing.
 */
export class Outputs {
  private readonly written: { readonly place: Place; readonly draft: string }[] = [];

  private constructor(
    private readonly places: ReadonlyMap<string, Place>,
    private readonly parts: Parts,
  ) {}

  /**
   * @param names - what the person wrote after --out and --json; `-` is the standard output
   * @param inputs - every file that the run reads
   */
  static async open(
    names: readonly (string | undefined)[],
    inputs: readonly (string | undefined)[],
  ): Promise<Outputs> {
    const places = new Map<string, Place>();
    const named = names.filter((name) => name !== undefined);
    for (const name of named) if (name !== '-') places.set(name, await placeOf(name));
    await checkApart(named, places, inputs, named.includes('-') ? stdoutIdentity() : null);
    const parts = new Parts();
    await parts.sweep(new Set([...places.values()].map(({ path }) => dirname(path))));
    return new Outputs(places, parts);
  }

  /** Writes beside the target and flushes to the disk; nothing is in place yet. */
  async write(name: string, content: Content): Promise<void> {
    const place = this.places.get(name);
    if (place === undefined) throw new Error(`${name} was not planned`);
    const draft = this.parts.next(dirname(place.path));
    await guarded(name, async () => {
      const file = await open(draft, 'wx', place.kept === null ? 0o666 : place.kept.mode & 0o777);
      try {
        await fill(file, content);
        if (place.kept !== null) await keep(file, place.kept);
        await file.sync();
      } finally {
        await file.close();
      }
    });
    this.written.push({ place, draft });
  }

  /** Puts all that was written in place. When one cannot be, none is; no signal comes between. */
  async commit(): Promise<readonly string[]> {
    await this.parts.placed(() => this.putInPlace());
    for (const folder of new Set(this.written.map(({ place }) => dirname(place.path))))
      await syncFolder(folder);
    return this.written.map(({ place }) => place.name);
  }

  private async putInPlace(): Promise<void> {
    const undo: (() => Promise<unknown>)[] = [];
    try {
      for (const { place, draft } of this.written)
        await guarded(place.name, async () => {
          undo.push(await this.backUp(place));
          await rename(draft, place.path);
        });
    } catch (error) {
      for (const back of undo.reverse()) await back().catch(() => undefined);
      throw error;
    }
  }

  /** Takes away what was written aside; harmless after `commit`. */
  async close(): Promise<void> {
    await this.parts.removeAll();
  }

  /** How to undo putting a file in place; the old one keeps a second name until the run ends. */
  private async backUp({ path, kept }: Place): Promise<() => Promise<unknown>> {
    if (kept === null) return () => rm(path, { force: true });
    const backup = this.parts.next(dirname(path));
    await link(path, backup).catch(() => copyFile(path, backup));
    return () => rename(backup, path);
  }
}

async function fill(file: FileHandle, content: Content): Promise<void> {
  if (typeof content === 'string' || content instanceof Uint8Array) await file.writeFile(content);
  else await fillByPieces(file, content);
}

/** The next piece is made while the one before is written. */
async function fillByPieces(
  file: FileHandle,
  pieces: Exclude<Content, string | Uint8Array>,
): Promise<void> {
  let writing = Promise.resolve();
  for await (const piece of pieces) {
    await writing;
    writing = file.writeFile(piece);
    // Waited for with the next piece; until then nobody else does.
    writing.catch(() => undefined);
  }
  await writing;
}

/**
 * The mode of the file that is replaced, and its owner where we may give it away. Where we may not,
 * nobody is to run the new one with our powers because the old one ran with its owner's.
 */
async function keep(file: FileHandle, kept: NonNullable<Place['kept']>): Promise<void> {
  const powers = await file.chown(kept.uid, kept.gid).then(
    () => 0o7777,
    () => 0o777,
  );
  await file.chmod(kept.mode & powers).catch(() => undefined);
}

/** So that the new names themselves outlive a power cut; not every system can. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function guarded(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw codeOf(error) !== null
      ? new Refusal({
          code: 'cli.file-unwritable',
          name,
          reason: reasonOf(error),
        } as CliFact)
      : error;
  }
}
