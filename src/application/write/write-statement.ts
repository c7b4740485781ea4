import { isoDate } from '#domain/calendar/local-date.ts';
import { type Action, actionOf } from '#domain/settlement/reconciliation.ts';
import { settlementWords as english } from '#i18n/en-US/settlement.ts';
import { statementPage as englishPage } from '#i18n/en-US/statement-page.ts';
import type { Language } from '#i18n/sentences.ts';
import { settlementWords as chinese } from '#i18n/zh-CN/settlement.ts';
import { statementPage as chinesePage } from '#i18n/zh-CN/statement-page.ts';
import { type StatementInput, statementPage } from '#pages/statement/statement-page.ts';
import { claimLetter, rowSentence } from '../reconcile/claim-letter.ts';
import type { Settlement } from '../reconcile/reconcile.ts';
import type { WorkbookPort } from '../workbook.port.ts';

/** What is to be done, most urgent first. */
const ORDER: readonly Action[] = ['claim', 'ask', 'enter', 'next-period', 'none'];

/** Writes the tab with causes, orders, what to claim and to ask, and the letter. */
export function writeStatement(
  port: WorkbookPort,
  settlement: Settlement,
  language: Language,
): Promise<string> {
  const isChinese = language === 'zh-CN';
  return port.writePage(
    statementPage(
      statementInput(port.title, settlement, language),
      isChinese ? chinesePage : englishPage,
      isChinese ? 'Microsoft YaHei' : 'Calibri',
    ),
  );
}

function statementInput(
  title: string,
  { reconciliation }: Settlement,
  language: Language,
): StatementInput {
  const words = language === 'zh-CN' ? chinese : english;
  const { rows, causes, totals, period } = reconciliation;
  const differing = rows.filter(({ cause }) => cause !== 'agrees');
  return {
    title,
    period: `${isoDate(period.from)} ~ ${isoDate(period.to)}`,
    totals,
    causes: [...causes]
      .filter(([cause]) => cause !== 'agrees')
      .map(([cause, amount]) => ({
        name: words.causes[cause],
        orders: rows.filter((row) => row.cause === cause).length,
        amount,
      }))
      .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)),
    groups: ORDER.flatMap((action) => {
      const own = differing.filter((row) => actionOf(row) === action);
      return own.length === 0
        ? []
        : [
            {
              action: words.actions[action],
              rows: own.map((row) => ({
                orderId: row.orderId || words.noNumber,
                customer: row.customer,
                product: row.product,
                ledger: row.ledgerRebate,
                statement: row.statementRebate,
                cause: words.causes[row.cause],
                sentence: rowSentence(row, language),
              })),
            },
          ];
    }),
    agreeing: rows.length - differing.length,
    letter: claimLetter(reconciliation, language).split('\n\n'),
  };
}
