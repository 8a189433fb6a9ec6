// Addresses: what is linked to opens, what leads nowhere says so, and two tabs
// do not get into each other's way.
import type { Page } from '@playwright/test';

import { CONTOSO, OFFICE, OFFICE_VERSION, TAILSPIN, expect, row, softwareOf, test } from '../support/app.ts';
import { SERVER, cartOf, catalogOf, makeCart, ordersOf, productOf, startPage } from '../support/buying.ts';
import { LANGS, type Say } from '../support/texts.ts';

const picker = (page: Page, say: Say, name: string) =>
  page.getByRole('main').getByRole('combobox', { name: say(name), exact: true });

/** The address of Contoso's Office, with a choice. */
async function itemAddress(page: Page, say: Say): Promise<string> {
  await page.goto(softwareOf(CONTOSO.domain));
  await row(page, OFFICE).getByRole('link', { name: OFFICE }).click();
  await picker(page, say, 'item.version').selectOption({ label: OFFICE_VERSION });
  await picker(page, say, 'item.language').selectOption('ja-JP');
  await expect(page).toHaveURL(/language=ja-JP/i);
  return page.url();
}

test('an item with its choice can be linked to and reloaded', async ({ page, context, say }) => {
  const address = await itemAddress(page, say);
  expect(new URL(address).pathname).toContain(`/customers/${CONTOSO.domain}/software/`);
  await page.reload();
  await expect(picker(page, say, 'item.language')).toHaveValue('ja-JP');
  await expect(page).toHaveTitle(new RegExp(`^${OFFICE_VERSION}.* · Contoso \\(contoso\\.com\\) · Latchkey$`));
  const other = await context.newPage();
  await other.goto(address.replace(/bit=[^&]*&?/, ''));
  await expect(other.getByRole('heading', { level: 2, name: OFFICE })).toBeVisible();
  await expect(picker(other, say, 'item.language')).toHaveValue('ja-JP');
  await expect(picker(other, say, 'item.version')).not.toHaveValue('');
});

test('a customer is found by GUID, by GUID in capitals and by domain', async ({ page }) => {
  await page.goto(`customers/${CONTOSO.domain}`);
  const heading = page.getByRole('heading', { level: 1, name: CONTOSO.name, exact: true });
  await expect(heading).toBeVisible();
  const id = await page.getByText(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/).innerText();
  for (const name of [id, id.toUpperCase(), `${CONTOSO.domain}/software`]) {
    await page.goto(`customers/${name}`);
    await expect(heading).toBeVisible();
    await expect(row(page, OFFICE)).toBeVisible();
  }
});

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('an address that leads nowhere says so, and offers the way back', async ({ page, say }) => {
      await page.goto('nowhere/at/all');
      await expect(page.getByRole('heading', { level: 1, name: say('not_found.title') })).toBeVisible();
      await expect(page.getByText('/nowhere/at/all')).toBeVisible();
      await page.getByRole('link', { name: say('not_found.customers') }).click();
      await expect(page.getByRole('heading', { level: 1, name: say('customers.title') })).toBeVisible();
    });

    test('an unknown customer says so, and offers the list', async ({ page, say }) => {
      for (const reference of ['no-such.example', '00000000-0000-4000-8000-000000000000', '%3Cb%3Ex']) {
        await page.goto(`customers/${reference}`);
        await expect(page.getByRole('heading', { level: 1, name: say('customers.unknown') })).toBeVisible();
        const words = say('customers.unknown_text', { reference: decodeURIComponent(reference) });
        await expect(page.getByText(words)).toBeVisible();
        await expect(page.getByRole('link', { name: say('customers.show_all') })).toBeVisible();
      }
    });

    test('an unknown order says so, and offers the list', async ({ page, say }) => {
      for (const item of ['0123456789ab/0/DG7GMGF0DWTK/0001', 'a%2Fb/x/y/z']) {
        await page.goto(`${softwareOf(CONTOSO.domain)}/${item}`);
        await expect(page.getByText(say('item.missing'))).toBeVisible();
        await page.getByRole('link', { name: say('item.back') }).click();
        await expect(row(page, OFFICE)).toBeVisible();
      }
    });
  });
}

