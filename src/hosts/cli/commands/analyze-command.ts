import { Refusal } from '#domain/refusal.ts';
import type { AnyFact } from '#facts/any-fact.ts';
import { analysisJson } from '#application/analyze/analysis-json.ts';
import type { Analysis, Assessment } from '#domain/review/analysis.ts';
import { advised, assess } from '#application/analyze/analyze.ts';
import { jsonText } from '#application/write/json-text.ts';
import { highlightsOf } from '#application/write/highlights.ts';
import type { RunFact } from '#facts/run.ts';
import { DEFAULT_SETTINGS } from '#application/memory/settings.ts';
import { readOrders } from '#application/read/read-orders.ts';
import { today } from '../../today.ts';
import { workbookPolicy } from '#application/read/workbook-policy.ts';
import { writeReview } from '#application/write/write-review.ts';
import type { PolicyReading } from '#domain/policy-check/read-policy.ts';
import type { Sheet } from '#domain/sheet.ts';
import { examplePolicy, standsIn } from '#domain/policy/example-policy.ts';
import { exampleName } from '#i18n/example-policy.ts';
import { say, sayIn } from '#i18n/say/say.ts';
import type { Command } from '../arguments.ts';
import { checkEnding, savedAs } from './copy-ending.ts';
import { answersText, readAnswersFile } from '../answers-file.ts';
import { type OpenedFile, readCatalogFile, readFactsFile, readPolicyFile } from '../files.ts';
import { type OpenedLedgers, openLedgers, refuseBeyondSums } from './ledgers.ts';
import type { Outputs } from '../outputs.ts';
import { summary } from '../summary.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `analyze LEDGER`: figures as JSON, as a copy with highlights and the review.
 *
 * @returns the same in a few lines, for the screen
 */
export async function analyzeCommand(
  command: Command,
  screen: Terminal,
  outputs: Outputs,
): Promise<readonly string[]> {
  const { workbook, sheets } = await openLedgers(command, screen);
  if (command.out !== undefined && workbook !== null) checkEnding(workbook, command.out);
  const assessed = await assessmentOf({ sheets }, command);
  refuseBeyondSums(assessed);
  if (assessed.policy.example)
    screen.tell({
      code: standsIn(assessed.policy) ? 'cli.example-policy' : 'cli.example-given',
      name: exampleName(assessed.policy, command.language),
    });
  // The lines for the screen say nothing of what is advised.
  if (command.out !== undefined || command.json !== undefined)
    await write({ workbook, sheets }, advised(assessed), command, { screen, outputs });
  if (command.answers !== undefined) {
    const given = await readAnswersFile(command.answers);
    await outputs.write(command.answers, [answersText(given, assessed.ledger)]);
  }
  return summary(assessed, command.language);
}

async function write(
  { workbook, sheets }: OpenedLedgers,
  analysis: Analysis,
  command: Command,
  { screen, outputs }: { readonly screen: Terminal; readonly outputs: Outputs },
): Promise<void> {
  if (command.out !== undefined && workbook !== null)
    await outputs.write(command.out, await copyOf({ workbook, sheets }, analysis, command, screen));
  if (command.json === undefined) return;
  const json = jsonText(analysisJson(analysis, sayIn(command.language), command.rows));
  await (command.json === '-' ? screen.print(json) : outputs.write(command.json, json));
}

export async function assessmentOf(
  { sheets }: Pick<OpenedFile, 'sheets'>,
  command: Command,
): Promise<Assessment> {
  const policy = await policyOf(sheets, command);
  const ledger = readOrders(sheets, {
    policy: policy === undefined ? examplePolicy : policy.policy,
    ...(command.answers === undefined ? {} : { answers: await readAnswersFile(command.answers) }),
    ...(command.catalog === undefined ? {} : { catalog: await readCatalogFile(command.catalog) }),
  });
  const assessed = assess({
    ledger,
    policy,
    asOf: command.asOf,
    today: today(),
    yearStart: null,
    nearShare: DEFAULT_SETTINGS.nearWindow.toNumber(),
  });
  if (!assessed.ok) throw new Refusal(refusal(assessed.error, command));
  return assessed.value;
}

/** The policy of a file, or of the workbook; facts of a file go before its own. */
async function policyOf(
  sheets: readonly Sheet[],
  command: Command,
): Promise<PolicyReading | undefined> {
  const { policy, facts } = command;
  const given = facts === undefined ? undefined : await readFactsFile(facts);
  if (policy !== undefined) return readPolicyFile(policy, given);
  const own = workbookPolicy(sheets, given);
  // The example asks for no facts, but what is wrong with a file that was given is said.
  if (own === undefined && given?.findings.some(({ level }) => level === 'error'))
    throw new Refusal(refusal({ code: 'run.policy-errors', findings: given.findings }, command));
  return own;
}

function refusal(fact: RunFact, { language }: Command): AnyFact {
  if (fact.code !== 'run.policy-errors') return fact;
  const errors = fact.findings
    .filter(({ level }) => level === 'error')
    .map(({ cell, fact: error }) => ({ cell, sentence: say(error, language) }));
  // A column that is not read may be what an error comes from.
  const unread = fact.findings
    .filter((finding) => finding.fact.code === 'policy.column-unread')
    .map(({ cell, fact: doubt }) => ({ cell, sentence: say(doubt, language) }));
  return { code: 'cli.policy-wrong', errors, unread };
}

/** The ledger as it was, with highlights and the review tab. */
async function copyOf(
  { workbook, sheets }: OpenedFile,
  analysis: Analysis,
  { language, out = '' }: Command,
  screen: Terminal,
): Promise<Uint8Array> {
  await workbook.clearHighlights();
  for (const { sheet, columns, fills } of highlightsOf(analysis, DEFAULT_SETTINGS.coloured))
    await workbook.highlight(sheet, columns, fills);
  await writeReview(workbook, { analysis, sheets, language });
  return savedAs(workbook, out, screen);
}
