import { basename } from 'node:path';
import { reconcileJson } from '#application/reconcile/reconcile-json.ts';
import { type Settlement, reconcileStatement } from '#application/reconcile/reconcile.ts';
import { writeReview } from '#application/write/write-review.ts';
import type { LocalDate } from '#domain/calendar/local-date.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import { exampleName } from '#i18n/example-policy.ts';
import { yuan } from '#i18n/format.ts';
import { cliWords as english } from '#i18n/en-US/cli-words.ts';
import type { Language } from '#i18n/sentences.ts';
import { cliWords as chinese } from '#i18n/zh-CN/cli-words.ts';
import { analysisOf, writeJson } from './analyze-command.ts';
import type { Command } from './arguments.ts';
import { UnusableInput, openFile, sameFile, writeWhole } from './files.ts';
import type { Terminal } from './terminal.ts';

/**
 * `reconcile LEDGER STATEMENT …`: what the vendor's statement pays against what the ledger expects,
 * and why.
 */
export async function reconcileCommand(command: Command, screen: Terminal): Promise<void> {
  const [ledgerPath = '', ...statementPaths] = command.files;
  if (command.out !== undefined) {
    for (const path of command.files)
      if (await sameFile(path, command.out))
        throw new UnusableInput({ code: 'cli.out-is-input', given: command.out });
  }
  const file = await openFile(ledgerPath, screen.progress(basename(ledgerPath)));
  const statements = [];
  for (const path of statementPaths)
    statements.push(await openFile(path, screen.progress(basename(path))));
  const analysis = await analysisOf(file, command);
  if (analysis.policy.example)
    screen.tell({
      code:
        analysis.policy.name === examplePolicy.name ? 'cli.example-policy' : 'cli.example-given',
      name: exampleName(analysis.policy, command.language),
    });
  const settled = reconcileStatement({
    ledger: analysis.ledger,
    policy: analysis.policy,
    statementSheets: statements.flatMap(({ sheets }) => sheets),
    from: command.from as LocalDate,
    to: command.to as LocalDate,
  });
  if (!settled.ok) throw new UnusableInput(settled.error);
  if (command.out !== undefined) {
    await writeReview(file.workbook, {
      analysis,
      sheets: file.sheets,
      advised: [
        {
          from: command.from as LocalDate,
          to: command.to as LocalDate,
          amount: settled.value.reconciliation.statement.total,
        },
      ],
      language: command.language,
    });
    await writeWhole(command.out, file.workbook.save());
    screen.tell({ code: 'cli.written', name: command.out });
  }
  if (command.json !== undefined)
    await writeJson(command.json, reconcileJson(settled.value, command.language), screen);
  if (command.out === undefined && command.json === undefined)
    screen.print(summary(settled.value, command.language));
}

function summary(
  { reconciliation: { totals, causes, rows } }: Settlement,
  language: Language,
): string {
  const words = language === 'zh-CN' ? chinese : english;
  const count = new Map<string, number>();
  for (const { cause } of rows) count.set(cause, (count.get(cause) ?? 0) + 1);
  return [
    words.settled(yuan(totals.statement), yuan(totals.ledger), yuan(totals.difference)),
    ...[...causes].map(([cause, amount]) =>
      words.cause(cause, count.get(cause) ?? 0, yuan(amount)),
    ),
  ].join('\n');
}
