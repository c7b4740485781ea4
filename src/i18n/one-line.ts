/** What ends a line, or stands where it could be taken for the end of one. */
const BREAKS = /(?<=\S)\s{2,}|[\t-\r\x85\u2028\u2029]/g;
/**
 * What a terminal obeys instead of showing: a name in a file could clear the screen, set its title,
 * or turn the figures beside it round.
 */
const OBEYED = /[\0-\x08\x0E-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/g;

/**
 * A sentence that holds what somebody else wrote, as the one line that it is: a name with a line
 * break, or with a screen's width of spaces, could imitate a line of ours.
 */
export const oneLine = (text: string): string =>
  text.replace(BREAKS, ' ').replace(OBEYED, '\uFFFD');
