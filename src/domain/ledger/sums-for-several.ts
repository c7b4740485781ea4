import type { Answers, Ledger } from './ledger.ts';

/**
 * The answers without amounts that were typed for several rows: nobody knows whose they are, and
 * the question stays.
 *
 * @param read - reads the ledger with other answers
 */
export function withoutSumsForSeveral(
  answers: Answers,
  read: (answers: Answers) => Ledger,
): Answers {
  const all = Object.entries(answers);
  const isSum = ([key, answer]: readonly [string, string]): boolean =>
    key.startsWith('ledger.') && /^amount:-?\d/.test(answer);
  if (!all.some(isSum)) return answers;
  const { questions } = read(Object.fromEntries(all.filter((one) => !isSum(one))));
  const several = new Set(
    questions.filter(({ indices }) => indices.length > 1).map(({ key }) => key),
  );
  return Object.fromEntries(all.filter((one) => !isSum(one) || !several.has(one[0])));
}
