import type { Language } from '#domain/language.ts';
import type { AnyFact, Say } from '#facts/any-fact.ts';
import { advice as adviceEnglish } from '../en-US/advice.ts';
import { cli as cliEnglish } from '../en-US/cli.ts';
import { compliance as complianceEnglish } from '../en-US/compliance.ts';
import { decision as decisionEnglish } from '../en-US/decision.ts';
import { excel as excelEnglish } from '../en-US/excel.ts';
import { files as filesEnglish } from '../en-US/files.ts';
import { forecast as forecastEnglish } from '../en-US/forecast.ts';
import { ledger as ledgerEnglish } from '../en-US/ledger.ts';
import { policy as policyEnglish } from '../en-US/policy.ts';
import { rebate as rebateEnglish } from '../en-US/rebate.ts';
import { rebateColumns as rebateColumnsEnglish } from '../en-US/rebate-columns.ts';
import { run as runEnglish } from '../en-US/run.ts';
import { settlement as settlementEnglish } from '../en-US/settlement.ts';
import { type Sentences, sentenceOf } from '../sentences.ts';
import { functionsChinese, functionsEnglish } from './of-functions.ts';
import { advice as adviceChinese } from '../zh-CN/advice.ts';
import { cli as cliChinese } from '../zh-CN/cli.ts';
import { compliance as complianceChinese } from '../zh-CN/compliance.ts';
import { decision as decisionChinese } from '../zh-CN/decision.ts';
import { excel as excelChinese } from '../zh-CN/excel.ts';
import { files as filesChinese } from '../zh-CN/files.ts';
import { forecast as forecastChinese } from '../zh-CN/forecast.ts';
import { ledger as ledgerChinese } from '../zh-CN/ledger.ts';
import { policy as policyChinese } from '../zh-CN/policy.ts';
import { rebate as rebateChinese } from '../zh-CN/rebate.ts';
import { rebateColumns as rebateColumnsChinese } from '../zh-CN/rebate-columns.ts';
import { run as runChinese } from '../zh-CN/run.ts';
import { settlement as settlementChinese } from '../zh-CN/settlement.ts';

/** Typed by all facts at once: a code that one language cannot say does not compile. */
export const SENTENCES: Readonly<Record<Language, Sentences<AnyFact>>> = {
  'en-US': {
    ...adviceEnglish,
    ...cliEnglish,
    ...complianceEnglish,
    ...decisionEnglish,
    ...excelEnglish,
    ...filesEnglish,
    ...forecastEnglish,
    ...functionsEnglish,
    ...ledgerEnglish,
    ...policyEnglish,
    ...rebateEnglish,
    ...rebateColumnsEnglish,
    ...runEnglish,
    ...settlementEnglish,
  },
  'zh-CN': {
    ...adviceChinese,
    ...cliChinese,
    ...complianceChinese,
    ...decisionChinese,
    ...excelChinese,
    ...filesChinese,
    ...forecastChinese,
    ...functionsChinese,
    ...ledgerChinese,
    ...policyChinese,
    ...rebateChinese,
    ...rebateColumnsChinese,
    ...runChinese,
    ...settlementChinese,
  },
};

/** The sentence of any fact. */
export const say = (fact: AnyFact, language: Language): string =>
  sentenceOf(SENTENCES[language], fact);

/** One language's way of saying facts, for those who must not know the languages. */
export const sayIn =
  (language: Language): Say =>
  (fact) =>
    say(fact, language);
