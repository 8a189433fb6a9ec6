// What a role may not do stays to be seen, cannot be pressed, and says why.
import type { Page } from '@playwright/test';

import { CONTOSO, OFFICE, OFFICE_VERSION, expect, row, setSandbox, softwareOf, startWith, tabTo, test } from '../support/app.ts';
import { holding, LANGS, type Say } from '../support/texts.ts';

const copyKey = (page: Page, say: Say) =>
  page.getByRole('button', { name: holding(say('software.copy_key_of', { product: OFFICE_VERSION })) });

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    for (const role of ['sales_agent', 'helpdesk_agent']) {
      test(`a ${role} sees where the key is, and who can get it`, async ({ page, say }) => {
        await startWith(page, { role });
        await page.goto(softwareOf(CONTOSO.domain));
        const button = copyKey(page, say);
        await expect(button).toHaveAttribute('aria-disabled', 'true');
        await expect(button).toHaveAccessibleDescription(say('item.why.role'));
        await button.click({ force: true });
        await expect(page.getByRole('dialog')).toHaveCount(0);
        // In the row's menu each command is reached by Tab, says why, and does nothing but that.
        const more = page.getByRole('button', { name: holding(say('software.more_for', { product: OFFICE_VERSION })) });
        await more.click();
        for (const [command, why] of [
          [say('software.get_key'), say('item.why.role')],
          [say('software.copy_link'), say('item.why.role')],
          [say('act.cancel_purchase'), say('cancel.why_role')],
        ] as const) {
          const inMenu = page.getByRole('button', { name: command, exact: true });
          await tabTo(page, inMenu);
          await expect(inMenu).toHaveAttribute('aria-disabled', 'true');
          await expect(inMenu).toHaveAccessibleDescription(why);
          await page.keyboard.press('Enter');
          await expect(inMenu).toBeFocused();
        }
        await page.keyboard.press('Escape');
        await row(page, OFFICE).getByRole('link', { name: OFFICE }).click();
        await expect(page.getByRole('main').getByText(say('item.why.role')).first()).toBeVisible();
        await expect(page.getByText(say('item.why.role_next'))).toBeVisible();
        const view = page.getByRole('button', { name: say('item.view') });
        await expect(view).toHaveAttribute('aria-disabled', 'true');
      });
    }
  });
}

test('the banner changes the role at once', async ({ page, say }) => {
  await page.goto(softwareOf(CONTOSO.domain));
  await expect(copyKey(page, say)).not.toHaveAttribute('aria-disabled');
  const banner = page.getByRole('complementary', { name: say('sandbox.label') });
  await banner.getByRole('combobox').selectOption({ label: say('role.helpdesk_agent') });
  await expect(copyKey(page, say)).toHaveAttribute('aria-disabled', 'true');
  await banner.getByRole('combobox').selectOption({ label: say('role.global_admin') });
  await expect(copyKey(page, say)).not.toHaveAttribute('aria-disabled');
});

test('a role lost meanwhile is explained in the same words', async ({ page, say }) => {
  await page.goto(softwareOf(CONTOSO.domain));
  await expect(copyKey(page, say)).toBeVisible();
  await setSandbox(page, { role: 'sales_agent' });
  await copyKey(page, say).click();
  const alert = page.getByRole('dialog', { name: say('key.title') }).getByRole('alert');
  await expect(alert).toContainText(holding(say('errors.role')));
  await expect(alert).toContainText(holding(say('errors.next_admin')));
  // The role was asked for again: the button says it from now on, and asks for no key.
  await page.keyboard.press('Escape');
  await expect(copyKey(page, say)).toHaveAttribute('aria-disabled', 'true');
  await expect(copyKey(page, say)).toHaveAccessibleDescription(say('item.why.role'));
});
