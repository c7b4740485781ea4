/**
 * The first lock: who may import whom. Nothing is allowed that does not stand here: a folder
 * without a line in ROOMS fails, and so does every import that its line does not name. Imports of
 * types count like any other. `planted` lets the proofs in dependency-rules.test.ts run the same
 * rules over a planted tree.
 */
const root = '(^|planted/)src/';

const { ROOMS, arrowsUp } = require('./rooms.cjs');

if (arrowsUp(ROOMS).length > 0) throw new Error(`Arrows go one way: ${arrowsUp(ROOMS).join(', ')}`);

const names = Object.keys(ROOMS);
/** A room, or with a star the files that stand in it directly. */
const inside = (name) =>
  name.endsWith('/*') ? `${root}${name.slice(0, -1)}[^/]+$` : `${root}${name}/`;

/** Rooms within a room have a line of their own, and are no part of it. */
const within = (name) => names.filter((other) => other.startsWith(`${name}/`)).map(inside);

function room(name) {
  const { uses, packages = [], node = false, why } = ROOMS[name];
  const npm = packages.map((each) => (each.startsWith('^') ? each : `node_modules/${each}(/|$)`));
  return {
    name: `${name.replace('/', '-')}-imports`,
    comment: why,
    severity: 'error',
    from: {
      path: inside(name),
      ...(within(name).length > 0 ? { pathNot: within(name) } : {}),
    },
    to: {
      pathNot: [name, ...uses].map(inside).concat(npm),
      ...(node ? { dependencyTypesNot: ['core'] } : {}),
    },
  };
}

const known = names.map(inside);
const DECLARATIONS = `${root}[^/]+\\.d\\.ts$`;

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'A circle has no first file to read; types are no excuse.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-folder-circles',
      comment: 'Two folders that need each other are one folder with a wall through it.',
      severity: 'error',
      scope: 'folder',
      from: { path: root },
      to: { circular: true },
    },
    {
      name: 'command-facts-stay-there',
      comment: 'The pages are built without the sentences of the command line.',
      severity: 'error',
      from: { path: root, pathNot: `${root}(hosts/cli|i18n|facts)/` },
      to: { path: `${root}facts/cli[.]ts$` },
    },
    {
      name: 'facts-of-functions-stay-there',
      comment: 'The pages are built without the sentences of cells with formulas.',
      severity: 'error',
      from: { path: root, pathNot: `${root}(functions|hosts|i18n|facts)/` },
      to: { path: `${root}facts/functions[.]ts$` },
    },
    {
      name: 'every-folder-has-a-rule',
      comment: 'A new folder is forbidden until it has a line in ROOMS.',
      severity: 'error',
      from: { path: root, pathNot: [...known, DECLARATIONS] },
      to: {},
    },
    {
      name: 'nobody-uses-a-folder-without-a-rule',
      comment: 'Nor may anybody import from it, or leave it lying there.',
      severity: 'error',
      from: {},
      to: { path: root, pathNot: [...known, DECLARATIONS] },
    },
    {
      name: 'no-stray-files',
      comment: 'A file of a folder without a rule that imports nothing and is imported by nobody.',
      severity: 'error',
      from: { orphan: true, path: root, pathNot: [...known, DECLARATIONS] },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be resolved satisfies every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^office-js$' },
    },
    ...names.map(room),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
