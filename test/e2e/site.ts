import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname ?? __dirname, '../..');
const dist = join(root, 'dist');
const cache = join(root, 'node_modules/.cache/rebate-radar');
const site = join(cache, 'site');
const stamp = join(cache, 'site.stamp');
const lock = join(cache, 'site.lock');

/**
 * The pages as they are shipped, built once for all end-to-end tests: rebuilt when a source file is
 * newer than the build, shared between test processes by a lock.
 */
export async function builtSite(): Promise<string> {
  const changed = await newest();
  if (await isBuiltSince(changed)) return dist;
  await mkdir(cache, { recursive: true });
  const wanted = String(changed);
  while (!(await isStamped(wanted))) {
    if (await take(lock)) {
      try {
        if (!(await isStamped(wanted))) await build(wanted);
      } finally {
        await rm(lock, { recursive: true, force: true });
      }
    } else {
      await new Promise((done) => setTimeout(done, 250));
    }
  }
  return site;
}

/** Where the pages and functions stand as `npm test` and `npm start` have just built them. */
export const justBuilt = async (): Promise<string | null> =>
  (await isBuiltSince(await newest())) ? dist : null;

const isBuiltSince = async (time: number): Promise<boolean> =>
  ((await stat(join(dist, 'browser.js')).catch(() => null))?.mtimeMs ?? 0) > time;

async function build(wanted: string): Promise<void> {
  // The stamp first: it would speak for a site that a failed build did not leave.
  await rm(stamp, { force: true });
  await rm(site, { recursive: true, force: true });
  const webpack = join(root, 'node_modules/.bin/webpack');
  await promisify(execFile)(
    webpack,
    ['--mode', 'production', '--env', 'local', '--output-path', site],
    { cwd: root, maxBuffer: 1 << 26 },
  );
  await writeFile(stamp, wanted);
}

const isStamped = async (wanted: string): Promise<boolean> =>
  (await readFile(stamp, 'utf8').catch(() => '')) === wanted;

/** A folder is made by one process only. A lock left behind by one that was killed goes stale. */
async function take(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  if (found !== null && Date.now() - found.mtimeMs > 120_000)
    await rm(folder, { recursive: true, force: true });
  return mkdir(folder).then(
    () => true,
    () => false,
  );
}

async function newest(): Promise<number> {
  const places = ['src', 'assets', 'scripts'].map((folder) => newestIn(join(root, folder)));
  const files = ['webpack.config.js', 'package-lock.json'].map(
    async (file) => (await stat(join(root, file))).mtimeMs,
  );
  return Math.max(...(await Promise.all([...places, ...files])));
}

async function newestIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const times = await Promise.all(
    entries.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs),
  );
  return Math.max(0, ...times);
}
