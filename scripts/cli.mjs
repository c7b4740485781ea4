import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { commandsBundle } from './commands-bundle.mjs';
import { setUpPackages } from './setup.mjs';

/**
 * `npm run -s analyze -- …`: sets up once, then hands the words to the command line host. Large
 * files get a process of their own with more memory; for small ones its start would be most of the
 * time.
 */
const SMALL = 4_000_000;
const MEMORY = '--max-old-space-size=6144';

setUpPackages();
const words = process.argv.slice(2);
process.chdir(process.env['INIT_CWD'] ?? process.cwd());
const host = await commandsBundle();
if (bytesNamed(words) <= SMALL) await import(pathToFileURL(host).href);
else process.exitCode = inOwnProcess();

/** Bytes of all files among the words. A folder may hold anything. */
function bytesNamed(names) {
  let bytes = 0;
  for (const name of names) {
    try {
      const found = statSync(name, { throwIfNoEntry: false });
      bytes += found?.isDirectory() === true ? Infinity : (found?.size ?? 0);
    } catch {
      // Not the name of a file: the command says what is wrong with it.
    }
  }
  return bytes;
}

function inOwnProcess() {
  // Ctrl+C goes to both; the child tidies up and this one reports how it ended.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
  const { status, signal } = spawnSync(process.execPath, [MEMORY, host, ...words], {
    stdio: ['inherit', 'inherit', 'inherit'],
  });
  if (status !== null && status < 128) return status;
  if (signal === 'SIGABRT' || status === 134 || signal === 'SIGKILL') console.error(tooLarge());
  return status ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1);
}

const tooLarge = () =>
  words.includes('en-US')
    ? 'The run needs more memory than there is: split the file by period or month, and run the parts; nothing was written.'
    : '内存不够，无法完成；请把文件按期间或月份拆开再运行；没有写入任何文件。';
