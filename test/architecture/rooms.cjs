/**
 * From the ground up: a room may use the rooms it names, all of which stand above it here, and no
 * packages but its own.
 */
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
  'workbook/files': {
    uses: [
      'domain',
      'facts',
      'pages',
      'application',
      'workbook/csv',
      'workbook/xlsx',
      'workbook/*',
    ],
    why: 'The choice between kinds of files.',
  },
  workbook: {
    uses: ['domain', 'facts', 'pages', 'application'],
    why: 'What both adapters share.',
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
    packages: ['react', 'react-dom', '@fluentui', '@duckdb', 'idb-keyval', '^office-js$'],
    node: true,
    why: 'The ends: the only files that choose an adapter, and the only ones that know Node.',
  },
};

const top = (name) => name.split('/')[0];

/** Uses of a top-level folder that stands below the user: with none, no arrows make a circle. */
function arrowsUp(rooms) {
  const order = [...new Set(Object.keys(rooms).map(top))];
  return Object.entries(rooms).flatMap(([name, { uses }]) =>
    uses
      .filter((used) => order.indexOf(top(used)) > order.indexOf(top(name)))
      .map((used) => `${name} → ${used}`),
  );
}

module.exports = { ROOMS, arrowsUp };
