// Keys and links straight from the list.
import { CONTOSO, OFFICE, OFFICE_MAC, OFFICE_VERSION, allowCopying, clipboard, domainOf, expect, row, softwareOf, test } from '../support/app.ts';
import { holding, LANGS } from '../support/texts.ts';

test.beforeEach(({ context }) => allowCopying(context));

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('a key is copied in one action, and never shown', async ({ page, context, say }) => {
      await page.goto(softwareOf(CONTOSO.domain));
      await page.getByRole('button', { name: holding(say('software.copy_key_of', { product: OFFICE_VERSION })) }).click();
      await expect(page.getByText(holding(say('software.the_key_of', { product: OFFICE_VERSION })))).toBeVisible();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      const key = await clipboard(context);
      expect(key).toMatch(/^0000\d{28}$/);
      expect(await page.content()).not.toContain(key);
    });
  });
}

test('the link of an only download is copied in one action', async ({ page, context, say }) => {
  await page.goto(softwareOf(CONTOSO.domain));
  await page.getByRole('button', { name: holding(say('software.more_for', { product: OFFICE_MAC })) }).click();
  await page.getByRole('button', { name: say('software.copy_link'), exact: true }).click();
  await expect(page.getByText(holding(say('software.the_link_of', { product: OFFICE_MAC })))).toBeVisible();
  expect(await clipboard(context)).toMatch(/\/sandbox\/downloads\//);
});

test('where there are several downloads the person is led to the choice', async ({ page, say }) => {
  await page.goto(softwareOf(CONTOSO.domain));
  await page.getByRole('button', { name: holding(say('software.more_for', { product: OFFICE_VERSION })) }).click();
  await page.getByRole('button', { name: say('software.copy_link'), exact: true }).click();
  await expect(page.getByText(holding(say('software.choose_first', { product: `${OFFICE_VERSION} - 1 License` })))).toBeVisible();
  await expect(page.getByRole('combobox', { name: say('item.version'), exact: true })).toBeVisible();
});

test('from the start page a key is three actions away', async ({ page, context, say }) => {
  await page.goto('');
  await page.getByRole('searchbox', { name: say('start.search') }).fill(CONTOSO.domain);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: CONTOSO.name, exact: true }).click();
  await page.getByRole('button', { name: holding(say('software.copy_key_of', { product: OFFICE_VERSION })) }).click();
  expect(await clipboard(context)).toMatch(/^0000\d{28}$/);
});

test('an item with several keys says so, and gives each by itself', async ({ page, context, say }) => {
  await page.goto(softwareOf(domainOf('Zz Many keys')));
  await expect(row(page, OFFICE)).toContainText(say('software.several_keys'));
  await row(page, OFFICE).getByRole('link', { name: OFFICE }).click();
  await page.getByRole('button', { name: say('item.view') }).click();
  await expect(page.getByText(say('item.key_several', { count: 3 }))).toBeVisible();
  const keys = new Set<string>();
  for (const number of ['1', '2', '3']) {
    await page.getByRole('button', { name: say('item.get_key_number', { number }) }).click();
    const dialog = page.getByRole('dialog', { name: say('key.title') });
    await dialog.getByRole('button', { name: say('act.copy'), exact: true }).click();
    await expect(dialog.getByRole('status')).toHaveText(say('act.copied'));
    keys.add(await clipboard(context));
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  expect(keys.size).toBe(3);
});
