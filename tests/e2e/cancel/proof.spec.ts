// That key and links are revoked is told once they answer so, wherever the purchase was cancelled.
import type { Locator, Page } from '@playwright/test';

import { ask, expect, inTime, setSandbox, test } from '../support/app.ts';
import { OFFICE, lineOf } from '../support/buying.ts';
import { buy, cancelIt, fillIn, letUndoPass, orderOf, step, type Bought } from '../support/cancelling.ts';
import { LANGS, texts, type Say } from '../support/texts.ts';

const ALPINE = 'alpineskihouse.com';
/** Reading any key. */
const KEYS = { method: 'GET', path: '/customers/*/artifacts/**' };

const stage = (page: Page, words: string): Locator =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: words });

/** The text for the customer, unfolded. */
async function message(page: Page, say: Say): Promise<Locator> {
  await page.getByText(say('track.message'), { exact: true }).first().click();
  return page.getByRole('group', { name: say('message.preview'), exact: true });
}

/** Cancels with another client. */
async function cancelElsewhere(page: Page, { tenant, order }: Bought): Promise<void> {
  const body = { id: order, status: 'cancelled' };
  const answer = await ask<{ status: string }>(page, `/customers/${tenant}/orders/${order}`, { method: 'PATCH', body });
  expect(answer.status).toBe('cancelled');
}

/** Opens the item of an order with one line. */
async function openItem(page: Page, say: Say, bought: Bought): Promise<void> {
  await page.goto(orderOf(bought));
  await lineOf(page, OFFICE).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 3, name: say('track.title') })).toBeVisible();
}

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('cancelled elsewhere: revoked once the key answers so', async ({ page, say }) => {
      await page.clock.install();
      const bought = await buy(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
      await cancelElsewhere(page, bought);
      await setSandbox(page, { listLagSeconds: 0, faults: [{ ...KEYS, kind: '500' }] });
      await openItem(page, say, bought);
      await expect(stage(page, say('track.revoking'))).toContainText(say('track.revoked_wait'));
      await page.clock.fastForward(10_000);
      await expect(stage(page, say('track.revoked'))).toHaveCount(0);
      await setSandbox(page, { faults: [] });
      await inTime(page, 2_000, () => expect(stage(page, say('track.revoked'))).toBeVisible({ timeout: 300 }));
      await expect(stage(page, say('track.revoking'))).toHaveCount(0);
    });

    test('the customer is told that key and links are gone once they are', async ({ page, say }) => {
      await page.clock.install();
      const bought = await buy(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
      await fillIn(page, say, bought);
      await setSandbox(page, { faults: [{ ...KEYS, kind: '500' }] });
      await cancelIt(page, say).click();
      await letUndoPass(page, say);
      await expect(step(page, say, 'cancel.done')).toBeVisible({ timeout: 20_000 });
      const letter = await message(page, say);
      await expect(letter).toContainText(say('track.message_keys_soon'));
      await setSandbox(page, { faults: [] });
      await inTime(page, 2_000, () => expect(letter).toContainText(say('track.message_keys'), { timeout: 300 }));
      await expect(letter).not.toContainText(say('track.message_keys_soon'));
    });

    test('the credit is expected until the activity log has it', async ({ page, say }) => {
      const bought = await buy(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
      await cancelElsewhere(page, bought);
      await openItem(page, say, bought);
      await expect(stage(page, say('track.revoked'))).toBeVisible({ timeout: 20_000 });
      await expect(stage(page, say('track.credit_text'))).toBeVisible();
      // Past the invoice of the next month, and not so far that the log has forgotten.
      await setSandbox(page, { clock: { offsetMs: 45 * 86_400_000 } });
      await page.reload();
      await expect(stage(page, say('track.credited'))).toBeVisible();
      await expect(stage(page, say('track.credit_text'))).toHaveCount(0);
    });
  });
}

test('the message begins in the language of the customer', async ({ page, say }) => {
  const bought = await buy(page, 'ateliers-beaumont.example', [{ product: OFFICE, quantity: 1 }]);
  await fillIn(page, say, bought);
  await cancelIt(page, say).click();
  await expect(step(page, say, 'cancel.done')).toBeVisible({ timeout: 20_000 });
  const letter = await message(page, say);
  const picker = page.getByRole('group', { name: say('message.language') });
  await expect(picker.getByRole('radio', { name: 'Français' })).toBeChecked();
  await expect(letter).toContainText(texts('fr')('message.hello'));
  await picker.getByRole('radio', { name: 'English' }).check();
  await expect(letter).toContainText(say('message.hello'));
});

test('links that go on for another purchase are not said to be gone', async ({ page, say }) => {
  await page.clock.install();
  const bought = await buy(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
  await buy(page, ALPINE, [{ product: OFFICE, quantity: 2 }]);
  await fillIn(page, say, bought);
  await cancelIt(page, say).click();
  await letUndoPass(page, say);
  await expect(step(page, say, 'cancel.done')).toBeVisible({ timeout: 20_000 });
  const letter = await message(page, say);
  await inTime(page, 2_000, () => expect(letter).toContainText(say('track.message_key'), { timeout: 300 }));
  await expect(letter).not.toContainText(say('track.message_keys'));
});

test('who may not have keys is not told that they are revoked', async ({ page, say }) => {
  const bought = await buy(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
  await cancelElsewhere(page, bought);
  await setSandbox(page, { listLagSeconds: 0, role: 'sales_agent' });
  await openItem(page, say, bought);
  await expect(stage(page, say('track.revoking'))).toContainText(say('track.revoked_unasked'));
  await expect(stage(page, say('track.revoked'))).toHaveCount(0);
});

test('once keys are refused for the role nothing more is asked, until somebody comes back', async ({ page, say }) => {
  await page.clock.install();
  const bought = await buy(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
  await cancelElsewhere(page, bought);
  await setSandbox(page, { listLagSeconds: 0, faults: [{ ...KEYS, kind: '403', code: '900150' }] });
  await openItem(page, say, bought);
  const unasked = stage(page, say('track.revoking'));
  await expect(unasked).toContainText(say('track.revoked_unasked'));
  await setSandbox(page, { faults: [] });
  for (let minute = 0; minute < 5; minute += 1) await page.clock.fastForward(60_000);
  await expect(unasked).toContainText(say('track.revoked_unasked'));
  await page.reload();
  await inTime(page, 2_000, () => expect(stage(page, say('track.revoked'))).toBeVisible({ timeout: 300 }));
});
