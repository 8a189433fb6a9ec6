// Finding a customer: by name, by domain, by tenant GUID.
import type { Page } from '@playwright/test';

import { CONTOSO, expect, row, setSandbox, softwareOf, startWith, test } from '../support/app.ts';
import { holding, LANGS, type Say } from '../support/texts.ts';

const field = (page: Page, say: Say) => page.getByRole('searchbox', { name: say('customers.search') });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

test('finds by the beginning of a name or a domain, each customer once', async ({ page, say }) => {
  await page.goto('customers');
  await field(page, say).fill('contoso');
  await expect(link(page, 'Fabrikam, Inc.')).toHaveCount(0);
  for (const name of ['Contoso', 'Contoso France', 'Contoso Suites']) await expect(link(page, name)).toHaveCount(1);
  await expect(page.getByText(holding(say('customers.found', { count: 6, search: 'contoso' })))).toBeVisible();

  await field(page, say).fill('zubr');
  await expect(link(page, 'Żubr Meble Sp. z o.o.')).toHaveCount(1);
  await expect(page).toHaveURL(/\?q=zubr$/);
});

test('opens the only match on Enter', async ({ page, say }) => {
  await page.goto('customers');
  await field(page, say).fill('thephone-company.com');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'The Phone Company' })).toBeVisible();
  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}\/software$/);
});

test('finds by a pasted tenant GUID', async ({ page, say }) => {
  await page.goto(softwareOf(CONTOSO.domain));
  const id = await page.getByText(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/).innerText();
  await page.goto('customers');
  await field(page, say).fill(` ${id.toUpperCase()} `);
  await expect(link(page, 'Contoso France')).toHaveCount(0);
  await expect(link(page, 'Contoso')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/customers/${id}/software$`));
});

test('says of a GUID that no customer has it', async ({ page, say }) => {
  const id = '00000000-0000-4000-8000-000000000000';
  await page.goto(`customers?q=${id}`);
  await expect(page.getByText(say('customers.no_tenant', { id }))).toBeVisible();
});

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('says when nobody matches, and shows everybody again', async ({ page, say }) => {
      await page.goto('customers?q=nobody%20%26%20sons');
      await expect(field(page, say)).toHaveValue('nobody & sons');
      await expect(page.getByText(say('customers.no_match', { search: 'nobody & sons' }))).toBeVisible();
      await expect(page.getByText(say('customers.no_match_next'))).toBeVisible();
      await page.getByRole('link', { name: say('customers.show_all') }).click();
      await expect(link(page, 'A. Datum Corporation')).toBeVisible();
      await expect(field(page, say)).toHaveValue('');
    });
  });
}

test('what is typed on counts, not what came before', async ({ page, say }) => {
  await startWith(page, { latencyMs: 400 });
  await link(page, say('nav.customers')).click();
  await field(page, say).fill('contoso');
  await expect(page).toHaveURL(/\?q=contoso$/);
  await field(page, say).fill('fabrikam');
  await expect(link(page, 'Fabrikam, Inc.')).toBeVisible();
  await expect(link(page, 'Contoso')).toHaveCount(0);
  await expect(page.getByText(holding(say('customers.found', { count: 3, search: 'fabrikam' })))).toBeVisible();
});

test('Back after typing leaves the list', async ({ page, say }) => {
  await page.goto('');
  await link(page, say('start.all')).click();
  await field(page, say).pressSequentially('fab', { delay: 300 });
  await expect(page).toHaveURL(/\?q=fab$/);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: say('start.question') })).toBeVisible();
});

test('a row that cannot be read says so, and the others stand', async ({ page, say }) => {
  await page.goto('customers?q=zz%20c');
  await expect(page.getByText(say('customers.unreadable'))).toBeVisible();
  await expect(link(page, 'Zz Connection cut in the answer')).toBeVisible();
});

test('leads from the start page to a customer, and to the one opened last in one action', async ({ page, say }) => {
  await page.goto('');
  await expect(page.getByRole('searchbox', { name: say('start.search') })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('fr.contoso.com');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Contoso France')).toBeVisible();
  await link(page, 'Contoso France').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Contoso France' })).toBeVisible();
  await link(page, say('nav.start')).click();
  await page.getByRole('link', { name: /^Contoso France/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Contoso France' })).toBeVisible();
});

test('a list that the server holds back says when it is asked again, and is', async ({ page, say }) => {
  await page.clock.install();
  await startWith(page, { faults: [{ path: '/customers', kind: '429', retryAfter: 20, times: 1 }] });
  await page.getByRole('navigation', { name: say('nav.label') }).getByRole('link', { name: say('nav.customers') }).click();
  const [asked] = say('software.waits', { count: 20 }).split('.');
  await expect(page.getByText(asked ?? '')).toBeVisible();
  await page.clock.fastForward(21_000);
  await expect(page.getByRole('link', { name: CONTOSO.name, exact: true })).toBeVisible();
  await expect(page.getByText(asked ?? '')).toHaveCount(0);
});

test('a failing search can be tried again', async ({ page, say }) => {
  await startWith(page, { faults: [{ method: 'GET', path: '/customers', kind: '400', code: '400030' }] });
  await link(page, say('nav.customers')).click();
  const alert = page.getByRole('alert').filter({ hasText: say('customers.failed') });
  await expect(alert).toBeVisible();
  await setSandbox(page, { faults: [] });
  await alert.getByRole('button', { name: say('act.retry') }).click();
  await expect(link(page, 'Contoso')).toBeVisible();
  await expect(alert).toBeHidden();
});
