/** Prints one plain closing line after Jest's summary: "Tests: 812 passed, 0 failed". */
module.exports = class ClosingLine {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    process.stdout.write(
      `Tests: ${results.numPassedTests} passed, ${failed} failed` +
        (skipped > 0 ? `, ${skipped} skipped\n` : '\n'),
    );
  }
};
