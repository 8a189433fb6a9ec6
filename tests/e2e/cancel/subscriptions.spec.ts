// Subscriptions that are cancelled by themselves: what somebody else changes meanwhile is shown in both
// versions, what was cancelled before a refusal is told, and nothing of what was filled in is lost.
import type { Locator, Page } from '@playwright/test';

import { ask, domainOf, expect, setSandbox, test } from '../support/app.ts';
import { startPage, tenantOf } from '../support/buying.ts';
import { buy, cancelIt, cancelOf, cancellations, fillIn, letUndoPass, step, type Bought } from '../support/cancelling.ts';
import { holding, LANGS, type Say } from '../support/texts.ts';

const RDS_TERM = { id: 'DG7GMGF0DVSV', title: 'Windows Server Remote Desktop Services CAL', sku: '000P', cycle: 'annual' };
const SQL_TERM = { id: 'DG7GMGF0FKZV', title: 'SQL Server', sku: '0003', cycle: 'annual' };
const NAME = 'Zz Subscription changed meanwhile';

interface Order {
  id: string;
  lineItems: { subscriptionId?: string }[];
}

/** The order of its subscription. */
async function ordered(page: Page): Promise<Bought> {
  await startPage(page);
  const domain = domainOf(NAME);
  const tenant = await tenantOf(page, domain);
  const { items } = await ask<{ items: Order[] }>(page, `/customers/${tenant}/orders`);
  const order = items.find(({ lineItems }) => lineItems.some(({ subscriptionId }) => subscriptionId));
  return { domain, tenant, order: order?.id ?? '' };
}

const versions = (page: Page, say: Say): Locator => page.getByRole('table', { name: say('cancel.changed_elsewhere') });

/** Both versions of the term, which differ in the renewal alone. */
async function expectBoth(page: Page, say: Say): Promise<void> {
  const row = versions(page, say).getByRole('row', { name: holding(say('item.term')) });
  const cells = row.getByRole('cell');
  await expect(cells).toHaveCount(2);
  const [renews, not] = [say('software.renews'), say('software.renews_not')];
  await expect(row).toContainText(renews);
  await expect(row).toContainText(not);
  const [before, now] = await cells.allInnerTexts();
  expect(before).not.toBe(now);
  expect(before?.replace(renews, not)).toBe(now?.replace(renews, not));
}

/** Presses the last button, and takes nothing back. */
async function press(page: Page, say: Say): Promise<void> {
  await cancelIt(page, say).click();
  await letUndoPass(page, say);
}

/** By now so many subscriptions of it are cancelled. */
async function expectCancelled(page: Page, say: Say, bought: Bought, times = 1): Promise<void> {
  await expect(step(page, say, 'cancel.done')).toBeVisible();
  expect(await cancellations(page, bought)).toBe(times);
}

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('both versions are shown, and it is cancelled once a person has decided anew', async ({ page, say }) => {
      await page.clock.install();
      const bought = await ordered(page);
      await fillIn(page, say, bought);
      await press(page, say);
      const refusal = page.getByRole('alert').filter({ hasText: say('cancel.refused') });
      await expect(refusal).toBeFocused();
      await expect(refusal).toContainText(say('errors.changed'));
      await expect(refusal).toContainText(say('cancel.decide_anew'));
      await expectBoth(page, say);
      expect(await cancellations(page, bought)).toBe(0);

      // What was filled in outlives the page.
      await page.goto(cancelOf(bought, 'review'));
      await expect(cancelIt(page, say)).toBeVisible();
      await press(page, say);
      await expectCancelled(page, say, bought);
    });
  });
}

test('it stays to be seen where one goes back, and so does what was filled in', async ({ page, say }) => {
  await page.clock.install();
  const bought = await ordered(page);
  await fillIn(page, say, bought);
  await press(page, say);
  await expectBoth(page, say);
  await page.getByRole('link', { name: `${say('cancel.change')} ${say('cancel.step_reason')}` }).click();
  await expect(page.getByRole('radio', { name: say('cancel.reason_mistake') })).toBeChecked();
  await expectBoth(page, say);
  await page.getByRole('alert').getByRole('button', { name: say('act.retry') }).click();
  await expect(step(page, say, 'cancel.review_title')).toBeVisible();
  await press(page, say);
  await expectCancelled(page, say, bought);
});

test('what was cancelled of it before the refusal is told, and stays told', async ({ page, say }) => {
  await page.clock.install();
  const terms = [{ product: RDS_TERM, quantity: 2 }, { product: SQL_TERM, quantity: 1 }];
  const bought = await buy(page, domainOf('Zz Cancel by subscription'), terms);
  await fillIn(page, say, bought);
  await setSandbox(page, { faults: [{ method: 'PATCH', path: '/customers/*/subscriptions/*', nth: 2, times: 1, kind: '400', code: '900117' }] });
  await press(page, say);
  const alert = page.getByRole('alert').filter({ hasText: say('cancel.partly') });
  await expect(alert).toContainText(say('errors.window'));
  await expect(cancelIt(page, say)).toBeVisible();
  // Of what is left to cancel, the page now names the other line alone.
  await expect(page.getByRole('definition').filter({ hasText: SQL_TERM.title })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: RDS_TERM.title })).toHaveCount(0);
  await expect(alert).toBeVisible();
  expect(await cancellations(page, bought)).toBe(1);
  await press(page, say);
  await expectCancelled(page, say, bought, 2);
});

test('among several it is told in its own row', async ({ page, say }) => {
  await page.clock.install();
  const bought = await ordered(page);
  await page.goto(`customers/${bought.domain}/software/cancel`);
  await page.getByRole('checkbox', { name: holding(bought.order) }).check();
  await page.getByRole('checkbox', { name: say('cancel.follows_read') }).check();
  await page.getByRole('textbox', { name: say('several.name', { customer: NAME }) }).fill(NAME);
  await page.getByRole('main').getByRole('button', { name: holding(say('several.act', { count: 1 })) }).click();
  await letUndoPass(page, say);
  await expect(step(page, say, 'several.over')).toBeVisible();
  const result = page.getByRole('listitem').filter({ hasText: say('cancel.not_done') });
  await expect(result).toContainText(`${say('errors.changed')} ${say('cancel.decide_anew')}`);
  await expect(result.getByRole('table', { name: say('cancel.changed_elsewhere') })).toBeVisible();
  await expectBoth(page, say);
  expect(await cancellations(page, bought)).toBe(0);
});
