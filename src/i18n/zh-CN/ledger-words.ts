/** Words that sentences about ledgers share. */
export const UNITS: Readonly<Record<string, string>> = {
  wan: '万元',
  thousand: '千元',
  million: '百万元',
  yi: '亿元',
  fen: '分',
  yuan: '元',
};

export const quoted = (words: readonly string[]): string =>
  words.map((word) => `“${word}”`).join('、');
