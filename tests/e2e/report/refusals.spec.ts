// What is wrong is said where it is, before anything is sent and after the server refused.
import { domainOf, expect, setSandbox, startWith, test } from '../support/app.ts';
import { OFFICE, SERVER, effects, ordersOf } from '../support/buying.ts';
import { build } from '../support/builds.ts';
import { goOn, step } from '../support/cancelling.ts';
import { QUESTIONS, blamed, buyPriced, expectFacts, expectSent, field, fillContact, fillIn, outgoing, reportOf, submitIt } from '../support/reporting.ts';
import { LANGS, holding } from '../support/texts.ts';

const ALPINE = 'alpineskihouse.com';

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('nothing filled in: each field says what it needs', async ({ page, say }) => {
      await startWith(page, {});
      await page.goto('report');
      await expect(step(page, say, QUESTIONS.facts)).toBeVisible();
      await goOn(page, say).click();
      for (const [label, problem] of [
        ['report.tenant', 'report.needed_tenant'],
        ['report.purchase', 'report.needed_purchase'],
        ['report.reason', 'report.needed_reason'],
        ['report.currency', 'report.needed_currency'],
      ] as const) {
        await expect(blamed(page, say, label, problem)).toBeVisible();
        await expect(field(page, say, label)).toHaveAccessibleDescription(holding(say(problem)));
      }
      await expect(page.getByRole('alert')).not.toContainText(/undefined|\{/);
    });

    test('a refusal is said in words, and nothing is lost', async ({ page, say }) => {
      const bought = await buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
      await fillIn(page, say, bought);
      await setSandbox(page, { role: 'helpdesk_agent' });
      await submitIt(page, say).click();
      const refusal = page.getByRole('alert').filter({ hasText: say('report.refused') });
      await expect(refusal).toBeVisible({ timeout: 20_000 });
      await expect(refusal).toContainText(holding(say('errors.role')));
      await expect(outgoing(page, say)).toContainText('Bought twice');
      expect(await effects(page, 'request:')).toBe(0);

      // The page knows of the new role by now, and would hold the report back.
      await setSandbox(page, { role: 'admin_agent' });
      await page.reload();
      await submitIt(page, say).click();
      await expectSent(page, say);
      expect(await effects(page, 'request:')).toBe(1);
    });
  });
}

test('Zz Requests refused: a server that fails leaves it open, and nothing is lost', async ({ page, say }) => {
  const bought = await buyPriced(page, domainOf('Zz Requests refused'), [{ product: SERVER, quantity: 1 }]);
  await fillIn(page, say, bought);
  await submitIt(page, say).click();
  await expect(page.getByText(say('report.checking'))).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('alert').filter({ hasText: say('errors.server') })).toBeVisible();
  await expect(outgoing(page, say)).toContainText('Bought twice');
  expect(await effects(page, 'request:')).toBe(0);
});

test('facts that are nobody’s are found out before they are sent', async ({ page, say }) => {
  const bought = await buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
  await page.goto(reportOf(bought));
  await expectFacts(page, say, bought);
  await field(page, say, 'report.reason').fill('The key 8F9FN-2JWYW-12345-67890-XWRTF does not work');
  await field(page, say, 'report.amount').fill('999999999');
  await goOn(page, say).click();
  await expect(blamed(page, say, 'report.reason', 'report.wrong_key')).toBeVisible();
  await expect(page.getByRole('alert').getByRole('link', { name: holding(say('report.wrong_more', { amount: '' }).replace(/\s*\.$/, '')) })).toBeVisible();

  await field(page, say, 'report.purchase').fill('000000000000');
  await goOn(page, say).click();
  await expect(blamed(page, say, 'report.purchase', 'report.wrong_purchase')).toBeVisible();
  await field(page, say, 'report.tenant').fill('nobody.example');
  await goOn(page, say).click();
  await expect(blamed(page, say, 'report.tenant', 'report.wrong_customer')).toBeVisible();
  await field(page, say, 'report.tenant').fill('nobody');
  await goOn(page, say).click();
  await expect(blamed(page, say, 'report.tenant', 'report.wrong_tenant')).toBeVisible();
});

