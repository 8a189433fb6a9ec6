// The customer's cart: what is put in, changed and taken out, and what becomes of it meanwhile.
import type { Page } from '@playwright/test';

import { CONTOSO, TAILSPIN, ask, domainOf, expect, setSandbox, test } from '../support/app.ts';
import {
  CAL, EXCHANGE, OFFICE, RDS_CAL, SERVER, cartOf, cartPanel, catalogOf, effects, lineOf, makeCart, order, outcome, placeOrder, productOf, quantityOf,
  review, startPage, tenantOf, type Line,
} from '../support/buying.ts';
import { holding, LANGS, type Say } from '../support/texts.ts';

interface Cart {
  expirationTimestamp: string;
  lineItems: { catalogItemId: string; quantity: number }[];
}

/** The cart as the server has it. */
async function stored(page: Page, domain: string, cart: string): Promise<Cart> {
  return ask<Cart>(page, `/customers/${await tenantOf(page, domain)}/carts/${cart}`);
}

/** The quantities of the cart's lines, as the server has them. */
async function quantities(page: Page, cart: string): Promise<number[]> {
  const { lineItems } = await stored(page, CONTOSO.domain, cart);
  return lineItems.map(({ quantity }) => quantity);
}

/** Puts a product into the cart from its own page. */
async function add(page: Page, say: Say, quantity: string): Promise<void> {
  await page.getByRole('main').getByRole('textbox', { name: say('product.quantity'), exact: true }).fill(quantity);
  await page.getByRole('button', { name: holding(say('product.add_of', { product: OFFICE.title })) }).click();
}

const heading = (page: Page, say: Say, words: string) => page.getByRole('heading', { level: 2, name: say(words), exact: true });
/** What says that somebody else changed the cart. */
const moved = (page: Page, say: Say) => page.getByRole('list', { name: say('cart.elsewhere'), exact: true }).getByRole('listitem');
const linkInHead = (page: Page, say: Say, count: number) =>
  page.getByRole('link', { name: say('buy.cart_lines', { count }), exact: true });

test('a cart belongs to its customer, survives a reload, and says until when', async ({ page, say }) => {
  await page.goto(productOf(CONTOSO.domain, OFFICE));
  await add(page, say, '2');
  const panel = cartPanel(page, say, `${CONTOSO.name} (${CONTOSO.domain})`);
  await expect(panel.getByRole('listitem')).toContainText('× 2');
  await page.reload();
  await expect(panel.getByRole('listitem')).toContainText('× 2');
  await expect(linkInHead(page, say, 1)).toBeVisible();

  const address = await linkInHead(page, say, 1).getAttribute('href');
  const { expirationTimestamp } = await stored(page, CONTOSO.domain, address?.split('/').at(-1) ?? '');
  const when = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  await expect(panel).toContainText(holding(say('cart.expires', { when: when.format(new Date(expirationTimestamp)) })));

  await page.goto(catalogOf(TAILSPIN.domain));
  const others = cartPanel(page, say, `${TAILSPIN.name} (${TAILSPIN.domain})`);
  await expect(others.getByText(say('cart.empty'))).toBeVisible();
  await expect(page.getByText(say('buy.cart_empty'))).toBeVisible();
  await page.goto(catalogOf(CONTOSO.domain));
  await expect(panel.getByRole('listitem')).toContainText('× 2');
});

test('the same product twice is one line', async ({ page, say }) => {
  await page.goto(productOf(CONTOSO.domain, OFFICE));
  const panel = cartPanel(page, say, CONTOSO.name);
  await add(page, say, '2');
  await expect(panel.getByRole('listitem')).toContainText('× 2');
  await add(page, say, '3');
  await expect(panel.getByRole('listitem')).toContainText('× 5');
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await expect(linkInHead(page, say, 1)).toBeVisible();
});

