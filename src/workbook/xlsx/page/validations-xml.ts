import { columnName } from '#domain/sheet.ts';
import { invariant } from '#domain/result.ts';
import type { Page, PagePrompt } from '#pages/page.ts';
import { escapeAttribute, escapeText } from '../xml/text.ts';

/** Excel takes at most this much for a list written into the rule itself. */
const MAX_LIST = 255;

export function validationsXml(page: Page, rename: (text: string) => string): string {
  const lists = (page.validations ?? []).map((rule) =>
    ruleXml('list', rule, `<formula1>${escapeText(listFormula(rule.list, rename))}</formula1>`),
  );
  const checks = (page.checks ?? []).map((rule) =>
    ruleXml(rule.kind, rule, `<formula1>${rule.least}</formula1><formula2>${rule.most}</formula2>`),
  );
  const rules = [...lists, ...checks];
  return rules.length === 0
    ? ''
    : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

interface Rule {
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
  readonly soft?: boolean;
  readonly prompt?: PagePrompt;
}

function ruleXml(
  type: string,
  { column, fromRow, toRow, soft, prompt }: Rule,
  formulas: string,
): string {
  const letter = columnName(column);
  const said =
    prompt === undefined
      ? ''
      : ` promptTitle="${escapeAttribute(prompt.title.slice(0, 32))}" ` +
        `prompt="${escapeAttribute(prompt.text.slice(0, 255))}"`;
  const refused = soft === true ? '' : ' showErrorMessage="1"';
  const error =
    prompt === undefined || soft === true
      ? ''
      : ` errorTitle="${escapeAttribute(prompt.title.slice(0, 32))}" ` +
        `error="${escapeAttribute(prompt.text.slice(0, 225))}"`;
  return (
    `<dataValidation type="${type}" allowBlank="1" ` +
    `showInputMessage="1"${refused}${error}${said} ` +
    `sqref="${letter}${fromRow + 1}:${letter}${toRow + 1}">${formulas}</dataValidation>`
  );
}

function listFormula(list: readonly string[] | string, rename: (text: string) => string): string {
  if (typeof list === 'string') return rename(list.replace(/^=/, ''));
  const joined = list.join(',');
  invariant(
    joined.length <= MAX_LIST && list.every((choice) => !choice.includes(',')),
    `a list of choices fits into a validation rule: ${joined}`,
  );
  return `"${joined.replaceAll('"', '""')}"`;
}
