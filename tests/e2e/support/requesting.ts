// What the specs about requests share: requests that are handed in by the API, and support's word on
// them.
import type { Locator, Page } from '@playwright/test';

import { IN_PAGE, ask, expect, setSandbox } from './app.ts';
import { effects, startPage, tenantOf } from './buying.ts';
import type { Say } from './texts.ts';

/** Topics of the sandbox: refunds, which support decides by itself, and another one. */
export const REFUND = 32_444_690;
export const KEYS = 32_444_691;

/** The path of a request, for faults. */
export const REQUEST = '/servicerequests/*';

export interface Told {
  title: string;
  description?: string;
  topic?: number;
  severity?: string;
}

/** A request that was handed in. */
export interface Handed {
  id: string;
  tenant: string;
  domain: string;
}

export const requestOf = ({ id }: { id: string }): string => `requests/${id}`;
export const requestsOf = (domain: string): string => `customers/${domain}/requests`;

/** Hands in a request about a customer, from a page that stands anywhere. */
export async function handIn(page: Page, domain: string, told: Told, api = IN_PAGE): Promise<Handed> {
  if (page.url() === 'about:blank') await startPage(page);
  const tenant = await tenantOf(page, domain, api);
  const { title, description = 'Nothing more.', topic = KEYS, severity = 'moderate' } = told;
  const primaryContact = { firstName: 'Marie', lastName: 'Curie', email: 'marie@partner.example', phoneNumber: '+33 1 02' };
  const body = { title, description, severity, supportTopicId: topic, primaryContact, organization: { id: tenant, name: domain } };
  const { id } = await ask<{ id: string }>(page, '/servicerequests/en-US', { method: 'POST', body }, api);
  expect(id).toMatch(/^\d+$/);
  return { id, tenant, domain };
}

interface Ordered {
  id: string;
  status: string;
  lineItems: { quantity: number; subscriptionId?: string }[];
}

/** An order of a customer of which nothing was cancelled. */
export async function anOrder(page: Page, domain: string, api = IN_PAGE): Promise<string> {
  if (page.url() === 'about:blank') await startPage(page);
  const tenant = await tenantOf(page, domain, api);
  const { items } = await ask<{ items: Ordered[] }>(page, `/customers/${tenant}/orders`, {}, api);
  const whole = ({ status, lineItems }: Ordered) =>
    status === 'completed' && lineItems.every(({ quantity, subscriptionId }) => quantity > 0 && !subscriptionId);
  return items.find(whole)?.id ?? '';
}

/** Asks for the refund of an order. */
export async function askRefund(page: Page, domain: string, order: string): Promise<Handed> {
  return handIn(page, domain, { title: 'Refund', description: `Please refund. Order ${order}`, topic: REFUND });
}

/** Support decides it at once. */
export async function decide(page: Page, { id }: Handed, approve: boolean, api = IN_PAGE): Promise<void> {
  await ask(page, '/extensions/sandbox/decide', { method: 'POST', body: { request: id, approve } }, api);
}

/** How many notes were added to a request, by what took effect. */
export const notesAdded = (page: Page, { id }: Handed, api = IN_PAGE): Promise<number> => effects(page, `note:${id}:`, api);

/** Opens a request, and waits until it stands. */
export async function open(page: Page, say: Say, handed: Handed): Promise<void> {
  await page.goto(requestOf(handed));
  await expect(page.getByRole('heading', { level: 2, name: say('requests.notes') })).toBeVisible();
}

/** Where a note is written, and what adds it. */
export const note = (page: Page, say: Say): Locator =>
  page.getByRole('textbox', { name: say('requests.note'), exact: true });
export const addNote = (page: Page, say: Say): Locator =>
  page.getByRole('button', { name: say('requests.note_add'), exact: true });

/** The notes that stand there. */
export const notes = (page: Page, say: Say): Locator =>
  page.getByRole('region', { name: say('requests.notes') }).getByRole('listitem');

/** Milliseconds within which a page that shows a request asks again what became of it, and more. */
export const ASKED_WITHIN = 20_000;

/**
 * Lets this many seconds pass for the sandbox, counted from its start, whereupon support does what is due.
 * The pages' own clocks go on as they do: a test's clock would not be the same in every tab.
 */
export async function passTime(page: Page, seconds: number): Promise<void> {
  await setSandbox(page, { clock: { offsetMs: 1_000 * seconds } });
}
