import { Refusal } from '#domain/refusal.ts';
import { sayIn } from '#i18n/say/say.ts';
import { basename } from 'node:path';
import { advised } from '#application/analyze/analyze.ts';
import { jsonText } from '#application/write/json-text.ts';
import { reconcileJson } from '#application/reconcile/reconcile-json.ts';
import { type Settlement, reconcileStatement } from '#application/reconcile/reconcile.ts';
import { writeReview } from '#application/write/write-review.ts';
import { writeStatement } from '#application/write/write-statement.ts';
import { standsIn } from '#domain/policy/example-policy.ts';
import { exampleName } from '#i18n/example-policy.ts';
import { yuan } from '#i18n/format.ts';
import { cliWords as english } from '#i18n/en-US/cli-words.ts';
import type { Language } from '#domain/language.ts';
import { cliWords as chinese } from '#i18n/zh-CN/cli-words.ts';
import { assessmentOf } from './analyze-command.ts';
import type { Command } from '../arguments.ts';
import { openFile } from '../files.ts';
import type { Outputs } from '../outputs.ts';
import { checkEnding, savedAs } from './copy-ending.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `reconcile LEDGER STATEMENT …`: what the vendor's statement pays against what the ledger expects,
 * and why.
 *
 * @returns the causes in a few lines, for the screen
 */
export async function reconcileCommand(
  command: Command,
  screen: Terminal,
  outputs: Outputs,
): Promise<readonly string[]> {
  const [ledgerPath = '', ...statementPaths] = command.files;
  const file = await openFile(ledgerPath, screen.progress(basename(ledgerPath)));
  if (command.out !== undefined) checkEnding(file.workbook, command.out);
  const statements = [];
  for (const path of statementPaths)
    statements.push(await openFile(path, screen.progress(basename(path))));
  const assessed = await assessmentOf(file, command);
  if (assessed.policy.example)
    screen.tell({
      code: standsIn(assessed.policy) ? 'cli.example-policy' : 'cli.example-given',
      name: exampleName(assessed.policy, command.language),
    });
  const settled = reconcileStatement({
    ledger: assessed.ledger,
    policy: assessed.policy,
    statementSheets: statements.flatMap(({ sheets }) => sheets),
    from: command.from,
    to: command.to,
  });
  if (!settled.ok) throw new Refusal(settled.error);
  if (command.out !== undefined) {
    await writeReview(file.workbook, {
      analysis: advised(assessed),
      sheets: file.sheets,
      advised: [
        {
          ...settled.value.reconciliation.period,
          amount: settled.value.reconciliation.statement.total,
        },
      ],
      language: command.language,
    });
    await writeStatement(file.workbook, settled.value, command.language);
    await outputs.write(command.out, savedAs(file.workbook, command.out, screen));
  }
  if (command.json !== undefined) {
    const json = jsonText(reconcileJson(settled.value, command.language, sayIn(command.language)));
    await (command.json === '-' ? screen.print(json) : outputs.write(command.json, json));
  }
  return summary(settled.value, command.language);
}

const SHOWN: ReadonlySet<string> = new Set([
  'settlement.beyond-orders',
  'settlement.period-by-itself',
]);

function summary(
  { reconciliation: { totals, causes, rows, statement } }: Settlement,
  language: Language,
): readonly string[] {
  const words = language === 'zh-CN' ? chinese : english;
  const count = new Map<string, number>();
  for (const { cause } of rows) count.set(cause, (count.get(cause) ?? 0) + 1);
  return [
    words.settled(yuan(totals.statement), yuan(totals.ledger), yuan(totals.difference)),
    ...[...causes].map(([cause, amount]) =>
      words.cause(cause, count.get(cause) ?? 0, yuan(amount)),
    ),
    ...statement.facts.filter(({ code }) => SHOWN.has(code)).map(sayIn(language)),
  ];
}
