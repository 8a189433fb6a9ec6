// The page starts, in whatever way it is hosted, and says so when it cannot.
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { build, copyOfBuild, damage } from '../support/builds.ts';
import { dist } from '../support/environment.ts';
import { expect, test } from '../support/test.ts';
import { FAILED_TO_LOAD } from '../support/watch.ts';

/** The app has drawn something, and no sentence about failing is seen. */
async function hasStarted(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByText('Latchkey could not start')).toBeHidden();
  await expect(page.getByText('Latchkey is starting')).toBeHidden();
}

test('starts', async ({ page }) => {
  await page.goto('/');
  await hasStarted(page);
  await expect(page).toHaveTitle(/Latchkey/);
});

test('reloads an inner page', async ({ page }) => {
  await page.goto('/settings?from=a%20link');
  await hasStarted(page);
  await page.reload();
  await hasStarted(page);
  expect(new URL(page.url()).pathname).toBe('/settings');
});

test('is isolated from other sites', async ({ page }) => {
  await page.goto('/');
  expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
});

test('turns no text into markup or code', async ({ page }) => {
  await page.goto('/');
  await hasStarted(page);
  const thrown = await page.evaluate(() => {
    if (!('trustedTypes' in globalThis)) return null;
    const attempts = [
      () => (document.createElement('div').innerHTML = '<b>bold</b>'),
      () => (document.createElement('script').text = 'void 0'),
      () => (document.createElement('script').src = '/assets/other.js'),
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return 'let through';
      } catch (error) {
        return String(error);
      }
    });
  });
  test.skip(thrown === null, 'this browser knows no Trusted Types');
  expect(thrown).toEqual(Array(3).fill('TypeError: blocked'));
});

test('starts under a base path', async ({ page, servers }) => {
  const base = '/sub/path/';
  const dir = await build('sub-path', { base });
  const site = await servers.site({ dir, base });
  for (const path of ['', 'settings']) {
    await page.goto(site.url + path);
    await hasStarted(page);
  }
  expect((await page.request.get(`${site.origin}/`)).status()).toBe(404);
});

test("starts from Python's server", async ({ page, servers }) => {
  const python = await servers.python(dist);
  await page.goto(python.url);
  await hasStarted(page);
});

for (const [stem, kind] of [['latchkey-', '.wasm'], ['texts-en-', '.txt'], ['boot-', '.js']] as const) {
  test(`refuses a changed byte in the ${kind} file`, async ({ page, watch, servers }, info) => {
    watch.allow(/integrity|digest|hash|SRI|Failed to fetch|NetworkError/i);
    watch.allow(FAILED_TO_LOAD);
    const dir = await copyOfBuild(info.outputPath('damaged'));
    await damage(join(dir, 'assets'), stem, kind);
    const site = await servers.site({ dir });
    await page.goto(site.url);
    if (kind !== '.js') {
      await expect(page.getByText('Latchkey could not start')).toBeVisible();
      await expect(page.getByText('Latchkey is starting')).toBeHidden();
    } else {
      // Nothing of ours may run now: the page itself has to have words for it.
      await expect(page.getByText('This takes longer than it should')).toBeVisible({ timeout: 20_000 });
    }
    await expect(page.getByRole('main')).toHaveCount(0);
  });
}

test('says so without WebAssembly', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'WebAssembly');
  });
  await page.goto('/');
  await expect(page.getByText('Latchkey could not start')).toBeVisible();
  await expect(page.getByText('Latchkey n’a pas pu démarrer')).toBeVisible();
});

test('says so in both languages without JavaScript', async ({ playwright, browserName, site }, info) => {
  // Switched off in the browser's own settings, as a person would.
  const { launchOptions, channel } = info.project.use;
  const browser = await playwright[browserName].launch({
    ...launchOptions,
    ...(channel && { channel }),
    args: [...(launchOptions?.args ?? []), ...(browserName === 'chromium' ? ['--blink-settings=scriptEnabled=false'] : [])],
    firefoxUserPrefs: { ...launchOptions?.firefoxUserPrefs, 'javascript.enabled': false },
  });
  const page = await browser.newPage();
  await page.goto(site.url);
  // Playwright's own locators pass over <noscript>, and never return without scripts.
  const seen = await page.evaluate(() => {
    const sentences = [...document.querySelectorAll<HTMLElement>('noscript p, #start p')];
    const inView = (sentence: HTMLElement): boolean => {
      const { height, bottom } = sentence.getBoundingClientRect();
      return height > 0 && bottom <= innerHeight;
    };
    return sentences.filter(inView).map((sentence) => sentence.textContent);
  });
  expect(seen).toEqual([
    expect.stringContaining('Latchkey needs JavaScript'),
    expect.stringContaining('Latchkey a besoin de JavaScript'),
  ]);
  await browser.close();
});
