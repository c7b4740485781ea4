const FIGURES = '〇一二三四五六七八九';
/** As banks write them, the traditional ones folded; 两 and 零 beside them. */
const SAME: ReadonlyMap<string, string> = new Map(
  [...'零壹贰叁肆伍陆柒捌玖两拾佰仟'].map((each, at) => [
    each,
    [...'〇一二三四五六七八九二十百千'][at] ?? '',
  ]),
);
const PLACES = '十百千';
const RUN = '[〇零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]';
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
  text.replace(NUMERALS, (run) => String(valueOf(run) ?? run));

/** 百分之三点五 as 3.5%, 千分之八 as 8‰, 万五 as 5‱, 三个点 as 3个点; no other text. */
export function rateWithNumerals(text: string): string {
  const parts =
    /^([^\d%‰]{0,4}?)(百|千|万)(?:分之(.{1,12}?)|([一二三四五六七八九]))(起|以上|及以上)?$/.exec(
      text,
    );
  if (parts !== null) {
    const [, before = '', of = '', said, one = '', after = ''] = parts;
    return `${before}${decimalOf(said ?? one)}${SIGN_OF[of as keyof typeof SIGN_OF]}${after}`;
  }
  const points = new RegExp(`^(${RUN}{1,4}(?:点${RUN}{1,3})?)(个百分点|个点|百分点)(.*)$`).exec(
    text,
  );
  return points === null ? text : `${decimalOf(points[1] ?? '')}${points[2]}${points[3]}`;
}

const SIGN_OF = { 百: '%', 千: '‰', 万: '‱' } as const;

/** 三点五 as 3.5. */
const decimalOf = (text: string): string => {
  const [whole = '', part] = text.split('点');
  const figures =
    part === undefined ? '' : `.${[...part].map((each) => valueOf(each) ?? each).join('')}`;
  return `${valueOf(whole) ?? whole}${figures}`;
};

/** Below ten thousand; `undefined` where the places do not go down: 一千二, 十百. */
function valueOf(run: string): number | undefined {
  let [total, last, figure, isGap] = [0, PLACES.length, -1, false];
  for (const each of run) {
    const numeral = SAME.get(each) ?? each;
    const place = PLACES.indexOf(numeral);
    if (place < 0) {
      const value = FIGURES.indexOf(numeral);
      if (figure > 0 || value < 0 || (isGap && value === 0)) return undefined;
      if (value === 0) isGap = true;
      else figure = value;
      continue;
    }
    if (place >= last || (figure < 0 && (place > 0 || total > 0))) return undefined;
    total += Math.max(1, figure) * 10 ** (place + 1);
    [last, figure, isGap] = [place, -1, false];
  }
  // 一千二 is 1,200 as people say it and 1,002 as it is written.
  if (figure > 0 && last > 0 && total > 0 && !isGap) return undefined;
  return figure > 0
    ? total + figure
    : total > 0
      ? total
      : run === '〇' || run === '零'
        ? 0
        : undefined;
}
