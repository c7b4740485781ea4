import type { Language } from '#domain/language.ts';
import type { SettlementFact } from '#domain/settlement/settlement.facts.ts';
import {
  settlement as english,
  settlementWords as englishSettlement,
} from '#i18n/en-US/settlement.ts';
import { statementPage as englishPage } from '#i18n/en-US/statement-page.ts';
import type { Words } from '#i18n/sentences.ts';
import {
  settlement as chinese,
  settlementWords as chineseSettlement,
} from '#i18n/zh-CN/settlement.ts';
import { statementPage as chinesePage } from '#i18n/zh-CN/statement-page.ts';

/** Causes, actions and the words of the letter. */
export const settlementWords = (language: Language): Words<typeof englishSettlement> =>
  language === 'zh-CN' ? chineseSettlement : englishSettlement;

/** What the tab calls its parts. */
export const statementWords = (language: Language): Words<typeof englishPage> =>
  language === 'zh-CN' ? chinesePage : englishPage;

/** What the policy pays beside the lines of a settlement; nothing where that is nothing. */
export const besideLines = (
  facts: readonly SettlementFact[],
  language: Language,
): readonly string[] =>
  facts.flatMap((fact) =>
    fact.code === 'settlement.beyond-orders'
      ? [(language === 'zh-CN' ? chinese : english)[fact.code](fact)]
      : [],
  );
