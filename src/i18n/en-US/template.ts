/** Words and sample rows of the template workbook. The Chinese ones are typed against these. */
export const templateWords = {
  sheets: {
    start: 'Start here',
    orders: 'Orders',
    policy: 'Rebate policy',
    figures: 'Figures',
    pipeline: 'Pipeline',
    catalog: 'Catalog',
    customers: 'Customers',
    settlements: 'Settlements',
    plain: 'Plain formulas',
    examples: 'Policy examples',
  },
  tables: {
    orders: 'Orders',
    policy: 'RebatePolicyRows',
    pipeline: 'Pipeline',
    catalog: 'Catalog',
    customers: 'Customers',
    settlements: 'Settlements',
  },
  start: {
    title: 'Rebate workbook',
    subtitle: 'Orders, policy and settlements in one place; Rebate Radar reads them as they stand.',
    steps: 'In five steps',
    step: [
      'Rebate policy: replace the example with your own thresholds and rates, and write in ' +
        '"Source" which document they come from.',
      'Orders: delete the sample rows (select them, right-click, Delete > Table Rows) and ' +
        'type or paste yours below the header. Formulas fill themselves in.',
      'Pipeline: deals that are not signed yet, with the chance that they will be. When one ' +
        'is signed, move its row to Orders.',
      'Open Rebate Radar from the Home tab and choose Analyze sheet: tiers, edge orders and ' +
        'what is worth doing now.',
      'At the end of a quarter choose Write review: a page of plain figures to print or to send.',
    ],
    trouble: 'If something looks wrong',
    problem: [
      [
        'A cell shows #NAME?',
        'The add-in is not loaded, or the formula was typed before it was. Open Rebate ' +
          'Radar and choose Repair formulas. Without the add-in, the two "plain" columns ' +
          'show the same figures.',
      ],
      [
        'A formula begins with _xldudf_',
        'The workbook was opened without the add-in; the figures shown are the last ones ' +
          'computed. They stay as long as the cell is not recalculated.',
      ],
      [
        'You send the workbook outside',
        'Choose Copy as values in Rebate Radar: the copy holds figures only and looks the ' +
          'same everywhere.',
      ],
      [
        'The pane does not open by itself',
        'Home tab > Rebate Radar. The workbook asks for it, but some ways of installing do ' +
          'not allow it.',
      ],
      [
        'WPS or LibreOffice',
        'Everything except the add-in formulas recalculates there; the plain columns give ' +
          'the same figures or say see the add-in. Fill the grey formulas down into rows ' +
          'added below the table; the figures sheet reminds you.',
      ],
    ],
    colours: 'Colours',
    typed: 'White: type here',
    computed: 'Grey: computed, leave as it is',
    example: 'The policy in this workbook is an example from a trade article, not an official one.',
  },
  policy: {
    title: 'Rebate policy',
    note:
      'EXAMPLE, not an official policy: thresholds 500,000 / 2,000,000 / 5,000,000 of the ' +
      "calendar year's sales of both categories. Replace it with your own. One row per " +
      'tier; a blank cell repeats the one above inside the component.',
    name: 'Example policy',
    all: 'all',
    scheme: 'whole',
    edge: 'at',
    accumulate: 'year',
    pay: 'quarter',
    trueUp: 'yes',
    stack: 'add',
    base: 'gross',
    rounding: 'half-up, on the total',
    refund: 'on its day',
    source: 'Trade article, example table: reaching 500,000 / 2,000,000 / 5,000,000',
    lists: {
      scheme: ['whole', 'marginal', 'increment'],
      edge: ['at', 'above'],
      accumulate: ['order', 'month', 'quarter', 'half', 'year'],
      pay: ['month', 'quarter', 'half', 'year'],
      yesNo: ['yes', 'no'],
      base: ['gross', 'net'],
      refund: ['on its day', 'original rate', 'restate'],
    },
    ratePrompt: ['Rate', '0.07 or 7%. "12%+" means at least 12%: computed as 12%, kept marked.'],
    thresholdPrompt: ['Threshold', 'Yuan of sales at which the tier begins, e.g. 500000.'],
  },
  categories: { base: 'Base', security: 'Security' },
  orders: {
    title: 'Orders',
    note: 'One row per order; refunds as negative rows. Delete the sample rows and enter your own.',
    columns: {
      id: 'Order ID',
      customer: 'Customer',
      product: 'Product',
      category: 'Category',
      type: 'Order type',
      signedOn: 'Signed on',
      ordered: 'Order amount',
      voucher: 'Voucher',
      paid: 'Paid',
      status: 'Status',
      counted: 'Counted amount',
      payer: 'Plain component',
      running: 'Running tier sales',
      plainTier: 'Plain tier',
      plainRebate: 'Plain rebate',
      received: 'Rebate received',
      receivedOn: 'Received on',
      remark: 'Remark',
      plainWindow: 'Plain window',
      plainShare: 'Plain share',
      plainFraction: 'Plain fraction',
    },
    types: ['new', 'renewal', 'upgrade', 'refund'],
    statuses: ['signed', 'paid', 'settled'],
    datePrompt: ['Signed on', 'A date such as 2025-03-31. Orders count on this day.'],
    amountPrompt: ['Amount', 'Yuan, tax included; refunds negative.'],
    categoryPrompt: ['Category', 'Pick one of the categories of the policy.'],
  },
  figures: {
    title: 'Figures of the year',
    note:
      'Above, plain formulas that every spreadsheet computes: a policy they cannot follow ' +
      'says see the add-in, never another figure. Below, what the add-in works out.',
    columns: {
      component: 'Component',
      sales: 'Sales this year',
      tierSales: 'Sales that set the tier this period',
      plainTier: 'Plain tier',
      plainRate: 'Plain rate',
      plainRebate: 'Plain rebate',
    },
    year: 'Year',
    total: 'Total',
    addIn:
      'Everything the add-in works out (REBATE_SUMMARY, spills by itself; #NAME? without ' +
      'the add-in)',
    plainHolds:
      'The plain formulas compute the policy as it stands; without the add-in the figures ' +
      'are the same.',
    rowsNotCounted: ' order row(s) without formulas, not counted: fill the grey formulas down.',
  },
  examples: {
    title: 'Policy examples',
    note:
      "The rates are invented, no vendor's terms. Copy a table with its header onto the " +
      'policy sheet (or into a policy file) and make it your own; the add-in computes these ' +
      'clauses.',
    kinds: {
      'quarter-targets': 'Quarterly targets',
      'new-customers': 'New customers',
      'customer-cap': 'A cap for each customer',
      growth: 'Growth on last year',
      'renewal-gate': 'Gate on the renewal rate',
      'year-top-up': 'Year tops up the quarters',
    },
  },
  plain: {
    title: 'Plain formulas',
    note:
      'The policy and the orders once more, in plain formulas, for colleagues without the ' +
      'add-in. All computed: leave as it is.',
    see: 'see the add-in',
    not: 'not counted',
    year: 'Year',
    ready: 'Plain formulas hold (1 yes, 0 no)',
    words: 'Words understood',
    rules: 'Rows of the policy',
    components: 'Components',
    guards: {
      columns: 'the policy sheet has columns added, removed or renamed.',
      orderColumns:
        'the order table has columns added, removed or renamed, or words beside it, that the ' +
        'add-in has to judge.',
      rules:
        'the policy has a threshold, a rate or a clause stated in two ways that plain ' +
        'formulas cannot read.',
      components:
        'the policy has a clause that plain formulas cannot follow (increment, months, no ' +
        'true-up, rounding per order, versions within the year …).',
      spellings: 'one category is spelt in two ways in the policy.',
      orders: 'an order has a status, type, date, amount or category that the add-in has to judge.',
      rows: 'some order rows have no formulas.',
      deals: 'the pipeline has a row that is signed or says no status.',
      catalog: 'the catalog has services of your own.',
    },
  },
  pipeline: {
    title: 'Pipeline',
    note:
      'Deals that are not signed yet. Delete the sample rows; move a row to Orders when it is ' +
      'signed.',
    columns: {
      id: 'Reference',
      customer: 'Customer',
      product: 'Product',
      category: 'Category',
      signedOn: 'Close date',
      amount: 'Amount',
      probability: 'Probability',
      cost: 'Cost to pull in',
      status: 'Status',
      remark: 'Remark',
    },
    status: 'pending',
    probabilityPrompt: ['Probability', 'Chance that the deal is signed, 0% to 100%.'],
  },
  catalog: {
    title: 'Catalog',
    note: 'Which category a product belongs to, and other names for it, separated by commas.',
    columns: { product: 'Product', category: 'Category', aliases: 'Also called' },
  },
  customers: {
    title: 'Customers',
    note: 'Optional: industry and region by customer.',
    columns: {
      customer: 'Customer',
      industry: 'Industry',
      region: 'Region',
      owner: 'Owner',
      remark: 'Remark',
    },
  },
  settlements: {
    title: 'Settlements',
    note: 'What the vendor stated and what arrived, by pay period.',
    columns: {
      period: 'Pay period',
      expected: 'Expected',
      stated: 'Stated by the vendor',
      received: 'Received',
      receivedOn: 'Received on',
      open: 'Outstanding',
      remark: 'Remark',
    },
  },
  samples: {
    customers: [
      ['Harbour Logistics', 'Logistics', 'East'],
      ['Lakeside School', 'Education', 'East'],
      ['River Hospital', 'Healthcare', 'East'],
      ['Summit Machinery', 'Manufacturing', 'North'],
      ['Orchard Retail', 'Retail', 'South'],
      ['Meridian Internet', 'Internet', 'North'],
    ],
    products: [
      ['Elastic Compute Service', 'ECS, cloud server'],
      ['Object Storage Service', 'OSS, object storage'],
      ['ApsaraDB RDS', 'RDS, cloud database'],
      ['Server Load Balancer', 'SLB, load balancer'],
      ['Web Application Firewall', 'WAF, cloud WAF'],
      ['Bastionhost', 'bastion host'],
      ['Security Center', 'SAS'],
      ['Anti-DDoS', 'DDoS protection'],
      ['Database Audit', 'DB audit'],
    ],
    remark: 'sample row, delete me',
  },
};
