// What keeps an order back, what refuses it, and the way on from there.
import type { Locator, Page } from '@playwright/test';

import { AGREEMENTS, UNSIGNED, checks, confirmIt, day, fillInAgreement, openAgreement } from '../support/agreeing.ts';
import { CONTOSO, domainOf, expect, setSandbox, softwareOf, startWith, test } from '../support/app.ts';
import {
  CHECKOUT, OFFICE, SERVER, cartOf, catalogOf, effects, lineOf, makeCart, order, ordersMade, outcome, placeOrder, productOf, quantityOf, review,
  tenantOf,
} from '../support/buying.ts';
import { dist } from '../support/environment.ts';
import { holding, LANGS, type Say } from '../support/texts.ts';

const alerts = (page: Page): Locator => page.getByRole('main').getByRole('alert');

/** What the server refuses at the checkout: of which customer, with which code, in which words. */
const REFUSED = [
  ['Zz Not eligible', '800020', 'errors.not_eligible', 'errors.next_support'],
  ['Zz Ownership limit', '800089', 'errors.limit', 'errors.next_fewer'],
  ['Zz Credit line exhausted', '900121', 'errors.credit', 'errors.next_credit'],
] as const;

/** What is known of the customer's account beforehand. */
const ACCOUNTS = [
  ['Zz Account under review', 'review.account_review', 'review.account_review_next'],
  ['Zz Account not approved', 'review.account_not_allowed', 'review.account_not_allowed_next'],
  ['Zz Account status unknown', 'review.account_unknown', 'review.account_not_allowed_next'],
] as const;

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    for (const [name, code, happened, next] of REFUSED) {
      test(`${name}: said in words, the cart stays`, async ({ page, say }) => {
        await review(page, say, domainOf(name));
        await order(page, say);
        const alert = alerts(page).filter({ hasText: say('review.refused') });
        await expect(alert).toContainText(holding(say(happened)));
        await expect(alert).toContainText(holding(say(next)));
        await alert.getByText(say('act.details'), { exact: true }).click();
        await expect(alert).toContainText(code);
        expect(await ordersMade(page, domainOf(name))).toBe(0);
        await expect(quantityOf(page, say, SERVER)).toHaveValue('2');
        await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
      });
    }

    for (const [name, words, next] of ACCOUNTS) {
      test(`${name}: said before the order, which is kept back`, async ({ page, say }) => {
        await review(page, say, domainOf(name));
        await expect(checks(page, say(words))).toContainText(say(next));
        await expect(placeOrder(page, say)).toHaveAccessibleDescription(say('review.cannot_checks'));
        await placeOrder(page, say).click({ force: true });
        expect(await ordersMade(page, domainOf(name))).toBe(0);
      });
    }

    test('Zz Account status missing: no hindrance', async ({ page, say }) => {
      const domain = domainOf('Zz Account status missing');
      await review(page, say, domain);
      await expect(checks(page, say('review.account_no_record'))).toBeVisible();
      await order(page, say);
      await expect(outcome(page, say, 'confirmation.title')).toBeVisible();
      expect(await ordersMade(page, domain)).toBe(1);
    });

    test('Zz Checkout fails: nothing was ordered, and it can be tried again', async ({ page, say }) => {
      const domain = domainOf('Zz Checkout fails');
      await review(page, say, domain);
      await order(page, say);
      const alert = alerts(page).filter({ hasText: say('review.not_sent') });
      await expect(alert).toContainText(holding(say('errors.not_created')), { timeout: 20_000 });
      expect(await ordersMade(page, domain)).toBe(0);
      await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
    });

    test('Zz Availability outdated: brought up to date, told, then ordered', async ({ page, say }) => {
      const domain = domainOf('Zz Availability outdated');
      await review(page, say, domain);
      await order(page, say);
      const told = alerts(page).filter({ hasText: say('stale.intro') });
      await expect(told).toContainText(holding(SERVER.title));
      await expect(told).toContainText(say('stale.next'));
      expect(await ordersMade(page, domain)).toBe(0);
      await order(page, say);
      await expect(outcome(page, say, 'confirmation.title')).toBeVisible();
      expect(await ordersMade(page, domain)).toBe(1);
    });

    test('Zz Orders partly fail: what was ordered and what was not are told apart', async ({ page, say }) => {
      const domain = domainOf('Zz Orders partly fail');
      await review(page, say, domain, [{ product: SERVER, quantity: 2 }, { product: OFFICE, quantity: 5 }]);
      await order(page, say);
      await expect(outcome(page, say, 'confirmation.title_some')).toBeVisible();
      const failed = page.getByRole('main').locator('section').filter({ hasText: say('confirmation.failed_group') });
      await expect(failed.getByRole('listitem')).toContainText(OFFICE.title);
      await expect(failed.getByRole('alert')).toContainText(holding(say('errors.not_created')));
      await expect(page.getByText(say('confirmation.ready'))).toBeVisible({ timeout: 30_000 });
      expect(await ordersMade(page, domain)).toBe(1);
      // It is the same after a reload, and the rest can be ordered anew.
      await page.reload();
      await expect(outcome(page, say, 'confirmation.title_some')).toBeVisible();
      await page.getByRole('button', { name: say('confirmation.buy_rest') }).click();
      await expect(page.getByRole('heading', { level: 2, name: say('review.title') })).toBeVisible();
      await expect(quantityOf(page, say, OFFICE)).toHaveValue('5');
      await expect(lineOf(page, SERVER)).toHaveCount(0);
    });

    test('a helpdesk agent sees where to buy, and who can', async ({ page, say }) => {
      await startWith(page, { role: 'helpdesk_agent' });
      await page.goto(softwareOf(CONTOSO.domain));
      const button = page.getByRole('main').getByRole('button', { name: say('buy.add_products') });
      await expect(button).toHaveAttribute('aria-disabled', 'true');
      await expect(button).toHaveAccessibleDescription(say('buy.role'));
      await button.click({ force: true });
      await expect(page).toHaveURL(/\/software$/);
      await page.goto(productOf(CONTOSO.domain, OFFICE));
      const add = page.getByRole('button', { name: holding(say('product.add_of', { product: OFFICE.title })) });
      await expect(add).toHaveAccessibleDescription(say('buy.role'));
      await add.click({ force: true });
      await expect(page.getByText(say('buy.cart_empty'))).toBeVisible();
      expect(await effects(page, 'cart:')).toBe(0);
    });

    test('a role lost meanwhile is explained in the same words as any other refusal', async ({ page, say }) => {
      await review(page, say);
      await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
      await setSandbox(page, { role: 'helpdesk_agent' });
      await placeOrder(page, say).click();
      const alert = alerts(page).filter({ hasText: say('review.refused') });
      await expect(alert).toContainText(holding(say('errors.role')));
      await expect(alert).toContainText(holding(say('errors.next_admin')));
      expect(await ordersMade(page, CONTOSO.domain)).toBe(0);
    });
  });
}

