// The pages of customers are a part of the program that comes after the page
// has started. It may be late, not come at all, or not be what was built.
import { join } from 'node:path';

import type { Page, Route } from '@playwright/test';

import { CONTOSO, softwareOf } from '../support/app.ts';
import { copyOfBuild, damage } from '../support/builds.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';
import { FAILED_TO_LOAD } from '../support/watch.ts';

const say = texts('en');
const PART = '**/assets/customers-*.wasm';

const question = (page: Page) => page.getByRole('heading', { level: 1, name: say('start.question') });
const customers = (page: Page) => page.getByRole('heading', { level: 1, name: say('customers.title') });
const missing = (page: Page) => page.getByRole('heading', { level: 1, name: say('lazy.title') });
const place = (page: Page, name: string) => page.getByRole('navigation', { name: say('nav.label') }).getByRole('link', { name: say(name) });
const again = (page: Page) => page.getByRole('button', { name: say('act.retry') });

test('the page starts without it, and goes on when it comes', async ({ page }) => {
  const held: Route[] = [];
  await page.route(PART, (route) => void held.push(route));
  await page.goto('/');
  await expect(question(page)).toBeVisible();
  await place(page, 'nav.customers').click();
  await expect(page).toHaveURL(/\/customers$/);
  await expect(page.getByText(say('lazy.loading'))).toBeAttached();
  await expect.poll(() => held.length).toBe(1);
  await held[0]?.continue();
  await expect(customers(page)).toBeFocused();
  await expect(page.getByText(say('lazy.loading'))).toHaveCount(0);
});

test('it is fetched once, and before anybody needs it', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => void (/\/customers-\w+\.wasm/.test(request.url()) && fetched.push(request.url())));
  await page.goto('/');
  await expect(question(page)).toBeVisible();
  await expect.poll(() => fetched.length).toBe(1);
  for (const [name, heading] of [['nav.customers', customers], ['nav.start', question], ['nav.customers', customers]] as const) {
    await place(page, name).click();
    await expect(heading(page)).toBeVisible();
  }
  expect(fetched).toHaveLength(1);
});

for (const address of ['customers', softwareOf(CONTOSO.domain), 'report', 'requests', 'drafts']) {
  test(`on a page that needs it it does not wait for the program: ${address}`, async ({ page }) => {
    const held: Route[] = [];
    await page.route('**/assets/latchkey-*.wasm', (route) => void held.push(route));
    const asked = page.waitForRequest(PART);
    await page.goto(`/${address}`, { waitUntil: 'commit' });
    await asked;
    await expect.poll(() => held.length).toBe(1);
    await held[0]?.continue();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('when it does not come, the page says so, keeps its address and tries again when asked', async ({ page, watch }) => {
  watch.allow(FAILED_TO_LOAD);
  await page.route(PART, (route) => route.abort());
  await page.goto(`/${softwareOf(CONTOSO.domain)}`);
  await expect(missing(page)).toBeVisible();
  await expect(page.getByText(say('lazy.missing'))).toBeVisible();
  await again(page).click();
  await expect(missing(page)).toBeVisible();
  await page.unroute(PART);
  await again(page).click();
  await expect(page.getByRole('heading', { level: 1, name: CONTOSO.name })).toBeFocused();
  expect(new URL(page.url()).pathname).toBe(`/${softwareOf(CONTOSO.domain)}`);
});

test('whoever goes to such a page later has it asked for again', async ({ page, watch }) => {
  watch.allow(FAILED_TO_LOAD);
  await page.route(PART, (route) => route.abort());
  const failed = page.waitForEvent('requestfailed');
  await page.goto('/');
  await expect(question(page)).toBeVisible();
  await failed;
  await page.unroute(PART);
  await place(page, 'nav.customers').click();
  await expect(customers(page)).toBeVisible();
});

test('a changed byte in it is refused, and the rest of the page works', async ({ page, watch, servers }, info) => {
  watch.allow(/integrity|digest|hash|SRI|Failed to fetch|NetworkError/i);
  watch.allow(FAILED_TO_LOAD);
  const dir = await copyOfBuild(info.outputPath('damaged'));
  await damage(join(dir, 'assets'), 'customers-', '.wasm');
  const site = await servers.site({ dir });
  await page.goto(`${site.url}customers`);
  await expect(missing(page)).toBeVisible();
  await place(page, 'nav.settings').click();
  await expect(page.getByRole('heading', { level: 1, name: say('settings.title') })).toBeVisible();
});
