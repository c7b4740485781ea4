import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm run graph`: draws which room imports which, from the imports themselves, into
 * src/ARCHITECTURE.md.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const page = fileURLToPath(new URL('../src/ARCHITECTURE.md', import.meta.url));
const [BEGIN, END] = ['<!-- rooms: npm run graph -->', '<!-- end of rooms -->'];

const words = ['--config', 'test/architecture/dependency-rules.cjs', '--include-only', '^src/'];
const cruised = JSON.parse(
  execFileSync('npx', ['--no-install', 'depcruise', ...words, '--output-type', 'json', 'src'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  }),
);
const room = (path) => path.match(/^src\/([^/]+)\//)?.[1];
const imports = new Map();
for (const { source, dependencies } of cruised.modules)
  for (const { resolved } of dependencies) {
    const [from, to] = [room(source), room(resolved)];
    if (from === undefined || to === undefined || from === to) continue;
    imports.set(from, (imports.get(from) ?? new Set()).add(to));
  }
const arrows = [...imports].flatMap(([from, all]) => [...all].map((to) => `  ${from} --> ${to}`));
const picture =
  `${BEGIN}\n\n\`\`\`mermaid\nflowchart ` + `TD\n${arrows.sort().join('\n')}\n\`\`\`\n\n${END}`;
const text = readFileSync(page, 'utf8');
const [start, stop] = [text.indexOf(BEGIN), text.indexOf(END)];
writeFileSync(
  page,
  start < 0
    ? text.replace('## Code map\n', `${picture}\n\n## Code map\n`)
    : text.slice(0, start) + picture + text.slice(stop + END.length),
);
