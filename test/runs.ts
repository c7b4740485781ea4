/** `npm run test:deep` sets it: how many times as much is tried. */
const times = Number(process.env['TEST_TIMES'] ?? 0);
const OF_EACH_FIVE = 2;
const AT_LEAST = 40;

/**
 * How often a property is tried that is to hold for so many cases: `npm test` makes two tries of
 * each five, though not fewer than forty; `npm run test:deep` all of them, many times.
 */
export const runs = (asked: number): number =>
  times > 0
    ? asked * times
    : Math.max(Math.min(asked, AT_LEAST), Math.ceil((asked * OF_EACH_FIVE) / 5));

/** How often chance itself is tried: so often in `npm test`, many times that in the deep run. */
export const tries = (asked: number): number => asked * Math.max(1, times);

/**
 * What chance begins with, printed by who uses it: TEST_SEED (in `npm test` that of the commit), or
 * anything.
 */
export const seed = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** Whether what was shown once, and is kept as shown, is shown again. */
export const isDeep = times > 0;
