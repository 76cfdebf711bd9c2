import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usualPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Where a Chromium is on this machine; undefined where there is none, and what needs one cannot be tested. */
export const chromiumPath = [process.env['CHROMIUM_PATH'], ...usualPaths].find((path) => path !== undefined && existsSync(path));

/** A browser that calls nobody by itself. */
export function openBrowser(executablePath: string): Promise<Browser> {
  const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath, args: quiet });
}
