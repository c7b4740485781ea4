import { LONGEST_AMOUNT } from '../bounds.ts';
import { withNumerals } from '../reading/chinese-numerals.ts';
import { foldKey } from '../reading/fold-text.ts';
import type { Edge } from './policy.ts';

/** What a threshold's cell says about its ends, before either is read as a number. */
interface Bounds {
  /** 50万 of "50万(含)以上"; 0 of "50万以下". */
  readonly low: string;
  /** Upper end of a range, '' where it is left open, `undefined` where none is meant. */
  readonly high: string | undefined;
  /** On which side a bound lies, as signs, words and notes have it; null where nothing says so. */
  readonly edge: Edge | null;
  /** Both ends claim the bound that they share with their neighbours, or neither does. */
  readonly contradicts: boolean;
}

interface End {
  readonly body: string;
  readonly edge: Edge | null;
  readonly contradicts: boolean;
}

const AT = '≥|达到|满|不低于|不少于|不小于|大于等于|大于或等于|至少|atleast|minimum|nolessthan';
const ABOVE = '>|超过|超出|大于|高于|多于|over|above|morethan|greaterthan|exceeding';
const START = new RegExp(`^(?:(${AT})|(${ABOVE})|from)`);
const REST = /(?:\+|(及以上|andabove|andover|ormore|andup)|以上|起)$/;
/** 不足 and below leave the bound to the tier above, 不超过 and up to take it. */
const BELOW = /^(?:(<|低于|不足|不满|小于|below|under|lessthan)|(≤|不超过|不高于|不大于|upto))/;
/** (含) · (不含) · (含50万) · (incl.) */
const NOTE = /\((?:(不含|excl(?:\.|usive|uded|uding)?)|(含|incl(?:\.|usive|uded|uding)?))[^()]*\)$/;

/**
 * 50万(含)-100万 · [50,100)万 · 50万≤X<100万 · >=50万且<100万 · 50万以上100万以下 · 超过50万的部分
 */
export function boundsOf(typed: string): Bounds {
  const key = foldKey(typed);
  if (key.length > LONGEST_AMOUNT) return one(key);
  const text = withNumerals(key)
    .replace(/>=|=>|[≧⩾]/g, '≥')
    .replace(/<=|=<|[≦⩽]/g, '≤')
    .replace(/(?<=\d)(?:mn?|mio|millions?)(?![a-z])/g, '百万')
    .replace(/(?:的)?部分$/, '');
  if (NO_THRESHOLD.test(text)) return one('0');
  return interval(text) ?? between(text) ?? belowOnly(text) ?? range(text) ?? one(text);
}

const NO_THRESHOLD = /^(?:无门槛|不设门槛|无起点|nothreshold|nominimum)$/;

function one(text: string): Bounds {
  const { body, edge, contradicts } = lowEnd(text);
  return { low: body, high: undefined, edge: isZero(body) ? null : edge, contradicts };
}

/** [50万,100万) · (50,100]万: a round bracket on both sides is an accountant's minus. */
function interval(text: string): Bounds | undefined {
  const match = /^([[(])([\d.]+[^\d,;~\])-]*)[,;~-](\+?∞|[\d.]+[^\d,;~\])-]*)([\])])(\D*)$/.exec(
    text,
  );
  if (match === null) return undefined;
  const [, open = '', low = '', high = '', close = '', unit = ''] = match;
  if (open === '(' && close === ')') return undefined;
  const end = high.endsWith('∞') ? '' : high + unit;
  return {
    low: low + unit,
    high: end,
    // [a, b] claims both of its ends, which says nothing about either.
    edge: open === '[' && close === ']' ? null : open === '[' ? 'at' : 'above',
    contradicts: false,
  };
}