test('a sales agent buys, and follows the delivery without the provisioning status', async ({ page, say }) => {
  await startWith(page, { role: 'sales_agent' });
  await page.goto(catalogOf(CONTOSO.domain));
  await page.getByRole('link', { name: OFFICE.title, exact: true }).click();
  await page.getByRole('button', { name: holding(say('product.add_of', { product: OFFICE.title })) }).click();
  await page.getByRole('link', { name: say('cart.review') }).click();
  await order(page, say);
  await expect(outcome(page, say, 'confirmation.title')).toBeVisible();
  await expect(page.getByText(say('confirmation.ready'))).toBeVisible({ timeout: 30_000 });
});

test('Zz Cart busy: found out by asking, one order', async ({ page, say }) => {
  const domain = domainOf('Zz Cart busy');
  await review(page, say, domain);
  await order(page, say);
  await expect(outcome(page, say, 'confirmation.title')).toBeVisible({ timeout: 20_000 });
  expect(await ordersMade(page, domain)).toBe(1);
});

test('throttled at the checkout: nothing was executed, and the next attempt is the same one', async ({ page, say, watch, servers }) => {
  const fault = `POST ${CHECKOUT} 429 times=1 retry-after=2`;
  const server = await servers.sandbox('--static', dist, '--fault', fault);
  watch.allow(/Failed to load resource: .* 429/);
  const ids: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/checkout')) ids.push(request.headers()['ms-requestid']);
  });
  await page.goto(`${server.url}settings`);
  const cart = await makeCart(page, CONTOSO.domain, [{ product: SERVER, quantity: 2 }], '/v1');
  await page.goto(server.url + cartOf(CONTOSO.domain, cart));
  await order(page, say);
  const alert = alerts(page).filter({ hasText: say('review.not_sent') });
  await expect(alert).toContainText(holding(say('errors.throttled')));
  expect(await ordersMade(page, CONTOSO.domain, '/v1')).toBe(0);
  await alert.getByRole('button', { name: say('act.retry') }).click();
  await expect(outcome(page, say, 'confirmation.title')).toBeVisible({ timeout: 20_000 });
  expect(ids).toHaveLength(2);
  expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Set(ids).size).toBe(1);
  expect(await ordersMade(page, CONTOSO.domain, '/v1')).toBe(1);
});

