export const paneShell = {
  tabs: {
    overview: 'Overview',
    edges: 'Edge orders',
    advice: 'What to do',
    statement: 'Statement',
    policy: 'Policy',
  },
  actions: {
    analyze: 'Analyze sheet',
    analyzeAgain: 'Analyze again',
    cancel: 'Cancel',
    writeReview: 'Write review',
    more: 'More',
    settings: 'Settings',
    undoRun: 'Undo last run',
    clearHighlights: 'Clear highlights',
    copyDiagnostics: 'Copy diagnostics',
    close: 'Close',
    back: 'Back',
    retry: 'Try again',
    undo: 'Undo',
    copy: 'Copy',
  },
  firstRun: {
    purpose:
      'Rebate Radar reads your order sheet and tells you how far the next tier is, what ' +
      'reaching it pays, and which orders decide it.',
    found: (sheet: string, rows: string) => `Order sheet found: **${sheet}**, ${rows} rows`,
    notFound: 'No sheet with orders was found in this workbook.',
    noSheetReason: 'Open a sheet with an order number, a date and an amount first.',
    sample: 'Use the sample ledger',
    guide: 'How it works, in pictures',
    template: 'Create a workbook from the template',
    policy: 'Set the policy',
    kinds:
      "The rates are invented, no vendor's terms. Pick the kind that looks like yours: it is " +
      'written on a policy sheet of this workbook, for you to change.',
    policyWritten: (sheet: string) =>
      `The example policy was written to "${sheet}". Make it yours, then analyze.`,
    untouched:
      'Your rows are never changed. Edge orders are coloured, and the colours can be taken back.',
  },
  running: {
    working: 'Working: keep the pane open until it is done',
    read: 'Reading the sheet',
    understand: 'Telling orders, refunds and notes apart',
    compute: 'Computing tiers and edge orders',
    highlight: 'Colouring the edge orders',
    review: 'Writing the review',
    rewrite: 'Writing over the earlier review: it is finished, so that no half is left',
    share: (percent: string) => `${percent} %`,
    rows: (done: string, total: string | null) =>
      total === null ? `${done} rows read` : `${done} of ${total} rows`,
    seconds: (seconds: string) => `${seconds} s`,
    keepWorking: 'You can go on working in the sheet.',
    stopping: 'Stopping after this step',
  },
  failed: { title: 'The run stopped' },
  broken: {
    part:
      'This page could not be loaded (offline, or the add-in was just updated); the workbook ' +
      'is untouched.',
    pane: 'The pane failed; the workbook is untouched. Reload it to go on.',
    reload: 'Reload',
    report: 'Report of the check',
    copy: 'Copy',
  },
  stale: 'The sheet has changed since.',
  notes: {
    basis: (asOf: string, orders: string, sales: string) =>
      `As of ${asOf} · ${orders} orders count · ${sales} net`,
    example: "These figures rest on the example policy of an article, not on your vendor's.",
    setPolicy: 'Set your policy',
    unpaid: (count: number) =>
      `${count} ${count === 1 ? 'order earns' : 'orders earn'} nothing: no policy covers ` +
      `${count === 1 ? 'it' : 'them'}.`,
  },
  review: {
    written: (sheet: string) => `Review written to "${sheet}".`,
    show: 'Show the review',
    none: 'Analyze the sheet first.',
  },
  done: {
    cleared: 'Highlights cleared: your own colours are back.',
    undone: 'The last run was taken back.',
    nothingToUndo: 'There is no run to undo.',
    stopped: 'Stopped; nothing was left half done.',
    copied: 'Copied.',
  },
  settings: {
    title: 'Settings',
    yearStart: 'First month of the year',
    yearStartHint: 'Replaces what the policy says.',
    asPolicy: 'As the policy says',
    month: (month: number) => `Month ${month}`,
    asOf: 'Orders count up to',
    asOfHint: 'Empty: the last day in the ledger.',
    nearWindow: 'An order is near when the gap is within',
    nearWindowHint: 'Share of the next threshold.',
    colours: 'Colour these orders in the sheet',
    language: 'Language',
    apply: 'Apply and analyze again',
    badDate: 'Write the day as 2025-12-31.',
    kept: 'Kept in this workbook',
    keptHint:
      'Answers, settings, column meanings, and figures of past reviews, under hidden names ' +
      'RebateRadar_…. Sheets stay.',
    forget: 'Clear colours and forget all',
  },
  countedSheets: 'Order sheets counted',
  browser: {
    grid: {
      tools: 'Sheet',
      undo: 'Undo',
      redo: 'Redo',
      sortUp: 'Sort ascending',
      sortDown: 'Sort descending',
      filter: 'Filter',
      find: 'Find',
      readable: 'Table to read',
      readableHint: 'A plain table of the same cells, for reading by keyboard and screen reader',
      live: 'Edit the sheet',
    },
    open: 'Open a file',
    dropHint: 'Drop an .xlsx or .csv file anywhere on this page. It stays on this computer.',
    download: 'Download the result',
    template: 'Download the template',
    sheetLabel: (sheet: string) => `Sheet ${sheet}`,
    rowHeader: 'Row',
    sheets: 'Sheets',
    menu: 'More for this file',
    opening: 'Opening the file',
    saving: 'Preparing the file',
    cutSheets: (names: string) =>
      `${names}: the page shows the first rows; the analysis reads all of them. Open the ` +
      'file in Excel to edit the rest. Formulas of the file keep their stored results here.',
    notKept:
      'The file could not keep that, so it was not done: this page edits values and formulas.',
    edited:
      'You have edited cells that are not saved: download the result first, or leave without them.',
    switchLanguage: '中文',
    reread: 'Read this file again',
    saveBack: 'Save to the file',
    forget: 'Forget what is kept here',
    savedBack: 'Saved to the file.',
  },
  busy: { wait: 'Wait until the run is done.' },
};
