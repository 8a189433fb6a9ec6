// What the specs about reporting share: the way through the wizard, and what came of it.
import type { Locator, Page } from '@playwright/test';

import { IN_PAGE, ask, expect, setSandbox, tabTo } from './app.ts';
import { buy, goOn, step, type Bought } from './cancelling.ts';
import { startPage, type Line } from './buying.ts';
import { type Say } from './texts.ts';

/** The path of handing in a request, for faults. */
export const NEW_REQUEST = '/servicerequests/*';

/** The steps' headings, in their order. */
export const QUESTIONS = {
  facts: 'report.facts_question',
  details: 'report.details_question',
  description: 'report.description_question',
  contact: 'report.contact_question',
  review: 'report.review_question',
} as const;

export const CONTACT = { name: 'Zoë Ångström', email: 'zoe@example.com', phone: '+33 1 23 45 67 89' };

/** Where a report about an order begins. */
export const reportOf = ({ domain, order }: Bought): string => `report?customer=${domain}&order=${order}`;

/** Buys by the API something that has a price. */
export async function buyPriced(page: Page, domain: string, lines: Line[], api = IN_PAGE): Promise<Bought> {
  if (page.url() === 'about:blank') await startPage(page);
  await setSandbox(page, { pricedShare: 100 }, api);
  return buy(page, domain, lines, api);
}

/** A field of the form by its label. */
export const field = (page: Page, say: Say, label: string): Locator =>
  page.getByRole('main').getByRole('textbox', { name: say(label), exact: true });

/** The last button. */
export const submitIt = (page: Page, say: Say): Locator =>
  page.getByRole('main').getByRole('button', { name: say('report.submit'), exact: true });

/** The text as it will be sent. */
export const outgoing = (page: Page, say: Say): Locator => page.getByRole('group', { name: say('report.outgoing') });

/** A link of the summary of errors. */
export const blamed = (page: Page, say: Say, label: string, problem: string): Locator =>
  page.getByRole('alert').getByRole('link', { name: say('form.problem', { field: say(label), problem: say(problem) }) });

/** The facts that were looked up stand there: the customer, and with the order what was paid. */
export async function expectFacts(page: Page, say: Say, { order }: Bought): Promise<void> {
  await expect(step(page, say, QUESTIONS.facts)).toBeVisible();
  await expect(field(page, say, 'report.purchase')).toHaveValue(order);
  await expect(field(page, say, 'report.amount')).not.toHaveValue('');
  await expect(field(page, say, 'report.currency')).toHaveValue(/^[A-Z]{3}$/);
}

/** Fills in the contact. */
export async function fillContact(page: Page, say: Say): Promise<void> {
  await field(page, say, 'report.contact_name').fill(CONTACT.name);
  await field(page, say, 'report.contact_email').fill(CONTACT.email);
  await field(page, say, 'report.contact_phone').fill(CONTACT.phone);
}

/** Fills in the steps, from the first one to the review. */
export async function fillIn(page: Page, say: Say, bought: Bought): Promise<void> {
  await page.goto(reportOf(bought));
  await expectFacts(page, say, bought);
  await field(page, say, 'report.reason').fill('Bought twice');
  await goOn(page, say).click();
  await page.getByRole('radio', { name: say('report.impact_moderate') }).check();
  await goOn(page, say).click();
  await expect(step(page, say, QUESTIONS.description)).toBeVisible();
  await goOn(page, say).click();
  await expect(step(page, say, QUESTIONS.contact)).toBeVisible();
  await fillContact(page, say);
  await goOn(page, say).click();
  await expect(step(page, say, QUESTIONS.review)).toBeVisible();
}

/** Waits until it is handed in; answers with the number. */
export async function expectSent(page: Page, say: Say): Promise<string> {
  await expect(step(page, say, 'report.sent')).toBeVisible({ timeout: 30_000 });
  const number = page.getByRole('main').getByText(/^6\d{14}$/);
  await expect(number).toBeVisible({ timeout: 30_000 });
  return (await number.textContent()) ?? '';
}

/** What support decides about a request. */
export async function decide(page: Page, request: string, approve: boolean): Promise<void> {
  await ask(page, '/extensions/sandbox/decide', { method: 'POST', body: { request, approve } });
}

/** Goes to a control by Tab and presses Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target, 90);
  await page.keyboard.press('Enter');
}

/** Goes to a field by Tab and types. */
export async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target, 90);
  await page.keyboard.type(text);
}
