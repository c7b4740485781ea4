import { type Fen, fen, subtractFen, sumFen } from '#domain/money/fen.ts';
import {
  type Action,
  type ReconciledRow,
  type Reconciliation,
  actionOf,
} from '#domain/settlement/reconciliation.ts';
import { settlementWords as english } from '#i18n/en-US/settlement.ts';
import type { Language } from '#domain/language.ts';
import { oneLine } from '#i18n/one-line.ts';
import { settlementWords as chinese } from '#i18n/zh-CN/settlement.ts';

const SECTIONS = ['claim', 'ask', 'next-period', 'enter'] as const satisfies readonly Action[];

const wordsOf = (language: Language): typeof english =>
  (language === 'zh-CN' ? chinese : english) as typeof english;

/** What happened to one order, with its figures, and what we do before we act on it. */
export function rowSentence(row: ReconciledRow, language: Language): string {
  const { checkFirst } = wordsOf(language);
  const said = vendorSentence(row, language);
  if (sentenceOf(row) !== 'maybe-other') return said;
  const first = row.ledgerRebate === 0 ? checkFirst.enter : checkFirst.claim;
  return `${said}${language === 'zh-CN' ? '' : ' '}${first}`;
}

/** What both sides may read of it; the parts where several causes met. */
function vendorSentence(row: ReconciledRow, language: Language): string {
  const words = wordsOf(language);
  const sentence = words.rows[sentenceOf(row)]({
    ...row.findings,
    maybe: row.maybe ?? '',
    ledger: row.ledgerRebate,
    statement: row.statementRebate,
    difference: row.difference,
  });
  if (row.parts.length < 2 || row.unread) return sentence;
  const parts = row.parts
    .map((part) => words.part(words.causes[part.cause], part.amount))
    .join(language === 'zh-CN' ? '，' : ', ');
  return `${sentence}${language === 'zh-CN' ? '' : ' '}${words.ofWhich(parts)}`;
}

function sentenceOf(row: ReconciledRow): keyof typeof english.rows {
  if (row.unread) return 'unread';
  if (row.maybe !== undefined) return 'maybe-other';
  const isBackAlone = row.cause === 'missing-in-statement' && row.statementRebate < 0;
  return isBackAlone ? 'back-alone' : row.cause;
}

/**
 * The letter to the vendor as plain text: what to pay, to explain, to settle elsewhere, and what is
 * taken over.
 */
export function claimLetter(reconciliation: Reconciliation, language: Language): string {
  const { letter } = wordsOf(language);
  const { period } = reconciliation;
  // What we could not read is ours to correct, not the vendor's.
  const rows = reconciliation.rows.filter(({ unread }) => !unread);
  const unread = reconciliation.rows.length - rows.length;
  const [statement, ledger] = [
    sumFen(rows.map((row) => row.statementRebate)),
    sumFen(rows.map((row) => row.ledgerRebate)),
  ];
  const sections = SECTIONS.flatMap((action) =>
    section(
      rows.filter((row) => actionOf(row) === action),
      action,
      language,
    ),
  );
  const rounding = sumFen(
    rows.filter((row) => row.cause === 'rounding').map((row) => row.difference),
  );
  const agrees = rows.every((row) => row.cause === 'agrees');
  return [
    letter.subject(period.from, period.to),
    ...(rows.length === 0
      ? []
      : [
          agrees
            ? letter.agrees(statement, unread > 0)
            : letter.opening(statement, ledger, subtractFen(statement, ledger)),
        ]),
    ...(unread === 0 ? [] : [letter.unread(unread)]),
    ...sections,
    ...(rows.some((row) => row.cause === 'rounding') ? [letter.rounding(rounding)] : []),
    ...(sections.length > 0 ? [letter.closing] : []),
  ].join('\n\n');
}

function section(
  rows: readonly ReconciledRow[],
  action: (typeof SECTIONS)[number],
  language: Language,
): readonly string[] {
  if (rows.length === 0) return [];
  const { letter } = wordsOf(language);
  const total = sumFen(rows.map((row) => row.difference));
  const heading = letter.sections[action](action === 'enter' ? total : owed(total));
  return [[heading, ...rows.map((row, index) => rowLine(row, index + 1, language))].join('\n')];
}

/** The vendor's side of a difference: what is missing is asked for as a positive amount. */
const owed = (difference: Fen): Fen => fen(-difference);

function rowLine(row: ReconciledRow, number: number, language: Language): string {
  const { letter, noNumber } = wordsOf(language);
  const who = [row.customer, row.product]
    .filter((text) => text !== '')
    .join(language === 'zh-CN' ? '，' : ', ');
  const order = row.orderId === '' ? noNumber : row.orderId;
  return oneLine(letter.line(number, order, who, vendorSentence(row, language)));
}
