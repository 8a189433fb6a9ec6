// Every main page at the width of a phone, and judged by axe-core in light and dark.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { CONTOSO, OFFICE, OFFICE_VERSION, allowCopying, clipboard, domainOf, expect, row, setSandbox, softwareOf, test } from '../support/app.ts';
import { CONTOSO_JAPAN, EXCHANGE, SERVER, catalogOf, order, ordersOf, orderRows, outcome, placeOrder, productOf, review } from '../support/buying.ts';
import { buy } from '../support/cancelling.ts';
import { LANGS, holding, type Say } from '../support/texts.ts';

const HOSTILE = domainOf('Zz Hostile text');

/** Where to go, and how to get to what is worth looking at. */
const PAGES: [string, string, ((page: Page, say: Say) => Promise<void>)?][] = [
  ['start', ''],
  ['closing', 'settings', (page, say) => openClosing(page, say, CONTOSO.domain)],
  ['customers', 'customers'],
  ['nobody matches', 'customers?q=nobody'],
  ['profile', `customers/${CONTOSO.domain}/profile`],
  ['software', softwareOf(CONTOSO.domain)],
  ['software that failed', softwareOf(domainOf('Zz Forbidden'))],
  ['item', softwareOf(CONTOSO.domain), openItem],
  ['key dialog', softwareOf(CONTOSO.domain), openKey],
  ['catalogue', catalogOf(CONTOSO.domain), openCatalogue],
  ['product', productOf(CONTOSO.domain, SERVER), openProduct],
  ['review', 'settings', openReview],
  ['agreement dialog', 'settings', openAgreement],
  ['confirmation', 'settings', openConfirmation],
  ['confirmation in part', 'settings', openPartConfirmation],
  ['orders', ordersOf(CONTOSO_JAPAN.domain), openOrders],
  ['order', ordersOf(CONTOSO_JAPAN.domain), openOrder],
  ['return', softwareOf(CONTOSO.domain), openReturn],
  ['requests', 'requests', openOrders],
  ['requests of a customer', `customers/${CONTOSO.domain}/requests`, openOrders],
  ['request', `customers/${CONTOSO.domain}/requests`, openRequest],
  ['drafts', 'drafts'],
  ['settings', 'settings'],
  ['activity', softwareOf(domainOf('Zz Forbidden')), openActivity],
  ['not found', 'nowhere'],
];

const OVERFLOWING: typeof PAGES = [
  ...PAGES,
  ['long name', softwareOf('donaudampf.example')],
  ['markup in the name', softwareOf('graphicdesigninstitute.com')],
  ['right to left', softwareOf('sunset-sound.example')],
  ['long name that closes', 'settings', (page, say) => openClosing(page, say, 'donaudampf.example')],
  ['hostile text', softwareOf(HOSTILE)],
  ['hostile item', softwareOf(HOSTILE), openFirst],
  ['hostile catalogue', catalogOf(HOSTILE), openCatalogue],
  ['hostile product', productOf(HOSTILE, SERVER), openProduct],
  ['hostile review', 'settings', (page, say) => openReview(page, say, HOSTILE)],
  ['hostile orders', ordersOf(HOSTILE), openOrders],
];

/** The start page with a window that closes in ten days. */
async function openClosing(page: Page, say: Say, domain: string): Promise<void> {
  await setSandbox(page, { clock: { offsetMs: 0 } });
  await buy(page, domain, [{ product: SERVER, quantity: 2 }]);
  await setSandbox(page, { clock: { offsetMs: 50 * 86_400_000 } });
  await page.goto(`customers/${domain}/profile`);
  await page.getByRole('button', { name: say('customers.pin') }).click();
  await page.goto('');
  const closing = page.getByRole('region', { name: say('closing.title'), exact: true });
  await expect(closing.getByRole('listitem').first()).toBeVisible();
  await setSandbox(page, { clock: { offsetMs: 0 } });
}

async function openFirst(page: Page): Promise<void> {
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
}

async function openItem(page: Page, say: Say): Promise<void> {
  await row(page, OFFICE).getByRole('link', { name: OFFICE }).click();
  const picker = (label: string) => page.getByRole('main').getByRole('combobox', { name: say(label), exact: true });
  await picker('item.version').selectOption({ label: OFFICE_VERSION });
  await picker('item.language').selectOption('en-US');
  await picker('item.bit').selectOption({ index: 1 });
  await page.getByRole('button', { name: say('item.view') }).click();
  await expect(page.getByRole('link', { name: say('item.download'), exact: true })).toBeVisible();
}

