// Several purchases of a customer, one after the other.
import type { Page } from '@playwright/test';

import { expect, inTime, setSandbox, test } from '../support/app.ts';
import { OFFICE, SERVER } from '../support/buying.ts';
import { ORDER, buy, cancellations, letUndoPass, step, type Bought } from '../support/cancelling.ts';
import { holding, LANGS, type Say } from '../support/texts.ts';

const ALPINE = { name: 'Alpine Ski House', domain: 'alpineskihouse.com' };
const several = `customers/${ALPINE.domain}/software/cancel`;

/** Two orders of nobody else's. */
async function two(page: Page): Promise<[Bought, Bought]> {
  const first = await buy(page, ALPINE.domain, [{ product: OFFICE, quantity: 2 }]);
  const second = await buy(page, ALPINE.domain, [{ product: SERVER, quantity: 1 }]);
  return [first, second];
}

const box = (page: Page, say: Say, product: { title: string }, { order }: Bought) =>
  page.getByRole('checkbox', { name: holding(say('several.one', { product: product.title, order: '' }).split(',')[0] ?? '') }).and(
    page.getByRole('checkbox', { name: holding(order) }),
  );

/** The last button, for so many purchases. */
const cancelThem = (page: Page, say: Say, count: number) =>
  page.getByRole('main').getByRole('button', { name: holding(say('several.act', { count })) });

async function confirm(page: Page, say: Say): Promise<void> {
  await page.getByRole('checkbox', { name: say('cancel.follows_read') }).check();
  await page.getByRole('textbox', { name: say('several.name', { customer: ALPINE.name }) }).fill(' alpine ski HOUSE ');
}

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('what can be cancelled is chosen, confirmed by name, and cancelled order by order', async ({ page, say }) => {
      await page.clock.install();
      const [first, second] = await two(page);
      await page.goto(`customers/${ALPINE.domain}/software`);
      await page.getByRole('link', { name: say('several.link') }).click();
      await expect(page.getByRole('heading', { level: 2, name: say('several.title') })).toBeVisible();
      const button = page.getByRole('main').getByRole('button', { name: new RegExp(`^${say('several.act', { count: 2 }).split(' ')[0]}`) });
      await expect(button).toHaveAccessibleDescription(say('several.choose'));
      await box(page, say, OFFICE, first).check();
      await box(page, say, SERVER, second).check();
      await expect(button).toHaveAccessibleDescription(say('cancel.follows_needed'));
      await page.getByRole('checkbox', { name: say('cancel.follows_read') }).check();
      await expect(button).toHaveAccessibleDescription(say('several.type_name', { customer: ALPINE.name }));
      await confirm(page, say);
      await cancelThem(page, say, 2).click();
      await letUndoPass(page, say);
      await expect(step(page, say, 'several.over')).toBeVisible({ timeout: 20_000 });
      await expect(page.getByRole('main').getByRole('listitem').filter({ has: page.getByText(say('cancel.done'), { exact: true }) })).toHaveCount(2);
      for (const bought of [first, second]) expect(await cancellations(page, bought)).toBe(1);
    });
  });
}

test('one that is refused says why, and the others go on', async ({ page, say }) => {
  await page.clock.install();
  const [first, second] = await two(page);
  await page.goto(several);
  await box(page, say, OFFICE, first).check();
  await box(page, say, SERVER, second).check();
  await confirm(page, say);
  const path = `/customers/*/orders/${first.order}`;
  await setSandbox(page, { faults: [{ method: 'PATCH', path, times: 1, kind: '400', code: '900117' }] });
  await cancelThem(page, say, 2).click();
  await letUndoPass(page, say);
  await expect(step(page, say, 'several.over')).toBeVisible({ timeout: 30_000 });
  const results = page.getByRole('main').getByRole('listitem');
  const refused = results.filter({ hasText: say('cancel.not_done') });
  await expect(refused).toHaveCount(1);
  await expect(refused).toContainText(OFFICE.title);
  await expect(refused).toContainText(say('errors.window'));
  const done = results.filter({ has: page.getByText(say('cancel.done'), { exact: true }) });
  await expect(done).toHaveCount(1);
  await expect(done).toContainText(SERVER.title);
  expect(await cancellations(page, first)).toBe(0);
  expect(await cancellations(page, second)).toBe(1);
});

test('stopped: what waits is not sent', async ({ page, say }) => {
  await page.clock.install();
  const [first, second] = await two(page);
  await page.goto(several);
  await box(page, say, OFFICE, first).check();
  await box(page, say, SERVER, second).check();
  await confirm(page, say);
  await setSandbox(page, { latencyMs: 1_500 });
  await cancelThem(page, say, 2).click();
  await letUndoPass(page, say);
  await page.getByRole('button', { name: say('several.stop'), exact: true }).click();
  await expect(step(page, say, 'several.over')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: say('several.not_sent') })).toHaveCount(1);
  await setSandbox(page, { latencyMs: 0 });
  const sum = (await cancellations(page, first)) + (await cancellations(page, second));
  expect(sum).toBe(1);
});

test('an answer that is lost is found out about on the page of its order', async ({ page, say }) => {
  await page.clock.install();
  const [first] = await two(page);
  await page.goto(several);
  await box(page, say, OFFICE, first).check();
  await confirm(page, say);
  await setSandbox(page, { faults: [{ method: 'PATCH', path: ORDER, times: 1, kind: 'network' }] });
  await cancelThem(page, say, 1).click();
  // What was confirmed cannot be changed any more.
  await expect(box(page, say, OFFICE, first)).toBeDisabled();
  await letUndoPass(page, say);
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: say('cancel.checking_title') });
  await inTime(page, 2_000, () => expect(row).toBeVisible({ timeout: 300 }));
  expect(await cancellations(page, first)).toBe(0);
  await row.getByRole('link', { name: say('pending.see') }).click();
  await page.getByRole('button', { name: say('cancel.send_again') }).click();
  await inTime(page, 2_000, () => expect(step(page, say, 'cancel.done')).toBeVisible({ timeout: 300 }));
  expect(await cancellations(page, first)).toBe(1);
});
