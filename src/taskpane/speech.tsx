import type { AnyFact } from '#facts/any-fact.ts';
import { createContext, use } from 'react';
import { BASE_CATEGORY, SECURITY_CATEGORY } from '#domain/catalog/category.ts';
import { type LocalDate } from '#domain/calendar/local-date.ts';
import { Decimal } from '#domain/money/decimal.ts';
import type { Fen } from '#domain/money/fen.ts';
import { chance, day, percent, threshold, yuan } from '#i18n/format.ts';
import { say } from '#i18n/say/say.ts';
import type { Language } from '#domain/language.ts';
import type { Words } from '#i18n/sentences.ts';
import { pane as english } from '#i18n/en-US/pane.ts';
import { pane as chinese } from '#i18n/zh-CN/pane.ts';

export type PaneWords = Words<typeof english>;

/** One language's words and ways of writing figures. */
export interface Speech {
  readonly language: Language;
  readonly words: PaneWords;
  readonly yuan: (amount: Fen) => string;
  readonly percent: (rate: Decimal, isFloor?: boolean) => string;
  /** A share of 0…1 in whole per cent. */
  readonly share: (share: Decimal | number) => string;
  readonly chance: (share: Decimal) => string;
  readonly threshold: (amount: Fen) => string;
  readonly count: (count: number) => string;
  readonly day: (date: LocalDate) => string;
  /** A category as the language calls it; names of the user's own stay as they are. */
  readonly category: (name: string) => string;
  readonly say: (fact: AnyFact) => string;
}

export function speechOf(language: Language): Speech {
  const words = language === 'zh-CN' ? chinese : english;
  return {
    language,
    words,
    yuan,
    percent,
    share: (share) => `${new Decimal(share).times(100).toDecimalPlaces(0).toString()}%`,
    chance,
    threshold: (amount) => threshold(amount, language),
    count: (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ','),
    day,
    category: (name) =>
      ({
        [BASE_CATEGORY]: words.exampleCategories.base,
        [SECURITY_CATEGORY]: words.exampleCategories.security,
      })[name] ?? name,
    say: (fact) => say(fact, language),
  };
}

const SpeechContext = createContext<Speech>(speechOf('zh-CN'));

export const SpeechProvider = SpeechContext;

/** The words and figures of the language the pane speaks. */
export const useSpeech = (): Speech => use(SpeechContext);
