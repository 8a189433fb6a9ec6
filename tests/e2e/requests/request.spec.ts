// One request: what was sent, what support says to it, a note, closing and opening again.
import type { Page } from '@playwright/test';

import { CONTOSO, allowCopying, clipboard, domainOf, expect, fact, setSandbox, test } from '../support/app.ts';
import { ASKED_WITHIN, KEYS, REQUEST, addNote, anOrder, askRefund, decide, handIn, note, notes, notesAdded, open, passTime, requestOf } from '../support/requesting.ts';
import { LANGS, holding, type Say } from '../support/texts.ts';

const ALPINE = { name: 'Alpine Ski House', domain: 'alpineskihouse.com' };
const WHOLE = `${ALPINE.name} (${ALPINE.domain})`;

const standing = (page: Page, say: Say) => fact(page.getByRole('main'), say('requests.status'));

async function aRequest(page: Page) {
  return handIn(page, ALPINE.domain, { title: 'Key refused', description: '  First line\n\tsecond <b>line</b>', topic: KEYS });
}

test('shows what was sent as it was sent, whom it is about, and the number to copy', async ({ page, context, say }) => {
  await allowCopying(context);
  const handed = await aRequest(page);
  await open(page, say, handed);
  const main = page.getByRole('main');
  await expect(page).toHaveTitle(`Key refused · ${WHOLE} · Latchkey`);
  await expect(fact(main, say('requests.customer'))).toContainText(ALPINE.domain);
  await expect(fact(main, say('requests.customer')).getByRole('link', { name: ALPINE.name })).toHaveAttribute('href', holding(handed.tenant));
  await expect(fact(main, say('requests.impact'))).toHaveText(say('requests.impact_moderate'));
  await expect(fact(main, say('requests.contact'))).toContainText('marie@partner.example');
  await expect(standing(page, say)).toContainText(say('requests.on.open'));
  const told = main.getByRole('region', { name: say('requests.description') });
  await expect(told).toContainText('second <b>line</b>');
  expect(await told.innerText()).toContain('First line\n\tsecond');
  await main.getByRole('button', { name: say('copy.what', { what: say('requests.number') }) }).click();
  expect(await clipboard(context)).toBe(handed.id);
});

test('one that is not there, or somebody else’s, is said to be unknown', async ({ page, say }) => {
  for (const id of ['600000000000000', '..%2fcustomers']) {
    await page.goto(requestOf({ id }));
    await expect(page.getByRole('heading', { level: 1, name: say('requests.unknown') })).toBeVisible();
    await expect(page.getByText(say('requests.unknown_next'))).toBeVisible();
  }
  await page.getByRole('main').getByRole('link', { name: say('requests.all') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('requests.title'), exact: true })).toBeVisible();
});

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('a note is added, and the same words again once they are written anew', async ({ page, say }) => {
      const handed = await aRequest(page);
      await open(page, say, handed);
      await addNote(page, say).click();
      await expect(page.getByText(say('requests.note_empty'))).toBeVisible();
      await note(page, say).fill('Any news?\nThank you.');
      await addNote(page, say).click();
      await expect(notes(page, say)).toHaveCount(1);
      await expect(notes(page, say)).toContainText('Any news?');
      await expect(page.getByText(say('requests.note_added'))).toBeVisible();
      await expect(note(page, say)).toHaveValue('');
      expect(await notesAdded(page, handed)).toBe(1);

      // A product key stays here.
      await note(page, say).fill('The key 8F9FN-2JWYW-12345-67890-XWRTF is refused.');
      await addNote(page, say).click();
      await expect(page.getByText(say('requests.note_key'))).toBeVisible();
      expect(await notesAdded(page, handed)).toBe(1);

      // The same words are another note when they are written anew.
      await note(page, say).fill('Any news?\nThank you.');
      await addNote(page, say).click();
      await expect(notes(page, say)).toHaveCount(2);
      expect(await notesAdded(page, handed)).toBe(2);
    });

    test('is closed and opened again, each after a question', async ({ page, say }) => {
      const handed = await aRequest(page);
      await open(page, say, handed);
      await page.getByRole('button', { name: say('requests.close'), exact: true }).click();
      const dialog = page.getByRole('dialog', { name: say('requests.close_question') });
      await expect(dialog).toContainText(WHOLE);
      await expect(dialog).toContainText(say('requests.close_text'));
      await dialog.getByRole('button', { name: say('requests.leave') }).click();
      await expect(standing(page, say)).toContainText(say('requests.on.open'));

      await page.getByRole('button', { name: say('requests.close'), exact: true }).click();
      await dialog.getByRole('button', { name: say('requests.close'), exact: true }).click();
      await expect(standing(page, say)).toContainText(say('requests.on.closed'));
      await expect(page.getByText(say('requests.closed'))).toBeVisible();
      await expect(fact(page.getByRole('main'), say('requests.closed_on'))).toBeVisible();

      await page.getByRole('button', { name: say('requests.reopen'), exact: true }).click();
      const again = page.getByRole('dialog', { name: say('requests.reopen_question') });
      await again.getByRole('button', { name: say('requests.reopen'), exact: true }).click();
      await expect(standing(page, say)).toContainText(say('requests.on.open'));

      // And closed once more: what was done before does not stand in its way.
      await page.getByRole('button', { name: say('requests.close'), exact: true }).click();
      await dialog.getByRole('button', { name: say('requests.close'), exact: true }).click();
      await expect(standing(page, say)).toContainText(say('requests.on.closed'));
    });

    test('Zz Support needs more: asked, answered, decided, and each step is seen', async ({ page, context, say }) => {
      test.slow();
      const domain = domainOf('Zz Support needs more');
      const order = await anOrder(page, domain);
      const handed = await askRefund(page, domain, order);
      await open(page, say, handed);
      const orderPage = await context.newPage();
      await orderPage.goto(`customers/${domain}/orders/${order}`);
      await expect(orderPage.getByRole('rowheader').first()).toBeVisible();
      await expect(orderPage.getByText(say('order.line_cancelled'))).toHaveCount(0);
      await page.bringToFront();

      await passTime(page, 30);
      await expect(standing(page, say)).toContainText(say('requests.on.attention'), { timeout: ASKED_WITHIN });
      await expect(standing(page, say)).toContainText(say('requests.next_attention'));
      await note(page, say).fill('It was never installed.');
      await addNote(page, say).click();
      await expect(standing(page, say)).toContainText(say('requests.on.open'));
      await passTime(page, 60);
      await expect(standing(page, say)).toContainText(say('requests.on.closed'), { timeout: ASKED_WITHIN });
      await expect(notes(page, say)).toHaveCount(3);

      // The other tab was told that what it shows of the order is out of date.
      await expect(orderPage.getByText(say('order.line_cancelled')).first()).toBeVisible();
      await orderPage.close();
    });
  });
}

