// What was reported to Partner Center: all of it, and what is about one customer.
import { CONTOSO, TAILSPIN, ask, domainOf, expect, row, setSandbox, startWith, test } from '../support/app.ts';
import { startPage, tenantOf } from '../support/buying.ts';
import { anOrder, askRefund, handIn, requestsOf } from '../support/requesting.ts';
import { LANGS, holding, type Say } from '../support/texts.ts';
import type { Page } from '@playwright/test';

const ALPINE = { name: 'Alpine Ski House', domain: 'alpineskihouse.com' };

const heading = (page: Page, say: Say) => page.getByRole('heading', { level: 1, name: say('requests.title'), exact: true });
const status = (page: Page, say: Say) => page.getByRole('main').getByRole('combobox', { name: say('requests.status'), exact: true });
const find = (page: Page, say: Say) => page.getByRole('searchbox', { name: say('requests.find') });
const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('rowheader') });

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('lists what was reported, by status and words that stand in the address', async ({ page, say }) => {
      const open = await handIn(page, ALPINE.domain, { title: 'Clé refusée <b>', severity: 'critical' });
      const closed = await handIn(page, ALPINE.domain, { title: 'Second one', description: 'Order 9af3c1d20b77' });
      await ask(page, `/servicerequests/${closed.id}`, { method: 'PATCH', body: { status: 'closed' } });

      await page.getByRole('navigation', { name: say('nav.label') }).getByRole('link', { name: say('nav.requests') }).click();
      await expect(heading(page, say)).toBeFocused();
      await expect(page).toHaveTitle(`${say('requests.title')} · Latchkey`);
      const first = row(page, 'Clé refusée <b>');
      await expect(first).toContainText(open.id);
      await expect(first).toContainText(say('requests.impact_critical'));
      await expect(first).toContainText(say('requests.on.open'));
      await expect(first.getByRole('link', { name: ALPINE.name })).toBeVisible();

      await status(page, say).selectOption({ label: say('requests.on.closed') });
      await expect(page).toHaveURL(/[?&]status=closed/);
      await expect(row(page, 'Second one')).toBeVisible();
      await expect(first).toHaveCount(0);

      // A word of what was reported, and of the customer.
      await status(page, say).selectOption({ label: say('requests.any_status') });
      await find(page, say).fill('alpine CLE');
      await expect(rows(page)).toHaveCount(1);
      await expect(first).toBeVisible();
      await find(page, say).fill('9AF3C1D20B77');
      await expect(rows(page)).toHaveCount(1);
      await expect(row(page, 'Second one')).toBeVisible();
      await expect(page).toHaveURL(/find=9AF3C1D20B77/);
      await page.reload();
      await expect(rows(page)).toHaveCount(1);

      await find(page, say).fill('nothing of the kind');
      await expect(page.getByText(say('requests.no_match'))).toBeVisible();
      await page.getByRole('button', { name: say('requests.show_all') }).click();
      await expect(first).toBeVisible();
      await first.getByRole('link', { name: 'Clé refusée <b>' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Clé refusée <b>' })).toBeFocused();
    });
  });
}

test('lists those about a customer under the customer, and no others', async ({ page, say }) => {
  await handIn(page, ALPINE.domain, { title: 'About Alpine' });
  await handIn(page, TAILSPIN.domain, { title: 'About Tailspin' });
  await page.goto(`customers/${ALPINE.domain}/profile`);
  await page.getByRole('main').getByRole('link', { name: say('requests.title'), exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/${requestsOf(ALPINE.domain)}$`));
  const caption = say('requests.caption', { customer: `${ALPINE.name} (${ALPINE.domain})` });
  await expect(page.getByRole('table', { name: caption })).toBeVisible();
  await expect(row(page, 'About Alpine')).toBeVisible();
  await expect(row(page, 'About Tailspin')).toHaveCount(0);
  await expect(page).toHaveTitle(`${say('requests.title')} · ${ALPINE.name} (${ALPINE.domain}) · Latchkey`);
});

test('reads on page by page, each request once', async ({ page, say }) => {
  await startPage(page);
  // More than a page of fifty, beside those that are there from the beginning.
  const tenant = await tenantOf(page, ALPINE.domain);
  for (let made = 0; made < 55; made += 1) {
    const title = made === 0 ? 'Zebra' : `Made ${made}`;
    const body = { title, description: 'x', severity: 'minimal', supportTopicId: 32_444_691, organization: { id: tenant, name: 'x' } };
    await ask(page, '/servicerequests/en-US', { method: 'POST', body });
  }
  await page.goto('requests');
  await expect(rows(page)).toHaveCount(50);
  await page.getByRole('button', { name: say('requests.more') }).click();
  await expect(row(page, 'Zebra')).toBeVisible();
  const links = await rows(page).getByRole('rowheader').getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(new Set(links).size).toBe(links.length);
  expect(links.length).toBeGreaterThan(55);

  // What is looked for is found although its page was not read yet.
  await page.goto('requests?find=zebra');
  await expect(row(page, 'Zebra')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
});

test('counts what needs an answer beside its place, once that was read', async ({ page, say }) => {
  await startPage(page);
  // Support asks at once.
  await setSandbox(page, { supportSeconds: 0 });
  const domain = domainOf('Zz Support needs more');
  await askRefund(page, domain, await anOrder(page, domain));
  const place = page.getByRole('navigation', { name: say('nav.label') }).getByRole('link', { name: holding(say('nav.requests')) });
  await expect(place).toHaveAccessibleName(say('nav.requests'));
  await place.click();
  await expect(rows(page).first()).toBeVisible();
  await expect(place).toHaveAccessibleName(/\d/);
});

test('what fails is said, and asked again for', async ({ page, say }) => {
  await startWith(page, { faults: [{ method: 'GET', path: '/servicerequests', kind: '403', code: '900308' }] });
  await page.goto('requests');
  await expect(page.getByRole('alert').filter({ hasText: say('requests.failed') })).toContainText(say('errors.next_admin'));
  await setSandbox(page, { faults: [] });
  await page.getByRole('button', { name: say('act.retry') }).click();
  await expect(rows(page).first()).toBeVisible();
});

test('a server without requests is said to be one, with the way to support', async ({ page, say }) => {
  const config = { dataSource: 'sandbox', api: { baseUrl: '/api/v1', capabilities: { serviceRequests: false } } };
  await page.route('**/config.json', (route) => route.fulfill({ body: JSON.stringify(config), contentType: 'application/json' }));
  for (const place of ['requests', requestsOf(CONTOSO.domain), 'requests/616122292874576']) {
    await page.goto(place);
    await expect(page.getByText(say('requests.not_offered'))).toBeVisible();
    const support = page.getByRole('main').getByRole('link', { name: holding(say('requests.support')) });
    await expect(support).toHaveAttribute('href', /^https:\/\/partner\.microsoft\.com\/support/);
    await expect(page.getByRole('main').getByRole('table')).toHaveCount(0);
  }
});
