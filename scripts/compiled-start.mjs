import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import vm from 'node:vm';

/**
 * Stands as cli.mjs beside the commands' bundle, cli.cjs, and starts it. What Node compiled of it
 * is kept at the end of a run and taken by the next: compiling takes longer than forty orders. Node
 * keeps to itself what another version, or Node with other options, has compiled.
 */
const bundle = fileURLToPath(new URL('cli.cjs', import.meta.url));
const kept = `${bundle}.${cachedDataVersionTag()}`;
const cachedData = bytesIn(kept);
// The bundle is a function of what a file of CommonJS is given. Its expressions are not ASCII.
const script = new vm.Script(readFileSync(bundle, 'utf8'), {
  filename: bundle,
  ...(cachedData === undefined ? {} : { cachedData }),
});
if (cachedData === undefined || script.cachedDataRejected) process.once('exit', keep);
script.runInThisContext()(createRequire(bundle), bundle);

function bytesIn(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Aside first: another command may be reading it. Without room the next run compiles again. */
function keep() {
  const draft = `${kept}.${process.pid}`;
  try {
    writeFileSync(draft, script.createCachedData());
    renameSync(draft, kept);
  } catch {
    rmSync(draft, { force: true });
  }
}
