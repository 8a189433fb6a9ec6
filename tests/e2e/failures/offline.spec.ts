// No connection: said within two seconds, what was read stays to be seen with its age, and nothing is
// sent without being confirmed again.
import type { Page } from '@playwright/test';

import { CONTOSO, OFFICE, TAILSPIN, expect, inTime, row, softwareOf, test } from '../support/app.ts';
import { SERVER, cartOf, makeCart, order, ordersMade, outcome, placeOrder } from '../support/buying.ts';
import { dist } from '../support/environment.ts';
import { LANGS, holding, type Say } from '../support/texts.ts';
import { FAILED_TO_LOAD } from '../support/watch.ts';

/** Where the native sandbox answers. */
const API = '/v1';

const banner = (page: Page, say: Say) => page.getByRole('complementary', { name: say('connection.label'), exact: true });

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('what was read stays, with its age, and is read again once there is a connection', async ({ page, context, servers, say, watch }) => {
      const server = await servers.sandbox('--static', dist);
      watch.allow(FAILED_TO_LOAD);
      await page.clock.install();
      await page.goto(server.url + softwareOf(CONTOSO.domain));
      await expect(row(page, OFFICE)).toBeVisible();
      await expect(banner(page, say)).toHaveCount(0);

      // The page's clock stands still: nothing is waited for.
      await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
      await context.setOffline(true);
      await expect(banner(page, say)).toContainText(say('connection.lost'));
      await expect(banner(page, say)).toContainText(say('connection.just_read'));
      await expect(banner(page, say)).toContainText(say('connection.sent'));
      await expect(row(page, OFFICE)).toBeVisible();
      await page.clock.fastForward('05:00');
      const minutes = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(-5, 'minute');
      await expect(banner(page, say)).toContainText(say('connection.read', { age: minutes }));

      // What was not read before says why it cannot be read now.
      await page.getByRole('link', { name: say('nav.start'), exact: true }).click();
      await page.goBack();
      await expect(row(page, OFFICE)).toBeVisible();

      // That there is a connection may be said before there is one: time goes on, for another attempt.
      await page.clock.resume();
      await context.setOffline(false);
      await expect(banner(page, say)).toHaveCount(0);
      await expect(page.getByText(say('connection.back'))).toBeVisible();
      await expect(row(page, OFFICE)).toBeVisible();
    });

    test('what could not be read is read by itself once there is a connection', async ({ page, context, servers, say, watch }) => {
      const server = await servers.sandbox('--static', dist);
      watch.allow(FAILED_TO_LOAD);
      await page.goto(`${server.url}customers?q=${TAILSPIN.name}`);
      const found = page.getByRole('link', { name: TAILSPIN.name, exact: true });
      await expect(found).toBeVisible();
      await context.setOffline(true);
      await expect(banner(page, say)).toBeVisible();
      await found.click();
      const failed = page.getByRole('main').getByRole('alert').first();
      await expect(failed).toContainText(say('errors.offline'));
      await expect(failed.getByRole('button', { name: say('act.retry') })).toBeVisible();
      await context.setOffline(false);
      await expect(banner(page, say)).toHaveCount(0);
      await expect(page.getByRole('main').getByRole('table')).toBeVisible();
      await expect(failed).toHaveCount(0);
    });
  });
}

test('an order that was not sent waits to be confirmed, and is made once', async ({ page, context, servers, say, watch }) => {
  const server = await servers.sandbox('--static', dist);
  watch.allow(FAILED_TO_LOAD);
  await page.goto(`${server.url}settings`);
  const cart = await makeCart(page, CONTOSO.domain, [{ product: SERVER, quantity: 2 }], API);
  await page.goto(server.url + cartOf(CONTOSO.domain, cart));
  await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
  await context.setOffline(true);
  await expect(banner(page, say)).toBeVisible();
  await order(page, say);
  const refused = page.getByRole('main').getByRole('alert').filter({ hasText: say('review.not_sent') });
  await expect(refused).toContainText(holding(say('errors.offline')));
  await context.setOffline(false);
  await expect(banner(page, say)).toHaveCount(0);
  // Nothing goes by itself.
  await expect(refused).toBeVisible();
  expect(await ordersMade(page, CONTOSO.domain, API)).toBe(0);
  await order(page, say);
  await expect(outcome(page, say, 'confirmation.title')).toBeVisible();
  expect(await ordersMade(page, CONTOSO.domain, API)).toBe(1);
});

test('a server that is gone is told from a call that broke', async ({ page, servers, say, watch }) => {
  const server = await servers.sandbox('--static', dist);
  watch.allow(FAILED_TO_LOAD);
  await page.goto(server.url);
  await page.route('**/v1/**', (route) => route.abort('connectionrefused'));
  await page.getByRole('link', { name: say('nav.customers'), exact: true }).click();
  await expect(banner(page, say)).toContainText(say('connection.lost'));
  await page.unroute('**/v1/**');
  // It is tried again by itself.
  await expect(banner(page, say)).toHaveCount(0);
  await expect(page.getByRole('link', { name: CONTOSO.name, exact: true })).toBeVisible();
});

test.describe('a connection that is back', () => {
  /** The small question by which the page finds out whether the server can be reached. */
  const PROBE = '**/v1/customers?size=1';
  const reached = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('online')));
  const again = (page: Page, say: Say) => banner(page, say).getByRole('button', { name: say('act.retry'), exact: true });

  test.beforeEach(async ({ page, servers, say, watch }) => {
    const server = await servers.sandbox('--static', dist);
    watch.allow(FAILED_TO_LOAD);
    await page.clock.install();
    await page.goto(server.url);
    await page.route('**/v1/**', (route) => route.abort('connectionrefused'));
    await page.getByRole('link', { name: say('nav.customers'), exact: true }).click();
    await expect(banner(page, say)).toContainText(say('connection.lost'));
  });

  test('is tried again soon when at first it leads nowhere', async ({ page, say }) => {
    // After so many attempts half a minute passes until the next.
    let attempts = 0;
    page.on('requestfailed', (request) => (attempts += Number(request.url().endsWith('/v1/customers?size=1'))));
    await inTime(page, 31_000, () => expect(attempts).toBeGreaterThan(5));
    await page.unroute('**/v1/**');
    await page.route(PROBE, (route) => route.abort('connectionrefused'), { times: 1 });
    const refused = page.waitForEvent('requestfailed');
    await reached(page);
    await refused;
    await expect(banner(page, say)).toHaveCount(0);
    await expect(page.getByRole('link', { name: CONTOSO.name, exact: true })).toBeVisible();
  });

  test('is not missed while a question waits for the one before', async ({ page, say }) => {
    await page.route(PROBE, () => undefined);
    await again(page, say).click();
    await expect(again(page, say)).toHaveAttribute('aria-busy', 'true');
    await page.unroute(PROBE);
    await page.unroute('**/v1/**');
    await reached(page);
    await expect(banner(page, say)).toHaveCount(0);
    await expect(page.getByRole('link', { name: CONTOSO.name, exact: true })).toBeVisible();
  });

  test('is not there yet: who tries it is told so', async ({ page, say }) => {
    await again(page, say).press('Enter');
    await expect(banner(page, say)).toContainText(say('connection.still'));
    await expect(again(page, say)).toBeFocused();
    await expect(again(page, say)).not.toHaveAttribute('aria-busy');
  });
});
