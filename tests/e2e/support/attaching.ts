// What the specs about files of a report share: files, and the step on which they are chosen.
import type { Locator, Page } from '@playwright/test';

import { IN_PAGE, expect, setSandbox } from './app.ts';
import { OFFICE, effects, startPage } from './buying.ts';
import { buy, goOn, step } from './cancelling.ts';
import { holding, type Say } from './texts.ts';

const ALPINE = 'alpineskihouse.com';
/** Bytes of a chunk. */
export const CHUNK = 512 * 1024;
export const CHUNKS = '/extensions/attachments/*/chunks/*';

interface Payload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A PDF as far as anybody looks, of so many bytes. */
export function pdf(name: string, size: number): Payload {
  const buffer = Buffer.alloc(size, 'x');
  buffer.write('%PDF-1.7\n');
  return { name, mimeType: 'application/pdf', buffer };
}

export const input = (page: Page, say: Say): Locator => page.getByLabel(say('files.add'), { exact: true });
export const files = (page: Page, say: Say): Locator => page.getByRole('list', { name: say('files.list') }).getByRole('listitem');
export const file = (page: Page, say: Say, name: string): Locator => files(page, say).filter({ hasText: name });
const sent = (page: Page, say: Say, name: string): Locator => file(page, say, name).getByText(say('files.sent'), { exact: true });
export const retry = (page: Page, say: Say, name: string): Locator => page.getByRole('button', { name: say('files.retry', { name }) });
export const remove = (page: Page, say: Say, name: string): Locator => page.getByRole('button', { name: say('files.remove_this', { name }) });

export const expectSent = (page: Page, say: Say, name: string): Promise<void> => expect(sent(page, say, name)).toBeVisible({ timeout: 30_000 });

/** Chooses files in the browser's own choice, which something opens; Firefox does not hand it over. */
export async function choose(page: Page, say: Say, chosen: Payload[], open: () => Promise<void>): Promise<void> {
  if (page.context().browser()?.browserType().name() === 'firefox') return input(page, say).setInputFiles(chosen);
  const choosing = page.waitForEvent('filechooser');
  // The browser has been told to hand it over once it answers something asked later.
  await page.evaluate(() => undefined);
  await open();
  await (await choosing).setFiles(chosen);
}

/** Begins a report about an order, and fills it in as far as the files. */
export async function toFiles(page: Page, say: Say, api = IN_PAGE, origin = ''): Promise<void> {
  await setSandbox(page, { pricedShare: 100, provisioningSeconds: 0 }, api);
  const bought = await buy(page, ALPINE, [{ product: OFFICE, quantity: 2 }], api);
  await page.goto(`${origin}report?customer=${ALPINE}&order=${bought.order}`);
  await expect(step(page, say, 'report.facts_question')).toBeVisible();
  await page.getByRole('textbox', { name: say('report.reason') }).fill('Bought by mistake');
  // What was paid is proposed.
  await expect(page.getByRole('textbox', { name: say('report.amount') })).not.toHaveValue('');
  await expect(page.getByRole('textbox', { name: say('report.currency') })).not.toHaveValue('');
  await goOn(page, say).click();
  await expect(step(page, say, 'report.details_question')).toBeVisible();
  await page.getByRole('radio', { name: holding(say('report.impact_minimal')) }).check();
  await goOn(page, say).click();
  await expect(step(page, say, 'report.description_question')).toBeVisible();
  await goOn(page, say).click();
  await expect(step(page, say, 'report.contact_question')).toBeVisible();
  await expect(input(page, say)).toBeEnabled();
}

/** The same in the sandbox of the page. */
export async function inPage(page: Page, say: Say): Promise<void> {
  await startPage(page);
  await toFiles(page, say);
}

/** How many of the files there are wholly on the server. */
export const uploads = (page: Page, api = IN_PAGE): Promise<number> => effects(page, 'attachment:', api);
