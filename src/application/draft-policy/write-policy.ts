import type { Language } from '#domain/language.ts';
import { type ExampleKind, EXAMPLES_BY_KIND } from '#domain/policy/example-kinds.ts';
import type { TypedPolicy } from '#domain/policy/typed-policy.ts';
import { FACT_SHEETS, isFactSheet, isPolicySheet, POLICY_SHEETS } from '../read/workbook-policy.ts';
import type { WorkbookPort } from '../workbook.port.ts';
import { examplePage, factsPage, policyPage } from './policy-page.ts';

/** Writes a policy typed in the pane, with its facts, and gives the name of its sheet. */
export async function writePolicy(
  port: WorkbookPort,
  draft: TypedPolicy,
  language: Language,
): Promise<string> {
  const name = await policyName(port, language);
  const [zh, en] = FACT_SHEETS;
  // Beside a policy of the user's own stand the user's own facts.
  if (draft.facts && !name.endsWith(DRAFT_MARK[language]))
    await port.writePage(factsPage(draft.facts, language, language === 'zh-CN' ? zh : en));
  return port.writePage(policyPage(draft, language, name));
}

/** Writes an example policy of a kind to begin with, and gives the name of its sheet. */
export async function writeExample(
  port: WorkbookPort,
  kind: ExampleKind,
  language: Language,
): Promise<string> {
  const at = language === 'zh-CN' ? 0 : 1;
  const { policy, facts } = EXAMPLES_BY_KIND[kind][at === 0 ? 'zh' : 'en'];
  const hasFacts = (await port.listSheets()).some((sheet) => isFactSheet(sheet));
  if (facts !== null && !hasFacts)
    await port.writePage(examplePage(facts, FACT_SHEETS[at], 'facts'));
  const name = await policyName(port, language);
  return port.writePage(examplePage(policy, name, 'policy'));
}

/** A policy sheet of the user's own is never written over: ours stands beside it as a draft. */
async function policyName(port: WorkbookPort, language: Language): Promise<string> {
  const own = (await port.listSheets()).some((sheet) => isPolicySheet(sheet) && !sheet.ours);
  const name = POLICY_SHEETS[language === 'zh-CN' ? 0 : 1];
  return own ? `${name} ${DRAFT_MARK[language]}` : name;
}

const DRAFT_MARK: Readonly<Record<Language, string>> = { 'zh-CN': '草稿', 'en-US': 'draft' };
