const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Folders and files whose tests wait for a browser, for LibreOffice or for commands, the slowest
 * first: what is begun last alone keeps one core at work while the others are done. Jest knows how
 * long a file takes only where it has run before.
 */
const SLOW = [
  'test/pages/template/plain-columns.test.ts',
  'test/e2e/accessibility.test.ts',
  'test/e2e/excel.test.ts',
  'test/hosts/large.test.ts',
  'test/e2e/',
  'test/workbook/office/faults.test.ts',
  'test/fuzz/',
  'test/architecture/',
  'test/hosts/',
  'test/host/',
  'test/pages/template/',
  'test/pages/review/',
];

module.exports = class SlowFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = SLOW.findIndex((part) => path.replaceAll('\\', '/').includes(`/${part}`));
      return at < 0 ? SLOW.length : at;
    };
    // Within a rank as Jest would: by what it took, else by size.
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
