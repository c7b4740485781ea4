import { settlementWords as english } from '#i18n/en-US/settlement.ts';
import type { Language } from '#domain/language.ts';
import { settlementWords as chinese } from '#i18n/zh-CN/settlement.ts';

/** Names of causes and actions. */
export const settlementSpeech = (
  language: Language,
): Pick<typeof english, 'causes' | 'actions' | 'undecided'> =>
  language === 'zh-CN' ? chinese : english;
