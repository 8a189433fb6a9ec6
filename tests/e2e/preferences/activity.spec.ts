// The calls of the API, for support: listed, filtered, copied, cleared, and never moving under whoever reads.
import type { Page } from '@playwright/test';

import { CONTOSO, OFFICE, allowCopying, clipboard, domainOf, expect, row, softwareOf, test } from '../support/app.ts';
import { LANGS, holding, type Say } from '../support/texts.ts';

const GUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const KEY = 'VK7JG-NPHTM-C97JM-9MPGT-3V66T';

const calls = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('rowheader') });
const call = (page: Page, name: RegExp) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
const failuresOnly = (page: Page, say: Say) => page.getByRole('checkbox', { name: say('activity.failures') });
const refresh = (page: Page, say: Say) => page.getByRole('button', { name: say('activity.refresh'), exact: true });
const newer = (page: Page, say: Say) => {
  const words = say('activity.newer', { count: 2 }).split('2').map((part) => holding(part).source);
  return page.getByRole('button', { name: new RegExp(words.join('\\d+')) });
};

/** Goes to the page as a person does: a reload would forget the calls. */
async function openActivity(page: Page, say: Say): Promise<void> {
  await page.getByRole('link', { name: say('nav.settings'), exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: say('activity.title') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('activity.title') })).toBeFocused();
  await expect(calls(page).first()).toBeVisible();
}

async function visitSoftware(page: Page): Promise<void> {
  await page.goto(softwareOf(CONTOSO.domain));
  await expect(row(page, OFFICE)).toBeVisible();
}

/** Makes the page ask for something while it stays where it is. */
async function askMeanwhile(page: Page, say: Say): Promise<void> {
  const banner = page.getByRole('complementary', { name: say('sandbox.label') });
  await banner.getByRole('combobox').selectOption({ label: say('role.helpdesk_agent') });
  await expect(page.getByText(say('sandbox.role_done', { role: say('role.helpdesk_agent') }))).toBeVisible();
}

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('a call is listed with what support asks for, and copied', async ({ page, context, say }) => {
      await allowCopying(context);
      await visitSoftware(page);
      await openActivity(page, say);
      const asked = call(page, /GET \/customers\/[0-9a-f-]{36}\/orders/);
      await expect(asked).toHaveCount(1);
      await expect(asked).toContainText(/\d\d:\d\d:\d\d\.\d\d\d/);
      await expect(asked.getByRole('cell', { name: '200', exact: true })).toBeVisible();
      await expect(asked).toContainText(new RegExp(`MS-RequestId ${GUID}`));
      await expect(asked).toContainText(new RegExp(`MS-CorrelationId ${GUID}`));

      await asked.getByRole('button').click();
      const copied = await clipboard(context);
      expect(copied).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z GET \/customers\/[0-9a-f-]{36}\/orders: 200, \d+ ms\n/);
      expect(copied).toMatch(new RegExp(`MS-RequestId: ${GUID}\\n`));
      expect(copied).toMatch(new RegExp(`MS-CorrelationId: ${GUID} \\(200, \\d+ ms\\)\\n$`));
    });

    test('only failures are shown and copied where that is asked for', async ({ page, context, say }) => {
      await allowCopying(context);
      await page.goto(softwareOf(domainOf('Zz Forbidden')));
      await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible();
      await openActivity(page, say);
      const all = await calls(page).count();
      await failuresOnly(page, say).check();
      await expect(page).toHaveURL(/\/settings\/activity\?only=failures$/);
      await expect(calls(page).filter({ has: page.getByRole('cell', { name: '200', exact: true }) })).toHaveCount(0);
      const failed = await calls(page).count();
      expect(failed).toBeGreaterThan(0);
      expect(failed).toBeLessThan(all);
      await expect(calls(page).first()).toContainText(`403 · ${say('errors.forbidden_title')}`);
      await expect(page.getByRole('status').filter({ hasText: say('activity.calls_of', { count: failed, all: `${all}` }) })).toBeVisible();

      await page.getByRole('button', { name: say('copy.what', { what: say('activity.all_shown') }) }).click();
      const copied = await clipboard(context);
      expect(copied).toMatch(/^Latchkey \S+, \/sandbox\/v1\n/);
      expect(copied.match(/MS-RequestId/g)).toHaveLength(failed);
      expect(copied).toContain('403 Forbidden');

      await failuresOnly(page, say).uncheck();
      await expect(calls(page)).toHaveCount(all);
    });
  });
}

test('newer calls wait until they are asked for', async ({ page, say }) => {
  await visitSoftware(page);
  await openActivity(page, say);
  await expect(refresh(page, say)).toBeVisible();
  const before = await calls(page).allInnerTexts();
  await askMeanwhile(page, say);
  await expect(newer(page, say)).toBeVisible();
  expect(await calls(page).allInnerTexts()).toEqual(before);

  await newer(page, say).click();
  await expect(call(page, /PUT \/extensions\/sandbox/)).toHaveCount(1);
  await expect(refresh(page, say).or(newer(page, say))).toBeFocused();
  const after = await calls(page).allInnerTexts();
  expect(after.slice(-before.length)).toEqual(before);
});

test('the list is cleared, and goes on with the next call', async ({ page, say }) => {
  await visitSoftware(page);
  await openActivity(page, say);
  const clear = page.getByRole('button', { name: say('activity.clear'), exact: true });
  await clear.click();
  await expect(page.getByText(say('activity.none'), { exact: true })).toBeVisible();
  await expect(clear).toBeFocused();
  await expect(calls(page)).toHaveCount(0);
  await askMeanwhile(page, say);
  await expect(calls(page).first()).toBeVisible();
  // A reload forgets what came before it.
  await page.reload();
  await expect(calls(page).first()).toBeVisible();
  await expect(call(page, /PUT /)).toHaveCount(0);
});

test('a product key that somebody searched for is not shown', async ({ page, say }) => {
  await page.goto('customers');
  await page.getByRole('searchbox', { name: say('customers.search') }).fill(KEY);
  // A slow browser may hand over a part of it first.
  await expect(page).toHaveURL(new RegExp(KEY));
  await openActivity(page, say);
  await expect(call(page, /GET \/customers\?size=\d+&filter=•••/).first()).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(KEY);
});

test('no failure is said in words', async ({ page, say }) => {
  await visitSoftware(page);
  await openActivity(page, say);
  await failuresOnly(page, say).check();
  await expect(page.getByText(say('activity.none_failed'), { exact: true })).toBeVisible();
});
