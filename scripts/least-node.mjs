import { readFileSync } from 'node:fs';

/**
 * Whether a version of Node is one that package.json's `engines` names, as alternatives of
 * `^MAJOR.MINOR.PATCH` and `>=MAJOR`.
 */
export function isNewEnough(version, engines) {
  const [major, minor] = version.replace('v', '').split('.').map(Number);
  return engines.split('||').some((one) => {
    const [least, from = 0] = one.match(/\d+/g).map(Number);
    return major === least ? minor >= from : one.includes('>=') && major > least;
  });
}

/** What is said to somebody whose Node is too old; in both languages, before any is chosen. */
export const tooOld = (version) =>
  `需要 Node.js 20.19 以上（22 系列需 22.13 以上），现在是 ${version}；请到 ` +
  `https://nodejs.org 下载新版再运行。\n` +
  `Node.js 20.19 or newer is needed (of 22: 22.13 or newer), this is ${version}: install a ` +
  `newer one from https://nodejs.org and run again.`;

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
if (!isNewEnough(process.version, engines.node)) {
  console.error(tooOld(process.version));
  process.exit(1);
}
