// The page of one item: the choice of a download, why there is no key, and the
// journey without a mouse.
import type { Page } from '@playwright/test';

import {
  CONTOSO,
  OFFICE,
  OFFICE_VERSION,
  allowCopying,
  clipboard,
  domainOf,
  expect,
  row,
  setSandbox,
  softwareOf,
  tabTo,
  test,
} from '../support/app.ts';
import { holding, type Say } from '../support/texts.ts';

const picker = (page: Page, say: Say, name: string) =>
  page.getByRole('main').getByRole('combobox', { name: say(name), exact: true });

async function openItem(page: Page, domain: string, product: string | RegExp): Promise<void> {
  await page.goto(softwareOf(domain));
  await row(page, product).first().getByRole('link', { name: product }).click();
  await expect(page.getByRole('heading', { level: 2, name: product })).toBeVisible();
}

test('by keyboard alone, from the start page to the key in the clipboard', async ({ page, context, say }) => {
  await allowCopying(context);
  const { keyboard } = page;
  const focusOn = (name: string | RegExp) => tabTo(page, page.getByRole('main').getByRole('link', { name, exact: true }));
  await page.goto('');
  await expect(page.getByRole('searchbox', { name: say('start.search') })).toBeVisible();
  await keyboard.press('Control+k');
  await keyboard.type(CONTOSO.domain);
  await keyboard.press('Enter');
  await expect(page.getByRole('link', { name: CONTOSO.name, exact: true })).toBeVisible();
  await focusOn(CONTOSO.name);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: CONTOSO.name, exact: true })).toBeFocused();
  await expect(row(page, OFFICE)).toBeVisible();
  await keyboard.press('/');
  await keyboard.type('office ltsc professional');
  await expect(row(page, OFFICE)).toBeVisible();
  await focusOn(OFFICE);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: OFFICE })).toBeFocused();
  for (const name of ['item.version', 'item.language', 'item.bit']) {
    await tabTo(page, picker(page, say, name));
    await keyboard.press('ArrowDown');
    await expect(picker(page, say, name)).not.toHaveValue('');
  }
  await tabTo(page, page.getByRole('button', { name: say('item.view') }));
  await keyboard.press('Enter');
  const get = page.getByRole('button', { name: say('item.get_key'), exact: true });
  await expect(get).toBeVisible();
  await tabTo(page, get);
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: say('key.title') });
  await expect(dialog.getByRole('heading', { name: say('key.title') })).toBeFocused();
  await tabTo(page, dialog.getByRole('button', { name: say('act.copy'), exact: true }));
  await keyboard.press('Space');
  await expect(dialog.getByRole('status')).toHaveText(say('act.copied'));
  await keyboard.press('Escape');
  await expect(get).toBeFocused();
  expect(await clipboard(context)).toMatch(/^0000\d{28}$/);
});

test('a choice narrows the others, resets none, and is remembered', async ({ page, say }) => {
  await openItem(page, CONTOSO.domain, OFFICE);
  await picker(page, say, 'item.version').selectOption({ label: 'Office Professional Plus 2019' });
  // Of 2019 there is one kind: it is picked by itself.
  await expect(picker(page, say, 'item.bit')).not.toHaveValue('');
  await picker(page, say, 'item.language').selectOption('fr-FR');
  await expect(page.getByText(say('item.chosen'))).toBeVisible();
  await page.getByRole('button', { name: say('item.view') }).click();
  await expect(page.getByRole('button', { name: say('item.get_key'), exact: true })).toBeVisible();

  await picker(page, say, 'item.version').selectOption({ label: OFFICE_VERSION });
  await expect(picker(page, say, 'item.language')).toHaveValue('fr-FR');
  // What was shown was for another choice.
  await expect(page.getByRole('button', { name: say('item.view') })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('table')).toBeVisible();
  await row(page, OFFICE).getByRole('link', { name: OFFICE }).click();
  await expect(page).toHaveURL(/\?version=office-professional-plus-2019&language=fr-FR/);
});

test('a key dialog names its customer, and keeps nothing when closed', async ({ page, say }) => {
  await openItem(page, domainOf('Zz Key without download'), /^Windows Server 2025 Remote Desktop Services CAL/);
  await expect(page.getByText(say('item.no_downloads'))).toBeVisible();
  await page.getByRole('button', { name: say('item.view') }).click();
  await page.getByRole('button', { name: say('item.get_key'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: say('key.title') });
  await expect(dialog).toContainText(`Zz Key without download (${domainOf('Zz Key without download')})`);
  await dialog.getByRole('button', { name: say('key.show') }).click();
  const shown = dialog.getByRole('group', { name: say('key.the_key'), exact: true });
  const key = (await shown.innerText()).replace(/\s/g, '');
  await dialog.getByRole('button', { name: say('key.hide') }).click();
  await expect(shown).toBeHidden();
  await dialog.getByRole('button', { name: say('act.close') }).click();
  await expect(dialog).toBeHidden();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage, state: history.state as unknown }));
  for (const place of [kept, await page.content(), page.url(), await page.title()]) {
    expect(place.replace(/[\s-]/g, '')).not.toContain(key);
  }
});

