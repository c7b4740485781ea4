/**
 * The first lock: who may import whom. Positive lists, so that a new folder is forbidden until it
 * is let in. `planted` lets the proofs in dependency-rules.test.ts run the same rules over a
 * planted tree.
 */
const root = '(^|planted/)src/';

/** A folder may import itself and what is listed, and no package but these. */
function layer(name, mayImport, packages, why) {
  const allowed = [name, ...mayImport].map((folder) => `${root}${folder}/`);
  const npm = packages.map((packageName) =>
    packageName.startsWith('^') ? packageName : `node_modules/${packageName}(/|$)`,
  );
  return {
    name: `${name.replace('/', '-')}-imports`,
    comment: why,
    severity: 'error',
    from: { path: `${root}${name}/` },
    to: { pathNot: [...allowed, ...npm, `${root}domain/(sheet|result)\\.ts$`] },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A circle has no first file to read.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be resolved satisfies every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^office-js$' },
    },
    layer(
      'domain',
      [],
      ['decimal\\.js'],
      'Values in, values out: the domain knows no host, no file and no language.',
    ),
    layer(
      'application',
      ['domain', 'workbook', 'pages', 'i18n', 'functions'],
      [],
      'Use cases reach workbooks through the port and pages through the page model.',
    ),
    layer(
      'i18n',
      ['domain', 'workbook', 'pages', 'application', 'functions'],
      [],
      'Sentences know the facts they say.',
    ),
    layer(
      'workbook/office',
      ['domain', 'application', 'workbook', 'pages'],
      ['^office-js$'],
      'The only folder that says Excel or Office.',
    ),
    layer(
      'workbook/xlsx',
      ['domain', 'application', 'workbook', 'pages'],
      ['fflate'],
      'The only folder that reads or writes .xlsx bytes.',
    ),
    layer(
      'functions',
      ['domain', 'i18n', 'workbook', 'pages'],
      [],
      'A function reads cells, asks the domain, answers.',
    ),
    layer(
      'taskpane',
      ['application', 'domain', 'i18n', 'workbook', 'pages'],
      ['react', 'react-dom', '@fluentui', '@tanstack'],
      'The pane draws; it decides nothing and meets no adapter.',
    ),
    layer(
      'livesheet',
      ['application', 'domain'],
      ['@univerjs'],
      'The only folder that knows the grid component of the browser edition.',
    ),
    layer(
      'commands',
      ['application', 'domain', 'i18n', 'workbook', 'pages', 'taskpane'],
      [],
      'A ribbon button is one use case of the pane, pressed from outside it.',
    ),
    {
      name: 'only-hosts-choose-adapters',
      comment: 'Adapters are chosen in src/hosts and nowhere else.',
      severity: 'error',
      from: { path: `${root}(domain|application|functions|taskpane|commands|i18n)/` },
      to: { path: `${root}workbook/(office|xlsx)/`, pathNot: '\\.facts\\.ts$' },
    },
    {
      name: 'nothing-imports-hosts',
      comment: 'Hosts are the ends of the graph.',
      severity: 'error',
      from: { pathNot: `${root}hosts/` },
      to: { path: `${root}hosts/` },
    },
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
