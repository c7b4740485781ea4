const FIGURES = '〇一二三四五六七八九十百千';
/** As banks write them. */
const OF_BANKS = '零壹贰叁肆伍陆柒捌玖拾佰仟';
const RUN = `[${FIGURES}${OF_BANKS}两]`;
/**
 * Tens and less are a word or a dash as often as a number: they need a unit behind them, or the end
 * of a range.
 */
const NUMERALS = new RegExp(
  `(?<![\\d.第]|${RUN})${RUN}{1,12}(?!${RUN})(?:(?=[万亿元圆至到~-])|(?<=[百千佰仟]${RUN}{0,11}))`,
  'g',
);

/** 五十万 as 50万, 伍拾万元整 as 50万元整, 一千二百万 as 1200万; 一千二 stays as it is. */
export const withNumerals = (text: string): string =>
  text.replace(NUMERALS, (run) => String(valueOf(run)));

const RATE = new RegExp(
  `^(\\D{0,4}?)(?:([百千万])(?:分之(.{1,12}?)|(${RUN}))(起|以上|及以上)?|` +
    `(${RUN}{1,4}(?:点${RUN}{1,3})?)(个百分点|个点|百分点))$`,
);

/** 百分之三点五 as 3.5%, 千分之八 as 8‰, 万五 as 5‱, 三个点 as 3个点; no other text. */
export function rateWithNumerals(text: string): string {
  const [all, before, of = '', said, one, after = '', points = '', unit] = RATE.exec(text) ?? [];
  if (all === undefined) return text;
  const sign = unit ?? '%‰‱'.charAt('百千万'.indexOf(of));
  return `${before}${decimalOf(said ?? one ?? points)}${sign}${after}`;
}

/** 三点五 as 3.5. */
const decimalOf = (text: string): string =>
  text
    .split('点')
    .map((part, at) => (at === 0 ? valueOf(part) : figuresOf(part)))
    .join('.');

const figureOf = (numeral = ''): number =>
  numeral === '两' ? 2 : Math.max(FIGURES.indexOf(numeral), OF_BANKS.indexOf(numeral));

/** 二〇二五 as 2025, figure by figure. */
export const figuresOf = (run: string): string =>
  [...run].map((each) => (figureOf(each) < 0 ? each : figureOf(each))).join('');

const ONE = '([一二三四五六七八九])';
const PLACES = new RegExp(
  `^(?:${ONE}千)?(?:〇?${ONE}百)?(?:〇?${ONE}?(十))?〇?(?:(?<=[十〇]|^)${ONE})?$`,
);

/**
 * Below ten thousand; the text itself where the places do not go down. 一千二 is 1,200 as people
 * say it and 1,002 as it is written.
 */
export function valueOf(run: string): string {
  const plain = [...run].map((each) => FIGURES.charAt(figureOf(each))).join('');
  const match = PLACES.exec(plain);
  if (match === null || plain.length < run.length) return run;
  const [, thousands, hundreds, tens, ten, ones] = match;
  const value = (numeral: string | undefined): number => Math.max(0, figureOf(numeral ?? '〇'));
  const ofTen = ten === undefined ? 0 : value(tens) || 1;
  return String(value(thousands) * 1000 + value(hundreds) * 100 + ofTen * 10 + value(ones));
}
