import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The commands in one file, made again whenever a source is newer: reading six hundred sources
 * through a transpiler takes longer than forty orders. Beside it stand what starts it, cli.mjs, and
 * the workers, one file each, `NAME.worker.mjs` for `src/hosts/cli/NAME.worker.ts`.
 *
 * @param built - where bundles are kept
 * @returns the path of cli.mjs
 */
export async function commandsBundle(built = join(root, '.cache/commands')) {
  const folder = join(built, keyOfSources());
  if (!existsSync(folder)) await build(folder, built);
  return join(folder, 'cli.mjs');
}

/** Changes with the newest change and with the number of files. */
function keyOfSources() {
  let [newest, count] = [statSync(join(root, 'package-lock.json')).mtimeMs, 0];
  const look = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) look(path);
      newest = Math.max(newest, statSync(path).mtimeMs);
      count += 1;
    }
  };
  look(join(root, 'src'));
  for (const name of ['commands-bundle.mjs', 'compiled-start.mjs'])
    newest = Math.max(newest, statSync(join(root, 'scripts', name)).mtimeMs);
  return `${Math.floor(newest)}-${count}`;
}

const version = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

/** Into a folder of its own first: of two commands that build at once, one wins and both run. */
async function build(folder, built) {
  const draft = `${folder}.${process.pid}`;
  const files = await bundles();
  try {
    mkdirSync(draft, { recursive: true });
    for (const { path, contents } of files) writeFileSync(join(draft, basename(path)), contents);
    copyFileSync(join(root, 'scripts/compiled-start.mjs'), join(draft, 'cli.mjs'));
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  for (const name of readdirSync(built))
    if (join(built, name) !== folder && olderThanAnHour(join(built, name)))
      rmSync(join(built, name), { recursive: true, force: true });
}

/** cli.cjs, as a function so that what it was compiled to can be kept, and the workers. */
async function bundles() {
  const { build: bundle } = await import('esbuild');
  const hosts = join(root, 'src/hosts/cli');
  const workers = readdirSync(hosts).filter((name) => name.endsWith('.worker.ts'));
  const common = {
    absWorkingDir: root,
    entryNames: '[name]',
    outdir: root,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    // Installed only by those who need it, and native.
    external: ['@duckdb/*'],
    logLevel: 'error',
    // Written later: its own complaint about a full disk is a stack.
    write: false,
  };
  const [commands, beside] = await Promise.all([
    bundle({
      ...common,
      entryPoints: [join(hosts, 'commands/cli.ts')],
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      // A script that comes from what was kept may not import: it requires.
      supported: { 'dynamic-import': false },
      define: {
        REBATE_RADAR_VERSION: JSON.stringify(version()),
        'import.meta.url': 'bundleAddress',
      },
      banner: {
        js:
          '(function(require,__filename){const module={exports:{}},' +
          'bundleAddress=require("node:url").pathToFileURL(__filename).href;',
      },
      footer: { js: '})' },
    }),
    bundle({
      ...common,
      entryPoints: workers.map((name) => join(hosts, name)),
      outExtension: { '.js': '.mjs' },
      format: 'esm',
    }),
  ]);
  return [...commands.outputFiles, ...beside.outputFiles];
}

/** Younger ones may be what another command is running from. */
const olderThanAnHour = (path) => {
  try {
    return Date.now() - statSync(path).mtimeMs > 3_600_000;
  } catch {
    return false;
  }
};
