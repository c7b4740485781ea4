import { pathToFileURL } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { commandsBundle } from './commands-bundle.mjs';
import { fitsInto } from './heap-needed.mjs';
import { inOwnProcess } from './own-process.mjs';
import { setUpPackages } from './setup.mjs';
import { cannotStart, folderGone } from './start-words.mjs';

/**
 * `npm run -s analyze -- …`: sets up once, then hands the words to the command line host. What may
 * need more memory than Node has gets a process of its own with more of it; for all others its
 * start would be a good part of the time. Where the machine is small, or Node was told to be,
 * another process hears what Node says as it dies.
 */
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
if (fitsInto(getHeapStatistics().heap_size_limit, words)) await import(pathToFileURL(host).href);
else process.exitCode = await inOwnProcess(host, words);
