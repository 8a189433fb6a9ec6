// Asking support for a refund, from the item to the proof that its key is gone, by keyboard alone.
import { ask, expect, tabTo, test } from '../support/app.ts';
import { OFFICE, effects } from '../support/buying.ts';
import { goOn, step } from '../support/cancelling.ts';
import { CONTACT, QUESTIONS, blamed, buyPriced, decide, expectFacts, expectSent, field, outgoing, press, submitIt, type } from '../support/reporting.ts';
import { LANGS, holding, texts, type Lang } from '../support/texts.ts';

test.slow();

const ALPINE = { name: 'Alpine Ski House', domain: 'alpineskihouse.com' };
const OTHER: Record<Lang, Lang> = { en: 'fr', fr: 'en' };

interface Entitlements {
  items: { productId: string; referenceOrder: { id: string }; entitledArtifacts: { link: { uri: string } }[] }[];
}

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('a refund is requested, and support cancels the order', async ({ page, say }) => {
      const main = page.getByRole('main');
      const bought = await buyPriced(page, ALPINE.domain, [{ product: OFFICE, quantity: 3 }]);
      await page.goto(`customers/${bought.domain}/software/${bought.order}/0/${OFFICE.id}/${OFFICE.sku}`);
      await expect(main.getByRole('link', { name: say('act.cancel_purchase') })).toBeVisible();
      await press(page, main.getByRole('link', { name: say('act.cancel_purchase') }));
      await expect(page.getByRole('heading', { level: 3, name: say('cancel.report') })).toBeVisible();
      await press(page, main.getByRole('link', { name: say('cancel.report_open') }));

      // What is known stands there already.
      await expect(step(page, say, QUESTIONS.facts)).toBeFocused();
      await expect(page).toHaveTitle(holding(`${say('report.title')} · ${ALPINE.name} (${ALPINE.domain}) · Latchkey`));
      const kind = main.getByRole('combobox', { name: say('report.type') });
      await expect(kind).toHaveValue('refund');
      await expect(kind.getByRole('option', { selected: true })).toHaveText(holding(say('report.type_refund')));
      await expect(field(page, say, 'report.tenant')).toHaveValue(bought.tenant);
      await expectFacts(page, say, bought);

      // A step is checked when it is left: the summary takes the focus and leads to the field.
      await press(page, goOn(page, say));
      await expect(blamed(page, say, 'report.reason', 'report.needed_reason')).toBeVisible();
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.querySelector('[role=alert]') !== null))
        .toBe(true);
      await page.keyboard.press('Tab');
      await expect(blamed(page, say, 'report.reason', 'report.needed_reason')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(field(page, say, 'report.reason')).toBeFocused();
      await page.keyboard.type('Déjà installé <b>ailleurs</b>');
      await expect(blamed(page, say, 'report.reason', 'report.needed_reason')).toHaveCount(0);
      await tabTo(page, field(page, say, 'report.amount'));
      await page.keyboard.press('Enter');

      await expect(step(page, say, QUESTIONS.details)).toBeFocused();
      await expect(field(page, say, 'report.title_field')).toHaveValue(holding(ALPINE.name));
      await tabTo(page, main.getByRole('radio').first(), 80);
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await expect(main.getByRole('radio', { name: say('report.impact_moderate') })).toBeChecked();
      await press(page, goOn(page, say));

      // The text can be had in the other language.
      await expect(step(page, say, QUESTIONS.description)).toBeFocused();
      const text = outgoing(page, say);
      for (const part of [bought.tenant, bought.order, ALPINE.name, OFFICE.title, 'Déjà installé <b>ailleurs</b>']) {
        await expect(text).toContainText(part);
      }
      await expect(text).toContainText(holding(say('report.says_intro')));
      await tabTo(page, main.getByRole('radio', { checked: true }), 80);
      await page.keyboard.press(lang === 'en' ? 'ArrowRight' : 'ArrowLeft');
      await expect(text).toContainText(holding(texts(OTHER[lang])('report.says_intro')));
      await page.keyboard.press(lang === 'en' ? 'ArrowLeft' : 'ArrowRight');
      await expect(text).toContainText(holding(say('report.says_intro')));
      await press(page, goOn(page, say));

      await expect(step(page, say, QUESTIONS.contact)).toBeFocused();
      await type(page, field(page, say, 'report.contact_name'), CONTACT.name);
      await type(page, field(page, say, 'report.contact_email'), CONTACT.email);
      await type(page, field(page, say, 'report.contact_phone'), CONTACT.phone);
      await page.keyboard.press('Enter');

      await expect(step(page, say, QUESTIONS.review)).toBeFocused();
      for (const part of [ALPINE.name, CONTACT.name, say('report.impact_moderate')]) {
        await expect(main).toContainText(holding(part));
      }
      await press(page, submitIt(page, say));

      await expect(step(page, say, 'report.sent')).toBeFocused({ timeout: 20_000 });
      const number = await expectSent(page, say);
      await expect(main.getByRole('link', { name: say('report.to_request') })).toHaveAttribute('href', holding(`requests/${number}`));
      expect(await effects(page, 'request:')).toBe(1);

      // It outlives a reload; what was filled in is gone.
      await page.reload();
      expect(await expectSent(page, say)).toBe(number);
      await page.goto(page.url().replace('/sent', '/facts'));
      expect(await expectSent(page, say)).toBe(number);

      // Support agrees: the order is cancelled, and its key revoked.
      await decide(page, number, true);
      const order = await ask<{ status: string }>(page, `/customers/${bought.tenant}/orders/${bought.order}`);
      expect(order.status).toBe('cancelled');
      const { items } = await ask<Entitlements>(page, `/customers/${bought.tenant}/entitlements`);
      const item = items.find(({ productId, referenceOrder }) => productId === OFFICE.id && referenceOrder.id === bought.order);
      const uri = item?.entitledArtifacts[0]?.link.uri ?? '';
      const status = await page.evaluate(async (uri) => (await fetch(uri)).status, `/sandbox/v1${uri.replace(/^\/v1/, '')}`);
      expect(status).toBe(410);
      await press(page, main.getByRole('link', { name: say('report.to_item') }));
      await expect(page.getByRole('heading', { level: 2, name: holding(OFFICE.title) })).toBeVisible();
    });
  });
}

