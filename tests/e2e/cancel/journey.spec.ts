// Cancelling by oneself, from the item to the proof that its key is gone, by keyboard alone.
import type { Page } from '@playwright/test';

import { IN_PAGE, ask, expect, inTime, tabBackTo, tabTo, test } from '../support/app.ts';
import { OFFICE } from '../support/buying.ts';
import { buy, cancelIt, goOn, letUndoPass, orderOf, step } from '../support/cancelling.ts';
import { holding, LANGS } from '../support/texts.ts';

test.slow();

const ALPINE = { name: 'Alpine Ski House', domain: 'alpineskihouse.com' };

interface Entitlements {
  items: { productId: string; quantity: number; entitledArtifacts: { state: string; link: { uri: string } }[] }[];
}

interface DownloadOptions {
  items: { downloadLink: { uri: string } }[];
}

/** What the sandbox answers to a call that a link of it names. */
const statusOf = (page: Page, uri = ''): Promise<number> =>
  page.evaluate(async (address) => (await fetch(address)).status, `${IN_PAGE}${uri.replace(/^\/v1/, '')}`);

/** Goes to a control by Tab and presses Enter. */
async function press(page: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('an order is cancelled, and its key is revoked', async ({ page, say }) => {
      await page.clock.install();
      const bought = await buy(page, ALPINE.domain, [{ product: OFFICE, quantity: 3 }]);
      await page.goto(orderOf(bought));
      const main = page.getByRole('main');
      await expect(main.getByRole('link', { name: say('act.cancel_purchase') })).toBeVisible();
      await press(page, main.getByRole('link', { name: say('act.cancel_purchase') }));

      // Both ways are offered.
      await expect(page.getByRole('heading', { level: 3, name: say('cancel.report') })).toBeVisible();
      await press(page, main.getByRole('link', { name: say('cancel.now') }));
      await expect(step(page, say, 'cancel.lines_question')).toBeFocused();
      await expect(main.getByRole('checkbox', { name: holding(OFFICE.title) })).toBeChecked();
      await press(page, goOn(page, say));

      await expect(step(page, say, 'cancel.reason_question')).toBeFocused();
      await press(page, goOn(page, say));
      await expect(page.getByRole('alert').filter({ hasText: say('cancel.reason_needed') })).toBeVisible();
      await tabBackTo(page, main.getByRole('textbox', { name: say('cancel.reason_words_optional') }));
      await page.keyboard.press('Shift+Tab');
      const product = main.getByRole('radio', { name: say('cancel.reason_product') });
      await expect(async () => {
        await page.keyboard.press('ArrowDown');
        await expect(product).toBeChecked({ timeout: 100 });
      }).toPass();
      await press(page, goOn(page, say));

      await expect(step(page, say, 'cancel.follows_title')).toBeFocused();
      await tabTo(page, main.getByRole('checkbox', { name: say('cancel.follows_read') }));
      await page.keyboard.press('Space');
      await press(page, goOn(page, say));

      await expect(step(page, say, 'cancel.review_title')).toBeFocused();
      await expect(main).toContainText(say('cancel.reason_product'));
      // Taken back once; the focus goes along, so that nothing has to be looked for.
      await press(page, cancelIt(page, say));
      await expect(main.getByRole('button', { name: say('cancel.undo'), exact: true })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(cancelIt(page, say)).toBeFocused();
      await page.keyboard.press('Enter');
      await letUndoPass(page, say);
      await expect(step(page, say, 'cancel.done')).toBeVisible({ timeout: 20_000 });
      await expect(main.getByRole('listitem').filter({ hasText: say('track.accepted') })).toBeVisible();

      // The proof: key and link answer that they are revoked, and cannot be had by any other way.
      await inTime(page, 2_000, () => expect(main.getByText(say('track.revoked_wait'))).toHaveCount(0, { timeout: 300 }));
      const { items } = await ask<Entitlements>(page, `/customers/${bought.tenant}/entitlements`);
      const item = items.find(({ productId }) => productId === OFFICE.id);
      expect(item?.quantity).toBe(0);
      expect(item?.entitledArtifacts.map(({ state }) => state)).toEqual(['Revoked']);
      expect(await statusOf(page, item?.entitledArtifacts[0]?.link.uri)).toBe(410);
      const options = `/customers/${bought.tenant}/products/${OFFICE.id}/skus/${OFFICE.sku}/downloadoptions`;
      const downloads = (await ask<DownloadOptions>(page, options)).items;
      expect(downloads).not.toHaveLength(0);
      for (const { downloadLink } of downloads) expect(await statusOf(page, downloadLink.uri)).toBe(410);

      // The row stays, as cancelled, without a key.
      await press(page, main.getByRole('link', { name: say('confirmation.software') }));
      const row = page.getByRole('row').filter({ has: page.getByRole('rowheader').filter({ hasText: OFFICE.title }) });
      await expect(row).toContainText(say('software.on_status.cancelled'));
      await expect(row).toContainText(say('software.key_revoked'));
      await press(page, row.getByRole('link', { name: holding(OFFICE.title) }));
      await expect(page.getByRole('heading', { level: 3, name: say('track.title') })).toBeVisible();
      await expect(main.getByRole('listitem').filter({ hasText: say('track.credit') })).toContainText(say('track.credit_text'));
      // The item gives neither.
      await expect(main.getByText(say('item.why.cancelled'))).toBeVisible();
      for (const gives of ['item.view', 'item.get_key', 'item.copy_link', 'item.send'] as const) {
        await expect(main.getByRole('button', { name: say(gives) })).toHaveCount(0);
      }
    });
  });
}