test('what could not be checked beforehand does not keep the order back', async ({ page, say }) => {
  await startWith(page, { faults: [{ path: '/customers/*/agreements', kind: '403', code: '900308' }] });
  await review(page, say);
  const check = checks(page, say('review.agreement_unread'));
  await expect(check).toContainText(say('review.unread_next'));
  await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
  await setSandbox(page, { faults: [] });
  await check.getByRole('button', { name: say('act.retry') }).click();
  await expect(checks(page, say('review.agreement_unread'))).toHaveCount(0);
  await expect(checks(page, say('review.agreement_on', { date: '' }).replace(/,\s*$/, ''))).toBeVisible();
});

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });
    agreement();
  });
}

/** Where there is none, an agreement is confirmed on the way to the order. */
function agreement(): void {
  async function open(page: Page, say: Say): Promise<Locator> {
    await review(page, say, UNSIGNED.domain);
    await expect(checks(page, say('review.agreement_missing'))).toContainText(say('review.agreement_next'));
    await expect(placeOrder(page, say)).toHaveAccessibleDescription(say('review.cannot_checks'));
    return openAgreement(page, say);
  }

  test('what is wrong with a confirmation is summed up, and leads to its field', async ({ page, say }) => {
    const dialog = await open(page, say);
    const field = (words: string) => dialog.getByLabel(say(words), { exact: true });
    await confirmIt(dialog, say).click();
    const summary = dialog.getByRole('alert').filter({ hasText: say('form.problems') });
    await expect(summary.getByRole('link')).toHaveCount(4);
    // The focus is where the summary is read.
    await expect.poll(() => summary.evaluate((summary) => document.activeElement?.contains(summary) === true && document.activeElement !== document.body)).toBe(true);
    await summary.getByRole('link', { name: say('form.problem', { field: say('agreement.email'), problem: say('agreement.needed') }) }).click();
    await expect(field('agreement.email')).toBeFocused();

    await field('agreement.first_name').fill('Ada');
    await field('agreement.last_name').fill('Novak');
    await field('agreement.email').fill('nobody');
    await field('agreement.date').fill(day(2));
    await confirmIt(dialog, say).click();
    await expect(summary.getByRole('link')).toHaveCount(2);
    await expect(field('agreement.email')).toHaveAccessibleDescription(say('agreement.email_wrong'));
    await expect(field('agreement.date')).toHaveAccessibleDescription(holding(say('agreement.date_future')));
    expect(await effects(page, 'agreement:')).toBe(0);
  });

  test('an agreement is confirmed, then the order is placed', async ({ page, say }) => {
    const dialog = await open(page, say);
    await fillInAgreement(dialog, say);
    await confirmIt(dialog, say).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(say('agreement.done', { customer: UNSIGNED.name }))).toBeVisible();
    expect(await effects(page, `agreement:${await tenantOf(page, UNSIGNED.domain)}:`)).toBe(1);
    await expect(checks(page, say('review.agreement_missing'))).toHaveCount(0);
    await order(page, say);
    await expect(outcome(page, say, 'confirmation.title')).toBeVisible();
  });

  test('an agreement whose answer is lost is found out about', async ({ page, say }) => {
    const dialog = await open(page, say);
    await fillInAgreement(dialog, say);
    await setSandbox(page, { faults: [{ method: 'POST', path: AGREEMENTS, kind: 'network', times: 1, afterEffect: true }] });
    await confirmIt(dialog, say).click();
    await expect(dialog).toBeHidden({ timeout: 20_000 });
    await expect(checks(page, say('review.agreement_missing'))).toHaveCount(0);
    expect(await effects(page, 'agreement:')).toBe(1);
  });
}