/** What may be typed, and what is said to it. */
const WRONG: [typed: string, words: string, values: Record<string, string>][] = [
  ['', 'quantity.empty', {}],
  ['four', 'quantity.not_whole', { example: '10' }],
  ['2.5', 'quantity.not_whole', { example: '10' }],
  ['4', 'quantity.too_few', { least: '5' }],
  ['-7', 'quantity.too_few', { least: '5' }],
];

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('a quantity is checked while it is typed, and saved when it is right', async ({ page, say }) => {
      const cart = await review(page, say, CONTOSO.domain, [{ product: CAL, quantity: 6 }, { product: EXCHANGE, quantity: 1 }]);
      await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
      const field = quantityOf(page, say, CAL);
      for (const [typed, words, values] of WRONG) {
        await field.fill(typed);
        await expect(field).toHaveAttribute('aria-invalid', 'true');
        await expect(field).toHaveAccessibleDescription(say(words, values));
        await expect(placeOrder(page, say)).toHaveAccessibleDescription(say('review.cannot_lines'));
      }
      await quantityOf(page, say, EXCHANGE).fill('5');
      await expect(quantityOf(page, say, EXCHANGE)).toHaveAccessibleDescription(say('quantity.too_many', { most: '4' }));
      expect(await quantities(page, cart)).toEqual([6, 1]);

      await field.fill('7');
      await quantityOf(page, say, EXCHANGE).fill('4');
      await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
      await expect.poll(() => quantities(page, cart)).toEqual([7, 4]);
      await page.reload();
      await expect(field).toHaveValue('7');
    });

    test('what is wrong with a line stands on it, and keeps the order back', async ({ page, say }) => {
      const lines = [SERVER, OFFICE, RDS_CAL].map((product): Line => ({ product, quantity: 1 }));
      await review(page, say, domainOf('Zz Cart lines refused'), lines);
      for (const [product, words, next] of [
        [SERVER, 'errors.limit', 'errors.next_fewer'],
        [OFFICE, 'errors.inventory', 'errors.next_fewer'],
        [RDS_CAL, 'errors.line', 'errors.next_lines'],
      ] as const) {
        await expect(lineOf(page, product).getByRole('alert')).toContainText(`${say(words)} ${say(next)}`);
      }
      const button = placeOrder(page, say);
      await expect(button).toHaveAttribute('aria-disabled', 'true');
      await expect(button).toHaveAccessibleDescription(say('review.cannot_lines'));
    });

    test('a cart that cannot be ordered says why, and what to do', async ({ page, say }) => {
      const cart = await review(page, say);
      // Another customer's, an unknown one, and an address that is none.
      const unknown = '00000000-0000-4000-8000-000000000000';
      for (const address of [cartOf(TAILSPIN.domain, cart), cartOf(CONTOSO.domain, unknown), cartOf(CONTOSO.domain, 'a%2Fb')]) {
        await page.goto(address);
        await expect(heading(page, say, 'gone.unknown')).toBeVisible();
        await expect(page.getByText(say('gone.unknown_text'))).toBeVisible();
        await page.getByRole('link', { name: say('gone.new') }).click();
        await expect(heading(page, say, 'catalog.title')).toBeVisible();
      }
      // Contoso's own is not touched by any of it.
      await page.goto(catalogOf(CONTOSO.domain));
      await expect(cartPanel(page, say, CONTOSO.name).getByRole('listitem')).toContainText('× 2');
    });
  });
}

test('too little on the page of a product does not get into the cart', async ({ page, say }) => {
  await page.goto(productOf(CONTOSO.domain, CAL));
  const field = page.getByRole('main').getByRole('textbox', { name: say('product.quantity'), exact: true }).first();
  await expect(field).toHaveValue('5');
  await field.fill('4');
  await expect(field).toHaveAccessibleDescription(say('quantity.too_few', { least: '5' }));
  await field.fill('');
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(say('quantity.empty'));
  await expect(page.getByText(say('buy.cart_empty'))).toBeVisible();
});

