import { LONGEST_FORMAT } from '../bounds.ts';

/** What an Excel number format says about the number under it. */
interface FormatMeaning {
  readonly isDate: boolean;
  /** "USD" for a dollar format; undefined when no currency or the yuan is shown. */
  readonly foreign: string | undefined;
  /**
   * How a 万 in the format relates to the value: `scaled` (0!.0,"万" shows 125000 as 12.5万: the
   * value is yuan), `literal` (0.0"万" shows 12.5 as 12.5万: the value is 万), `odd` (shows a
   * figure that is neither), `none`.
   */
  readonly wan: 'none' | 'scaled' | 'literal' | 'odd';
}

const PLAIN: FormatMeaning = { isDate: false, foreign: undefined, wan: 'none' };
const known = new Map<string, FormatMeaning>();

export function meaningOfFormat(format: string | null | undefined): FormatMeaning {
  if (format === null || format === undefined || format === 'General' || format === '@')
    return PLAIN;
  const before = known.get(format);
  if (before !== undefined) return before;
  const meaning = interpret(format);
  known.set(format, meaning);
  return meaning;
}

/** Shows the number as it stands: yuan or no currency at all, no 万, no date. */
export function isPlainFormat(format: string | null | undefined): boolean {
  const { isDate, foreign, wan } = meaningOfFormat(format);
  return !isDate && foreign === undefined && wan === 'none';
}

function interpret(written: string): FormatMeaning {
  const format = written.slice(0, LONGEST_FORMAT);
  const positive = format.split(';')[0] ?? '';
  const bare = positive.replace(/"[^"]*"|\\.|!.|_.|\*.|\[[^\]]*\]/g, '');
  return {
    isDate: /[ymdhs年月日]/i.test(bare) && !/[0#?]/.test(bare.replace(/\.0+/g, '')),
    foreign: foreignCurrency(positive),
    // 0.5 that is shown as 50% is no half yuan.
    wan: bare.includes('%') ? 'odd' : wanMeaning(positive),
  };
}

function foreignCurrency(format: string): string | undefined {
  const text = format.normalize('NFKC');
  if (/hk\$|hkd|港/i.test(text)) return 'HKD';
  if (/€|eur|欧元/i.test(text)) return 'EUR';
  if (/£|gbp|英镑/i.test(text)) return 'GBP';
  if (/jpy|日元|¥-411/i.test(text)) return 'JPY';
  const symbols = text.replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '"$1"').replace(/"([^"]*)"/g, '$1');
  return /\$|usd|美元|美金/i.test(symbols) ? 'USD' : undefined;
}

function wanMeaning(format: string): FormatMeaning['wan'] {
  if (!/[万萬w]/i.test(format.replace(/\[[^\]]*\]/g, ''))) return 'none';
  const thousands = /[0#?](,+)(?![0#?])/.exec(format)?.[1]?.length ?? 0;
  const trick = /[0#?](?:[!\\]\.|"\.")([0#?]+)/.exec(format)?.[1]?.length ?? 0;
  if (thousands === 0 && trick === 0) return 'literal';
  // A literal point before n digits shows the number divided by 10^n; each comma divides by a
  // thousand.
  return thousands * 3 + trick === 4 ? 'scaled' : 'odd';
}
