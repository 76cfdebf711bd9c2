import { describe, expect, test } from 'vitest';
import { testBehindRouter } from './behind-a-router.ts';
import { hiveIsInstalled, hiveIsMandatory, startHiveRouter } from './hive-router.ts';

const howToInstall = 'Not tested behind Hive Gateway, which is not installed: "npm run peers" installs it.';

describe.runIf(hiveIsInstalled)('behind Hive Gateway', () => {
  testBehindRouter(startHiveRouter, 90_000);
});

test('Hive Gateway is installed where the run asks for it', ({ skip }) => {
  if (!hiveIsInstalled) process.stderr.write(`${howToInstall}\n`);
  skip(!hiveIsInstalled && !hiveIsMandatory, howToInstall);
  expect(hiveIsInstalled ? 'installed' : howToInstall).toBe('installed');
});
