/**
 * The first lock: who may import whom. Nothing is allowed that does not stand here: a folder without
 * a line in ROOMS fails, and so does every import that its line does not name. Imports of types
 * count like any other. `planted` lets the proofs in dependency-rules.test.ts run the same rules
 * over a planted tree.
 */
const root = '(^|planted/)src/';

/** From the ground up: a room may use the rooms it names, and no packages but its own. */
const ROOMS = {
  domain: {
    uses: [],
    packages: ['decimal\\.js'],
    why: 'Values in, values out: the domain knows no host, no file and no language.',
  },
  facts: { uses: ['domain'], why: 'What can be the case, as data.' },
  i18n: {
    uses: ['domain', 'facts'],
    why: 'Every sentence, in every language, typed by the facts.',
  },
  pages: {
    uses: ['domain', 'facts', 'i18n'],
    why: 'Our own sheets and letters, whoever writes them: no Excel, no zip, no Node, no pane.',
  },
  application: {
    uses: ['domain', 'facts', 'pages'],
    why: 'Use cases reach workbooks through the port and people through facts.',
  },
  functions: {
    uses: ['domain', 'facts'],
    why: 'A function reads cells, asks the domain, gives a result.',
  },
  'workbook/csv': { uses: ['domain', 'facts', 'workbook/*'], why: 'Delimited text.' },
  'workbook/xlsx': {
    uses: ['domain', 'facts', 'pages', 'application', 'workbook/*'],
    packages: ['fflate'],
    why: 'The only folder that reads or writes .xlsx bytes.',
  },
  'workbook/office': {
    uses: ['domain', 'facts', 'pages', 'application', 'workbook/*'],
    packages: ['^office-js$'],
    why: 'The only folder that says Excel or Office.',
  },
  workbook: {
    uses: ['domain', 'facts', 'pages', 'application'],
    why: 'What both adapters share, and the choice between kinds of files.',
  },
  livesheet: {
    uses: ['domain', 'application'],
    packages: ['@univerjs'],
    why: 'The only folder that knows the spreadsheet component of the browser edition.',
  },
  taskpane: {
    uses: ['domain', 'facts', 'i18n', 'pages', 'application'],
    packages: ['react', 'react-dom', '@fluentui', '@tanstack'],
    why: 'The pane draws; it decides nothing and meets no adapter.',
  },
  commands: {
    uses: ['domain', 'facts', 'i18n', 'pages', 'application', 'taskpane'],
    why: 'A ribbon button is one use case of the pane, pressed from outside it.',
  },
  hosts: {
    uses: [
      'domain',
      'facts',
      'i18n',
      'pages',
      'application',
      'functions',
      'workbook',
      'livesheet',
      'taskpane',
      'commands',
    ],
    packages: ['react', 'react-dom', '@fluentui', '@duckdb', '^office-js$'],
    node: true,
    why: 'The ends: the only files that choose an adapter, and the only ones that know Node.',
  },
};
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
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-domain-folder-circles',
      comment: 'An order row walks through the domain once, without turning back.',
      severity: 'error',
      scope: 'folder',
      from: { path: `${root}domain/` },
      to: { circular: true },
    },
    {
      name: 'no-folder-circles',
      comment: 'Two folders that need each other are one folder with a wall through it.',
      severity: 'warn',
      scope: 'folder',
      from: { path: root },
      to: { circular: true },
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
