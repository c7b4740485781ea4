/** The few lines that the commands print. */
export const cliWords = {
  comma: '; ',
  read: (orders: number, net: string, asOf: string): string =>
    `${orders} orders and refunds, net ${net}, as of ${asOf}`,
  policy: (name: string): string =>
    name === '' ? 'Rebate policy: its table gives no name' : `Rebate policy: ${name}`,
  question: (sheet: string, cell: string, typed: string, sentence: string): string =>
    `Open: ${sheet} ${cell}${typed === '' ? '' : ` "${typed}"`}: ${sentence}`,
  moreQuestions: (n: number): string => `${n} more questions (listed by --json)`,
  moreOfReport: (n: number): string => `${n} more remarks on what was read (listed by --json)`,
  questions: (n: number): string =>
    `${n === 1 ? '1 row is' : `${n} rows are`} left out until a question is answered ` +
    '(--json lists them)',
  warnings: (n: number): string => `${n === 1 ? '1 warning' : `${n} warnings`} (--json lists them)`,
  window: (component: string, period: string, tier: number, rate: string, rebate: string): string =>
    `${component} ${period}: tier ${tier} at ${rate}, rebate ${rebate}`,
  unknown: (component: string, period: string) =>
    `${component} ${period}: cannot be computed, see below`,
  members: (component: string, period: string, members: number, rebate: string) =>
    `${component} ${period}: ${members} kept apart, together ${rebate}`,
  finding: (cell: string, sentence: string) =>
    `Policy${cell === '' ? '' : ` ${cell}`}: ${sentence}`,
  moreFindings: (n: number) => `${n} more remarks on the policy (listed by --json)`,
  gap: (gap: string, next: string, gain: string | null): string =>
    `${gap} short of ${next}${gain === null ? '' : `, worth ${gain}`}`,
  capped: (amount: string): string => `cap ${amount}`,
  topTier: 'top tier',
  totals: (rebate: string, received: string, outstanding: string): string =>
    `Rebate to date ${rebate}, received ${received}, outstanding ${outstanding}`,
  notTruedUp: (beyond: string): string =>
    `  of which ${beyond} against the sum of the periods: not trued up, or taken back`,
  edges: (n: number): string =>
    `${n} edge orders (--out writes a copy with highlights and the review tab)`,
  settled: (statement: string, ledger: string, difference: string): string =>
    `Paid by the statement ${statement}, earned by the orders ${ledger}, ` +
    `difference ${difference}`,
  cause: (cause: string, n: number, amount: string): string => `  ${cause} (${n}): ${amount}`,
};
