import { LONGEST_HEADER } from '../bounds.ts';
import { foldText } from '../reading/fold-text.ts';
import { moneyNote } from '../reading/headers.ts';
import type { AmountUnit } from '../reading/number-text.ts';
import type { Edge } from './policy.ts';
import { pattern } from '../pattern.ts';

interface SplitHeader {
  readonly words: string;
  readonly notes: readonly string[];
  /** The note stands apart by a space, a dash or a slash alone. */
  readonly apart?: boolean;
}

/** What the notes of a header say about the numbers below it. */
interface HeaderNotes {
  readonly unit: AmountUnit;
  readonly percent: boolean;
  readonly unread: readonly string[];
  readonly currency: string | null;
  /** On which side of a threshold its own amount lies: 门槛(不含), Sales over. */
  readonly edge: Edge | null;
}

const BRACKETS = /[([{【〔]([^)\]}】〕]*)[)\]}】〕]?/g;
/** 门槛/万元 · 门槛：万元 · 门槛 万元 */
const APART = /^(.+?)\s*[/:_,，\s-]\s*([^/:_\s]+(?:\s*10,?000)?)$/;
const JOINED = /^(.+?)(万元|千元|元|万|wan|[%‰])$/i;
/** 门槛(万元)≥ · 销售额超过 · Sales over */
const SIGN = /^(.+?)\s*(>=|≥|>|以上|超过|大于|高于|达到|不低于|\bover|\babove|\bat least)$/i;

/** Readings of a header as words with notes, the most literal first. */
export function splitHeader(header: string): readonly SplitHeader[] {
  const text = foldText(header).trim();
  if (text.length > LONGEST_HEADER) return [{ words: text, notes: [] }];
  const inside = [...text.matchAll(BRACKETS)].map(([, note]) => note as string);
  const outside = text.replace(BRACKETS, ' ').trim();
  const readings: SplitHeader[] = [
    { words: text, notes: [] },
    { words: outside, notes: inside },
  ];
  for (const pattern of [JOINED, APART, SIGN]) {
    const match = pattern.exec(outside);
    if (match !== null)
      readings.push({
        words: match[1] ?? '',
        notes: [...inside, match[2] ?? ''],
        apart: pattern === APART,
      });
  }
  return readings;
}

const ABOVE = pattern('i')`
  ^(?:不含(?:本数)?|>|超过|超出|大于|高于|over|above|more than|greater than|excl(?:\.|usive|uded
  |uding)?)$
`;
const AT = pattern('i')`
  ^(?:含(?:本数)?|≥|>=|达到|满|不低于|不少于|大于等于|至少|at|at least|at or (?:above|over)
  |incl(?:\.|usive|uded|uding)?|and above)$
`;
const PERCENT = /^(?:%|百分比|百分数|百分号|百分率|percent|percentage|pct)$/i;
/** Words that say nothing about the number itself. */
const PLAIN = /^(?:以上|单位|unit|unit of|in|cny|rmb|含税|tax included|incl\.? tax|)$/i;

/** @param sides - whether 含 and over say on which side of it the amount lies */
export function readNotes(notes: readonly string[], sides: boolean): HeaderNotes {
  let [unit, percent, currency]: [AmountUnit, boolean, string | null] = ['yuan', false, null];
  let edge: Edge | null = null;
  const unread: string[] = [];
  for (const part of notes.flatMap(partsOf)) {
    const money = moneyNote(part);
    if (sides && ABOVE.test(part)) edge = 'above';
    else if (sides && AT.test(part)) edge = 'at';
    else if (PERCENT.test(part)) percent = true;
    else if (money?.unit !== undefined) unit = money.unit;
    else if (money?.currency !== undefined) currency = money.currency;
    else if (!PLAIN.test(part)) unread.push(part);
  }
  return { unit, percent, unread, currency, edge };
}

/** "单位：万元，含税" is two notes, "RMB 10,000" one. */
function partsOf(note: string): readonly string[] {
  const text = note.trim();
  if ([moneyNote(text) !== undefined, ABOVE.test(text), AT.test(text)].some(Boolean)) return [text];
  return text
    .split(/[,，、;；/:：\s]+/)
    .map((part) => part.replace(/^单位|(?<=.)以上$/, '').trim())
    .filter((part) => part !== '');
}
