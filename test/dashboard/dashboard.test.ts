import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { bearing, client, clientsFile, keyOf } from '../support/clients-file.ts';
import { useStory } from '../support/story.ts';

/** Where a picture of the page is kept, for people to look at. */
const artefacts = new URL('../../test-artefacts/', import.meta.url).pathname;

const file = await clientsFile([client('bi', ['insights:read']), client('frontend', [])]);

async function enter(page: Page, key: string): Promise<void> {
  // A password has no role; its label is what people see.
  const field = page.locator('label', { hasText: /Key|Sleutel/ }).locator('input');
  await field.fill(key);
  await field.press('Enter');
}

/** A number as the page writes it in English. */
function numberOf(text: string | null): number {
  return Number((text ?? '').replaceAll(',', ''));
}

// A machine without a browser is told of, not passed over in silence.
describe.skipIf(chromiumPath === undefined)(`the dashboard${chromiumPath === undefined ? ' (no Chromium here: set CHROMIUM_PATH)' : ''}`, () => {
  // One gateway for all: each would read the same days anew, and use up the account's calls of a minute.
  const story = useStory({ environment: { CLIENTS_FILE: file.path, ANONYMOUS_SCOPES: 'vacancies:read', OPERATION_TIMEOUT_MS: '20000' } });
  let browser: Browser;

  beforeAll(async () => {
    if (chromiumPath === undefined) return;
    browser = await openBrowser(chromiumPath);
    mkdirSync(artefacts, { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    await file[Symbol.asyncDispose]();
  });

  /** A fresh tab; everything that it asks for and that goes wrong in it is noted. */
  async function open(options: BrowserContextOptions = {}): Promise<{ page: Page; asked: string[]; problems: string[] }> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, timezoneId: 'America/New_York', ...options });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const [asked, problems]: [string[], string[]] = [[], []];
    page.on('request', (request) => void asked.push(request.url()));
    page.on('pageerror', (error) => void problems.push(error.message));
    page.on('console', (message) => {
      // A refused key is a refused request, of which the browser itself tells.
      if (message.type() === 'error' && !message.text().includes('401')) problems.push(message.text());
    });
    await page.goto(`${story.gateway.url}/dashboard`);
    return { page, asked, problems };
  }

  async function openWithKey(options?: BrowserContextOptions) {
    const tab = await open(options);
    await enter(tab.page, keyOf('bi'));
    await tab.page.getByText('The figures are there.').waitFor({ state: 'attached' });
    return tab;
  }

  test('shows the figures that the graph answers, and asks nobody but the gateway', async () => {
    const { page, asked, problems } = await openWithKey();
    const [from, to] = [await page.getByLabel('From', { exact: true }).inputValue(), await page.getByLabel('To', { exact: true }).inputValue()];
    const response = await fetch(`${story.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearing(keyOf('bi')).headers },
      body: JSON.stringify({ query: 'query ($period: PeriodInput!) { insightSummary(period: $period) { complete total { clicks applications cost } } }', variables: { period: { from, to } } }),
    });
    const { data } = (await response.json()) as { data: { insightSummary: { complete: boolean; total: { clicks: number; applications: number; cost: number } } } };
    const { clicks, applications, cost } = data.insightSummary.total;
    expect(clicks).toBeGreaterThan(0);
    const figure = (name: string) => page.locator('#totals > div').filter({ has: page.getByText(name, { exact: true }) }).locator('dd').textContent();
    expect(await figure('Clicks')).toBe(new Intl.NumberFormat('en-GB').format(clicks));
    expect(await figure('Applications')).toBe(new Intl.NumberFormat('en-GB').format(applications));
    expect(await figure('Cost')).toBe(new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }).format(cost));
    expect(await page.locator('#notice').isVisible()).toBe(false);
    await page.screenshot({ path: `${artefacts}dashboard.png`, fullPage: true });
    expect(asked.every((address) => address.startsWith(`${story.gateway.url}/`) || address.startsWith('data:'))).toBe(true);
    expect(problems).toEqual([]);
  });

  test('saves the period as a file, with the key in a header', async () => {
    const { page, asked } = await openWithKey();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Per vacancy: CSV' }).click()]);
    await page.getByText('The file is complete.').waitFor();
    expect(download.suggestedFilename()).toMatch(/^insights-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.split('\r\n').length).toBeGreaterThan(10);
    expect(asked.join(' ')).not.toContain(keyOf('bi'));
  });

  test('has a table for every chart, whose days sum to the totals', async () => {
    const { page } = await openWithKey();
    const figures = page.locator('#charts figure');
    expect(await figures.count()).toBe(4);
    await figures.first().getByText('As a table').click();
    const cells = await figures.first().locator('tbody td').allTextContents();
    expect(cells).toHaveLength(30);
    const total = await page.locator('#totals dd').first().textContent();
    expect(cells.reduce((sum, cell) => sum + numberOf(cell), 0)).toBe(numberOf(total));
    for (const canvas of await page.locator('#charts canvas').all()) expect(await canvas.getAttribute('aria-label')).toMatch(/\w+, Over time\./);
  });

  test('asks for a key where anonymous callers may not read figures, and says what is wrong with one', async () => {
    const { page } = await open();
    await page.getByRole('heading', { name: 'A key is needed' }).waitFor();
    expect(await page.locator('#key-error').isVisible()).toBe(false);
    await enter(page, 'no-such-key');
    await page.getByText('The gateway does not know this key.').waitFor();
    await enter(page, keyOf('frontend'));
    await page.getByText('This key may not read figures').waitFor();
    expect(await page.locator('#figures').isVisible()).toBe(false);
    // Nothing of a key stays in the address, where logs and histories would keep it.
    expect(page.url()).toBe(`${story.gateway.url}/dashboard`);
  });

  test('speaks Dutch and English, and remembers which', async () => {
    const { page } = await open({ locale: 'nl-NL' });
    await page.getByRole('heading', { name: 'Hoe vacatures het doen' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'How vacancies do' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('heading', { name: 'How vacancies do' }).waitFor();
  });

  test('is used by keyboard alone: language, period, interval, sorting', async () => {
    const { page } = await openWithKey();
    const focused = () => page.evaluate('document.activeElement?.textContent?.trim() ?? ""');
    await page.reload();
    await page.getByText('The figures are there.').waitFor({ state: 'attached' });
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('To the figures');
    const seen = new Set<unknown>();
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      seen.add(await focused());
    }
    for (const name of ['Nederlands', 'Other key', '7 days', 'This year', 'Show', 'Week', 'As a table', 'Clicks', 'Show more', 'CSV', 'PARQUET']) expect([...seen]).toContain(name);
    const clicks = page.getByRole('columnheader', { name: 'Clicks' }).last();
    expect(await clicks.getAttribute('aria-sort')).toBe('descending');
    await clicks.getByRole('button').press('Enter');
    expect(await page.getByRole('columnheader', { name: 'Clicks' }).last().getAttribute('aria-sort')).toBe('ascending');
    expect(await focused()).toBe('Clicks');
  });

  test('refuses a period that is none, in words', async () => {
    const { page } = await openWithKey();
    await page.getByLabel('From', { exact: true }).fill('2026-05-02');
    await page.getByLabel('To', { exact: true }).fill('2026-05-01');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'may not be after the last' }).waitFor();
    await page.getByLabel('From', { exact: true }).fill('2020-01-01');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'at most 400 days' }).waitFor();
    expect(await page.locator('#totals').isVisible()).toBe(true);
  });

  test('says so where the source could not be read to its end', async () => {
    const { page } = await openWithKey();
    await story.sandbox.upstreams.ictergezocht.stop();
    // What was read before is still known; this was not.
    await page.getByRole('button', { name: '90 days' }).click();
    await page.locator('#notice').filter({ hasText: 'not complete' }).waitFor();
    expect(await page.locator('#totals dd').first().textContent()).toBe('–');
  });

  test('fits a telephone without scrolling sideways, and the dark', async () => {
    const { page, problems } = await openWithKey({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
    const widths = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [number, number];
    expect(widths[0]).toBeLessThanOrEqual(widths[1]);
    await page.screenshot({ path: `${artefacts}dashboard-telephone.png`, fullPage: true });
    expect(problems).toEqual([]);
  });
});