test('a key that comes once its dialog was closed is dropped', async ({ page, say }) => {
  await openItem(page, domainOf('Zz Key without download'), /^Windows Server 2025 Remote Desktop Services CAL/);
  await page.getByRole('button', { name: say('item.view') }).click();
  await setSandbox(page, { faults: [{ path: '/customers/*/artifacts/**', kind: 'slow', times: 1 }] });
  const opener = page.getByRole('button', { name: say('item.get_key'), exact: true });
  const dialog = page.getByRole('dialog', { name: say('key.title') });
  await opener.click();
  await dialog.getByRole('button', { name: say('key.show'), exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await opener.click();
  const reads = page.getByRole('main').getByRole('listitem').filter({ hasText: say('key.read_key') });
  await expect(reads).toHaveCount(1);
  await expect(dialog.getByRole('group', { name: say('key.hidden') })).toBeVisible();
  await expect(dialog).not.toContainText(/0000/);
  await dialog.getByRole('button', { name: say('key.show'), exact: true }).click();
  await expect(dialog.getByRole('group', { name: say('key.the_key'), exact: true })).toBeVisible();
});

test('a key is sent along with the download that stands beside it', async ({ page, say }) => {
  await openItem(page, CONTOSO.domain, OFFICE);
  await picker(page, say, 'item.version').selectOption({ label: OFFICE_VERSION });
  await picker(page, say, 'item.language').selectOption('fr-FR');
  await picker(page, say, 'item.bit').selectOption({ label: say('item.bits', { bits: '64' }) });
  await page.getByRole('button', { name: say('item.view') }).click();
  const link = page.getByRole('link', { name: say('item.download'), exact: true });
  const href = await link.evaluate((anchor: HTMLAnchorElement) => anchor.href);
  await page.getByRole('button', { name: say('item.get_key'), exact: true }).click();
  await page.getByRole('dialog', { name: say('key.title') }).getByRole('button', { name: say('key.send') }).click();
  const dialog = page.getByRole('dialog', { name: say('message.title') });
  const preview = dialog.getByRole('group', { name: say('message.preview'), exact: true });
  await expect(preview).toContainText(href);
  await dialog.getByRole('checkbox', { name: say('message.with_key') }).check();
  await expect(preview).toContainText(href);
});

test('a product without a key says so, and its download is there', async ({ page, say }) => {
  await page.goto(softwareOf(domainOf('Zz Download without key')));
  const link = page.getByRole('rowheader').getByRole('link');
  await expect(page.getByText(say('software.no_key_needed'))).toBeVisible();
  await link.click();
  for (const name of ['item.version', 'item.language', 'item.bit']) {
    const select = picker(page, say, name);
    // Until the downloads are read it has nothing but the words to choose.
    await expect(select.getByRole('option').filter({ hasNotText: say('picker.choose') })).not.toHaveCount(0);
    if ((await select.inputValue()) === '') await select.selectOption({ index: 1 });
  }
  await page.getByRole('button', { name: say('item.view') }).click();
  await expect(page.getByText(say('item.why.none'))).toBeVisible();
  await expect(page.getByRole('link', { name: say('item.download'), exact: true })).toBeVisible();
});

test('a pending order has no key yet, and says when to look again', async ({ page, say }) => {
  await page.goto(softwareOf(domainOf('Zz Pending order')));
  await expect(row(page, OFFICE)).toContainText(say('software.no_key_yet'));
  await row(page, OFFICE).getByRole('link', { name: OFFICE }).click();
  await expect(page.getByText(say('item.why.pending'))).toBeVisible();
  await expect(page.getByText(say('item.why.pending_next'))).toBeVisible();
});

test("the customer's own way is one click away", async ({ page, say }) => {
  await openItem(page, CONTOSO.domain, OFFICE);
  await page.getByText(say('item.customer_way'), { exact: true }).click();
  await expect(page.getByText(say('item.customer_way_who'))).toBeVisible();
  const link = page.getByRole('link', { name: holding(say('item.customer_way_open')) });
  await expect(link).toHaveAttribute('href', 'https://admin.microsoft.com/');
});

test('the windows of purchases just closing and just closed', async ({ page, say }) => {
  await page.goto(softwareOf(domainOf('Zz Window just closing')));
  await expect(page.getByRole('row').filter({ hasText: holding(say('window.hours_left', { count: 2 })) }).or(
    page.getByRole('row').filter({ hasText: holding(say('window.minutes_left', { count: 19 })) }))
    .first()).toBeVisible();
  await page.goto(softwareOf(domainOf('Zz Window just closed')));
  await expect(page.getByText(say('window.closed_today')).first()).toBeVisible();
});
