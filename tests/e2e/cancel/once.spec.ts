// One cancellation, whatever becomes of its answer; how it may be asked for more than once is in
// failures/provocations.spec.ts. And nothing is lost on the way there.
import type { Page } from '@playwright/test';

import { IN_PAGE, NATIVE, domainOf, expect, inTime, setSandbox, test } from '../support/app.ts';
import { OFFICE, SERVER } from '../support/buying.ts';
import { ORDER, buy, cancelIt, cancelOf, cancellations, fillIn, goOn, letUndoPass, step, undoIt, type Bought } from '../support/cancelling.ts';
import { test as served } from '../support/native.ts';
import { kept } from '../support/shelf.ts';
import { holding, type Say } from '../support/texts.ts';

const ALPINE = { name: 'Alpine Ski House', domain: 'alpineskihouse.com' };

const done = (page: Page, say: Say) => step(page, say, 'cancel.done');

/** Waits for what came of it, on the test's clock. */
async function expectDone(page: Page, say: Say): Promise<void> {
  await inTime(page, 2_000, () => expect(done(page, say)).toBeVisible({ timeout: 300 }));
}

async function ready(page: Page, say: Say, api = IN_PAGE): Promise<Bought> {
  await page.clock.install();
  const bought = await buy(page, ALPINE.domain, [{ product: OFFICE, quantity: 2 }], api);
  await fillIn(page, say, bought);
  return bought;
}

// The calls of a page are seen where a server answers them, not the sandbox in the page.
served('cancelled in one tab while the other still counts: that one shows it, and sends nothing', async ({ page, context, say, watch }) => {
  // Key and links, which are asked for until they are revoked.
  watch.allow(/410 \(Gone\)/);
  const bought = await ready(page, say, NATIVE);
  const other = await context.newPage();
  const sent: string[] = [];
  other.on('request', (request) => {
    if (request.method() === 'PATCH') sent.push(request.url());
  });
  await other.goto(cancelOf(bought, 'review'));
  await expect(cancelIt(other, say)).toBeVisible();
  await cancelIt(page, say).click();
  await expect(undoIt(page, say)).toBeVisible();
  // Both tabs have one clock, which goes on by itself. The other one begins at half of the ten seconds.
  await page.clock.fastForward(5_000);
  await cancelIt(other, say).click();
  await expect(undoIt(other, say)).toBeVisible();
  await page.clock.fastForward(5_500);
  await expect(done(page, say)).toBeVisible();
  await expect(done(other, say)).toBeVisible();
  await page.clock.fastForward(20_000);
  expect(sent).toEqual([]);
  expect(await cancellations(page, bought, NATIVE)).toBe(1);
});

for (const [what, fault] of [
  ['the answer is lost after the effect', { kind: 'network', afterEffect: true }],
  ['the answer breaks off', { kind: 'cut_body' }],
] as const) {
  test(`${what}: one cancellation, found out by asking the order`, async ({ page, say }) => {
    const bought = await ready(page, say);
    await setSandbox(page, { faults: [{ method: 'PATCH', path: ORDER, times: 1, ...fault }] });
    await cancelIt(page, say).click();
    await letUndoPass(page, say);
    await expectDone(page, say);
    expect(await cancellations(page, bought)).toBe(1);
  });
}

test('lost before the effect: being checked, never failed, and sent again by the person alone', async ({ page, say }) => {
  const bought = await ready(page, say);
  await setSandbox(page, { faults: [{ method: 'PATCH', path: ORDER, times: 1, kind: 'network' }] });
  await cancelIt(page, say).click();
  await letUndoPass(page, say);
  const checked = step(page, say, 'cancel.checking_title');
  await inTime(page, 2_000, () => expect(checked).toBeVisible({ timeout: 300 }));
  await expect(page.getByText(say('cancel.refused'))).toHaveCount(0);

  // Told on every page, and found again after a reload.
  await page.getByRole('link', { name: say('nav.start'), exact: true }).click();
  await expect(page.getByText(say('pending.cancel', { customer: ALPINE.name }))).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: say('pending.see') }).click();
  await inTime(page, 1_000, () => expect(checked).toBeVisible({ timeout: 300 }));
  expect(await cancellations(page, bought)).toBe(0);

  // One at a time: the wizard leads to what is in doubt, whichever lines are meant.
  await page.goto(cancelOf(bought, 'lines'));
  await inTime(page, 1_000, () => expect(checked).toBeVisible({ timeout: 300 }));

  await page.getByRole('button', { name: say('cancel.send_again') }).click();
  await expectDone(page, say);
  expect(await cancellations(page, bought)).toBe(1);
  await expect(page.getByText(say('pending.cancel', { customer: ALPINE.name }))).toHaveCount(0);
});

