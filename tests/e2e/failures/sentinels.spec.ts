// The sandbox's sentinel customers: each is a failure that a person may meet,
// and each has to be said, with the next thing to do.
import type { Locator, Page } from '@playwright/test';

import { OFFICE, OFFICE_VERSION, allowCopying, clipboard, domainOf, expect, inTime, row, softwareOf, test } from '../support/app.ts';
import { holding, LANGS, type Say } from '../support/texts.ts';

const alerts = (page: Page): Locator => page.getByRole('main').getByRole('alert');
const retry = (scope: Locator, say: Say): Locator => scope.getByRole('button', { name: say('act.retry') });

/** Waits, by the page's clock, until nothing is being read any more. */
async function settle(page: Page, done: Locator): Promise<void> {
  await inTime(page, 5_000, () => expect(done.first()).toBeVisible({ timeout: 300 }));
}

/** Customers of whom nothing but the profile can be read, and what is said of it. */
const NOTHING_READ: Record<string, { words: string; code?: string }> = {
  'Zz Always throttled': { words: 'errors.throttled' },
  'Zz Connection cut in the answer': { words: 'errors.network' },
  'Zz Empty answer': { words: 'errors.unreadable' },
  'Zz Forbidden': { words: 'errors.role', code: '900308' },
  'Zz HTML error page': { words: 'errors.server' },
  'Zz JSON breaks off': { words: 'errors.unreadable' },
  'Zz Network failure': { words: 'errors.network' },
  'Zz Server error': { words: 'errors.server', code: '800003' },
  'Zz Service unavailable': { words: 'errors.server' },
  // 401 without a body is how Partner Center asks for a second factor.
  'Zz Sign-in expired': { words: 'errors.mfa' },
  'Zz Time-out': { words: 'errors.timeout' },
};

for (const [name, { words, code }] of Object.entries(NOTHING_READ)) {
  test(`${name}: it is said, and can be tried again`, async ({ page, say }) => {
    await page.clock.install();
    await page.goto(softwareOf(domainOf(name)));
    await settle(page, alerts(page).filter({ hasText: say('software.failed_orders') }));
    await settle(page, alerts(page).filter({ hasText: say('software.failed_entitlements') }));
    const alert = alerts(page).filter({ hasText: say('software.failed_orders') });
    await expect(alert).toContainText(holding(say(words)));
    await expect(retry(alert, say)).toBeVisible();
    if (code) {
      await alert.getByText(say('act.details'), { exact: true }).click();
      await expect(alert).toContainText(code);
    }
    await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  });
}

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('Zz Orders fail: the rest stands, code and correlation id can be copied', async ({ page, context, say }) => {
      await allowCopying(context);
      await page.clock.install();
      await page.goto(softwareOf(domainOf('Zz Orders fail')));
      const alert = alerts(page).filter({ hasText: say('software.failed_orders') });
      await settle(page, alert);
      await expect(row(page, OFFICE)).toBeVisible();
      await expect(alerts(page)).toHaveCount(1);
      await alert.getByText(say('act.details'), { exact: true }).click();
      await alert.getByRole('button', { name: say('copy.what', { what: say('act.details') }) }).click();
      const copied = await clipboard(context);
      expect(copied).toMatch(new RegExp(`^${say('failed.code')}: \\d+$`, 'm'));
      expect(copied).toMatch(new RegExp(`^${say('failed.correlation')}: [0-9a-f-]{36}$`, 'm'));
      // Trying again repeats that call, and nothing that stands goes away.
      await retry(alert, say).click();
      await expect(row(page, OFFICE)).toBeVisible();
    });
  });
}

test('Zz Fails once: read again without a word', async ({ page, say }) => {
  await page.clock.install();
  await page.goto(softwareOf(domainOf('Zz Fails once')));
  await settle(page, row(page, OFFICE));
  await expect(alerts(page)).toHaveCount(0);
  await expect(row(page, OFFICE)).toContainText(say('software.on_status.active'));
});

