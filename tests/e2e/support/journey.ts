// From the start page to a product key in the clipboard: the journey that
// everything else is about, to be run wherever the page is hosted.
import { stat } from 'node:fs/promises';

import type { BrowserContext, Page, TestInfo } from '@playwright/test';

import { CONTOSO, OFFICE, OFFICE_VERSION, allowCopying, ask, clipboard, expect, fact, switchTab } from './app.ts';
import { holding, type Lang, type Say } from './texts.ts';

export interface Journey {
  page: Page;
  context: BrowserContext;
  say: Say;
  lang: Lang;
  /** Where the page is; ends with `/`. */
  url: string;
  /** Where its API is. */
  api: string;
  info: TestInfo;
}

interface Entitlements {
  items: { productId: string; entitledArtifacts: { link: { uri: string } }[] }[];
}

/** The whole of it. */
export async function journey(made: Journey): Promise<void> {
  const { page, context } = made;
  await allowCopying(context);
  await page.clock.install();
  await findSoftware(made);
  await chooseDownload(made);
  const key = await getKey(made);
  const link = await download(made);
  await sendToCustomer(made, key, link);
  await readLog(made);
  expect(page.url()).not.toContain(key);
  await compareKey(made, key);
}

async function findSoftware({ page, say, url }: Journey): Promise<void> {
  await page.goto(url);
  await page.getByRole('searchbox', { name: say('start.search') }).fill(CONTOSO.domain);
  await page.getByRole('button', { name: say('start.go') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('customers.title') })).toBeVisible();
  await expect(page).toHaveURL(/\/customers\?q=contoso\.com$/);
  await page.getByRole('link', { name: CONTOSO.name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: CONTOSO.name, exact: true })).toBeVisible();
  const whole = `${CONTOSO.name} (${CONTOSO.domain})`;
  await expect(page).toHaveTitle(`${say('software.title')} · ${whole} · Latchkey`);
  await expect(page.getByRole('table', { name: say('software.caption', { customer: whole }) })).toBeVisible();
  await page.getByRole('link', { name: OFFICE }).click();
  await expect(page.getByRole('heading', { level: 2, name: OFFICE })).toBeFocused();
}

async function chooseDownload({ page, say }: Journey): Promise<void> {
  const picker = (name: string) => page.getByRole('main').getByRole('combobox', { name: say(name), exact: true });
  await picker('item.version').selectOption({ label: OFFICE_VERSION });
  await picker('item.language').selectOption('fr-FR');
  await picker('item.bit').selectOption({ label: say('item.bits', { bits: '64' }) });
  const before = page.url();
  for (const part of [/[?&]version=/, /[?&]language=fr-FR/i, /[?&]bit=/]) await expect(page).toHaveURL(part);
  await page.getByRole('button', { name: say('item.view') }).click();
  await expect(page.getByRole('heading', { name: say('item.key'), exact: true })).toBeVisible();
  expect(page.url()).toBe(before);
}

/** Opens the key's dialog, copies without showing, shows, lets the time run out. */
async function getKey({ page, context, say }: Journey): Promise<string> {
  const opener = page.getByRole('button', { name: say('item.get_key'), exact: true });
  await opener.click();
  const dialog = page.getByRole('dialog', { name: say('key.title') });
  await expect(dialog).toContainText(`${CONTOSO.name} (${CONTOSO.domain})`);
  const masked = dialog.getByRole('group', { name: say('key.hidden') });
  const shown = dialog.getByRole('group', { name: say('key.the_key'), exact: true });
  await expect(masked).toBeVisible();

  await dialog.getByRole('button', { name: say('act.copy'), exact: true }).click();
  await expect(dialog.getByRole('status')).toHaveText(say('act.copied'));
  await expect(masked).toBeVisible();
  await expect(dialog).not.toContainText(/0000/);

  await dialog.getByRole('button', { name: say('key.show'), exact: true }).click();
  await expect(shown).toBeVisible();
  const key = (await shown.innerText()).replace(/\s/g, '');
  expect(key).toMatch(/^0000\d{28}$/);
  await page.clock.fastForward(10_000);
  await expect(shown).toBeVisible();
  await page.clock.fastForward(21_000);
  await expect(masked).toBeVisible();
  await expect(dialog).not.toContainText(/0000/);

  await dialog.getByRole('button', { name: say('key.show'), exact: true }).click();
  await expect(shown).toBeVisible();
  await switchTab(page, 'hidden');
  await expect(masked).toBeVisible();
  await switchTab(page, 'visible');
  await expect(masked).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  expect(await clipboard(context)).toBe(key);
  return key;
}

