// The Software list: what stands in it, and its order and filters.
import type { Page } from '@playwright/test';

import { CONTOSO, OFFICE, TAILSPIN, WINDOWS_SERVER, domainOf, expect, row, softwareOf, test } from '../support/app.ts';
import { holding, LANGS } from '../support/texts.ts';

const dataRows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('rowheader') });
for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('shows what was bought, with the days left and the deadline', async ({ page, say }) => {
      await page.goto(softwareOf(CONTOSO.domain));
      const office = row(page, OFFICE);
      await expect(office).toContainText('25');
      await expect(office).toContainText(say('software.perpetual'));
      await expect(office).toContainText(say('software.on_status.active'));
      await expect(office).toContainText(holding(say('format.days_left', { count: 60 })));
      await expect(office).toContainText(/23:59|11:59/);
      // Its order tells a price.
      await expect(office).toContainText(say('window.full_of', { sum: '' }).trim());
      const order = say('copy.what', { what: say('software.order_number') });
      await expect(office.getByRole('button', { name: order })).toBeVisible();
      await expect(row(page, /^Windows Server 2022/)).toContainText(holding(say('window.closed', { count: 359 })));
      const terms = dataRows(page).filter({ hasText: say('software.subscription') });
      await expect(terms.first()).toContainText(holding(say('software.renews')));
    });
  });
}

test('cancelled items stay, without a key', async ({ page, say }) => {
  await page.goto(softwareOf(TAILSPIN.domain));
  const cancelled = dataRows(page).filter({ hasText: say('software.on_status.cancelled') });
  await expect(cancelled).toHaveCount(5);
  for (const one of await cancelled.all()) {
    await expect(one).toContainText(say('software.key_revoked'));
    await expect(one).toContainText(say('window.cancelled'));
    await expect(one.getByRole('button', { name: holding(say('software.copy_key')) })).toHaveCount(0);
  }
  await cancelled.first().getByRole('link').first().click();
  await expect(page.getByText(say('item.why.cancelled'))).toBeVisible();
  await expect(page.getByText(say('item.why.cancelled_next'))).toBeVisible();
  await expect(page.getByRole('button', { name: say('item.get_key') })).toHaveCount(0);
});

test('sorting stands in the address, and Back leaves the page', async ({ page, say }) => {
  await page.goto('customers?q=contoso.com');
  await page.getByRole('link', { name: CONTOSO.name, exact: true }).click();
  const purchased = page.getByRole('columnheader', { name: `${say('software.purchased')} · ${say('software.order')}` });
  await purchased.getByRole('button').click();
  await expect(purchased).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/\?sort=purchased$/);
  await purchased.getByRole('button').click();
  await expect(purchased).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/\?sort=-purchased$/);
  await expect(dataRows(page).first()).toContainText(/Office LTSC|Skype|Exchange/);
  await page.reload();
  await expect(purchased).toHaveAttribute('aria-sort', 'descending');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: say('customers.title') })).toBeVisible();
});

test('filters stand in the address and survive a reload', async ({ page, say }) => {
  await page.goto(softwareOf(CONTOSO.domain));
  const main = page.getByRole('main');
  const kind = main.getByRole('combobox', { name: say('software.kind') });
  await expect(dataRows(page).first()).toBeVisible();
  const all = await dataRows(page).count();
  await kind.selectOption({ label: say('software.subscription') });
  await expect(page).toHaveURL(/\?kind=subscription$/);
  await expect.poll(() => dataRows(page).count()).toBeLessThan(all);
  for (const one of await dataRows(page).all()) await expect(one).toContainText(say('software.subscription'));
  const shown = await dataRows(page).count();
  await expect(main.getByText(holding(say('software.count_of', { count: shown, all: String(all) })))).toBeVisible();

  await main.getByRole('combobox', { name: say('software.status'), exact: true }).selectOption({ label: say('software.group.cancelled') });
  await main.getByRole('searchbox', { name: say('software.find') }).fill('nothing like that');
  await expect(page.getByText(say('software.no_match'))).toBeVisible();
  await expect(page).toHaveURL(/kind=subscription&status=cancelled&find=nothing%20like%20that$/);
  await page.reload();
  await expect(page.getByText(say('software.no_match'))).toBeVisible();
  await page.getByRole('button', { name: say('software.show_all') }).click();
  await expect(dataRows(page)).toHaveCount(all);
  await expect(page).toHaveURL(/\/software$/);
});

test('finds rows while words are typed', async ({ page, say }) => {
  await page.goto(softwareOf(CONTOSO.domain));
  const find = page.getByRole('main').getByRole('searchbox', { name: say('software.find') });
  await find.fill('office ltsc professional');
  await expect(row(page, OFFICE)).toBeVisible();
  await expect(row(page, WINDOWS_SERVER)).toHaveCount(0);
});

for (const [sentinel, count] of [['Zz Entitlement row unreadable', 1], ['Zz Order row unreadable', 1]] as const) {
  test(`${sentinel}: it says so, and the others stand`, async ({ page, say }) => {
    await page.goto(softwareOf(domainOf(sentinel)));
    await expect(page.getByText(say('software.unreadable', { count }))).toBeVisible();
    await expect(page.getByText(say('software.unreadable_row'))).toBeVisible();
    expect(await dataRows(page).count()).toBeGreaterThan(0);
  });
}

test('several hundred rows stand in one table', async ({ page, say }) => {
  await page.goto(softwareOf('wideworldimporters.com'));
  await expect(dataRows(page).first()).toBeVisible({ timeout: 20_000 });
  const rows = await dataRows(page).count();
  expect(rows).toBeGreaterThan(200);
  await expect(page.getByText(holding(say('software.count', { count: rows })))).toBeVisible();
  await page.getByRole('main').getByRole('searchbox', { name: say('software.find') }).fill('sql server');
  await expect.poll(() => dataRows(page).count()).toBeLessThan(rows / 2);
});
