// What the specs about cancelling share: an order to cancel, and the way through the wizard.
import type { Locator, Page } from '@playwright/test';

import { IN_PAGE, ask, expect, setSandbox } from './app.ts';
import { effects, makeCart, startPage, tenantOf, type Line } from './buying.ts';
import { type Say } from './texts.ts';

/** The path of cancelling an order, for faults. */
export const ORDER = '/customers/*/orders/*';

/** An order of a customer. */
export interface Bought {
  tenant: string;
  domain: string;
  order: string;
}

export const orderOf = ({ domain, order }: Bought): string => `customers/${domain}/orders/${order}`;
export const cancelOf = (bought: Bought, step = ''): string => `${orderOf(bought)}/cancel${step && '/'}${step}`;

/** Buys by the API something that is delivered at once; what is bought later takes its time again. */
export async function buy(page: Page, domain: string, lines: Line[], api = IN_PAGE): Promise<Bought> {
  if (page.url() === 'about:blank') await startPage(page);
  const tenant = await tenantOf(page, domain, api);
  const cart = await makeCart(page, domain, lines, api);
  const checkout = `/customers/${tenant}/carts/${cart}/checkout`;
  await setSandbox(page, { provisioningSeconds: 0 }, api);
  const { orders } = await ask<{ orders: { id: string }[] }>(page, checkout, { method: 'POST' }, api);
  const order = orders[0]?.id ?? '';
  const at = `/customers/${tenant}/orders/${order}`;
  const status = async () => (await ask<{ status: string }>(page, at, {}, api)).status;
  await expect.poll(status, { timeout: 20_000 }).toBe('completed');
  await setSandbox(page, { provisioningSeconds: 3 }, api);
  return { tenant, domain, order };
}

/** The button that goes on. */
export const goOn = (page: Page, say: Say): Locator =>
  page.getByRole('main').getByRole('button', { name: say('wizard.continue'), exact: true });

/** The heading of a step. */
export const step = (page: Page, say: Say, words: string): Locator =>
  page.getByRole('heading', { level: 3, name: say(words), exact: true });

/** The last button, whatever it says of order and money. */
export const cancelIt = (page: Page, say: Say): Locator =>
  page.getByRole('main').getByRole('button', { name: new RegExp(`^${say('cancel.act', { order: '' }).trim()}`) });

/** Fills in the steps, from the first one to the review. */
export async function fillIn(page: Page, say: Say, bought: Bought): Promise<void> {
  await page.goto(cancelOf(bought, 'lines'));
  await expect(step(page, say, 'cancel.lines_question')).toBeVisible();
  await goOn(page, say).click();
  await page.getByRole('radio', { name: say('cancel.reason_mistake') }).check();
  await goOn(page, say).click();
  await page.getByRole('checkbox', { name: say('cancel.follows_read') }).check();
  await goOn(page, say).click();
  await expect(step(page, say, 'cancel.review_title')).toBeVisible();
}

/** What takes it back within ten seconds. */
export const undoIt = (page: Page, say: Say): Locator => page.getByRole('button', { name: say('cancel.undo'), exact: true });

/** Lets the ten seconds pass; the page's clock is the test's. */
export async function letUndoPass(page: Page, say: Say): Promise<void> {
  await expect(undoIt(page, say)).toBeVisible();
  await page.clock.fastForward(10_500);
}

/** How often lines of an order were cancelled, by what took effect. */
export async function cancellations(page: Page, { tenant, order }: Bought, api = IN_PAGE): Promise<number> {
  return effects(page, `cancel:${tenant}:${order}:`, api);
}
