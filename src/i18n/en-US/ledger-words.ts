/** Words that sentences about ledgers share. */
export const UNITS: Readonly<Record<string, string>> = {
  wan: '10,000 yuan',
  thousand: 'thousand yuan',
  million: 'million yuan',
  yi: '100 million yuan',
  fen: 'fen',
  yuan: 'yuan',
};

export const quoted = (words: readonly string[]): string =>
  words.map((word) => `"${word}"`).join(', ');
