import { cli as cliEnglish } from './en-US/cli.ts';
import { decision as decisionEnglish } from './en-US/decision.ts';
import { excel as excelEnglish } from './en-US/excel.ts';
import { files as filesEnglish } from './en-US/files.ts';
import { forecast as forecastEnglish } from './en-US/forecast.ts';
import { ledger as ledgerEnglish } from './en-US/ledger.ts';
import { compliance as complianceEnglish } from './en-US/compliance.ts';
import { advice as adviceEnglish } from './en-US/advice.ts';
import { policy as policyEnglish } from './en-US/policy.ts';
import { rebate as rebateEnglish } from './en-US/rebate.ts';
import { rebateColumns as columnsEnglish } from './en-US/rebate-columns.ts';
import { run as runEnglish } from './en-US/run.ts';
import { settlement as settlementEnglish } from './en-US/settlement.ts';
import type { Language } from './sentences.ts';
import { cli as cliChinese } from './zh-CN/cli.ts';
import { decision as decisionChinese } from './zh-CN/decision.ts';
import { excel as excelChinese } from './zh-CN/excel.ts';
import { files as filesChinese } from './zh-CN/files.ts';
import { forecast as forecastChinese } from './zh-CN/forecast.ts';
import { ledger as ledgerChinese } from './zh-CN/ledger.ts';
import { compliance as complianceChinese } from './zh-CN/compliance.ts';
import { advice as adviceChinese } from './zh-CN/advice.ts';
import { policy as policyChinese } from './zh-CN/policy.ts';
import { rebate as rebateChinese } from './zh-CN/rebate.ts';
import { rebateColumns as columnsChinese } from './zh-CN/rebate-columns.ts';
import { run as runChinese } from './zh-CN/run.ts';
import { settlement as settlementChinese } from './zh-CN/settlement.ts';

type AnySentence = (fact: never) => string;

const TOPICS: Readonly<Record<Language, Readonly<Record<string, AnySentence>>>> = {
  'en-US': {
    ...filesEnglish,
    ...runEnglish,
    ...policyEnglish,
    ...rebateEnglish,
    ...cliEnglish,
    ...decisionEnglish,
    ...forecastEnglish,
    ...settlementEnglish,
    ...excelEnglish,
    ...adviceEnglish,
    ...ledgerEnglish,
    ...complianceEnglish,
    ...columnsEnglish,
  },
  'zh-CN': {
    ...filesChinese,
    ...runChinese,
    ...policyChinese,
    ...rebateChinese,
    ...cliChinese,
    ...decisionChinese,
    ...forecastChinese,
    ...settlementChinese,
    ...excelChinese,
    ...adviceChinese,
    ...ledgerChinese,
    ...complianceChinese,
    ...columnsChinese,
  },
};

/**
 * The sentence of any fact that can reach a screen; a code that nobody can say is shown as it is.
 */
export function say(fact: { readonly code: string }, language: Language): string {
  const sentence = TOPICS[language][fact.code];
  return sentence ? sentence(fact as never) : fact.code;
}
