// A list of two thousand customers: read page after page, a few rows in the
// document, and Back to the same place.
import type { Locator, Page } from '@playwright/test';

import { expect, test as base } from '../support/app.ts';
import { dist } from '../support/environment.ts';
import { serveSandbox, type Server } from '../support/servers.ts';
import { FAILED_TO_LOAD } from '../support/watch.ts';

const test = base.extend<object, { crowd: Server }>({
  crowd: [
    async ({}, use) => {
      const server = await serveSandbox('--static', dist, '--customers', '2000');
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ crowd }, use) => use(crowd.url),
});

test.beforeEach(({ watch, crowd }) => watch.allowOrigin(crowd.url));

const rows = (page: Page): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader') });

/** The number of the last row drawn; the head is row 1. */
async function lastRow(page: Page): Promise<number> {
  return Number(await rows(page).last().getAttribute('aria-rowindex'));
}

/** Scrolls until the list has so many rows; by script, since a wheel's turn goes on by itself in Firefox. */
async function scrollTo(page: Page, wanted: number): Promise<void> {
  await expect(rows(page).first()).toBeVisible();
  while ((await lastRow(page)) <= wanted) {
    await page.evaluate(() => scrollBy({ top: 1_500, behavior: 'instant' }));
    await page.waitForTimeout(150);
  }
}

/** The first row that lies below the upper quarter of the view. */
async function rowInView(page: Page): Promise<string> {
  const links = page.getByRole('rowheader').getByRole('link');
  const tops = await links.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  const at = tops.findIndex((top) => top > 250);
  return links.nth(at).innerText();
}

test('reads on while it is scrolled, and draws no more rows than are worth it', async ({ page }) => {
  await page.goto('customers');
  await scrollTo(page, 600);
  expect(await rows(page).count()).toBeLessThan(120);
});

test('Back returns to the same place', async ({ page }) => {
  await page.goto('customers');
  await scrollTo(page, 400);
  const opened = await rowInView(page);
  const link = page.getByRole('link', { name: opened, exact: true }).first();
  // Where it is when it is pressed: a driver may scroll it to the middle before.
  const pressed = link.evaluate(
    (one) => new Promise<number>((at) => addEventListener('mousedown', () => at(one.getBoundingClientRect().top), true)),
  );
  await link.click();
  const top = await pressed;
  await expect(page.getByRole('heading', { level: 1, name: opened })).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  const again = page.getByRole('link', { name: opened, exact: true }).first();
  await expect(again).toBeInViewport();
  await expect.poll(async () => Math.abs(((await again.boundingBox())?.y ?? 0) - top)).toBeLessThan(24);
  await expect(again).toBeFocused();
});

test('is reached by keyboard, row after row', async ({ page, say }) => {
  await page.goto('customers');
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('searchbox', { name: say('customers.search') }).focus();
  for (let pressed = 0; pressed < 100; pressed += 1) await page.keyboard.press('Tab');
  const focused = rows(page).filter({ has: page.locator(':focus') });
  await expect(focused).toHaveCount(1);
  expect(Number(await focused.getAttribute('aria-rowindex'))).toBeGreaterThan(40);
  await expect(focused).toBeInViewport();
});

test('the rest of the list that could not be read is tried again', async ({ page, say, crowd, watch }) => {
  watch.allow(FAILED_TO_LOAD);
  await page.goto('customers');
  await expect(rows(page).first()).toBeVisible();
  const set = (faults: unknown[]) => page.request.put(`${crowd.url}v1/extensions/sandbox`, { data: { faults } });
  await set([{ method: 'GET', path: '/customers', kind: '400', code: '400030' }]);
  const alert = page.getByRole('alert').filter({ hasText: say('customers.more_failed') });
  await page.mouse.move(400, 400);
  await expect(async () => {
    await page.mouse.wheel(0, 3_000);
    await expect(alert).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: 20_000 });
  await set([]);
  const before = await lastRow(page);
  await alert.getByRole('button', { name: say('act.retry') }).click();
  await expect(alert).toBeHidden();
  await expect.poll(() => lastRow(page)).toBeGreaterThanOrEqual(before);
});
