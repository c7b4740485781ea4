import { isoDate } from '#domain/calendar/local-date.ts';
import { type Action, actionOf } from '#domain/settlement/reconciliation.ts';
import type { Language } from '#domain/language.ts';
import { type StatementInput, statementPage } from '#pages/statement/statement-page.ts';
import { claimLetter, rowSentence } from '#pages/statement/claim-letter.ts';
import {
  besideLines,
  settlementWords,
  statementWords,
} from '#pages/statement/statement-language.ts';
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
  return port.writePage(
    statementPage(
      statementInput(port.title, settlement, language),
      statementWords(language),
      language === 'zh-CN' ? 'Microsoft YaHei' : 'Calibri',
    ),
  );
}

function statementInput(
  title: string,
  { reconciliation }: Settlement,
  language: Language,
): StatementInput {
  const words = settlementWords(language);
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
    beside: besideLines(reconciliation.statement.facts, language),
    letter: claimLetter(reconciliation, language).split('\n\n'),
  };
}