test('Zz Refund declined: closed with a note, and nothing is cancelled', async ({ page, say }) => {
  const domain = domainOf('Zz Refund declined');
  const order = await anOrder(page, domain);
  const handed = await askRefund(page, domain, order);
  await open(page, say, handed);
  await passTime(page, 30);
  await expect(standing(page, say)).toContainText(say('requests.on.closed'), { timeout: ASKED_WITHIN });
  await expect(notes(page, say)).toContainText(/declined/);
  await page.goto(`customers/${domain}/orders/${order}`);
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await expect(page.getByText(say('order.line_cancelled'))).toHaveCount(0);
});

test('what support decides meanwhile is shown without a press', async ({ page, say }) => {
  const handed = await handIn(page, CONTOSO.domain, { title: 'By hand' });
  await open(page, say, handed);
  await decide(page, handed, true);
  await expect(standing(page, say)).toContainText(say('requests.on.closed'), { timeout: ASKED_WITHIN });
  await expect(notes(page, say)).toHaveCount(1);
});

for (const [what, fault] of [
  ['the answer is lost after the effect', { kind: 'network', afterEffect: true }],
  ['the answer breaks off', { kind: 'cut_body' }],
] as const) {
  test(`${what}: one note, found out by asking the request`, async ({ page, say }) => {
    const handed = await aRequest(page);
    await open(page, say, handed);
    await setSandbox(page, { faults: [{ method: 'PATCH', path: REQUEST, times: 1, ...fault }] });
    await note(page, say).fill('Only once');
    await addNote(page, say).click();
    await expect(notes(page, say)).toHaveCount(1, { timeout: 20_000 });
    await expect(note(page, say)).toHaveValue('');
    expect(await notesAdded(page, handed)).toBe(1);
  });
}

test('lost before the effect: being checked, also after a reload, and sent again by the person alone', async ({ page, say }) => {
  test.slow();
  const handed = await aRequest(page);
  await open(page, say, handed);
  await setSandbox(page, { faults: [{ method: 'PATCH', path: REQUEST, times: 1, kind: 'network' }] });
  await note(page, say).fill('Only once');
  await addNote(page, say).click();
  const unsure = page.getByText(say('requests.note_unsure'));
  await expect(unsure).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(say('requests.note_refused'))).toHaveCount(0);
  await page.reload();
  await expect(unsure).toBeVisible({ timeout: 20_000 });
  expect(await notesAdded(page, handed)).toBe(0);
  await page.getByRole('button', { name: say('requests.note_again') }).click();
  await expect(notes(page, say)).toHaveCount(1, { timeout: 20_000 });
  await expect(note(page, say)).toHaveValue('');
  expect(await notesAdded(page, handed)).toBe(1);
});

test('what is written of a note outlives leaving and reloading', async ({ page, say }) => {
  const handed = await aRequest(page);
  await open(page, say, handed);
  await note(page, say).fill('Not yet <sent>');
  await page.getByRole('link', { name: say('nav.start'), exact: true }).click();
  await page.goBack();
  await expect(note(page, say)).toHaveValue('Not yet <sent>');
  await page.reload();
  await expect(note(page, say)).toHaveValue('Not yet <sent>');
  // It is no draft of a wizard.
  await page.goto('drafts');
  await expect(page.getByText(say('drafts.none'), { exact: true })).toBeVisible();
});