async function openKey(page: Page, say: Say): Promise<void> {
  await openItem(page, say);
  await page.getByRole('button', { name: say('item.get_key'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: say('key.title') });
  await dialog.getByRole('button', { name: say('key.show'), exact: true }).click();
  await expect(dialog.getByRole('group', { name: say('key.the_key'), exact: true })).toBeVisible();
}

async function openCatalogue(page: Page): Promise<void> {
  await expect(page.getByRole('rowheader').first()).toBeVisible();
}

async function openProduct(page: Page, say: Say): Promise<void> {
  await expect(page.getByRole('button', { name: new RegExp(`^${say('product.add')}`) }).first()).toBeVisible();
}

/** A cart with a quantity that is not allowed. */
async function openReview(page: Page, say: Say, domain = CONTOSO.domain): Promise<void> {
  await review(page, say, domain, [{ product: SERVER, quantity: 2 }, { product: EXCHANGE, quantity: 1 }]);
  await page.getByRole('row').last().getByRole('textbox').fill('5');
  await expect(placeOrder(page, say)).toHaveAccessibleDescription(say('review.cannot_lines'));
}

async function openAgreement(page: Page, say: Say): Promise<void> {
  await review(page, say, domainOf('Zz Agreement missing'));
  await page.getByRole('button', { name: say('agreement.confirm') }).click();
  const dialog = page.getByRole('dialog', { name: say('agreement.title') });
  await dialog.getByRole('button', { name: /Zz Agreement missing/ }).click();
  await expect(dialog.getByText(say('form.problems'))).toBeVisible();
}

async function openConfirmation(page: Page, say: Say): Promise<void> {
  await review(page, say);
  await order(page, say);
  await expect(page.getByText(say('confirmation.ready'))).toBeVisible({ timeout: 30_000 });
}

async function openPartConfirmation(page: Page, say: Say): Promise<void> {
  await review(page, say, domainOf('Zz Orders partly fail'), [{ product: SERVER, quantity: 2 }, { product: EXCHANGE, quantity: 1 }]);
  await order(page, say);
  await expect(outcome(page, say, 'confirmation.title_some')).toBeVisible();
}

async function openOrders(page: Page): Promise<void> {
  await expect(orderRows(page).first()).toBeVisible();
}

async function openOrder(page: Page): Promise<void> {
  await openOrders(page);
  await orderRows(page).first().getByRole('link').click();
  await expect(page.getByRole('table').getByRole('rowheader').first()).toBeVisible();
}

async function openRequest(page: Page, say: Say): Promise<void> {
  await openOrders(page);
  await orderRows(page).first().getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 2, name: say('requests.notes') })).toBeVisible();
}

/** The calls of a page that failed. */
async function openActivity(page: Page, say: Say): Promise<void> {
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page.getByRole('link', { name: say('nav.settings'), exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: say('activity.title') }).click();
  await expect(page.getByRole('rowheader').first()).toBeVisible();
}

async function openReturn(page: Page, say: Say): Promise<void> {
  await row(page, OFFICE).getByRole('link', { name: OFFICE }).click();
  await page.getByRole('link', { name: say('returns.link') }).click();
  await page.getByRole('main').getByRole('textbox', { name: say('returns.how_many') }).fill('4');
  await expect(page.getByText(say('returns.step_key'))).toBeVisible();
}

async function visit(page: Page, say: Say, path: string, act?: (page: Page, say: Say) => Promise<void>): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await act?.(page, say);
  await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
}

async function fits(page: Page, what: string): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(wider, what).toBeLessThanOrEqual(0);
}

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('between a phone and a desk nothing is wider than the screen', async ({ page, say }) => {
      for (const [name, path, act] of [
        ['software', softwareOf(CONTOSO.domain)],
        ['customers', 'customers'],
        ['item', softwareOf(CONTOSO.domain), openItem],
        ['catalogue', catalogOf(CONTOSO.domain), openCatalogue],
        ['product', productOf(CONTOSO.domain, SERVER), openProduct],
        ['review', 'settings', openReview],
        ['activity', softwareOf(domainOf('Zz Forbidden')), openActivity],
      ] as typeof PAGES) {
        await page.setViewportSize({ width: 1280, height: 800 });
        await visit(page, say, path, act);
        for (const width of [768, 800, 1023, 1024, 1152, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          await fits(page, `${name} at ${width}`);
        }
      }
    });
  });
}

test.describe('at the width of a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  for (const lang of LANGS) {
    test.describe(lang, () => {
      test.use({ lang });

      test('nothing is wider than the screen', async ({ page, say }) => {
        test.slow();
        for (const [name, path, act] of OVERFLOWING) {
          await visit(page, say, path, act);
          await fits(page, name);
        }
      });
    });
  }

  test('the way to a key works by touch of the same controls', async ({ page, context, say }) => {
    await allowCopying(context);
    await page.goto('');
    await page.getByRole('searchbox', { name: say('start.search') }).fill(CONTOSO.domain);
    await page.getByRole('button', { name: say('start.go') }).click();
    await page.getByRole('link', { name: CONTOSO.name, exact: true }).click();
    await openItem(page, say);
    await page.getByRole('button', { name: say('item.get_key'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: say('key.title') });
    await dialog.getByRole('button', { name: say('act.copy'), exact: true }).click();
    await expect(dialog.getByRole('status')).toHaveText(say('act.copied'));
    expect(await clipboard(context)).toMatch(/^0000\d{28}$/);
  });

  test('the list is sorted without column heads', async ({ page, say }) => {
    await page.goto(softwareOf(CONTOSO.domain));
    const label = `${say('software.purchased')}, ${say('software.descending')}`;
    await page.getByRole('combobox', { name: say('software.sort_label') }).selectOption({ label });
    await expect(page).toHaveURL(/sort=-purchased$/);
    await expect(page.getByRole('row').filter({ has: page.getByRole('rowheader') }).first()).toContainText(
      holding(say('format.days_left', { count: 60 })),
    );
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test.skip(({ browserName }) => browserName !== 'chromium', 'the colour scheme is set in Chromium only');

    for (const [name, path, act] of PAGES) {
      test(`${name}: axe-core finds nothing`, async ({ page, say }) => {
        await visit(page, say, path, act);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
        expect(found).toEqual([]);
      });
    }
  });
}
