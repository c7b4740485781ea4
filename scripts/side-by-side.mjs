import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs lanes of steps at the same time, each lane's steps one after the other: a tool that checks
 * or builds uses one core. What a step says is shown when it ends, in one piece; the first that
 * fails ends the others and this process.
 */
export async function sideBySide(lanes) {
  const running = new Set();
  const end = (code) => {
    for (const child of running) child.kill();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end(1));
  await Promise.all(
    lanes.map(async (lane) => {
      for (const [title, ...words] of lane) {
        const { code, said } = await ended(words, running);
        console.error(`\n— ${title}\n${said.trimEnd()}`);
        if (code !== 0) end(code ?? 1);
      }
    }),
  );
}

function ended(words, running) {
  const child = spawn('npx', ['--no-install', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  running.add(child);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(bytes));
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => {
      running.delete(child);
      resolve({ code, said: Buffer.concat(said).toString() });
    });
  });
}