/** Copies the link, and saves the file where the browser lets a test see it. */
async function download({ page, context, say, lang, info }: Journey): Promise<string> {
  await page.getByRole('button', { name: say('item.copy_link'), exact: true }).click();
  await expect(page.getByText(say('notices.copied', { what: say('item.the_link') }))).toBeVisible();
  await expect(page.getByText(say('item.share_risk'))).toBeVisible();
  await expect(page.getByText(say('item.risk'))).toBeVisible();
  await expect(fact(page, say('item.life'))).toHaveText(holding(say('item.life_days', { count: 5 })));
  const link = page.getByRole('link', { name: say('item.download'), exact: true });
  const href = await link.evaluate((anchor: HTMLAnchorElement) => anchor.href);
  expect(await clipboard(context)).toBe(href);

  const answer = await page.request.get(href);
  expect(answer.status()).toBe(200);
  const bytes = (await answer.body()).length;
  const size = new Intl.NumberFormat(lang, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(bytes / 1000);
  await expect(fact(page, say('item.size'))).toHaveText(holding(size));
  if (info.project.name === 'chromium') {
    const [saved] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect((await stat(await saved.path())).size).toBe(bytes);
    expect(saved.suggestedFilename()).toBe(await fact(page, say('item.file')).innerText());
  }
  return href;
}

async function sendToCustomer({ page, context, say }: Journey, key: string, link: string): Promise<void> {
  await page.getByRole('button', { name: say('item.send') }).click();
  const dialog = page.getByRole('dialog', { name: say('message.title') });
  const preview = dialog.getByRole('group', { name: say('message.preview'), exact: true });
  await expect(preview).toContainText(link);
  await expect(preview).toContainText(CONTOSO.name);
  // It begins in the customer's language.
  await expect(dialog.getByRole('radio', { name: 'English' })).toBeChecked();
  // Its texts may still be on their way.
  await expect(preview).toHaveAttribute('lang', 'en');
  const before = await preview.innerText();
  await dialog.getByRole('radio', { name: 'Français' }).check();
  await expect(preview).not.toContainText(before.split('\n')[0] ?? '');
  const copy = dialog.getByRole('button', { name: say('message.copy') });
  const copied = dialog.getByRole('status').filter({ hasText: say('act.copied') });
  await copy.click();
  await expect(copied).toBeVisible();
  const without = await clipboard(context);
  expect(without).toContain(link);
  expect(without).not.toContain(key);

  await dialog.getByRole('checkbox', { name: say('message.with_key') }).check();
  await expect(copied).toBeHidden();
  await expect(preview).not.toContainText(key);
  await copy.click();
  await expect(copied).toBeVisible();
  expect(await clipboard(context)).toContain(key);
  await dialog.getByRole('button', { name: say('act.close') }).click();
  await expect(dialog).toBeHidden();
}

/** Each time the key was got, and the link, stands under the key. */
async function readLog({ page, say }: Journey): Promise<void> {
  await expect(page.getByRole('heading', { name: say('key.history') })).toBeVisible();
  const entries = page.getByRole('main').getByRole('listitem');
  // Copied, shown, shown again, sent.
  await expect(entries.filter({ hasText: say('key.read_key') })).toHaveCount(4);
  await expect(entries.filter({ hasText: say('key.took_link') })).toHaveCount(1);
}

/** The key is exactly what the server gives. */
async function compareKey({ page, api }: Journey, key: string): Promise<void> {
  const id = /\/customers\/([0-9a-f-]{36})\//.exec(page.url())?.[1];
  const product = /\/(DG7GMGF0\w{4})\//.exec(page.url())?.[1];
  const { items } = await ask<Entitlements>(page, `/customers/${id}/entitlements`, {}, api);
  const uri = items.find((item) => item.productId === product)?.entitledArtifacts[0]?.link.uri;
  const answer = await ask<{ key?: string; productKey?: string } | string>(page, uri ?? '', {}, api);
  expect(JSON.stringify(answer)).toContain(key);
}
