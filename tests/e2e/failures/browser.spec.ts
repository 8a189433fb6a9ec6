// What a browser may lack or refuse: the clipboard, storage, its own functions.
import type { Page } from '@playwright/test';

import { CONTOSO, OFFICE, OFFICE_VERSION, expect, row, softwareOf, startWith, test } from '../support/app.ts';
import { holding, LANGS, type Say } from '../support/texts.ts';

/** The browser has no Clipboard API, as on plain http, and refuses the old command too. */
async function refuseCopying(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
}

/** The browser has a Clipboard API that refuses. */
async function denyClipboard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // Firefox runs this in its first, blank page as well, which has no clipboard.
    if (typeof Clipboard === 'undefined') return;
    const refuse = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
    Object.assign(Clipboard.prototype, { write: refuse, writeText: refuse });
    document.execCommand = () => false;
  });
}

const pressThese = (page: Page, say: Say) => page.getByText(holding(say('copy.press', { keys: 'Ctrl C' })));

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    for (const [what, refuse] of [['absent', refuseCopying], ['refused', denyClipboard]] as const) {
      test(`clipboard ${what}: the text is selected and the keys are named`, async ({ page, say }) => {
        await refuse(page);
        await page.goto(softwareOf(CONTOSO.domain));
        await expect(row(page, OFFICE)).toBeVisible();
        const name = say('copy.what', { what: say('customers.domain') });
        await page.getByRole('main').getByRole('button', { name }).first().click();
        await expect(pressThese(page, say)).toBeVisible();
        const field = page.getByRole('textbox', { name: say('copy.selected') });
        await expect(field).toBeFocused();
        await expect(field).toHaveValue(CONTOSO.domain);
        const selected = await field.evaluate((field: HTMLInputElement) => (field.selectionEnd ?? 0) - (field.selectionStart ?? 0));
        expect(selected).toBe(CONTOSO.domain.length);
        await expect(page.getByText(say('notices.copied', { what: say('customers.domain') }))).toHaveCount(0);
      });
    }

    test('a key that cannot be copied is offered to be copied by hand, never said to be copied', async ({ page, say }) => {
      await refuseCopying(page);
      await page.goto(softwareOf(CONTOSO.domain));
      await page.getByRole('button', { name: holding(say('software.copy_key_of', { product: OFFICE_VERSION })) }).click();
      const dialog = page.getByRole('dialog', { name: say('key.title') });
      await expect(dialog.getByText(say('key.by_hand'))).toBeVisible();
      await dialog.getByRole('button', { name: say('act.copy'), exact: true }).click();
      const field = dialog.getByRole('textbox', { name: say('copy.selected') });
      await expect(field).toHaveValue(/^0000\d{28}$/);
      await expect(field).toBeFocused();
      await expect(pressThese(page, say)).toBeVisible();
      await expect(page.getByText(say('act.copied'), { exact: true })).toHaveCount(0);
    });

    test('without storage the sandbox says that nothing will be kept', async ({ page, say }) => {
      await page.addInitScript(() => {
        Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
      });
      await page.goto('settings');
      await expect(page.getByText(say('settings.not_kept'))).toBeVisible();
      await expect(page.getByText(say('sandbox.not_kept'))).toBeVisible();
      await page.goto(softwareOf(CONTOSO.domain));
      await expect(row(page, OFFICE)).toBeVisible();
    });
  });
}

test('what the sandbox was told is kept over a reload', async ({ page, say }) => {
  await startWith(page, { role: 'sales_agent' });
  await page.reload();
  await expect(page.getByRole('main').getByRole('combobox', { name: say('settings.sandbox_role') })).toHaveValue('sales_agent');
});