test('Zz Throttled twice: read as soon as the server lets it', async ({ page, say }) => {
  await page.clock.install();
  await page.goto(softwareOf(domainOf('Zz Throttled twice')));
  await settle(page, row(page, OFFICE).filter({ hasText: say('software.on_status.active') }));
  await expect(alerts(page)).toHaveCount(0);
});

test('Zz Slow: it is seen to be read, then it stands', async ({ page }) => {
  await page.clock.install();
  await page.goto(softwareOf(domainOf('Zz Slow')));
  await expect(page.getByRole('table')).toHaveAttribute('aria-busy', 'true');
  await settle(page, row(page, OFFICE));
  await expect(page.getByRole('table')).not.toHaveAttribute('aria-busy');
});

test('Zz No titles: rows are named by what is known', async ({ page }) => {
  await page.goto(softwareOf(domainOf('Zz No titles')));
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await expect(page.getByRole('rowheader')).toHaveCount(3);
});

for (const name of ['Zz Odd dates', 'Zz Unknown values', 'Zz Hostile text']) {
  test(`${name}: every row stands`, async ({ page }) => {
    await page.goto(softwareOf(domainOf(name)));
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    expect(await page.getByRole('rowheader').count()).toBeGreaterThanOrEqual(3);
    await page.getByRole('rowheader').getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  });
}

/** Opens the Office of a sentinel and views its keys and downloads. */
async function view(page: Page, say: Say, name: string): Promise<void> {
  await page.goto(softwareOf(domainOf(name)));
  await row(page, OFFICE).getByRole('link', { name: OFFICE }).click();
  const picker = (label: string) => page.getByRole('main').getByRole('combobox', { name: say(label), exact: true });
  await picker('item.version').selectOption({ label: OFFICE_VERSION });
  await picker('item.language').selectOption('en-US');
  await picker('item.bit').selectOption({ index: 1 });
  await page.getByRole('button', { name: say('item.view') }).click();
}

for (const [name, what, words] of [
  ['Zz Key read fails', 'key.failed', 'errors.server'],
  ['Zz Key refused for the role', 'key.failed', 'errors.role'],
  ['Zz Key revoked meanwhile', 'key.revoked', 'errors.revoked'],
] as const) {
  test(`${name}: the dialog says so, and nothing is said to be copied`, async ({ page, say }) => {
    await page.clock.install();
    await view(page, say, name);
    await page.getByRole('button', { name: say('item.get_key'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: say('key.title') });
    await dialog.getByRole('button', { name: say('act.copy'), exact: true }).click();
    const alert = dialog.getByRole('alert');
    await settle(page, alert);
    await expect(alert).toContainText(holding(say(what)));
    await expect(alert).toContainText(holding(say(words)));
    await expect(dialog.getByRole('status')).toHaveText('');
    // Straight from the list the same dialog opens and says the same.
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: say('item.back') }).click();
    await page.getByRole('button', { name: holding(say('software.copy_key_of', { product: OFFICE_VERSION })) }).click();
    await settle(page, alert);
    await expect(alert).toContainText(holding(say(what)));
  });
}

test('Zz Download link fails: the key is there, and the link can be tried again', async ({ page, say }) => {
  await page.clock.install();
  await view(page, say, 'Zz Download link fails');
  const alert = alerts(page).filter({ hasText: say('item.link_failed') });
  await settle(page, alert);
  await expect(alert).toContainText(holding(say('errors.server')));
  await expect(retry(alert, say)).toBeVisible();
  await expect(page.getByRole('button', { name: say('item.get_key'), exact: true })).toBeVisible();
});

test('Zz Download options fail: the key is there all the same', async ({ page, say }) => {
  await page.clock.install();
  await page.goto(softwareOf(domainOf('Zz Download options fail')));
  await row(page, OFFICE).getByRole('link', { name: OFFICE }).click();
  const alert = alerts(page).filter({ hasText: say('item.options_failed') });
  await settle(page, alert);
  await expect(retry(alert, say)).toBeVisible();
});

test('Zz Audit records refused: the key is got, and who may read the log is said', async ({ page, say }) => {
  await view(page, say, 'Zz Audit records refused');
  await expect(page.getByText(say('key.history_forbidden'))).toBeVisible();
});
