// What was begun and not sent: listed with its customer, gone on with, discarded, in every tab.
import type { Page } from '@playwright/test';

import { expect, row, test } from '../support/app.ts';
import { OFFICE, SERVER } from '../support/buying.ts';
import { buy, cancelOf, goOn, step, type Bought } from '../support/cancelling.ts';
import { kept, put } from '../support/shelf.ts';
import { LANGS, holding, type Say } from '../support/texts.ts';

const ALPINE = { name: 'Alpine Ski House', domain: 'alpineskihouse.com' };
const WORDS = 'Client a changé <b>d’avis</b>';

const place = (page: Page, say: Say) =>
  page.getByRole('navigation', { name: say('nav.label') }).getByRole('link', { name: holding(say('nav.drafts')) });
const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('rowheader') });
const named = (say: Say, { order }: Bought) => say('order.title', { number: order });

/** Begins to cancel, and stops at the reason. */
async function begin(page: Page, say: Say, bought: Bought): Promise<void> {
  await page.goto(cancelOf(bought, 'lines'));
  await goOn(page, say).click();
  await page.getByRole('radio', { name: say('cancel.reason_other') }).check();
  await page.getByRole('textbox', { name: say('cancel.reason_words') }).fill(WORDS);
}

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('a cancellation that was begun is listed with its customer, and goes on at its step', async ({ page, say }) => {
      const bought = await buy(page, ALPINE.domain, [{ product: OFFICE, quantity: 2 }]);
      await expect(place(page, say)).toHaveAccessibleName(say('nav.drafts'));
      await begin(page, say, bought);
      await expect(place(page, say)).toHaveAccessibleName(/\d/);
      await place(page, say).click();

      await expect(page.getByRole('heading', { level: 1, name: say('drafts.title'), exact: true })).toBeFocused();
      const draft = row(page, named(say, bought));
      await expect(draft).toContainText(say('cancel.title'));
      await expect(draft).toContainText(ALPINE.name);
      await expect(draft).toContainText(ALPINE.domain);
      await expect(draft).toContainText(say('cancel.step_reason'));
      await draft.getByRole('link', { name: holding(say('drafts.go_on')) }).click();
      await expect(step(page, say, 'cancel.reason_question')).toBeVisible();
      await expect(page.getByRole('textbox', { name: say('cancel.reason_words') })).toHaveValue(WORDS);
    });

    test('is discarded after a question that names the customer', async ({ page, say }) => {
      const bought = await buy(page, ALPINE.domain, [{ product: OFFICE, quantity: 2 }]);
      await begin(page, say, bought);
      await place(page, say).click();
      const discard = row(page, named(say, bought)).getByRole('button', { name: holding(say('drafts.discard_of', { what: named(say, bought) })) });
      await discard.click();
      const dialog = page.getByRole('dialog', { name: say('drafts.discard_question') });
      await expect(dialog).toContainText(`${ALPINE.name} (${ALPINE.domain})`);
      await dialog.getByRole('button', { name: say('drafts.keep') }).click();
      await expect(dialog).toBeHidden();
      await expect(rows(page)).toHaveCount(1);

      await discard.click();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await discard.click();
      await dialog.getByRole('button', { name: say('drafts.discard'), exact: true }).click();
      await expect(page.getByText(say('drafts.discarded'))).toBeVisible();
      await expect(page.getByText(say('drafts.none'), { exact: true })).toBeVisible();
      await expect(place(page, say)).toHaveAccessibleName(say('nav.drafts'));
      await page.goto(cancelOf(bought, 'reason'));
      await expect(page.getByRole('textbox', { name: say('cancel.reason_words') })).toHaveValue('');
    });
  });
}

test('follows what is begun and discarded in another tab', async ({ page, context, say }) => {
  const bought = await buy(page, ALPINE.domain, [
    { product: OFFICE, quantity: 2 },
    { product: SERVER, quantity: 1 },
  ]);
  const other = await context.newPage();
  await other.goto('drafts');
  await expect(other.getByText(say('drafts.none'), { exact: true })).toBeVisible();
  await begin(page, say, bought);
  await expect(row(other, named(say, bought))).toContainText(say('cancel.step_reason'));
  await expect(place(other, say)).toHaveAccessibleName(/\d/);

  const discard = row(other, named(say, bought)).getByRole('button', { name: holding(say('drafts.discard')) });
  await page.getByRole('link', { name: say('nav.start'), exact: true }).click();
  await discard.click();
  await other.getByRole('dialog').getByRole('button', { name: say('drafts.discard'), exact: true }).click();
  await expect(other.getByText(say('drafts.none'), { exact: true })).toBeVisible();
  await expect(place(page, say)).toHaveAccessibleName(say('nav.drafts'));
});

test('a report stands beside it, a sent one does not, and what cannot be read is said and can be discarded', async ({ page, say }) => {
  const bought = await buy(page, ALPINE.domain, [{ product: OFFICE, quantity: 2 }]);
  await begin(page, say, bought);
  await expect.poll(() => kept(page)).toContain(bought.order);
  const report = (id: string, step: string) =>
    JSON.stringify({
      schema: 1,
      id,
      customer: { id: bought.tenant, name: ALPINE.name, domain: ALPINE.domain },
      created: Date.now() - 86_400_000,
      changed: Date.now() - 7_500_000,
      report: { step, title: `Report ${step}`, facts: {}, contact: {}, language: 'en', files: [] },
    });
  const [open, sent] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
  await put(page, [
    [`report ${open}`, report(open, 'contact')],
    [`report ${sent}`, report(sent, 'sent')],
    ['report 33333333-3333-4333-8333-333333333333', '{"schema":999}'],
    ['cancel x/broken-one', '{'],
    ['note 616122292874576', 'x'],
  ]);
  await page.goto('drafts');
  await expect(rows(page)).toHaveCount(4);
  await expect(page.getByText(say('drafts.unreadable', { count: 2 }))).toBeVisible();
  const own = row(page, 'Report contact');
  await expect(own).toContainText(say('cancel.report'));
  await expect(own).toContainText(say('drafts.step_contact'));
  const hour = new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(-2, 'hour');
  await expect(own).toContainText(hour);
  await expect(own.getByRole('link', { name: 'Report contact', exact: true })).toHaveAttribute('href', holding(`report/${open}/contact`));
  await expect(row(page, 'Report sent')).toHaveCount(0);

  await expect(rows(page).filter({ hasText: say('drafts.newer') })).toHaveCount(1);
  const broken = rows(page).filter({ hasText: say('drafts.broken') });
  await expect(broken).toContainText('broken-one');
  await broken.getByRole('button').click();
  await page.getByRole('dialog').getByRole('button', { name: say('drafts.discard'), exact: true }).click();
  await expect(broken).toHaveCount(0);
  await expect(rows(page)).toHaveCount(3);
});
