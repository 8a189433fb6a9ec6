// What was ordered: the confirmation, its delivery, the list of orders, an order, and buying again.
import type { Locator, Page } from '@playwright/test';

import { CONTOSO, allowCopying, clipboard, domainOf, expect, fact, row, setSandbox, startWith, test } from '../support/app.ts';
import {
  CONTOSO_JAPAN, OFFICE, RDS_CAL, SERVER, cartOf, confirmationOf, lineOf, makeCart, order, orderRows, ordersMade, ordersOf, outcome, placeOrder,
  quantityOf, review,
} from '../support/buying.ts';
import { dist } from '../support/environment.ts';
import { holding, LANGS, type Say } from '../support/texts.ts';

/** The link of an order's number on the confirmation. */
const number = (page: Page): Locator => page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link');

/** Orders two of Windows Server for Contoso, and waits for the confirmation; answers with the cart. */
async function buy(page: Page, say: Say, domain: string = CONTOSO.domain): Promise<string> {
  const cart = await review(page, say, domain);
  await order(page, say);
  await expect(outcome(page, say, 'confirmation.title')).toBeVisible();
  return cart;
}

test('a confirmation has an address of its own, on this device and on any other', async ({ page, browser, say, watch, servers }) => {
  const server = await servers.sandbox('--static', dist);
  await page.goto(`${server.url}settings`);
  const cart = await makeCart(page, CONTOSO.domain, [{ product: SERVER, quantity: 2 }], '/v1');
  const elsewhere = await browser.newContext();
  await watch.attach(elsewhere);
  const other = await elsewhere.newPage();
  const address = server.url + confirmationOf(CONTOSO.domain, cart);

  // To look is not to order.
  await other.goto(address);
  await expect(outcome(other, say, 'confirmation.not_ordered')).toBeVisible();
  await expect(other.getByText(say('confirmation.not_ordered_text'))).toBeVisible();
  expect(await ordersMade(other, CONTOSO.domain, '/v1')).toBe(0);

  await page.goto(server.url + cartOf(CONTOSO.domain, cart));
  await order(page, say);
  await expect(outcome(page, say, 'confirmation.title')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(new URL(address).pathname);
  const ordered = await number(page).innerText();
  for (const one of [page, other]) {
    await one.reload();
    await expect(outcome(one, say, 'confirmation.title')).toBeVisible();
    await expect(number(one)).toHaveText(ordered);
  }
  expect(await ordersMade(page, CONTOSO.domain, '/v1')).toBe(1);
  await elsewhere.close();
});

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('the number is copied, and the delivery followed until the key can be got', async ({ page, context, say }) => {
      await allowCopying(context);
      // By its id it is there at once, in lists later.
      await startWith(page, { provisioningSeconds: 6, listLagSeconds: 30 });
      await review(page, say, CONTOSO.domain, [{ product: RDS_CAL, quantity: 5 }]);
      await order(page, say);
      await expect(outcome(page, say, 'confirmation.title')).toBeVisible();
      await expect(page.getByText(say('confirmation.provisioning'))).toBeVisible();
      await expect(page.getByText(/23:59|11:59/)).toContainText(holding(say('confirmation.cancel_until', { until: '' }).replace(/[\s.]+$/, '')));
      const keys = page.getByRole('link', { name: say('confirmation.keys') });
      await expect(keys).toHaveCount(0);
      await page.getByRole('button', { name: say('copy.what', { what: say('confirmation.order_number') }) }).click();
      expect(await clipboard(context)).toBe(await number(page).innerText());

      await expect(page.getByText(say('confirmation.ready'))).toBeVisible({ timeout: 30_000 });
      await setSandbox(page, { listLagSeconds: 0 });
      await keys.click();
      await expect(page.getByRole('heading', { level: 2, name: holding(RDS_CAL.title) })).toBeVisible();
      await page.getByRole('button', { name: say('item.view') }).click();
      await page.getByRole('button', { name: say('item.get_key'), exact: true }).click();
      const dialog = page.getByRole('dialog', { name: say('key.title') });
      await dialog.getByRole('button', { name: say('key.show'), exact: true }).click();
      await expect(dialog.getByRole('group', { name: say('key.the_key'), exact: true })).toHaveText(/^[\d\s]*0000[\d\s]+$/);
    });

    for (const [domain, decimals, total] of [
      [CONTOSO_JAPAN.domain, 0, /353.506(?![.,]\d)/],
      [CONTOSO.domain, 2, /2.352[.,]00/],
      [domainOf('Zz Three decimals'), 3, /7.331[.,]184/],
    ] as const) {
      test(`money with ${decimals} decimals, as the server gave it`, async ({ page, say }) => {
        await review(page, say, domain);
        await expect(lineOf(page, SERVER)).toContainText(total);
        const button = placeOrder(page, say);
        await expect(button).toContainText(total);
        await expect(page.getByText(say('review.before_tax'))).toBeVisible();
        await order(page, say);
        await expect(outcome(page, say, 'confirmation.title')).toBeVisible();
        await expect(page.getByRole('main').getByText(total).first()).toBeVisible();
        await number(page).click();
        await expect(lineOf(page, SERVER)).toContainText(total);
        await expect(page.getByText(say('order.total'))).toBeVisible();
      });
    }

    test('Zz Without prices: no price is made up, and the button counts lines', async ({ page, say }) => {
      await review(page, say, domainOf('Zz Without prices'));
      await expect(lineOf(page, SERVER)).toContainText(say('review.no_price'));
      await expect(page.getByText(say('review.no_prices'))).toBeVisible();
      const words = say('review.place_lines', { count: 1, customer: 'Zz Without prices' });
      await expect(page.getByRole('button', { name: words, exact: true })).toBeVisible();
      await order(page, say);
      await expect(outcome(page, say, 'confirmation.title')).toBeVisible();
      await number(page).click();
      await expect(page.getByText(say('order.no_total'))).toBeVisible();
    });

    test('orders are listed with their status in words, found, and opened', async ({ page, say }) => {
      await page.goto(ordersOf(CONTOSO.domain));
      await expect(page.getByRole('table', { name: say('orders.caption', { customer: `${CONTOSO.name} (${CONTOSO.domain})` }) })).toBeVisible();
      await expect(orderRows(page).first()).toBeVisible();
      const all = await orderRows(page).count();
      for (const status of ['completed', 'pending', 'pending_review', 'cancelled', 'error']) {
        await expect(orderRows(page).filter({ hasText: say(`orders.on.${status}`) }).first()).toBeVisible();
      }
      await expect(page.getByText(holding(say('orders.count', { count: all })))).toBeVisible();
      const find = page.getByRole('main').getByRole('searchbox', { name: say('orders.find') });
      await find.fill('OFFICE professional');
      await expect(orderRows(page).first()).toContainText(OFFICE.title);
      const found = await orderRows(page).count();
      expect(found).toBeLessThan(all);
      await expect(page.getByText(holding(say('orders.count_of', { count: found, all: String(all) })))).toBeVisible();
      await find.fill('nothing like that');
      await expect(page.getByText(say('orders.no_match'))).toBeVisible();
      await page.getByRole('button', { name: say('orders.show_all') }).click();
      await expect(orderRows(page)).toHaveCount(all);

      const first = orderRows(page).filter({ hasText: say('orders.on.completed') }).first();
      const id = await first.getByRole('link').innerText();
      await row(page, id).getByRole('link').click();
      await expect(page.getByRole('heading', { level: 2, name: say('order.title', { number: id }) })).toBeVisible();
      await expect(page).toHaveTitle(`${say('order.title', { number: id })} · ${CONTOSO.name} (${CONTOSO.domain}) · Latchkey`);
      await expect(fact(page, say('orders.status'))).toContainText(say('orders.on.completed'));
      await page.getByRole('rowheader').getByRole('link').first().click();
      await expect(page).toHaveURL(new RegExp(`/software/${id}/`));
      await page.goBack();
      await page.getByRole('link', { name: say('order.back') }).click();
      await expect(orderRows(page)).toHaveCount(all);
    });

    test('some of several licences are returned by buying the rest anew', async ({ page, say }) => {
      await review(page, say, CONTOSO.domain, [{ product: SERVER, quantity: 10 }]);
      await order(page, say);
      await page.getByRole('link', { name: say('confirmation.keys') }).click({ timeout: 30_000 });
      await page.getByRole('link', { name: say('returns.link') }).click();
      await expect(page.getByRole('heading', { level: 2, name: say('returns.title') })).toBeVisible();
      await expect(page.getByText(say('returns.why', { quantity: '10' }))).toBeVisible();
      const field = page.getByRole('main').getByRole('textbox', { name: say('returns.how_many') });
      for (const [typed, words] of [
        ['11', say('quantity.too_many', { most: '10' })],
        ['0', say('quantity.too_few', { least: '1' })],
        ['x', say('quantity.not_whole', { example: '10' })],
      ] as const) {
        await field.fill(typed);
        await expect(field).toHaveAccessibleDescription(holding(words));
      }
      await field.fill('10');
      await expect(page.getByText(say('returns.whole'))).toBeVisible();
      await field.fill('4');
      await expect(page.getByText(say('returns.step_buy', { count: 6 }))).toBeVisible();
      await page.getByRole('button', { name: say('returns.prepare', { number: '6' }) }).click();
      await expect(page.getByRole('heading', { level: 2, name: say('review.title') })).toBeVisible();
      await expect(quantityOf(page, say, SERVER)).toHaveValue('6');
    });
  });
}

