/**
 * Checks a built manifest against the files beside it: `tsx scripts/check-manifest.ts [dist]
 * [address]`.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RIBBON_COMMANDS } from './ribbon-commands.ts';
import { DEVELOPMENT_ADDRESS } from './manifest.ts';
import { manifestProblems } from './manifest-lint.ts';
import { pngSize } from './png-size.ts';

const folder = resolve(process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url)));
const address = process.argv[3] ?? DEVELOPMENT_ADDRESS;
const served = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
);
const problems = manifestProblems(readFileSync(join(folder, 'manifest.xml'), 'utf8'), {
  address,
  served: new Set(served),
  commands: RIBBON_COMMANDS,
  imageSize: (path) => pngSize(readFileSync(join(folder, path))),
});
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
