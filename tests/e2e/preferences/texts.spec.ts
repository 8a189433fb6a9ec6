// Each language is a file of its own: one is needed to show the page, and the
// other may be late or not come at all.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page, Route } from '@playwright/test';

import { domainOf, expect, softwareOf, test } from '../support/app.ts';
import { dist } from '../support/environment.ts';
import { texts } from '../support/texts.ts';
import { FAILED_TO_LOAD } from '../support/watch.ts';

const [en, fr] = [texts('en'), texts('fr')];
const FRENCH = '**/assets/texts-fr-*.txt';
const ENGLISH = '**/assets/texts-en-*.txt';

const question = (page: Page, say: typeof en) => page.getByRole('heading', { level: 1, name: say('start.question') });
const picker = (page: Page, say: typeof en) => page.getByRole('combobox', { name: say('language.label') });
const failure = en('language.failed', { language: 'Français' });

/** Keeps what asks for these files waiting; answers with what lets it go on. */
async function hold(page: Page, files: string): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await page.route(files, (route) => void held.push(route));
  return async () => {
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await Promise.all(held.map((route) => route.continue()));
  };
}

test('only the texts of the language that is shown are needed', async ({ page }) => {
  await hold(page, FRENCH);
  await page.goto('');
  await expect(question(page, en)).toBeVisible();
});

test('the texts of the other language are fetched when somebody asks for it, and once', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => void (/texts-fr-/.test(request.url()) && fetched.push(request.url())));
  await page.goto('');
  await expect(question(page, en)).toBeVisible();
  expect(fetched).toEqual([]);
  for (const [language, say] of [['fr', fr], ['en', en], ['fr', fr]] as const) {
    await picker(page, say === fr ? en : fr).selectOption(language);
    await expect(question(page, say)).toBeVisible();
  }
  expect(fetched).toHaveLength(1);
});

test('a configured language is shown although the browser prefers another', async ({ page }) => {
  const config = JSON.parse(await readFile(join(dist, 'config.json'), 'utf8')) as object;
  await page.route('**/config.json', (route) => route.fulfill({ json: { ...config, locale: { default: 'fr' } } }));
  await page.goto('');
  await expect(question(page, fr)).toBeVisible();
});

test('a language is switched to when its texts are there, unless another was chosen meanwhile', async ({ page }) => {
  const release = await hold(page, FRENCH);
  await page.goto('');
  await picker(page, en).selectOption({ label: 'Français' });
  await expect(picker(page, en)).toHaveValue('fr');
  await expect(question(page, en)).toBeVisible();
  await picker(page, en).selectOption({ label: 'English' });
  const came = page.waitForResponse(FRENCH);
  await release();
  await (await came).finished();
  await expect(picker(page, en)).toHaveValue('en');
  await expect(question(page, en)).toBeVisible();
  await picker(page, en).selectOption({ label: 'Français' });
  await expect(question(page, fr)).toBeVisible();
});

test('the language stays when the texts of another do not come, and can be chosen again', async ({ page, watch }) => {
  watch.allow(FAILED_TO_LOAD);
  await page.route(FRENCH, (route) => route.abort());
  await page.goto('');
  await picker(page, en).selectOption({ label: 'Français' });
  await expect(page.getByText(failure)).toBeVisible();
  await expect(picker(page, en)).toHaveValue('en');
  await expect(question(page, en)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(question(page, en)).toBeVisible();

  await page.goto('settings');
  await page.getByText('Français', { exact: true }).last().click();
  await expect(page.getByText(failure)).toBeVisible();
  await expect(page.getByRole('radio', { name: 'English' })).toBeChecked();
  await page.unroute(FRENCH);
  await page.getByRole('button', { name: en('act.retry') }).click();
  await expect(page.getByRole('heading', { level: 1, name: fr('settings.title') })).toBeVisible();
});

test('a message is written in the other language only when its texts are there', async ({ page, watch }) => {
  watch.allow(FAILED_TO_LOAD);
  await page.route(FRENCH, (route) => route.abort());
  await page.goto(softwareOf(domainOf('Zz Key without download')));
  await page.getByRole('link', { name: /^Windows Server 2025 Remote Desktop Services CAL/ }).click();
  await page.getByRole('button', { name: en('item.view') }).click();
  await page.getByRole('button', { name: en('item.get_key'), exact: true }).click();
  await page.getByRole('dialog', { name: en('key.title') }).getByRole('button', { name: en('key.send') }).click();
  const dialog = page.getByRole('dialog', { name: en('message.title') });
  const preview = dialog.getByRole('group', { name: en('message.preview'), exact: true });
  await expect(preview).toContainText(en('message.hello'));
  await dialog.getByText('Français', { exact: true }).click();
  await expect(dialog.getByText(failure)).toBeVisible();
  await expect(dialog.getByRole('radio', { name: 'English' })).toBeChecked();
  await expect(preview).toContainText(en('message.hello'));
  await page.unroute(FRENCH);
  await dialog.getByText('Français', { exact: true }).click();
  await expect(preview).toContainText(fr('message.hello'));
  await expect(dialog.getByText(failure)).toHaveCount(0);
});

test.describe('in a French browser', () => {
  test.use({ lang: 'fr' });

  test('the English texts are not needed', async ({ page }) => {
    await hold(page, ENGLISH);
    await page.goto('');
    await expect(question(page, fr)).toBeVisible();
  });
});
