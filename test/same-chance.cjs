const { readFileSync } = require('node:fs');

/** Properties begin with TEST_SEED, as the fuzzing does; a failure prints it. */
const seed = process.env['TEST_SEED'];
// Loaded only for who uses it: there are hundreds of files that do not.
if (seed !== undefined && readFileSync(expect.getState().testPath, 'utf8').includes("'fast-check'"))
  require('fast-check').configureGlobal({ seed: Number(seed) });
