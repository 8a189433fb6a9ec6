// One request, whatever becomes of its answer; how it may be asked for more than once is in
// failures/provocations.spec.ts.
import { domainOf, expect, setSandbox, test } from '../support/app.ts';
import { OFFICE, SERVER, effects } from '../support/buying.ts';
import { NEW_REQUEST, buyPriced, expectSent, fillIn, submitIt } from '../support/reporting.ts';

const ALPINE = 'alpineskihouse.com';

for (const [what, fault] of [
  ['the answer is lost after the effect', { kind: 'network', afterEffect: true }],
  ['the answer breaks off', { kind: 'cut_body' }],
] as const) {
  test(`${what}: one request, found by its reference`, async ({ page, say }) => {
    const bought = await buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
    await fillIn(page, say, bought);
    await setSandbox(page, { faults: [{ method: 'POST', path: NEW_REQUEST, times: 1, ...fault }] });
    await submitIt(page, say).click();
    await expectSent(page, say);
    expect(await effects(page, 'request:')).toBe(1);
  });
}

test('Zz Request answer lost: one request', async ({ page, say }) => {
  const bought = await buyPriced(page, domainOf('Zz Request answer lost'), [{ product: SERVER, quantity: 1 }]);
  await fillIn(page, say, bought);
  await submitIt(page, say).click();
  await expectSent(page, say);
  expect(await effects(page, 'request:')).toBe(1);
});

test('lost before the effect: being checked, told everywhere, and sent again by the person alone', async ({ page, say }) => {
  const bought = await buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
  await fillIn(page, say, bought);
  await setSandbox(page, { faults: [{ method: 'POST', path: NEW_REQUEST, times: 1, kind: 'network' }] });
  await submitIt(page, say).click();
  const checking = page.getByText(say('report.checking'));
  await expect(checking).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(say('report.refused'))).toHaveCount(0);

  await page.getByRole('link', { name: say('nav.start'), exact: true }).click();
  await expect(page.getByText(say('pending.report'))).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: say('pending.see') }).click();
  await expect(checking).toBeVisible({ timeout: 20_000 });
  expect(await effects(page, 'request:')).toBe(0);

  await page.getByRole('button', { name: say('cancel.send_again') }).click();
  await expectSent(page, say);
  expect(await effects(page, 'request:')).toBe(1);
  await expect(page.getByText(say('pending.report'))).toHaveCount(0);
});
