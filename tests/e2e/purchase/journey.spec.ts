// From a customer's page to a key of the software just bought, by keyboard alone.
import type { Page } from '@playwright/test';

import { CONTOSO, expect, softwareOf, tabTo, test } from '../support/app.ts';
import { OFFICE, cartPanel, effects, placeOrder, outcome } from '../support/buying.ts';
import { holding, LANGS, type Say } from '../support/texts.ts';

test.slow();

const WHOLE = `${CONTOSO.name} (${CONTOSO.domain})`;

/** Chooses an option of the select that has the focus, by arrow keys. */
async function arrowTo(page: Page, name: string, wanted: RegExp): Promise<void> {
  const select = page.getByRole('main').getByRole('combobox', { name, exact: true });
  await tabTo(page, select);
  const shown = () => select.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label ?? '');
  const most = await select.getByRole('option').count();
  for (let pressed = 0; pressed < most && !wanted.test(await shown()); pressed += 1) {
    await page.keyboard.press('ArrowDown');
  }
  expect(await shown()).toMatch(wanted);
}

async function putIntoCart(page: Page, say: Say): Promise<void> {
  await tabTo(page, page.getByRole('link', { name: say('buy.add_products') }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: say('catalog.title') })).toBeVisible();
  const link = page.getByRole('link', { name: OFFICE.title, exact: true });
  await expect(link).toBeVisible();
  // The shortcut to the page's own search.
  await page.keyboard.press('/');
  await expect(page.getByRole('main').getByRole('searchbox', { name: say('catalog.find') })).toBeFocused();
  await page.keyboard.type('professional plus 2024');
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: OFFICE.title })).toBeVisible();
  const quantity = page.getByRole('main').getByRole('textbox', { name: say('product.quantity'), exact: true });
  await expect(quantity).toHaveValue('1');
  await tabTo(page, quantity);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(cartPanel(page, say, WHOLE)).toContainText('× 3');
}

async function orderIt(page: Page, say: Say): Promise<void> {
  await tabTo(page, cartPanel(page, say, WHOLE).getByRole('link', { name: say('cart.review') }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: say('review.title') })).toBeVisible();
  await expect(page.getByText(holding(say('review.for', { customer: WHOLE })))).toBeVisible();
  const place = placeOrder(page, say);
  await expect(place).not.toHaveAttribute('aria-disabled');
  await expect(place).toContainText(CONTOSO.name);
  await tabTo(page, place);
  await page.keyboard.press('Enter');
  await expect(outcome(page, say, 'confirmation.title')).toBeVisible();
  await expect(page.getByText(say('confirmation.ready'))).toBeVisible({ timeout: 30_000 });
}

async function showKey(page: Page, say: Say): Promise<string> {
  await tabTo(page, page.getByRole('main').getByRole('link', { name: say('confirmation.keys') }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: holding(OFFICE.title) })).toBeFocused();
  await arrowTo(page, say('item.version'), new RegExp(OFFICE.title));
  await arrowTo(page, say('item.language'), /English|anglais/i);
  await arrowTo(page, say('item.bit'), /64/);
  await tabTo(page, page.getByRole('button', { name: say('item.view') }));
  await page.keyboard.press('Enter');
  const opener = page.getByRole('button', { name: say('item.get_key'), exact: true });
  await expect(opener).toBeVisible();
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: say('key.title') });
  await expect(dialog).toContainText(WHOLE);
  await tabTo(page, dialog.getByRole('button', { name: say('key.show'), exact: true }));
  await page.keyboard.press('Enter');
  const shown = dialog.getByRole('group', { name: say('key.the_key'), exact: true });
  await expect(shown).toBeVisible();
  return (await shown.innerText()).replace(/\s/g, '');
}

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test(`from ${CONTOSO.name} to a key of what was bought, by keyboard alone`, async ({ page, say }) => {
      await page.goto(softwareOf(CONTOSO.domain));
      await expect(page.getByRole('table')).toBeVisible();
      await putIntoCart(page, say);
      await orderIt(page, say);
      expect(await showKey(page, say)).toMatch(/^0000\d{28}$/);
      expect(await effects(page, 'order:')).toBe(1);
    });
  });
}