/** 50万≤X<100万 · ≥50万且<100万 · between 50万 and 100万 */
function between(text: string): Bounds | undefined {
  const around = /^([\d.,]+[^\d<≤=]*)([<≤])[^\d<≤=]*([<≤][\d.,].*)$/.exec(text);
  if (around !== null)
    return ends(`${around[2] === '<' ? '>' : '≥'}${around[1] ?? ''}`, around[3] ?? '');
  const words =
    /^between(.+?)and(.+)$/.exec(text) ?? /^介于(.+?)[和与至到-](.+?)(?:之间)?$/.exec(text);
  if (words !== null) return ends(words[1] ?? '', words[2] ?? '');
  const signs = /^([^<≤]+?)(?:且|并且|and|&|,)([<≤].+)$/.exec(variableGone(text));
  return signs === null ? undefined : ends(signs[1] ?? '', signs[2] ?? '');
}

/** X≥50万: what stands for the sales says nothing. */
const variableGone = (text: string): string =>
  text.replace(/^(?:x|s|销售额|业绩|sales)(?=[<>≤≥])/, '');

/** 50万以下 · 不足50万 · up to 500,000: from 0 on. */
function belowOnly(text: string): Bounds | undefined {
  const bare = variableGone(text);
  if (!BELOW.test(bare) && !/^\D*[\d.,]+[^\d以]*(?:以下|以内)(?:\([^()]*\))?$/.test(bare))
    return undefined;
  return ends('0', bare);
}

/** 200-500 · 50万(含)至100万(不含) · 50万以上100万以下 · 500K to 800K */
function range(text: string): Bounds | undefined {
  const apart = variableGone(text).replace(/(以上(?:\(不?含\))?),?(?=\d)/, '$1-');
  if (apart.startsWith('-')) return undefined;
  const parts = apart.split(/(?:[~‐‑‒–—―−至到-]|\.\.|(?<=[\dkw元万)])to(?=\d))+/);
  const [low = '', high] = parts;
  return high === undefined || parts.length > 2 ? undefined : ends(low, high);
}

function ends(lowText: string, highText: string): Bounds {
  const low = lowEnd(lowText);
  const high = highEnd(highText);
  const edge = isZero(low.body) ? null : low.edge;
  return {
    low: low.body,
    high: high.body,
    edge: edge ?? high.edge,
    contradicts:
      low.contradicts ||
      high.contradicts ||
      (edge !== null && high.edge !== null && edge !== high.edge),
  };
}

/** 0 has no neighbour below: its sign says nothing about the others. */
const isZero = (body: string): boolean => /^0(?:\.0*)?\D*$/.test(body);

function lowEnd(text: string): End {
  const start = START.exec(variableGone(text));
  const said = [edgeOf(start?.[1], start?.[2])];
  let body = variableGone(text).slice(start?.[0].length ?? 0);
  for (let last = ''; last !== body;) {
    last = body;
    const note = NOTE.exec(body);
    if (note !== null) said.push(edgeOf(note[2], note[1]));
    const rest = note === null ? REST.exec(body) : null;
    if (rest !== null) said.push(edgeOf(rest[1], undefined));
    body = body.slice(0, note?.index ?? rest?.index ?? body.length);
  }
  return endOf(body, said);
}

/** An upper end that takes its bound leaves the tier above to begin after it. */
function highEnd(text: string): End {
  const start = BELOW.exec(text);
  const said = [edgeOf(start?.[1], start?.[2])];
  let body = text.slice(start?.[0].length ?? 0);
  for (let last = ''; last !== body;) {
    last = body;
    const note = NOTE.exec(body);
    if (note !== null) said.push(edgeOf(note[1], note[2]));
    body = body.slice(0, note?.index ?? body.length).replace(/(?:以下|以内)$/, '');
  }
  return endOf(body, said);
}

const edgeOf = (at: string | undefined, above: string | undefined): Edge | null =>
  at !== undefined ? 'at' : above !== undefined ? 'above' : null;

function endOf(body: string, said: readonly (Edge | null)[]): End {
  const edges = new Set(said.filter((edge) => edge !== null));
  const [edge = null] = edges;
  return { body, edge, contradicts: edges.size > 1 };
}
