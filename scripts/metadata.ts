import type { ArgumentName } from '#facts/functions.ts';
import type { FunctionId } from '#facts/functions.ts';
import type { Parameter } from '#functions/spec.ts';
import { SPECS } from '#functions/specs.ts';
import {
  type FunctionText,
  argumentTexts as englishArgumentTexts,
  functionTexts as englishTexts,
} from '#i18n/en-US/function-texts.ts';
import { argumentNames as englishNames } from '#i18n/en-US/functions.ts';
import type { Language } from '#domain/language.ts';
import {
  argumentTexts as chineseArgumentTexts,
  functionTexts as chineseTexts,
} from '#i18n/zh-CN/function-texts.ts';
import { argumentNames as chineseNames } from '#i18n/zh-CN/functions.ts';
import { helpPath } from './help-paths.ts';

export const TEXTS = {
  'en-US': {
    argumentNames: englishNames,
    argumentTexts: englishArgumentTexts,
    functionTexts: englishTexts,
  },
  'zh-CN': {
    argumentNames: chineseNames,
    argumentTexts: chineseArgumentTexts,
    functionTexts: chineseTexts,
  },
} as const satisfies Record<Language, unknown>;

/** Excel as it is kept up to date, or the perpetual one of 2021. */
export type ExcelKind = 'any' | 'ltsc2021';

/**
 * What Excel is told about the functions, in one language. Names and ids are the same in every
 * language, because they stand in people's formulas.
 *
 * @param address of the host, with a slash at the end
 * @param excel 'ltsc2021': for offices whose Excel ends when functions take errors
 */
export function functionsMetadata(
  language: Language,
  address: string,
  excel: ExcelKind = 'any',
): string {
  const functions = SPECS.map((spec) => ({
    id: spec.id,
    name: spec.id,
    description: TEXTS[language].functionTexts[spec.id].summary,
    helpUrl: `${address}${helpPath(language, spec.id)}`,
    parameters: spec.parameters.map((parameter) => parameterMetadata(spec.id, parameter, language)),
    result: { type: 'any', dimensionality: spec.result },
  }));
  // Error cells are let in, so that one of them in a range is told in its own place. Where they
  // are not, Excel itself ends the whole call with the error: never a figure.
  const errors = excel === 'any' ? { allowErrorForDataTypeAny: true } : {};
  return `${JSON.stringify({ ...errors, functions }, null, 2)}\n`;
}

/** What an argument of a function is. */
export function parameterText(id: FunctionId, name: ArgumentName, language: Language): string {
  const own: FunctionText = TEXTS[language].functionTexts[id];
  return own.parameters?.[name] ?? TEXTS[language].argumentTexts[name];
}

function parameterMetadata(
  id: FunctionId,
  { name, dimensionality, optional }: Parameter,
  language: Language,
): object {
  return {
    name: TEXTS[language].argumentNames[name],
    description: parameterText(id, name, language),
    type: 'any',
    dimensionality,
    ...(optional === true && { optional: true }),
  };
}
