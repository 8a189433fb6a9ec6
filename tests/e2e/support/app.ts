// The `test` of the specs about the app: one language per test, and what every
// person does in it.
import type { BrowserContext, Locator, Page } from '@playwright/test';

import { expect, test as base } from './test.ts';
import { LOCALES, texts, type Lang, type Say } from './texts.ts';

interface Options {
  /** The browser's language, and so the page's. */
  lang: Lang;
}

interface Fixtures {
  /** The page's texts in that language. */
  say: Say;
}

export const test = base.extend<Options & Fixtures>({
  lang: ['en', { option: true }],
  locale: async ({ lang }, use) => use(LOCALES[lang]),
  say: async ({ lang }, use) => use(texts(lang)),
});

export { expect };

/** Of the sandbox's customers, those that the specs visit. */
export const CONTOSO = { name: 'Contoso', domain: 'contoso.com' };
export const TAILSPIN = { name: 'Tailspin Toys', domain: 'tailspintoys.com' };

/** Products of the sandbox's catalogue, which the list shows with their SKU. */
export const OFFICE_VERSION = 'Office LTSC Professional Plus 2024';
export const OFFICE = new RegExp(`^${OFFICE_VERSION}`);
export const OFFICE_MAC = 'Office LTSC Standard for Mac 2024';
export const WINDOWS_SERVER = /^Windows Server 2025 Standard/;

/** The domain of a sentinel customer. */
export const domainOf = (sentinel: string): string => `${sentinel.toLowerCase().replaceAll(' ', '-')}.example`;

/** The address of a customer's Software list, below the page's base. */
export const softwareOf = (domain: string): string => `customers/${domain}/software`;

/** Where the sandbox in the page answers. */
export const IN_PAGE = '/sandbox/v1';
/** Where the native one answers. */
export const NATIVE = '/v1';

/** Calls the API as the page does, from inside it. */
export async function ask<T>(page: Page, path: string, init: { method?: string; body?: unknown } = {}, api = IN_PAGE): Promise<T> {
  const { method = 'GET', body } = init;
  return page.evaluate(
    async ([address, method, body]) => {
      const answer = await fetch(address, {
        method,
        ...(body && { body, headers: { 'content-type': 'application/json' } }),
      });
      return (await answer.json()) as T;
    },
    [api + path, method, body === undefined ? '' : JSON.stringify(body)] as const,
  );
}

/** Sets the sandbox in the page: role, clock, latency, faults. */
export async function setSandbox(page: Page, settings: unknown, api = IN_PAGE): Promise<void> {
  await ask(page, '/extensions/sandbox', { method: 'PUT', body: settings }, api);
}

/** Starts the page, sets its sandbox, and leaves it where it can be gone on from. */
export async function startWith(page: Page, settings: unknown): Promise<void> {
  await page.goto('settings');
  await expect(page.getByRole('main')).toBeVisible();
  await setSandbox(page, settings);
}

/**
 * Lets time pass on the test's clock, so many milliseconds at once, until this holds. Not before the page
 * stands: what it opens at its start would seem to take too long, and be done without.
 */
export async function inTime(page: Page, millis: number, holds: () => unknown): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible();
  await expect(async () => {
    await page.clock.fastForward(millis);
    await holds();
  }).toPass({ timeout: 40_000, intervals: [100] });
}

/** Lets a test write to the clipboard, as a person's browser does. */
export async function allowCopying(context: BrowserContext): Promise<void> {
  await context.grantPermissions(['clipboard-write']);
}

/**
 * What is on the clipboard: the page may not read it, so it is pasted into a
 * field of another page, as a person would.
 */
export async function clipboard(context: BrowserContext): Promise<string> {
  const pad = await context.newPage();
  await pad.setContent('<textarea aria-label="pad"></textarea>');
  const field = pad.getByRole('textbox');
  await field.focus();
  await pad.keyboard.press('ControlOrMeta+v');
  await expect(field).not.toHaveValue('');
  const text = await field.inputValue();
  await pad.close();
  return text;
}

/** What stands at the name of a fact. */
export function fact(scope: Page | Locator, name: string): Locator {
  const term = scope.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) });
  return term.locator('..').getByRole('definition');
}

/** The row of a table whose link has this name. */
export function row(page: Page, name: string | RegExp): Locator {
  const link = page.getByRole('link', typeof name === 'string' ? { name, exact: true } : { name });
  return page.getByRole('row').filter({ has: link });
}

/** Pretends that the person turns to another tab, or comes back. */
export async function switchTab(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => state === 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

/** Presses Tab until this has the focus. */
export async function tabTo(page: Page, target: Locator, most = 60, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${key} does not lead to ${target.toString()}`);
}

/** Goes back with Shift and Tab. (Beyond the last control Firefox leaves the page for its own, and takes no keys after it.) */
export const tabBackTo = (page: Page, target: Locator): Promise<void> => tabTo(page, target, 60, 'Shift+Tab');