test('a delivery that takes longer than usual says so, and does not end the page', async ({ page, say }) => {
  await startWith(page, { provisioningSeconds: 3_600 });
  await buy(page, say);
  await expect(page.getByText(say('confirmation.provisioning'))).toBeVisible();
  await setSandbox(page, { clock: { offsetMs: 20 * 60_000 } });
  await expect(page.getByText(say('confirmation.late'))).toBeVisible({ timeout: 20_000 });
  await setSandbox(page, { provisioningSeconds: 0, clock: { offsetMs: 2 * 3_600_000 } });
  await expect(page.getByText(say('confirmation.ready'))).toBeVisible({ timeout: 40_000 });
});

test('the same is bought again, from the confirmation and from the order', async ({ page, say }) => {
  const cart = await buy(page, say);
  const address = await number(page).getAttribute('href');
  await page.getByRole('button', { name: say('confirmation.again') }).click();
  await expect(page.getByRole('heading', { level: 2, name: say('review.title') })).toBeVisible();
  await expect(quantityOf(page, say, SERVER)).toHaveValue('2');
  expect(page.url()).not.toContain(cart);
  await page.goto(address ?? '');
  await page.getByRole('button', { name: say('confirmation.again') }).click();
  // Into the cart that has begun: the same product is one line.
  await expect(quantityOf(page, say, SERVER)).toHaveValue('4');
  await order(page, say);
  await expect(outcome(page, say, 'confirmation.title')).toBeVisible();
  expect(await ordersMade(page, CONTOSO.domain)).toBe(2);
});