test('a line is taken out, the last one too', async ({ page, say }) => {
  await review(page, say, CONTOSO.domain, [{ product: SERVER, quantity: 2 }, { product: OFFICE, quantity: 1 }]);
  const remove = (title: string) => page.getByRole('button', { name: holding(say('cart.remove_of', { product: title })) });
  await remove(SERVER.title).click();
  await expect(lineOf(page, SERVER)).toHaveCount(0);
  await expect(lineOf(page, OFFICE)).toBeVisible();
  await expect(linkInHead(page, say, 1)).toBeVisible();
  await remove(OFFICE.title).click();
  await expect(page.getByText(say('buy.cart_empty'))).toBeVisible();
  await expect(lineOf(page, OFFICE)).toHaveCount(0);
  await page.goto(catalogOf(CONTOSO.domain));
  await expect(cartPanel(page, say, CONTOSO.name).getByText(say('cart.empty'))).toBeVisible();
});

test("another tab's change and one's own are both kept", async ({ page, context, say }) => {
  const cart = await review(page, say, CONTOSO.domain, [{ product: SERVER, quantity: 2 }, { product: OFFICE, quantity: 1 }]);
  const other = await context.newPage();
  await other.goto(cartOf(CONTOSO.domain, cart));
  await quantityOf(other, say, SERVER).fill('8');
  await expect.poll(() => quantities(page, cart)).toEqual([8, 1]);
  await quantityOf(page, say, OFFICE).fill('9');
  await expect.poll(() => quantities(page, cart)).toEqual([8, 9]);
  await expect(quantityOf(page, say, SERVER)).toHaveValue('8');
  await expect(moved(page, say)).toContainText(holding(say('cart.moved_quantity', { product: '', from: '2', to: '8' }).replace(/^ ?: ?/, '')));
});

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('a line that two have changed shows both versions, and the other one can be taken', async ({ page, context, say }) => {
      const cart = await review(page, say, CONTOSO.domain, [{ product: SERVER, quantity: 2 }, { product: OFFICE, quantity: 1 }]);
      const other = await context.newPage();
      await other.goto(cartOf(CONTOSO.domain, cart));
      await quantityOf(other, say, SERVER).fill('8');
      await expect.poll(() => quantities(page, cart)).toEqual([8, 1]);
      await quantityOf(page, say, SERVER).fill('5');
      await expect.poll(() => quantities(page, cart)).toEqual([5, 1]);
      await expect(moved(page, say)).toContainText(say('cart.mine', { number: '5' }));
      await moved(page, say).getByRole('button', { name: holding(say('cart.instead', { number: '8' })) }).click();
      await expect.poll(() => quantities(page, cart)).toEqual([8, 1]);
      await expect(quantityOf(page, say, SERVER)).toHaveValue('8');
      await expect(moved(page, say)).toHaveCount(0);

      // The other one takes the line out while its quantity is changed here.
      await other.bringToFront();
      await other.getByRole('button', { name: holding(say('cart.remove_of', { product: OFFICE.title })) }).click();
      await expect.poll(() => quantities(page, cart)).toEqual([8]);
      await quantityOf(page, say, OFFICE).fill('3');
      await expect(moved(page, say)).toContainText(say('cart.mine', { number: '3' }));
      await moved(page, say).getByRole('button', { name: holding(say('cart.put_back', { number: '3' })) }).click();
      await expect.poll(() => quantities(page, cart)).toEqual([8, 3]);
    });
  });
}

test('typing on while a quantity is being saved loses nothing', async ({ page, say }) => {
  const cart = await review(page, say);
  await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
  await setSandbox(page, { latencyMs: 1_500 });
  const field = quantityOf(page, say, SERVER);
  await field.fill('3');
  await expect(page.getByRole('table')).toHaveAttribute('aria-busy', 'true');
  await field.press('End');
  await field.pressSequentially('4');
  await expect(placeOrder(page, say)).toHaveAccessibleDescription(say('review.cannot_saving'));
  await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled', { timeout: 20_000 });
  await expect(field).toHaveValue('34');
  expect(await quantities(page, cart)).toEqual([34]);
  // Made, changed to 3, changed to 34.
  expect(await effects(page, 'cart:')).toBe(3);
});