test('from the menu: the customer is found by a domain, the order by its number', async ({ page, say }) => {
  const bought = await buyPriced(page, ALPINE.domain, [{ product: OFFICE, quantity: 1 }]);
  const { alternateId } = await ask<{ alternateId: string }>(page, `/customers/${bought.tenant}/orders/${bought.order}`);
  await page.getByRole('navigation', { name: say('nav.label') }).getByRole('link', { name: say('report.act') }).click();
  await expect(page.getByRole('heading', { level: 2, name: say('report.no_customer') })).toBeVisible();
  await field(page, say, 'report.tenant').fill(ALPINE.domain);
  await expect(page.getByRole('heading', { level: 2, name: `${ALPINE.name} (${ALPINE.domain})` })).toBeVisible();
  await field(page, say, 'report.purchase').fill(alternateId);
  await expect(page.getByRole('status').filter({ hasText: OFFICE.title })).toBeVisible();
  await expect(field(page, say, 'report.amount')).not.toHaveValue('');
});

test('what was proposed follows the facts, and what was typed stays', async ({ page, say }) => {
  const one = await buyPriced(page, ALPINE.domain, [{ product: OFFICE, quantity: 1 }]);
  const other = await buyPriced(page, ALPINE.domain, [{ product: OFFICE, quantity: 2 }]);
  await page.goto(`report?customer=${one.domain}&order=${one.order}`);
  await expectFacts(page, say, one);
  const amount = field(page, say, 'report.amount');
  const before = await amount.inputValue();
  await field(page, say, 'report.purchase').fill(other.order);
  await expect(amount).not.toHaveValue(before);
  await expect(amount).not.toHaveValue('');
  await amount.fill('1.50');
  await field(page, say, 'report.purchase').fill(one.order);
  await expect(page.getByRole('status').filter({ hasText: `${OFFICE.title}` })).toContainText('× 1');
  await expect(amount).toHaveValue('1.50');
});

test('the text can be taken over and edited, and taken back', async ({ page, say }) => {
  const bought = await buyPriced(page, ALPINE.domain, [{ product: OFFICE, quantity: 1 }]);
  await page.goto(`report?customer=${bought.domain}&order=${bought.order}`);
  await expectFacts(page, say, bought);
  await field(page, say, 'report.reason').fill('Bought twice');
  await goOn(page, say).click();
  await page.getByRole('radio', { name: say('report.impact_minimal') }).check();
  await goOn(page, say).click();
  await page.getByRole('button', { name: say('report.own'), exact: true }).click();
  const own = field(page, say, 'report.own_text');
  await expect(own).toHaveValue(holding(bought.domain));
  await own.fill('Give it back.');
  await goOn(page, say).click();
  await expect(blamed(page, say, 'report.description', 'report.wrong_no_tenant')).toBeVisible();
  await page.getByRole('button', { name: say('report.own_back') }).click();
  await expect(outgoing(page, say)).toContainText('Bought twice');
  await page.getByRole('button', { name: say('act.undo') }).click();
  await expect(own).toHaveValue('Give it back.');
});
