import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The tools by their files: `npx` alone takes half a second each time, and two compilers of types
 * are called `tsc`.
 */
const TOOLS = {
  depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
  eslint: 'eslint/bin/eslint.js',
  prettier: 'prettier/bin/prettier.cjs',
  'size-limit': 'size-limit/bin.js',
  tsc: 'typescript-native/bin/tsc',
  tsx: 'tsx/dist/cli.mjs',
  webpack: 'webpack/bin/webpack.js',
};

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

function ended([tool, ...words], running) {
  const child = spawn(process.execPath, [`node_modules/${TOOLS[tool]}`, ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
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