test("another customer's item is not found", async ({ page, say }) => {
  const address = new URL(await itemAddress(page, say)).pathname.replace(CONTOSO.domain, TAILSPIN.domain);
  await page.goto(address);
  await expect(page.getByText(say('item.missing'))).toBeVisible();
});

test('an unknown part of a customer says so below the name, and leads back', async ({ page, say }) => {
  await page.goto(`customers/${CONTOSO.domain}/nothing`);
  await expect(page.getByRole('heading', { level: 2, name: say('not_found.title') })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText([CONTOSO.name]);
  await page.getByRole('link', { name: say('item.back') }).click();
  await expect(page.getByRole('table')).toBeVisible();
});

test('a path that climbs reaches nothing else', async ({ page, say }) => {
  await page.goto('customers/..%2f..%2fextensions');
  const heading = (name: string) => page.getByRole('heading', { level: 1, name: say(name) });
  await expect(heading('customers.unknown').or(heading('not_found.title'))).toBeVisible();
});

test('the pages of buying can be linked to, and are titled by what they show', async ({ page, say }) => {
  await startPage(page);
  const cart = await makeCart(page, CONTOSO.domain, [{ product: SERVER, quantity: 2 }]);
  for (const [address, words, title] of [
    [catalogOf(CONTOSO.domain), say('catalog.title'), say('catalog.title')],
    [productOf(CONTOSO.domain, SERVER), SERVER.title, SERVER.title],
    [cartOf(CONTOSO.domain, cart), say('review.title'), say('review.title')],
    [ordersOf(CONTOSO.domain), say('orders.title'), say('orders.title')],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 2, name: words, exact: true })).toBeAttached();
    await expect(page).toHaveTitle(`${title} · ${CONTOSO.name} (${CONTOSO.domain}) · Latchkey`);
    expect(page.url()).toContain(address);
  }
});

test('a search of the catalogue can be linked to', async ({ page, say }) => {
  await page.goto(`${catalogOf(CONTOSO.domain)}?find=remote%20desktop&kind=subscription`);
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await expect(page.getByRole('main').getByRole('searchbox', { name: say('catalog.find') })).toHaveValue('remote desktop');
  // A segment that there is not is none.
  await page.goto(`${catalogOf(CONTOSO.domain)}?segment=%3Cb%3E`);
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await expect(page.getByRole('main').getByRole('combobox', { name: say('catalog.segment') })).toHaveValue('commercial');
});

test('two tabs on two customers keep apart', async ({ page, context, say }) => {
  const other = await context.newPage();
  for (const [tab, customer] of [[page, CONTOSO], [other, TAILSPIN]] as const) {
    await tab.goto(softwareOf(customer.domain));
    await row(tab, OFFICE).getByRole('link', { name: OFFICE }).click();
  }
  await picker(page, say, 'item.language').selectOption('fr-FR');
  await picker(other, say, 'item.language').selectOption('de-DE');
  for (const [tab, customer, language] of [[page, CONTOSO, 'fr-FR'], [other, TAILSPIN, 'de-DE']] as const) {
    await expect(tab).toHaveTitle(new RegExp(`^${OFFICE_VERSION}.* · ${customer.name} \\(${customer.domain}\\) · Latchkey$`));
    await expect(picker(tab, say, 'item.language')).toHaveValue(language);
    await tab.getByRole('button', { name: say('item.view') }).click();
    await tab.getByRole('button', { name: say('item.get_key'), exact: true }).click();
    await expect(tab.getByRole('dialog', { name: say('key.title') })).toContainText(`${customer.name} (${customer.domain})`);
  }
});

test('Back and Forward walk through the pages', async ({ page, say }) => {
  await page.goto('');
  await page.getByRole('link', { name: say('start.all') }).click();
  await page.getByRole('link', { name: CONTOSO.name, exact: true }).click();
  await row(page, OFFICE).getByRole('link', { name: OFFICE }).click();
  const heading = (level: number, name: string | RegExp) => page.getByRole('heading', { level, name });
  await expect(heading(2, OFFICE)).toBeVisible();
  await page.goBack();
  await expect(row(page, OFFICE)).toBeVisible();
  await page.goBack();
  await expect(heading(1, say('customers.title'))).toBeVisible();
  await page.goForward();
  await page.goForward();
  await expect(heading(2, OFFICE)).toBeVisible();
});