test('the page is left while it is sent: the answer is noted all the same', async ({ page, say }) => {
  const bought = await ready(page, say);
  await setSandbox(page, { latencyMs: 1_500 });
  await cancelIt(page, say).click();
  await letUndoPass(page, say);
  await expect(page.getByText(say('cancel.sending'))).toBeVisible();
  await page.getByRole('link', { name: say('nav.start'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => cancellations(page, bought), { timeout: 20_000 }).toBe(1);
  await setSandbox(page, { latencyMs: 0 });
  await page.goto(cancelOf(bought, 'done'));
  await expectDone(page, say);
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: say('track.accepted') })).toBeVisible();
  expect(await cancellations(page, bought)).toBe(1);
});

test('Zz Cancel answer lost: one cancellation', async ({ page, say }) => {
  await page.clock.install();
  const bought = await buy(page, domainOf('Zz Cancel answer lost'), [{ product: SERVER, quantity: 1 }]);
  await fillIn(page, say, bought);
  await cancelIt(page, say).click();
  await letUndoPass(page, say);
  await expectDone(page, say);
  expect(await cancellations(page, bought)).toBe(1);
});

served('taken back within ten seconds, left or reloaded: nothing is sent', async ({ page, say }) => {
  const bought = await ready(page, say, NATIVE);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') sent.push(request.url());
  });
  const undo = undoIt(page, say);
  await cancelIt(page, say).click();
  await page.clock.fastForward(6_000);
  await undo.click();
  await expect(cancelIt(page, say)).toBeVisible();
  await page.clock.fastForward(20_000);

  await cancelIt(page, say).click();
  await expect(undo).toBeVisible();
  await page.reload();
  await expect(cancelIt(page, say)).toBeVisible();
  await page.clock.fastForward(20_000);

  await cancelIt(page, say).click();
  await page.getByRole('link', { name: say('nav.start'), exact: true }).click();
  await expect(page.getByText(say('cancel.left'))).toBeVisible();
  await page.clock.fastForward(20_000);
  expect(sent).toEqual([]);
  expect(await cancellations(page, bought, NATIVE)).toBe(0);
});

test('what was filled in outlives leaving and reloading, on the same step', async ({ page, say }) => {
  const bought = await buy(page, ALPINE.domain, [{ product: OFFICE, quantity: 2 }]);
  await page.goto(cancelOf(bought, 'lines'));
  await goOn(page, say).click();
  await page.getByRole('radio', { name: say('cancel.reason_other') }).check();
  await page.getByRole('textbox', { name: say('cancel.reason_words') }).fill('Client a changé <b>d’avis</b>');
  await expect.poll(() => kept(page)).toContain('<b>d’avis</b>');
  await page.goto(cancelOf(bought));
  await page.getByRole('link', { name: say('cancel.now_go_on') }).click();
  await expect(step(page, say, 'cancel.reason_question')).toBeVisible();
  await expect(page.getByRole('radio', { name: say('cancel.reason_other') })).toBeChecked();
  await expect(page.getByRole('textbox', { name: say('cancel.reason_words') })).toHaveValue('Client a changé <b>d’avis</b>');
  // A step whose predecessors are not filled in leads back to the first of them.
  await page.goto(cancelOf(bought, 'review'));
  await expect(step(page, say, 'cancel.follows_title')).toBeVisible();
});

test('one of two lines is cancelled, and the other stays', async ({ page, say }) => {
  await page.clock.install();
  const bought = await buy(page, ALPINE.domain, [
    { product: OFFICE, quantity: 2 },
    { product: SERVER, quantity: 1 },
  ]);
  await page.goto(cancelOf(bought, 'lines'));
  const boxes = page.getByRole('main').getByRole('checkbox');
  await expect(boxes).toHaveCount(2);
  for (const box of await boxes.all()) await expect(box).toBeChecked();
  await page.getByRole('checkbox', { name: holding(SERVER.title) }).uncheck();
  await fillInRest(page, say);
  await cancelIt(page, say).click();
  await letUndoPass(page, say);
  await expectDone(page, say);
  expect(await cancellations(page, bought)).toBe(1);
  await page.goto(`customers/${bought.domain}/orders/${bought.order}`);
  await expect(page.getByRole('row').filter({ hasText: OFFICE.title })).toContainText(say('order.line_cancelled'));
  await expect(page.getByRole('row').filter({ hasText: SERVER.title })).not.toContainText(say('order.line_cancelled'));
});

async function fillInRest(page: Page, say: Say): Promise<void> {
  await goOn(page, say).click();
  await page.getByRole('radio', { name: say('cancel.reason_mistake') }).check();
  await goOn(page, say).click();
  await page.getByRole('checkbox', { name: say('cancel.follows_read') }).check();
  await goOn(page, say).click();
  await expect(step(page, say, 'cancel.review_title')).toBeVisible();
}