test('an order that nobody knows, or of another customer, is not found', async ({ page, say }) => {
  await buy(page, say);
  const ordered = await number(page).innerText();
  for (const address of [`${ordersOf(CONTOSO_JAPAN.domain)}/${ordered}`, `${ordersOf(CONTOSO.domain)}/0123456789ab`, `${ordersOf(CONTOSO.domain)}/a%2Fb`]) {
    await page.goto(address);
    await expect(page.getByText(say('errors.order'))).toBeVisible();
    await page.getByRole('link', { name: say('order.back') }).click();
    await expect(orderRows(page).first()).toBeVisible();
  }
});

test('no orders, and orders that cannot be read', async ({ page, say }) => {
  await page.goto(ordersOf('alpineskihouse.com'));
  await expect(page.getByText(say('orders.none'), { exact: true })).toBeVisible();
  await page.goto(ordersOf(domainOf('Zz Forbidden')));
  const alert = page.getByRole('main').getByRole('alert').filter({ hasText: say('orders.failed') });
  await expect(alert).toContainText(holding(say('errors.role')));
  await expect(alert.getByRole('button', { name: say('act.retry') })).toBeVisible();
  await page.goto(ordersOf(domainOf('Zz Order row unreadable')));
  await expect(page.getByText(say('orders.unreadable', { count: 1 }))).toBeVisible();
  expect(await orderRows(page).count()).toBeGreaterThan(0);
});