test('a change that cannot be saved says so, and can be tried again or given up', async ({ page, say }) => {
  const cart = await review(page, say);
  await setSandbox(page, { faults: [{ method: 'PUT', path: '/customers/*/carts/*', kind: '500' }] });
  await quantityOf(page, say, SERVER).fill('3');
  const alert = page.getByRole('main').getByRole('alert').filter({ hasText: say('cart.save_failed') });
  await expect(alert).toContainText(holding(say('errors.server')));
  await expect(placeOrder(page, say)).toHaveAttribute('aria-disabled', 'true');
  await setSandbox(page, { faults: [] });
  await alert.getByRole('button', { name: say('act.retry') }).click();
  await expect(alert).toHaveCount(0);
  expect(await quantities(page, cart)).toEqual([3]);

  await setSandbox(page, { faults: [{ method: 'PUT', path: '/customers/*/carts/*', kind: '500' }] });
  await quantityOf(page, say, SERVER).fill('4');
  await expect(alert).toBeVisible();
  await setSandbox(page, { faults: [] });
  await page.getByRole('button', { name: say('cart.discard') }).click();
  await expect(alert).toHaveCount(0);
  await expect(quantityOf(page, say, SERVER)).toHaveValue('3');
  await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
  expect(await quantities(page, cart)).toEqual([3]);
});

test('a cart that was ordered leads to its order, and can be bought again', async ({ page, say }) => {
  const cart = await review(page, say);
  await order(page, say);
  await expect(outcome(page, say, 'confirmation.title')).toBeVisible();
  await page.goto(cartOf(CONTOSO.domain, cart));
  await expect(heading(page, say, 'gone.ordered')).toBeVisible();
  await page.getByRole('link', { name: say('gone.see_order') }).click();
  await expect(outcome(page, say, 'confirmation.title')).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: say('gone.put_again') }).click();
  await expect(heading(page, say, 'review.title')).toBeVisible();
  await expect(quantityOf(page, say, SERVER)).toHaveValue('2');
  expect(page.url()).not.toContain(cart);
});

test('an expired cart is said to be gone, and a new one begins', async ({ page, say }) => {
  const cart = await review(page, say);
  await setSandbox(page, { clock: { offsetMs: 8 * 86_400_000 } });
  await page.reload();
  await expect(heading(page, say, 'gone.unknown').or(heading(page, say, 'gone.expired'))).toBeVisible();
  await expect(page.getByText(say('buy.cart_empty'))).toBeVisible();
  await page.getByRole('link', { name: say('gone.new') }).click();
  await page.goto(productOf(CONTOSO.domain, OFFICE));
  await add(page, say, '2');
  await expect(cartPanel(page, say, CONTOSO.name).getByRole('listitem')).toContainText('× 2');
  expect(await linkInHead(page, say, 1).getAttribute('href')).not.toContain(cart);
});

test('a cart that expires before the eyes says so when it is ordered', async ({ page, say }) => {
  await review(page, say);
  await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
  await setSandbox(page, { clock: { offsetMs: 8 * 86_400_000 } });
  await placeOrder(page, say).click();
  await expect(heading(page, say, 'gone.unknown').or(heading(page, say, 'gone.expired'))).toBeVisible();
  await expect(page.getByRole('link', { name: say('gone.new') })).toBeVisible();
});

test('what was put in after the cart had expired begins another one, with the lines of before', async ({ page, say }) => {
  await startPage(page);
  const cart = await makeCart(page, CONTOSO.domain, [{ product: SERVER, quantity: 2 }]);
  await page.goto(cartOf(CONTOSO.domain, cart));
  await expect(heading(page, say, 'review.title')).toBeVisible();
  await page.getByRole('link', { name: say('review.more_products') }).click();
  await page.getByRole('link', { name: OFFICE.title, exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: OFFICE.title })).toBeVisible();
  await setSandbox(page, { clock: { offsetMs: 8 * 86_400_000 } });
  await add(page, say, '1');
  const panel = cartPanel(page, say, CONTOSO.name);
  await expect(panel.getByRole('listitem')).toHaveCount(2);
  expect(await linkInHead(page, say, 2).getAttribute('href')).not.toContain(cart);
});
