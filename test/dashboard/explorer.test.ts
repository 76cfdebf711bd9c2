import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { useStory } from '../support/story.ts';
import { tell, whileWaiting } from '../stories/events/listen.ts';

// A machine without a browser is told of, not passed over in silence.
describe.skipIf(chromiumPath === undefined)(`the explorer${chromiumPath === undefined ? ' (no Chromium here: set CHROMIUM_PATH)' : ''}`, () => {
  const story = useStory();
  let browser: Browser;

  beforeAll(async () => {
    if (chromiumPath !== undefined) browser = await openBrowser(chromiumPath);
  });
  afterAll(() => browser?.close());

  async function open(query: string) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${story.gateway.url}/graphql?query=${encodeURIComponent(query)}`);
    return page;
  }

  test('has the query of its address, and runs it when asked to', async () => {
    const page = await open('query FromTheAddress { vacancies(first: 1) { nodes { source } } }');
    await page.locator('.graphiql-query-editor').getByText('FromTheAddress').first().waitFor();
    expect(await page.locator('.result-window').textContent()).not.toContain('vacancies');
    await page.locator('.graphiql-execute-button').click();
    await page.locator('.result-window').getByText('nodes').first().waitFor();
  });

  test('subscribes, and shows what it is told', async () => {
    const { sandbox, gateway } = story;
    const page = await open('subscription { vacancyChanged { vacancyId kind } }');
    await page.locator('.graphiql-execute-button').click();
    const told = page.locator('.result-window').getByText('cegid:vacancy:seen-').first().waitFor();
    await whileWaiting(told, 200, (count) => tell(sandbox, gateway, { event_type: 'vacancy_deleted', reference: `seen-${Date.now()}-${count}` }));
    expect(await page.locator('.result-window').textContent()).not.toContain('errors');
  });
});
