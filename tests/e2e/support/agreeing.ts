// What the specs about the customer's agreement share: the dialog in which it is confirmed.
import type { Locator, Page } from '@playwright/test';

import { domainOf, expect } from './app.ts';
import { type Say } from './texts.ts';

/** A customer without one. */
export const UNSIGNED = { name: 'Zz Agreement missing', domain: domainOf('Zz Agreement missing') };

/** The path of confirming it, for faults. */
export const AGREEMENTS = '/customers/*/agreements';

/** Days from now, as a field for a date takes it. */
export const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What has to be so before an order. */
export const checks = (page: Page, words: string): Locator =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: words });

export const agreementDialog = (page: Page, say: Say): Locator => page.getByRole('dialog', { name: say('agreement.title') });

/** Opens it from a review. */
export async function openAgreement(page: Page, say: Say): Promise<Locator> {
  await page.getByRole('button', { name: say('agreement.confirm') }).click();
  const dialog = agreementDialog(page, say);
  await expect(dialog).toContainText(`${UNSIGNED.name} (${UNSIGNED.domain})`);
  return dialog;
}

/** Who accepted it, and when. */
export async function fillInAgreement(dialog: Locator, say: Say): Promise<void> {
  const field = (words: string) => dialog.getByLabel(say(words), { exact: true });
  await field('agreement.first_name').fill('Ada');
  await field('agreement.last_name').fill('Novak');
  await field('agreement.email').fill('ada.novak@example.com');
  await field('agreement.date').fill(day(-1));
}

export const confirmIt = (dialog: Locator, say: Say): Locator =>
  dialog.getByRole('button', { name: say('agreement.submit', { customer: UNSIGNED.name }) });

/** The review says that it is confirmed. */
export const confirmed = (page: Page, say: Say): Locator =>
  checks(page, say('review.agreement_on', { date: '' }).replace(/,\s*$/, ''));
