// A refund of a part of an order: what was credited is not asked for again, and what is not meant stays.
import type { Page } from '@playwright/test';

import { ask, expect, test } from '../support/app.ts';
import { OFFICE, SERVER } from '../support/buying.ts';
import { cancelOf, goOn, step, type Bought } from '../support/cancelling.ts';
import { CONTACT, QUESTIONS, buyPriced, decide, expectFacts, expectSent, field, fillContact, fillIn, outgoing, reportOf, submitIt } from '../support/reporting.ts';
import { LANGS, holding, type Say } from '../support/texts.ts';

const ALPINE = 'alpineskihouse.com';

interface Ordered {
  lineItems: { lineItemNumber: number; offerId: string; quantity: number; friendlyName: string; pricing: { extendedPrice: number } }[];
}

const orderOf = (page: Page, { tenant, order }: Bought): Promise<Ordered> => ask(page, `/customers/${tenant}/orders/${order}`);

/** Cancels one line by the API. */
async function cancelLine(page: Page, { tenant, order }: Bought, line: number): Promise<void> {
  const { lineItems } = await ask<Ordered>(page, `/customers/${tenant}/orders/${order}`);
  const named = lineItems.find(({ lineItemNumber }) => lineItemNumber === line);
  const { offerId = '' } = named ?? {};
  const body = { id: order, status: 'cancelled', lineItems: [{ lineItemNumber: line, offerId, quantity: 0 }] };
  await ask(page, `/customers/${tenant}/orders/${order}`, { method: 'PATCH', body });
}

/** What stands in the field of the amount, as a number. */
const amount = async (page: Page, say: Say): Promise<number> => Number(await field(page, say, 'report.amount').inputValue());

test('after a part of the order was credited, the rest is asked for', async ({ page, say }) => {
  const bought = await buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 2 }, { product: SERVER, quantity: 1 }]);
  // Both were chosen to be cancelled, and only one is.
  await page.goto(cancelOf(bought, 'lines'));
  await expect(step(page, say, 'cancel.lines_question')).toBeVisible();
  await goOn(page, say).click();
  await page.getByRole('radio', { name: say('cancel.reason_duplicate') }).check();
  await goOn(page, say).click();
  await expect(step(page, say, 'cancel.follows_title')).toBeVisible();
  await cancelLine(page, bought, 0);
  const { lineItems } = await orderOf(page, bought);
  expect(lineItems.map(({ quantity }) => quantity > 0)).toEqual([false, true]);
  const left = lineItems[1];

  await page.goto(reportOf(bought));
  await expectFacts(page, say, bought);
  await expect(field(page, say, 'report.reason')).toHaveValue(say('cancel.reason_duplicate'));
  await expect.poll(() => amount(page, say)).toBe(left?.pricing.extendedPrice);
  await goOn(page, say).click();
  await page.getByRole('radio', { name: say('report.impact_minimal') }).check();
  await goOn(page, say).click();
  await expect(outgoing(page, say)).toContainText(SERVER.title);
  await expect(outgoing(page, say)).not.toContainText(OFFICE.title);
});

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('of one line: the text names it, and support cancels that one alone', async ({ page, say }) => {
      const bought = await buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 2 }, { product: SERVER, quantity: 1 }]);
      await page.goto(`${reportOf(bought)}&line=1`);
      await expectFacts(page, say, bought);
      await field(page, say, 'report.reason').fill('Not needed');
      await goOn(page, say).click();
      await page.getByRole('radio', { name: say('report.impact_minimal') }).check();
      await goOn(page, say).click();
      const line = say('report.says_line', { line: '2', title: SERVER.title });
      await expect(outgoing(page, say)).toContainText(holding(line));
      await expect(outgoing(page, say)).not.toContainText(OFFICE.title);
      await goOn(page, say).click();
      await fillContact(page, say);
      await goOn(page, say).click();
      await expect(step(page, say, QUESTIONS.review)).toBeVisible();
      await expect(page.getByRole('main')).toContainText(CONTACT.email);
      await submitIt(page, say).click();
      await decide(page, await expectSent(page, say), true);
      const { lineItems } = await orderOf(page, bought);
      expect(lineItems.map(({ quantity }) => quantity)).toEqual([2, 0]);
    });
  });
}

test('a refund that was requested is named before it is requested again', async ({ page, say }) => {
  const bought = await buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
  const before = page.getByText(holding(say('report.before_sent', { date: '' }).split('.')[0]?.trim() ?? ''));
  await page.goto(reportOf(bought));
  await expectFacts(page, say, bought);
  await expect(before).toHaveCount(0);
  await fillIn(page, say, bought);
  await submitIt(page, say).click();
  const number = await expectSent(page, say);

  for (const place of [cancelOf(bought), reportOf(bought)]) {
    await page.goto(place);
    await expect(before).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: say('report.to_request') })).toHaveAttribute('href', holding(number));
  }
});
