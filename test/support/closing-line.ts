import type { Reporter, TestModule } from 'vitest/node';

/**
 * Says at the very end how many tests there were, in a line that any CI can read: `12 passed, 0 failed, 0 skipped`. A test that failed
 * first and passed when it was tried again is named before it: it is no failure, and nothing to be silent about.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    const triedAgain: string[] = [];
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state] += 1;
        if (state === 'passed' && (test.diagnostic()?.retryCount ?? 0) > 0) triedAgain.push(`${module.relativeModuleId}: ${test.fullName}`);
      }
      // A file that could not be loaded has no tests to fail.
      count.failed += module.errors().length;
    }
    count.failed += unhandledErrors.length;
    process.on('exit', () => {
      for (const name of triedAgain) process.stdout.write(`passed when tried again: ${name}\n`);
      process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped\n`);
    });
  }
}
