import { files as filesEnglish } from './en-US/files.ts';
import { run as runEnglish } from './en-US/run.ts';
import type { Language } from './sentences.ts';
import { files as filesChinese } from './zh-CN/files.ts';
import { run as runChinese } from './zh-CN/run.ts';

type AnySentence = (fact: never) => string;

const TOPICS: Readonly<Record<Language, Readonly<Record<string, AnySentence>>>> = {
  'en-US': { ...filesEnglish, ...runEnglish },
  'zh-CN': { ...filesChinese, ...runChinese },
};

/** The sentence of any fact that can reach a screen; a code that nobody can say is shown as it is. */
export function say(fact: { readonly code: string }, language: Language): string {
  const sentence = TOPICS[language][fact.code];
  return sentence ? sentence(fact as never) : fact.code;
}
