// The catalogue: finding a product among thousands, and what its page says of buying it.
import type { Locator, Page } from '@playwright/test';

import { CONTOSO, domainOf, expect, setSandbox, startWith, test } from '../support/app.ts';
import { CAL, EXCHANGE, OFFICE, cartPanel, catalogOf, productOf, type Product } from '../support/buying.ts';
import { holding, LANGS, type Say } from '../support/texts.ts';

/** Qualifies for education. */
const SCHOOL = { name: 'School of Fine Art', domain: 'fineartschool.net' };
const FOR_SCHOOLS = 'Windows 11 Education Upgrade';

/** Has to be attested. */
const LTSC: Product = { id: 'DG7GMGF0DW1L', title: 'Windows 11 Enterprise LTSC 2024 Upgrade', sku: '0001' };
/** By subscription, paid by the month too. */
const TERMS: Product = { id: 'DG7GMGF0DVSV', title: 'Windows Server Remote Desktop Services CAL', sku: '000N' };
/** Its inventory is checked; there is none in Canada. */
const BIZTALK: Product = { id: 'DG7GMGF0DBTS', title: 'BizTalk Server 2020 Standard', sku: '0003' };

const find = (page: Page, say: Say): Locator => page.getByRole('main').getByRole('searchbox', { name: say('catalog.find') });
const picker = (page: Page, say: Say, words: string): Locator =>
  page.getByRole('main').getByRole('combobox', { name: say(words), exact: true });
const rows = (page: Page): Locator => page.getByRole('row').filter({ has: page.getByRole('rowheader') });
const titles = (page: Page): Locator => page.getByRole('rowheader').getByRole('link');
const count = (page: Page): Locator => page.getByRole('main').getByRole('search').getByRole('status');
/** The part of a product's page that is about a SKU. */
const sku = (page: Page, title: string | RegExp): Locator =>
  page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: title }) });
const add = (scope: Locator, say: Say): Locator => scope.getByRole('button', { name: new RegExp(`^${say('product.add')}`) });

async function open(page: Page, domain: string): Promise<void> {
  await page.goto(catalogOf(domain));
  await expect(titles(page).first()).toBeVisible();
}

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('words find whatever their case and accents', async ({ page, say }) => {
      await open(page, CONTOSO.domain);
      const all = Number((await count(page).innerText()).replace(/\D/g, ''));
      for (const words of ['OFFICE professional', 'öffîce PROFESSIONAL', 'plus 2024 office']) {
        await find(page, say).fill(words);
        await expect(rows(page)).toHaveCount(1);
        await expect(titles(page)).toHaveText([OFFICE.title]);
        await expect(count(page)).toHaveText(holding(say('catalog.count_of', { count: 1, all: String(all) })));
      }
      await find(page, say).fill('nothing like that');
      await expect(page.getByText(say('catalog.no_match'))).toBeVisible();
      await page.getByRole('button', { name: say('software.show_all') }).click();
      await expect(count(page)).toHaveText(holding(say('catalog.count', { count: all })));
    });

    test('only a segment that the customer qualifies for can be chosen; the others say why', async ({ page, say }) => {
      await open(page, SCHOOL.domain);
      const segment = picker(page, say, 'catalog.segment');
      for (const other of ['catalog.nonprofit', 'catalog.government']) {
        const option = segment.getByRole('option', { name: say('catalog.not_qualified', { segment: say(other) }) });
        await expect(option).toBeDisabled();
      }
      await expect(page.getByRole('link', { name: FOR_SCHOOLS, exact: true })).toHaveCount(0);
      await segment.selectOption({ label: say('catalog.education') });
      await expect(page.getByRole('link', { name: FOR_SCHOOLS, exact: true })).toBeVisible();
      await expect(page).toHaveURL(/\?segment=education$/);
      // What is put into the cart is for that segment, which is checked before the order.
      await page.getByRole('link', { name: FOR_SCHOOLS, exact: true }).click();
      await add(page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) }), say).click();
      await page.getByRole('link', { name: say('cart.review') }).click();
      await expect(page.getByText(say('review.qualification_ok', { segment: say('catalog.education') }))).toBeVisible();
    });

    test('a segment under review says so', async ({ page, say }) => {
      await open(page, domainOf('Zz Education in review'));
      const name = say('catalog.in_review', { segment: say('catalog.education') });
      await expect(picker(page, say, 'catalog.segment').getByRole('option', { name })).toBeDisabled();
    });

    test('a product says what it takes to buy it', async ({ page, say }) => {
      const facts = async (product: Product, words: string[]) => {
        await page.goto(productOf(CONTOSO.domain, product));
        const first = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) }).first();
        for (const said of words) await expect(first).toContainText(said);
      };
      const least = (number: string) => say('product.minimum', { number });
      const most = (number: string) => say('product.maximum', { number });
      await facts(OFFICE, [least('1'), say('product.no_maximum'), say('product.once'), say('product.needs_agreement')]);
      await facts(CAL, [least('5'), say('product.no_maximum')]);
      await facts(EXCHANGE, [least('1'), most('4')]);
      await page.goto(productOf(CONTOSO.domain, BIZTALK));
      await expect(sku(page, /8/)).toContainText(say('product.needs_inventory'));
    });
  });
}

