// The role changes while something is being filled in: who can do it is said, nothing is sent again, and
// what was filled in is there for whoever has the right.
import type { Locator, Page } from '@playwright/test';

import { NATIVE, expect, inTime } from '../support/app.ts';
import { OFFICE, SERVER, cartOf, makeCart, placeOrder, quantityOf } from '../support/buying.ts';
import * as cancelling from '../support/cancelling.ts';
import { beside, test } from '../support/native.ts';
import * as reporting from '../support/reporting.ts';
import { holding, type Say } from '../support/texts.ts';
import { FAILED_TO_LOAD } from '../support/watch.ts';

const ALPINE = 'alpineskihouse.com';

// Chromium tells its console of every answer that is no success.
test.beforeEach(({ watch }) => watch.allow(FAILED_TO_LOAD));

test('a cancellation: refused with who can, and kept', async ({ page, say, native }) => {
  await page.clock.install();
  await beside(page);
  const bought = await cancelling.buy(page, ALPINE, [{ product: OFFICE, quantity: 2 }], NATIVE);
  await cancelling.fillIn(page, say, bought);
  const sent = sentFrom(page, 'PATCH', /\/orders\/[^/]+$/);
  await native.set({ role: 'helpdesk_agent' });
  await cancelling.cancelIt(page, say).click();
  await cancelling.letUndoPass(page, say);
  await expectRefused(page, say, 'cancel.refused');
  await expectNothingMore(page, sent);
  expect(await native.effects('cancel:')).toBe(0);

  // By then the page knows the role.
  await page.reload();
  await expect(page.getByRole('main').getByText(say('cancel.why_role')).first()).toBeVisible();
  await expect(cancelling.cancelIt(page, say)).toHaveCount(0);

  // Whoever comes back with the right to it goes on, without loading anything again.
  await native.set({ role: 'admin_agent' });
  await page.evaluate(() => globalThis.dispatchEvent(new Event('focus')));
  await expect(page.getByRole('main').getByText(say('cancel.why_role'))).toHaveCount(0);
  await page.goto(cancelling.cancelOf(bought, 'review'));
  await expect(cancelling.step(page, say, 'cancel.review_title')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(say('cancel.reason_mistake'));
});

test('a report: refused with who can, and kept', async ({ page, say, native }) => {
  await page.clock.install();
  await beside(page);
  const bought = await reporting.buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 1 }], NATIVE);
  await reporting.fillIn(page, say, bought);
  const address = page.url();
  const sent = sentFrom(page, 'POST', /\/servicerequests\/[^/]+$/);
  await native.set({ role: 'helpdesk_agent' });
  await reporting.submitIt(page, say).click();
  await expectRefused(page, say, 'report.refused');
  await expectNothingMore(page, sent);
  expect(await native.effects('request:')).toBe(0);

  await page.reload();
  await expect(refusal(page)).toContainText(say('report.refund_role'));
  await expect(reporting.submitIt(page, say)).toHaveCount(0);
  await expect(reporting.field(page, say, 'report.purchase_optional')).toHaveValue(bought.order);

  await native.set({ role: 'admin_agent' });
  await page.goto(address);
  await expect(page.getByRole('main')).toContainText('Bought twice');
  await expect(page.getByRole('main')).toContainText(reporting.CONTACT.email);
});

test('a cart: refused with who can, and kept', async ({ page, say, native }) => {
  await page.clock.install();
  await beside(page);
  const cart = await makeCart(page, ALPINE, [{ product: SERVER, quantity: 2 }], NATIVE);
  await page.goto(cartOf(ALPINE, cart));
  await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
  const sent = sentFrom(page, 'POST', /\/checkout$/);
  await native.set({ role: 'helpdesk_agent' });
  await placeOrder(page, say).click();
  await expectRefused(page, say, 'review.refused');
  await expectNothingMore(page, sent);
  expect(await native.effects('order:')).toBe(0);

  await page.reload();
  await expect(placeOrder(page, say)).toHaveAccessibleDescription(say('buy.role'));
  await placeOrder(page, say).click({ force: true });
  await expectNothingMore(page, sent);

  await native.set({ role: 'admin_agent' });
  await page.goto(cartOf(ALPINE, cart));
  await expect(quantityOf(page, say, SERVER)).toHaveValue('2');
  await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
});

/** The calls of a write, from now on. */
function sentFrom(page: Page, method: string, url: RegExp): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === method && url.test(request.url())) sent.push(request.url());
  });
  return sent;
}

const refusal = (page: Page): Locator => page.getByRole('main').getByRole('alert');

/** What was not done, why, and who can. */
async function expectRefused(page: Page, say: Say, what: string): Promise<void> {
  const alert = refusal(page).filter({ hasText: say(what) });
  await inTime(page, 2_000, () => expect(alert).toBeVisible({ timeout: 300 }));
  await expect(alert).toContainText(holding(say('errors.role')));
  await expect(alert).toContainText(holding(say('errors.next_admin')));
  // Trying again is there to be seen, and not to be pressed.
  const again = alert.getByRole('button', { name: say('act.retry'), exact: true });
  await expect(again).toHaveAttribute('aria-disabled', 'true');
  await again.click({ force: true });
}

/** It was sent once, and a minute later nothing more. */
async function expectNothingMore(page: Page, sent: string[]): Promise<void> {
  await page.clock.runFor(60_000);
  expect(sent).toHaveLength(1);
}
