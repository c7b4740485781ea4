import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { commandsBundle } from './commands-bundle.mjs';
import { inOwnProcess } from './own-process.mjs';
import { setUpPackages } from './setup.mjs';
import { cannotStart, folderGone } from './start-words.mjs';

/**
 * `npm run -s analyze -- …`: sets up once, then hands the words to the command line host. Large
 * files get a process of their own with more memory; for small ones its start would be most of the
 * time. What unpacks to a thousand times its size still fits when it is small, unless the machine
 * is small, too, or Node was told to be: then another process hears what Node says as it dies.
 */
const SMALL = 500_000;
const ENOUGH = 1.5 * 1024 ** 3;

setUpPackages();
const words = process.argv.slice(2);
try {
  process.chdir(process.env['INIT_CWD'] ?? process.cwd());
} catch {
  console.error(folderGone(words));
  process.exit(1);
}
const host = await commandsBundle().catch((error) => {
  console.error(cannotStart(error, words));
  process.exit(1);
});
const fits = bytesNamed(words) <= SMALL && getHeapStatistics().heap_size_limit >= ENOUGH;
if (fits) await import(pathToFileURL(host).href);
else process.exitCode = await inOwnProcess(host, words);

/** Bytes of all files among the words. A folder may hold anything. */
function bytesNamed(names) {
  let bytes = 0;
  for (const name of names) {
    try {
      const found = statSync(name.replace(/^--[a-z]+=/, ''), { throwIfNoEntry: false });
      bytes += found?.isDirectory() === true ? Infinity : (found?.size ?? 0);
    } catch {
      // Not the name of a file: the command says what is wrong with it.
    }
  }
  return bytes;
}