test('kind and words stand in the address, and Back returns to them', async ({ page, say }) => {
  await open(page, CONTOSO.domain);
  await picker(page, say, 'software.kind').selectOption({ label: say('software.subscription') });
  await expect(page).toHaveURL(/\?kind=subscription$/);
  for (const row of await rows(page).all()) await expect(row).toContainText(new RegExp(say('software.subscription'), 'i'));
  await find(page, say).fill('remote desktop');
  await expect(titles(page)).toHaveText([TERMS.title]);
  await expect(page).toHaveURL(/find=remote%20desktop/);
  await titles(page).click();
  await expect(page.getByRole('heading', { level: 2, name: TERMS.title })).toBeVisible();
  await page.goBack();
  await expect(titles(page)).toHaveText([TERMS.title]);
  await expect(find(page, say)).toHaveValue('remote desktop');
  // The page's own way back keeps them as well.
  await titles(page).click();
  await page.getByRole('link', { name: say('product.back') }).click();
  await expect(titles(page)).toHaveText([TERMS.title]);
  await page.reload();
  await expect(titles(page)).toHaveText([TERMS.title]);
  await expect(picker(page, say, 'software.kind')).toHaveValue('subscription');
});

test('thousands of products are found while words are typed', async ({ page, say }) => {
  await startWith(page, { catalogProducts: 5000 });
  await page.goto(catalogOf(CONTOSO.domain));
  await expect(titles(page).first()).toBeVisible({ timeout: 20_000 });
  const all = Number((await count(page).innerText()).replace(/\D/g, ''));
  expect(all).toBeGreaterThan(4_900);
  // More come as they are scrolled to.
  const few = await rows(page).count();
  expect(few).toBeLessThan(200);
  await rows(page).last().scrollIntoViewIfNeeded();
  await expect.poll(() => rows(page).count()).toBeGreaterThan(few);

  await find(page, say).pressSequentially('payroll designer 2019');
  const words = ['payroll', 'designer', '2019'];
  await expect(async () => {
    // What is shown while it is still typed fits a part of the words.
    const shown = await rows(page).allInnerTexts();
    expect(shown.length).toBeGreaterThan(0);
    for (const text of shown) for (const word of words) expect(text.toLowerCase()).toContain(word);
    const few = say('catalog.count_of', { count: shown.length, all: new Intl.NumberFormat('en').format(all) });
    await expect(count(page)).toHaveText(holding(few), { timeout: 300 });
  }).toPass();
  await find(page, say).fill('');
  await expect(count(page)).toHaveText(holding(say('catalog.count', { count: all })));
});

test('what is sold for several terms is bought for the one that was chosen', async ({ page, say }) => {
  await page.goto(productOf(CONTOSO.domain, TERMS));
  const three = sku(page, /User.*3 year/);
  await expect(add(three, say)).toBeVisible();
  const term = three.getByRole('combobox', { name: say('product.term') });
  const monthly = `${say('term.years', { count: 3 })}, ${say('term.monthly')}`;
  await expect(term.getByRole('option', { name: monthly })).toHaveCount(1);
  expect(await term.getByRole('option').count()).toBeGreaterThan(1);
  await term.selectOption({ label: monthly });
  await add(three, say).click();
  await expect(cartPanel(page, say, CONTOSO.name).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('link', { name: say('cart.review') }).click();
  await expect(page.getByRole('row').filter({ hasText: TERMS.title })).toContainText(monthly);
});

test('what has to be attested goes into the cart once it is', async ({ page, say }) => {
  await page.goto(productOf(CONTOSO.domain, LTSC));
  const first = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) }).first();
  await add(first, say).click();
  await expect(first.getByRole('alert')).toHaveText(say('product.attest_first'));
  await expect(page.getByText(say('buy.cart_empty'))).toBeVisible();
  await first.getByRole('checkbox', { name: say('product.attest') }).check();
  await expect(first.getByRole('alert')).toHaveCount(0);
  await add(first, say).click();
  await expect(cartPanel(page, say, CONTOSO.name).getByRole('listitem')).toContainText(LTSC.title);
  await expect(cartPanel(page, say, CONTOSO.name).getByRole('alert')).toHaveCount(0);
});

test('where there is no stock that is said, and nothing gets into the cart', async ({ page, say }) => {
  // Canada
  await page.goto(productOf('consolidatedmessenger.com', BIZTALK));
  const pack = sku(page, /8/);
  await add(pack, say).click();
  await expect(pack.getByRole('alert')).toHaveText(say('product.no_stock'));
  await expect(page.getByText(say('buy.cart_empty'))).toBeVisible();
});

test('an unknown product says so, and leads back', async ({ page, say }) => {
  for (const id of ['DG7GMGF0ZZZZ', 'a%2Fb']) {
    await page.goto(`${catalogOf(CONTOSO.domain)}/${id}`);
    await expect(page.getByText(say('product.missing'), { exact: true })).toBeVisible();
    await page.getByRole('link', { name: say('product.back') }).click();
    await expect(titles(page).first()).toBeVisible();
  }
});

test('a catalogue that cannot be read says so, and is read again', async ({ page, say }) => {
  await startWith(page, { faults: [{ path: '/customers/*/products', kind: '403', code: '400036' }] });
  await page.goto(catalogOf(CONTOSO.domain));
  const alert = page.getByRole('main').getByRole('alert').filter({ hasText: say('catalog.failed') });
  await expect(alert).toContainText(holding(say('errors.view')));
  await setSandbox(page, { faults: [] });
  await alert.getByRole('button', { name: say('act.retry') }).click();
  await expect(titles(page).first()).toBeVisible();
  await expect(alert).toHaveCount(0);
});
