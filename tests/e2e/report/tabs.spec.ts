// One report in two tabs: what is typed in one is in the other, and nothing is put over what was not read.
import type { Page } from '@playwright/test';

import { expect, test } from '../support/app.ts';
import { OFFICE, effects } from '../support/buying.ts';
import { step } from '../support/cancelling.ts';
import { QUESTIONS, buyPriced, expectFacts, expectSent, field, fillIn, reportOf, submitIt } from '../support/reporting.ts';
import { kept } from '../support/shelf.ts';
import type { Say } from '../support/texts.ts';

const ALPINE = 'alpineskihouse.com';

/** A report that stands on its first step in two tabs. */
async function inTwoTabs(page: Page, say: Say): Promise<Page> {
  const bought = await buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
  await page.goto(reportOf(bought));
  await expectFacts(page, say, bought);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expectFacts(other, say, bought);
  return other;
}

test('what is typed in one tab is in the other, and both go on', async ({ page, say }) => {
  const other = await inTwoTabs(page, say);
  const reason = (tab: Page) => field(tab, say, 'report.reason');
  await reason(page).pressSequentially('Bought');
  await expect(reason(other)).toHaveValue('Bought');
  await reason(other).press('End');
  await reason(other).pressSequentially(' twice');
  await expect(reason(page)).toHaveValue('Bought twice');

  // Each in a field of its own, at the same time.
  const amount = (tab: Page) => field(tab, say, 'report.amount');
  await Promise.all([
    reason(page).pressSequentially(' on Monday', { delay: 60 }),
    amount(other).fill('0').then(() => amount(other).pressSequentially('.25', { delay: 120 })),
  ]);
  for (const tab of [page, other]) {
    await expect(reason(tab)).toHaveValue(/twice on Monday|on Monday.*twice/);
    await expect(amount(tab)).toHaveValue('0.25');
    await expect(tab.getByText(say('drafts.contested'))).toHaveCount(0);
  }
  await expect.poll(() => kept(page)).toContain('on Monday');
  await expect.poll(() => kept(page)).toContain('"0.25"');
  await page.reload();
  await expect(amount(page)).toHaveValue('0.25');
});

for (const stays of ['keep_ours', 'take_theirs'] as const) {
  test(`the same field at the same time: a person says what stays (${stays})`, async ({ page, say }) => {
    const other = await inTwoTabs(page, say);
    const reason = (tab: Page) => field(tab, say, 'report.reason');
    const asks = (tab: Page) => tab.getByRole('alert').filter({ hasText: say('drafts.contested') });
    const asking = async () => {
      for (const tab of [page, other]) if (await asks(tab).count()) return tab;
      return undefined;
    };
    // Within the moment that a tab takes to hear of it; a machine may be too slow for that once.
    await expect(async () => {
      await Promise.all([reason(page).fill('Here'), reason(other).fill('There')]);
      await expect.poll(asking, { timeout: 2_000 }).toBeDefined();
    }).toPass();
    const one = (await asking()) ?? page;
    const second = one === page ? other : page;
    const [ours, theirs] = [await reason(one).inputValue(), await reason(second).inputValue()];
    expect(ours).not.toBe(theirs);
    expect(await kept(page)).toContain(theirs);

    await asks(one).getByRole('button', { name: say(`drafts.${stays}`) }).click();
    await expect(asks(one)).toHaveCount(0);
    const left = stays === 'keep_ours' ? ours : theirs;
    for (const tab of [one, second]) await expect(reason(tab)).toHaveValue(left);
    await expect.poll(() => kept(page)).toContain(`"${left}"`);
  });
}

test('sent in one tab: the other says so, and nothing makes a draft of it again', async ({ page, say }) => {
  const bought = await buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
  await fillIn(page, say, bought);
  const other = await page.context().newPage();
  await other.goto(page.url().replace(/review$/, 'details'));
  await expect(step(other, say, QUESTIONS.details)).toBeVisible();
  await submitIt(page, say).click();
  const number = await expectSent(page, say);
  expect(await expectSent(other, say)).toBe(number);
  expect(await effects(page, 'request:')).toBe(1);
  await expect.poll(() => kept(page)).toContain('"step":"sent"');
});