test('a later step leads back to the first one that is not right, and says what is wrong', async ({ page, say }) => {
  const bought = await buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
  await page.goto(reportOf(bought));
  await expectFacts(page, say, bought);
  const steps = page.getByRole('navigation', { name: say('report.steps') });
  await steps.getByRole('link', { name: say('report.step_review'), exact: true }).click();
  await expect(blamed(page, say, 'report.reason', 'report.needed_reason')).toBeVisible();
  await expect(page).toHaveURL(/\/facts$/);
  await field(page, say, 'report.reason').fill('Bought twice');
  await steps.getByRole('link', { name: say('report.step_contact'), exact: true }).click();
  await expect(blamed(page, say, 'report.impact', 'report.needed_impact')).toBeVisible();
  await expect(page).toHaveURL(/\/details$/);
});

test('past the window the report knows what was to be cancelled', async ({ page, say }) => {
  const bought = await buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
  await setSandbox(page, { clock: { offsetMs: 62 * 86_400_000 } });
  await page.goto(`customers/${bought.domain}/orders/${bought.order}/cancel`);
  await page.getByRole('link', { name: say('cancel.report_open') }).click();
  await expectFacts(page, say, bought);
});

test('a role that may not refund sees who can, and reports another problem', async ({ page, say }) => {
  const bought = await buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
  await setSandbox(page, { role: 'sales_agent' });
  await page.goto(ordersOf(bought.domain) + `/${bought.order}`);
  // The customer's, and below it the order's.
  const ways = page.getByRole('main').getByRole('link', { name: say('report.act') });
  await expect(ways).toHaveCount(2);
  await ways.last().click();
  const kind = page.getByRole('combobox', { name: say('report.type') });
  await expect(kind.getByRole('option', { name: say('report.type_refund') })).toBeDisabled();
  await expect(page.getByRole('main').getByText(say('report.refund_role'))).toBeVisible();
  await goOn(page, say).click();
  await expect(blamed(page, say, 'report.type', 'report.refund_role')).toBeVisible();

  await kind.selectOption({ label: 'Product keys' });
  await goOn(page, say).click();
  await page.getByRole('radio', { name: say('report.impact_minimal') }).check();
  await field(page, say, 'report.title_field').fill('A key is missing');
  await goOn(page, say).click();
  await goOn(page, say).click();
  await expect(blamed(page, say, 'report.description', 'report.needed_description')).toBeVisible();
  await field(page, say, 'report.description').fill('There is none.');
  await expect(outgoing(page, say)).toContainText(bought.order);
  await goOn(page, say).click();
  await fillContact(page, say);
  await goOn(page, say).click();
  await submitIt(page, say).click();
  await expectSent(page, say);
  expect(await effects(page, 'request:')).toBe(1);
});

test('where no requests are offered the text is copied, as is said at the start', async ({ page, say, servers }) => {
  const config = {
    dataSource: 'sandbox',
    api: {
      baseUrl: '/api/v1',
      capabilities: { softwareKeys: true, serviceRequests: false, auditRecords: true, cancelOrders: true },
    },
  };
  const dir = await build('no-requests', { config });
  const site = await servers.site({ dir, config: `${dir}/config.json` });
  await page.goto(`${site.url}report`);
  await expect(page.getByText(say('report.not_offered'))).toBeVisible();
  await page.getByRole('combobox', { name: say('report.type') }).selectOption({ label: say('report.type_other') });
  await goOn(page, say).click();
  await page.getByRole('radio', { name: say('report.impact_minimal') }).check();
  await field(page, say, 'report.title_field').fill('It does not load');
  await goOn(page, say).click();
  await field(page, say, 'report.description').fill('Nothing comes.');
  await goOn(page, say).click();
  await fillContact(page, say);
  await goOn(page, say).click();
  await expect(step(page, say, 'report.copy_question')).toBeVisible();
  await expect(outgoing(page, say)).toContainText('Nothing comes.');
  await expect(submitIt(page, say)).toHaveCount(0);
  await expect(page.getByRole('button', { name: say('copy.what', { what: say('report.the_text') }) })).toBeVisible();
  await expect(page.getByRole('link', { name: holding(say('report.support')) })).toHaveAttribute('href', /^https:/);
});
