// What the specs about buying share: addresses, products, and carts that are made by the API where
// a test is about what comes after them.
import type { Locator, Page } from '@playwright/test';

import { CONTOSO, IN_PAGE, ask, expect } from './app.ts';
import { holding, type Say } from './texts.ts';

/** A product of the sandbox's catalogue, with the SKU that the specs buy. */
export interface Product {
  id: string;
  title: string;
  sku: string;
  /** How it is paid. */
  cycle?: string;
}

export const OFFICE: Product = { id: 'DG7GMGF0DWTK', title: 'Office LTSC Professional Plus 2024', sku: '0001' };
export const SERVER: Product = { id: 'DG7GMGF0DVWS', title: 'Windows Server 2025 Standard', sku: '0001' };
/** Has a key and no download. */
export const RDS_CAL: Product = { id: 'DG7GMGF0DRDS', title: 'Windows Server 2025 Remote Desktop Services CAL', sku: '0001' };
/** Sold by five or more. */
export const CAL: Product = { id: 'DG7GMGF0DVT7', title: 'Windows Server 2025 CAL', sku: '0001' };
/** At most four in a line. */
export const EXCHANGE: Product = { id: 'DG7GMGF0DEXE', title: 'Exchange Server 2019 Enterprise', sku: '0001' };

/** Contoso's Japanese branch, whose money has no decimals. */
export const CONTOSO_JAPAN = { name: 'Contoso 日本株式会社', domain: 'jp.contoso.com' };

export interface Line {
  product: Product;
  quantity: number;
}

/** The address of a customer's catalogue, of a product in it, of its orders, of a cart. */
export const catalogOf = (domain: string): string => `customers/${domain}/products`;
export const productOf = (domain: string, { id }: Product): string => `${catalogOf(domain)}/${id}`;
export const ordersOf = (domain: string): string => `customers/${domain}/orders`;
export const cartOf = (domain: string, cart: string): string => `customers/${domain}/carts/${cart}`;
export const confirmationOf = (domain: string, cart: string): string => `${cartOf(domain, cart)}/confirmation`;

/** The path of ordering a cart, for faults. */
export const CHECKOUT = '/customers/*/carts/*/checkout';

interface Listed<T> {
  items: T[];
}

/** The tenant GUID of a customer. */
export async function tenantOf(page: Page, domain: string, api = IN_PAGE): Promise<string> {
  const filter = JSON.stringify({ Field: 'Domain', Value: domain, Operator: 'starts_with' });
  const found = await ask<Listed<{ id: string }>>(page, `/customers?filter=${encodeURIComponent(filter)}`, {}, api);
  return found.items[0]?.id ?? '';
}

/** Makes a cart by the API, from a page that stands anywhere; answers with its id. */
export async function makeCart(page: Page, domain: string, lines: Line[], api = IN_PAGE): Promise<string> {
  const tenant = await tenantOf(page, domain, api);
  const lineItems = [];
  for (const [id, { product, quantity }] of lines.entries()) {
    const at = `/customers/${tenant}/products/${product.id}/skus/${product.sku}/availabilities`;
    const offered = await ask<Listed<{ catalogItemId: string }>>(page, at, {}, api);
    const catalogItemId = offered.items[0]?.catalogItemId;
    lineItems.push({ id, catalogItemId, quantity, billingCycle: product.cycle ?? 'one_time' });
  }
  const cart = await ask<{ id: string }>(page, `/customers/${tenant}/carts`, { method: 'POST', body: { lineItems } }, api);
  return cart.id;
}

/** Opens a page from which the API can be asked, whichever comes first. */
export async function startPage(page: Page): Promise<void> {
  await page.goto('settings');
  await expect(page.getByRole('main')).toBeVisible();
}

/** Makes a cart by the API and opens it for review; answers with its id. */
export async function review(page: Page, say: Say, domain: string = CONTOSO.domain, lines: Line[] = [{ product: SERVER, quantity: 2 }]): Promise<string> {
  if (page.url() === 'about:blank') await startPage(page);
  const cart = await makeCart(page, domain, lines);
  await page.goto(cartOf(domain, cart));
  await expect(page.getByRole('heading', { level: 2, name: say('review.title') })).toBeVisible();
  return cart;
}

/** The button that orders, whatever it says of amount or lines. */
export const placeOrder = (page: Page, say: Say): Locator =>
  page.getByRole('main').getByRole('button', { name: new RegExp(`^${say('review.place_lines', { count: 2, customer: '' }).split(/[:\d]/)[0]?.trim()}`) });

/** Waits until the button orders, and presses it. */
export async function order(page: Page, say: Say): Promise<void> {
  await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
  await placeOrder(page, say).click();
}

/** The heading of what became of an order. */
export const outcome = (page: Page, say: Say, words: string): Locator =>
  page.getByRole('heading', { level: 2, name: say(words), exact: true });

/** The cart beside the catalogue. */
export const cartPanel = (page: Page, say: Say, customer: string): Locator =>
  page.getByRole('complementary', { name: holding(say('buy.open_cart', { customer })) });

/** The row of a cart's line, or of an order's, by its product. */
export const lineOf = (page: Page, { title }: Product): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader').filter({ hasText: title }) });

/** A line's field for its quantity. */
export const quantityOf = (page: Page, say: Say, product: Product): Locator =>
  lineOf(page, product).getByRole('textbox', { name: holding(say('product.quantity_of', { product: product.title })) });

/** The rows of the list of orders. */
export const orderRows = (page: Page): Locator => page.getByRole('row').filter({ has: page.getByRole('rowheader') });

interface Control {
  effects: { byBusinessKey: Record<string, number>; byRequestId: Record<string, number> };
}

/** How often something took effect whose business key begins like this. */
export async function effects(page: Page, prefix: string, api = IN_PAGE): Promise<number> {
  const control = await ask<Control>(page, '/extensions/sandbox', {}, api);
  const keys = Object.entries(control.effects.byBusinessKey).filter(([key]) => key.startsWith(prefix));
  return keys.reduce((sum, [, count]) => sum + count, 0);
}

/** How many orders were made for a customer, by what took effect. */
export async function ordersMade(page: Page, domain: string, api = IN_PAGE): Promise<number> {
  return effects(page, `order:${await tenantOf(page, domain, api)}:`, api);
}
