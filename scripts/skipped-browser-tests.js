/** Says at the end of a run how many tests of a real browser were skipped, and why; nothing where none was. */
export default class SkippedBrowserTests {
  /** @param {unknown} _contexts @param {import('@jest/reporters').AggregatedResult} results */
  onRunComplete(_contexts, { testResults }) {
    const skipped = testResults
      .filter(({ testFilePath }) => testFilePath.endsWith('.browser.test.ts'))
      .reduce((sum, { numPendingTests }) => sum + numPendingTests, 0);
    if (skipped === 0) return;
    // Jest writes its summary after it has told every reporter.
    process.once('exit', () => {
      process.stderr.write(
        `\nSkipped browser tests: ${skipped}. There is no Chromium: install it, or name its file in MSGRAPH_SOAR_CHROMIUM.\n`,
      );
    });
  }
}
