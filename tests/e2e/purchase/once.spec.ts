// One order, also by two people, or with its answer lost; how else it may be asked for more than once is in
// failures/provocations.spec.ts. What is not known is never said to have failed.
import type { Page } from '@playwright/test';

import { domainOf, expect, inTime, setSandbox, test } from '../support/app.ts';
import { CHECKOUT, cartOf, makeCart, order, orderRows, ordersMade, ordersOf, outcome, placeOrder, review, SERVER } from '../support/buying.ts';
import { dist } from '../support/environment.ts';
import { type Say } from '../support/texts.ts';

/** Nothing was ever ordered for it. */
const ALPINE = { name: 'Alpine Ski House', domain: 'alpineskihouse.com' };

const placed = (page: Page, say: Say) => outcome(page, say, 'confirmation.title');

/** One order, by what took effect and by what is listed. */
async function expectOneOrder(page: Page, say: Say): Promise<void> {
  await expect(placed(page, say)).toBeVisible({ timeout: 20_000 });
  expect(await ordersMade(page, ALPINE.domain)).toBe(1);
  await page.goto(ordersOf(ALPINE.domain));
  await expect(orderRows(page)).toHaveCount(1);
}

/** Nothing on the page says that the order failed. */
async function expectNotSaidToHaveFailed(page: Page, say: Say): Promise<void> {
  for (const words of ['review.refused', 'review.not_sent', 'confirmation.not_ordered']) {
    await expect(page.getByText(say(words))).toHaveCount(0);
  }
}

/** Reviews a cart, ready to be ordered. */
async function readyToOrder(page: Page, say: Say): Promise<string> {
  const cart = await review(page, say, ALPINE.domain);
  await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
  return cart;
}

test('two people at the same time: one order, and both are told', async ({ page, browser, say, watch, servers }) => {
  const server = await servers.sandbox('--static', dist, '--latency', '300');
  await page.goto(`${server.url}settings`);
  const cart = await makeCart(page, ALPINE.domain, [{ product: SERVER, quantity: 2 }], '/v1');
  const elsewhere = await browser.newContext();
  await watch.attach(elsewhere);
  const other = await elsewhere.newPage();
  for (const person of [page, other]) {
    await person.goto(server.url + cartOf(ALPINE.domain, cart));
    await expect(placeOrder(person, say)).not.toHaveAttribute('aria-disabled');
  }
  await Promise.all([page, other].map((person) => placeOrder(person, say).click()));
  for (const person of [page, other]) await expect(placed(person, say)).toBeVisible({ timeout: 20_000 });
  expect(await ordersMade(page, ALPINE.domain, '/v1')).toBe(1);
  await elsewhere.close();
});

for (const [what, fault] of [
  ['the answer is lost after the effect', { kind: 'network', afterEffect: true }],
  ['the answer breaks off', { kind: 'cut_body' }],
  ['the answer is not to be read', { kind: 'html', afterEffect: true }],
  ['the connection is lost before the effect', { kind: 'network' }],
] as const) {
  test(`${what}: one order, found out by asking`, async ({ page, say }) => {
    await readyToOrder(page, say);
    await setSandbox(page, { faults: [{ path: CHECKOUT, times: 1, ...fault }] });
    await order(page, say);
    await expect(placed(page, say)).toBeVisible({ timeout: 20_000 });
    await expectNotSaidToHaveFailed(page, say);
    await expectOneOrder(page, say);
  });
}

test('Zz Checkout answer lost: one order', async ({ page, say }) => {
  const domain = domainOf('Zz Checkout answer lost');
  await review(page, say, domain);
  await order(page, say);
  await expect(placed(page, say)).toBeVisible({ timeout: 20_000 });
  expect(await ordersMade(page, domain)).toBe(1);
});

test('as long as nobody knows, it is being checked, on every page, and then resolves itself', async ({ page, say }) => {
  await page.clock.install();
  await readyToOrder(page, say);
  const unread = { method: 'GET', path: '/customers/*/carts/*', kind: 'garbage' };
  await setSandbox(page, { faults: [{ path: CHECKOUT, kind: 'network', afterEffect: true }, unread] });
  await order(page, say);
  const checked = outcome(page, say, 'confirmation.title_checking');
  await inTime(page, 2_000, () => expect(checked).toBeVisible({ timeout: 300 }));
  await expect(page.getByText(say('confirmation.checking'))).toBeVisible();
  await expectNotSaidToHaveFailed(page, say);

  // Whoever goes elsewhere is told there, and finds back.
  await page.getByRole('link', { name: say('nav.start'), exact: true }).click();
  await expect(page.getByText(say('pending.order', { customer: ALPINE.name }))).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: say('pending.see') }).click();
  await inTime(page, 2_000, () => expect(checked).toBeVisible({ timeout: 300 }));
  await expectNotSaidToHaveFailed(page, say);

  await setSandbox(page, { faults: [] });
  await inTime(page, 5_000, () => expect(placed(page, say)).toBeVisible({ timeout: 300 }));
  await expect(page.getByText(say('pending.order', { customer: ALPINE.name }))).toHaveCount(0);
  await expectOneOrder(page, say);
});

test('what is being checked can be asked at once', async ({ page, say }) => {
  await page.clock.install();
  await readyToOrder(page, say);
  const unread = { method: 'GET', path: '/customers/*/carts/*', kind: 'garbage' };
  await setSandbox(page, { faults: [{ path: CHECKOUT, kind: 'network', afterEffect: true }, unread] });
  await order(page, say);
  await inTime(page, 2_000, () => expect(outcome(page, say, 'confirmation.title_checking')).toBeVisible({ timeout: 300 }));
  await setSandbox(page, { faults: [] });
  await page.getByRole('button', { name: say('confirmation.check_now') }).click();
  await inTime(page, 1_000, () => expect(placed(page, say)).toBeVisible({ timeout: 300 }));
  await expectOneOrder(page, say);
});

test('what was confirmed long ago is not ordered by itself', async ({ page, say }) => {
  await page.clock.install();
  await readyToOrder(page, say);
  const unread = { method: 'GET', path: '/customers/*/carts/*', kind: 'garbage' };
  await setSandbox(page, { faults: [{ path: CHECKOUT, kind: 'network' }, unread] });
  await order(page, say);
  await inTime(page, 2_000, () => expect(outcome(page, say, 'confirmation.title_checking')).toBeVisible({ timeout: 300 }));

  // Whoever comes back after 15 minutes is asked: by then the prices may be others.
  await page.getByRole('link', { name: say('nav.settings'), exact: true }).click();
  await page.clock.fastForward(15 * 60_000);
  await setSandbox(page, { faults: [] });
  await page.goBack();
  await expect(outcome(page, say, 'confirmation.not_ordered')).toBeVisible({ timeout: 20_000 });
  expect(await ordersMade(page, ALPINE.domain)).toBe(0);
  await page.getByRole('link', { name: say('confirmation.to_review') }).click();
  await placeOrder(page, say).click();
  await expectOneOrder(page, say);
});
