// Nothing that was typed is lost: by a reload at any step, by leaving, by beginning again.
import { expect, test } from '../support/app.ts';
import { OFFICE, startPage } from '../support/buying.ts';
import { cancelOf, goOn, step } from '../support/cancelling.ts';
import { CONTACT, QUESTIONS, buyPriced, expectFacts, field, fillContact, reportOf } from '../support/reporting.ts';
import { kept } from '../support/shelf.ts';

const ALPINE = 'alpineskihouse.com';
test('a reload at every step brings back the step and what was typed', async ({ page, say }) => {
  const bought = await buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
  await page.goto(reportOf(bought));
  await expectFacts(page, say, bought);
  /** Reloads once that is kept. */
  const again = async (words: string): Promise<void> => {
    await expect.poll(() => kept(page)).toContain(words);
    await page.reload();
  };

  await field(page, say, 'report.reason').fill('Client a changé <b>d’avis</b>');
  await field(page, say, 'report.amount').fill('1,5');
  await again('"1,5"');
  await expect(step(page, say, QUESTIONS.facts)).toBeVisible();
  await expect(field(page, say, 'report.reason')).toHaveValue('Client a changé <b>d’avis</b>');
  await expect(field(page, say, 'report.amount')).toHaveValue('1,5');
  await goOn(page, say).click();

  await page.getByRole('radio', { name: say('report.impact_critical') }).check();
  await field(page, say, 'report.title_field').fill('My own title');
  await again('My own title');
  await expect(step(page, say, QUESTIONS.details)).toBeVisible();
  await expect(page.getByRole('radio', { name: say('report.impact_critical') })).toBeChecked();
  await expect(field(page, say, 'report.title_field')).toHaveValue('My own title');
  await goOn(page, say).click();

  await field(page, say, 'report.words_optional').fill('Two lines\nof words');
  await again('of words');
  await expect(step(page, say, QUESTIONS.description)).toBeVisible();
  await expect(field(page, say, 'report.words_optional')).toHaveValue('Two lines\nof words');
  await goOn(page, say).click();

  await fillContact(page, say);
  await again(CONTACT.phone);
  await expect(step(page, say, QUESTIONS.contact)).toBeVisible();
  await expect(field(page, say, 'report.contact_name')).toHaveValue(CONTACT.name);
  await goOn(page, say).click();

  await expect(step(page, say, QUESTIONS.review)).toBeVisible();
  await again('"step":"review"');
  await expect(step(page, say, QUESTIONS.review)).toBeVisible();
  await expect(page.getByRole('main')).toContainText('My own title');

  // Begun again from the same place, it goes on where it was.
  await page.goto(reportOf(bought));
  await expect(step(page, say, QUESTIONS.review)).toBeVisible();
});

test('a draft that is not here says so, and another can be begun', async ({ page, say }) => {
  await startPage(page);
  await page.goto('report/07070707-0707-4707-8707-070707070707/details');
  await expect(page.getByText(say('report.missing'))).toBeVisible();
  await page.getByRole('link', { name: say('report.anew') }).click();
  await expect(step(page, say, QUESTIONS.facts)).toBeVisible();
});

test('the contact is known the next time', async ({ page, say }) => {
  const one = await buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
  await page.goto(reportOf(one));
  await expectFacts(page, say, one);
  await field(page, say, 'report.reason').fill('Bought twice');
  await goOn(page, say).click();
  await page.getByRole('radio', { name: say('report.impact_minimal') }).check();
  await goOn(page, say).click();
  await goOn(page, say).click();
  await fillContact(page, say);
  await expect.poll(() => kept(page)).toContain(CONTACT.phone);
  const address = page.url();
  await page.goto('report');
  await expect(step(page, say, QUESTIONS.facts)).toBeVisible();
  expect(page.url()).not.toBe(address);
  await page.getByRole('combobox', { name: say('report.type') }).selectOption({ label: 'Product keys' });
  await goOn(page, say).click();
  await page.getByRole('radio', { name: say('report.impact_minimal') }).check();
  await field(page, say, 'report.title_field').fill('Keys');
  await goOn(page, say).click();
  await field(page, say, 'report.description').fill('None.');
  await goOn(page, say).click();
  await expect(field(page, say, 'report.contact_name')).toHaveValue(CONTACT.name);
  await expect(field(page, say, 'report.contact_phone')).toHaveValue(CONTACT.phone);
});

test('the reason of a cancellation is taken over', async ({ page, say }) => {
  const bought = await buyPriced(page, ALPINE, [{ product: OFFICE, quantity: 1 }]);
  await page.goto(cancelOf(bought, 'lines'));
  await goOn(page, say).click();
  await page.getByRole('radio', { name: say('cancel.reason_product') }).check();
  await page.getByRole('textbox', { name: say('cancel.reason_words_optional') }).fill('Standard, not Datacenter');
  await expect.poll(() => kept(page)).toContain('Standard, not Datacenter');
  await page.goto(cancelOf(bought));
  await page.getByRole('link', { name: say('cancel.report_open') }).click();
  await expectFacts(page, say, bought);
  await expect(field(page, say, 'report.reason')).toHaveValue(`${say('cancel.reason_product')}\nStandard, not Datacenter`);
});
