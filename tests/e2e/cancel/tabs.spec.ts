// One cancellation in two tabs: what is filled in in one is in the other, and what is sent is what its button said.
import type { Page } from '@playwright/test';

import { IN_PAGE, NATIVE, expect, test } from '../support/app.ts';
import { OFFICE, SERVER } from '../support/buying.ts';
import { buy, cancelIt, cancelOf, cancellations, fillIn, goOn, step, undoIt, type Bought } from '../support/cancelling.ts';
import { test as served } from '../support/native.ts';
import { kept, put } from '../support/shelf.ts';
import { holding } from '../support/texts.ts';

const ALPINE = 'alpineskihouse.com';

async function twoLines(page: Page, api = IN_PAGE): Promise<Bought> {
  const lines = [
    { product: OFFICE, quantity: 2 },
    { product: SERVER, quantity: 1 },
  ];
  return buy(page, ALPINE, lines, api);
}

async function secondTab(page: Page, bought: Bought, at: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(cancelOf(bought, at));
  return other;
}

const box = (page: Page, name: string) => page.getByRole('checkbox', { name: holding(name) });

test('what is filled in in one tab is in the other one, which nobody has touched', async ({ page, say }) => {
  const bought = await twoLines(page);
  await page.goto(cancelOf(bought, 'lines'));
  await expect(box(page, SERVER.title)).toBeChecked();
  const other = await secondTab(page, bought, 'lines');
  await expect(box(other, SERVER.title)).toBeChecked();

  await box(page, SERVER.title).uncheck();
  await expect(box(other, SERVER.title)).not.toBeChecked();
  await expect(box(other, OFFICE.title)).toBeChecked();

  await goOn(page, say).click();
  await page.getByRole('radio', { name: say('cancel.reason_other') }).check();
  await goOn(other, say).click();
  await expect(other.getByRole('radio', { name: say('cancel.reason_other') })).toBeChecked();
  const words = (tab: Page) => tab.getByRole('textbox', { name: say('cancel.reason_words') });
  await words(other).fill('Bought twice');
  await expect(words(page)).toHaveValue('Bought twice');
  for (const tab of [page, other]) await expect(tab.getByText(say('drafts.contested'))).toHaveCount(0);
});

// The calls of a page are seen where a server answers them, not the sandbox in the page.
served('other lines are chosen in another tab while the seconds run: nothing is sent', async ({ page, say }) => {
  await page.clock.install();
  const bought = await twoLines(page, NATIVE);
  await fillIn(page, say, bought);
  const other = await secondTab(page, bought, 'lines');
  await expect(box(other, SERVER.title)).toBeChecked();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') sent.push(request.url());
  });

  await cancelIt(page, say).click();
  await expect(undoIt(page, say)).toBeVisible();
  await box(other, SERVER.title).uncheck();
  await expect(page.getByText(say('cancel.changed'))).toBeVisible();
  await page.clock.fastForward(20_000);
  expect(sent).toEqual([]);
  expect(await cancellations(page, bought, NATIVE)).toBe(0);
  // Who has ticked what follows had other lines before their eyes.
  await expect(page.getByRole('checkbox', { name: say('cancel.follows_read') })).toBeVisible();
});

test('what a newer version has kept is not written over', async ({ page, say }) => {
  const bought = await twoLines(page);
  await page.goto(cancelOf(bought, 'lines'));
  await box(page, SERVER.title).uncheck();
  await expect.poll(() => kept(page)).toContain('"lines":[0]');
  await put(page, [[`cancel ${bought.tenant}/${bought.order}`, '{"schema":999}']]);
  await page.reload();

  await expect(page.getByRole('alert').getByText(say('drafts.newer_here'))).toBeVisible();
  await box(page, SERVER.title).uncheck();
  await goOn(page, say).click();
  await page.getByRole('radio', { name: say('cancel.reason_other') }).check();
  await page.getByRole('textbox', { name: say('cancel.reason_words') }).fill('Bought twice');
  await page.goto('drafts');
  await expect(page.getByText(say('drafts.newer'))).toBeVisible();
  expect(await kept(page)).toBe('{"schema":999}');
  await expect(step(page, say, 'cancel.reason_question')).toHaveCount(0);
});
