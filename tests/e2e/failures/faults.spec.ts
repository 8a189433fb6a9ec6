// Each way in which a call can fail, on the screens where it hurts: it is said in words, with the next
// thing to do and what support needs; nothing typed is lost, nothing is called done or failed that is
// not, and nothing waits for ever.
import type { Locator, Page } from '@playwright/test';

import { AGREEMENTS, UNSIGNED, checks, confirmIt, confirmed, fillInAgreement, openAgreement } from '../support/agreeing.ts';
import { CONTOSO, NATIVE, OFFICE, OFFICE_VERSION, expect, inTime, row, softwareOf } from '../support/app.ts';
import {
  OFFICE as OFFICE_LTSC, SERVER, cartOf, catalogOf, makeCart, orderRows, ordersOf, productOf, quantityOf,
  tenantOf,
} from '../support/buying.ts';
import * as cancelling from '../support/cancelling.ts';
import { beside, test } from '../support/native.ts';
import * as reporting from '../support/reporting.ts';
import { KEYS, REQUEST, addNote, anOrder, handIn, note, notes, notesAdded, requestOf, type Handed } from '../support/requesting.ts';
import { holding, type Say } from '../support/texts.ts';
import { FAILED_TO_LOAD } from '../support/watch.ts';

const ALPINE = { name: 'Alpine Ski House', domain: 'alpineskihouse.com' };

// Chromium tells its console of every answer that is no success.
test.beforeEach(({ watch }) => watch.allow(FAILED_TO_LOAD));

/** A place and how a call of it fails. */
interface Read {
  /** The fault, apart from its call. */
  fault: Record<string, unknown>;
  /** The call, as faults name it, and how its address looks. */
  path: string;
  url: RegExp;
  /** Brings the page to where it is called. */
  open(page: Page, say: Say): Promise<void>;
  /** Where the failure is said. */
  within?(page: Page, say: Say): Locator;
  /** How far the clock goes between looking whether it has failed; 5 seconds by itself. */
  every?: number;
  /** What could not be had, why, and what can be done about it. */
  said: [string, string, string];
  /** What stands there once it is tried again. */
  stands(page: Page, say: Say): Locator;
  /** Looks that what was typed is still there. */
  kept?(page: Page, say: Say): Promise<void>;
}

const main = (page: Page): Locator => page.getByRole('main');
const search = (page: Page, say: Say): Locator => main(page).getByRole('searchbox', { name: say('customers.search') });
const product = (page: Page, say: Say): Locator => main(page).getByRole('searchbox', { name: say('catalog.find') });
const keyDialog = (page: Page, say: Say): Locator => page.getByRole('dialog', { name: say('key.title') });

const READS: Record<string, Read> = {
  '401, list of customers': {
    fault: { kind: '401', code: '800001' },
    path: '/customers',
    url: /\/v1\/customers\?/,
    async open(page) {
      await page.goto('customers?q=contoso');
    },
    said: ['customers.failed', 'errors.sign_in', 'errors.next_sign_in'],
    stands: (page) => row(page, CONTOSO.name),
    kept: (page, say) => expect(search(page, say)).toHaveValue('contoso'),
  },
  '403, orders': {
    fault: { kind: '403', code: '900150' },
    path: '/customers/*/orders',
    url: /\/orders$/,
    async open(page) {
      await page.goto(ordersOf(CONTOSO.domain));
    },
    said: ['orders.failed', 'errors.role', 'errors.next_admin'],
    stands: (page) => orderRows(page).first(),
  },
  '404, key': {
    fault: { method: 'GET', kind: '404', code: '800007' },
    path: '/customers/*/artifacts/**',
    url: /\/artifacts\//,
    async open(page, say) {
      await page.goto(softwareOf(CONTOSO.domain));
      await page.getByRole('button', { name: holding(say('software.copy_key_of', { product: OFFICE_VERSION })) }).click();
      await keyDialog(page, say).getByRole('button', { name: say('key.show'), exact: true }).click();
    },
    within: keyDialog,
    said: ['key.failed', 'errors.pending', 'errors.next_later'],
    stands: (page, say) => keyDialog(page, say).getByRole('group', { name: say('key.the_key'), exact: true }),
  },
  '429 that does not say when to come back, requests': {
    fault: { kind: '429' },
    path: '/servicerequests',
    url: /\/servicerequests(\?|$)/,
    async open(page) {
      await page.goto('requests');
    },
    said: ['requests.failed', 'errors.throttled', 'errors.next_later'],
    stands: (page) => page.getByRole('row').getByRole('link').first(),
  },
  '503, customer': {
    fault: { kind: '503' },
    path: '/customers/*',
    url: /\/customers\/[^/?]+$/,
    async open(page) {
      await beside(page);
      await page.goto(softwareOf(await tenantOf(page, CONTOSO.domain, NATIVE)));
    },
    said: ['customers.customer_failed', 'errors.server', 'errors.next_later'],
    stands: (page) => row(page, OFFICE),
  },
  'a time-out, catalogue': {
    fault: { kind: 'timeout' },
    every: 31_000,
    path: '/customers/*/products',
    url: /\/products\?/,
    async open(page, say) {
      await page.goto(catalogOf(CONTOSO.domain));
      await product(page, say).fill('office');
    },
    said: ['catalog.failed', 'errors.timeout', 'errors.next_later'],
    stands: (page) => page.getByRole('link', { name: OFFICE_LTSC.title, exact: true }),
    kept: (page, say) => expect(product(page, say)).toHaveValue('office'),
  },
  'a connection that ends in the answer, request': {
    fault: { method: 'GET', kind: 'cut_body' },
    path: REQUEST,
    url: /\/servicerequests\/\d+$/,
    async open(page) {
      await beside(page);
      await page.goto(requestOf(await handIn(page, ALPINE.domain, { title: 'Key refused', topic: KEYS }, NATIVE)));
    },
    said: ['requests.one_failed', 'errors.network', 'errors.next_connection'],
    stands: (page, say) => page.getByRole('heading', { level: 2, name: say('requests.notes') }),
  },
  'JSON that breaks off, order': {
    fault: { method: 'GET', kind: 'truncated' },
    path: '/customers/*/orders/*',
    url: /\/orders\/[^/]+$/,
    async open(page) {
      await beside(page);
      await page.goto(`${ordersOf(CONTOSO.domain)}/${await anOrder(page, CONTOSO.domain, NATIVE)}`);
    },
    said: ['order.failed', 'errors.unreadable', 'errors.next_host'],
    stands: (page, say) => page.getByRole('columnheader', { name: say('product.quantity') }),
  },
  'a page in place of JSON, product': {
    fault: { kind: 'page' },
    path: '/customers/*/products/*',
    url: /\/products\/[^/?]+(\?|$)/,
    async open(page) {
      await page.goto(productOf(CONTOSO.domain, SERVER));
    },
    said: ['product.failed', 'errors.unreadable', 'errors.next_host'],
    stands: (page, say) => page.getByRole('button', { name: new RegExp(`^${say('product.add')}`) }).first(),
  },
};

for (const [what, read] of Object.entries(READS)) {
  test(`${what}: said with the next step, and tried again`, async ({ page, say, native }) => {
    const { fault, path, url, open, said, stands, kept } = read;
    const within = read.within ?? main;
    await page.clock.install();
    const correlations = sentWith(page, url);
    await native.set({ faults: [{ method: 'GET', path, ...fault }] });
    await open(page, say);
    const [failed, why, next] = said;
    const alert = within(page, say).getByRole('alert').filter({ hasText: holding(say(failed)) });
    await settle(page, alert, read.every);
    await expect(alert).toContainText(holding(say(why)));
    await expect(alert).toContainText(holding(say(next)));
    await expectNothingWaits(page, within(page, say));
    expect(correlations).toContain(await correlationIn(alert, say));
    await expect(stands(page, say)).toHaveCount(0);
    await kept?.(page, say);

    await native.set({ faults: [] });
    await alert.getByRole('button', { name: say('act.retry') }).click();
    await settle(page, stands(page, say));
    await expect(alert).toHaveCount(0);
    await kept?.(page, say);
  });
}

test('429 that says when to come back, software: it is said, and read as soon as that is over', async ({ page, say, native }) => {
  await page.clock.install();
  await native.set({ faults: [{ path: '/customers/*/entitlements', kind: '429', retryAfter: 20, times: 1 }] });
  await page.goto(softwareOf(CONTOSO.domain));
  const [asked] = say('software.waits', { count: 20 }).split('.');
  await expect(page.getByText(asked ?? '')).toBeVisible();
  await page.clock.fastForward(21_000);
  await expect(row(page, OFFICE).getByRole('button').first()).toBeVisible();
  await expect(page.getByText(asked ?? '')).toHaveCount(0);
  await expect(main(page).getByRole('alert')).toHaveCount(0);
});

test('an answer that takes thirty seconds, customers: waited for, and never called failed', async ({ page, say, native }) => {
  await page.clock.install();
  await page.goto('customers');
  await expect(row(page, CONTOSO.name)).toBeVisible();
  await native.set({ faults: [{ method: 'GET', path: '/customers', kind: 'slow', delayMs: 1_500, times: 1 }] });
  const asked = page.waitForRequest(/\/v1\/customers\?/);
  await search(page, say).fill('tailspin');
  await asked;
  // On the page's clock it is on its way for almost as long as the page waits at all.
  await page.clock.fastForward(28_000);
  await expect(main(page).getByRole('alert')).toHaveCount(0);
  await expect(row(page, 'Tailspin Toys')).toBeVisible();
  await expectNothingWaits(page, main(page));
  await expect(main(page).getByRole('alert')).toHaveCount(0);
  await expect(search(page, say)).toHaveValue('tailspin');
});

test('409, cancellation: refused once the order was asked, what was filled in is kept, and it can be tried again', async ({ page, say, native, watch }) => {
  // What is revoked in the end.
  watch.allow(/410 \(Gone\)/);
  await page.clock.install();
  await beside(page);
  const bought = await cancelling.buy(page, ALPINE.domain, [{ product: OFFICE_LTSC, quantity: 2 }], NATIVE);
  await cancelling.fillIn(page, say, bought);
  const correlations = sentWith(page, /\/orders\/[^/]+$/, 'PATCH');
  await native.set({ faults: [{ method: 'PATCH', path: cancelling.ORDER, kind: '409', code: '800014' }] });
  await cancelling.cancelIt(page, say).click();
  await cancelling.letUndoPass(page, say);
  const alert = main(page).getByRole('alert').filter({ hasText: say('cancel.refused') });
  await settle(page, alert);
  await expect(alert).toContainText(say('errors.adjusting'));
  expect(correlations).toContain(await correlationIn(alert, say));
  await page.reload();
  await expect(cancelling.step(page, say, 'cancel.review_title')).toBeVisible();
  await expect(main(page)).toContainText(say('cancel.reason_mistake'));
  expect(await native.effects('cancel:')).toBe(0);

  await native.set({ faults: [] });
  await cancelling.cancelIt(page, say).click();
  await cancelling.letUndoPass(page, say);
  await settle(page, cancelling.step(page, say, 'cancel.done'));
  expect(await native.effects('cancel:')).toBe(1);
});

test('412, cart: the change is made to what the cart is by now, and that is said', async ({ page, say, native }) => {
  await beside(page);
  const cart = await makeCart(page, ALPINE.domain, [{ product: SERVER, quantity: 2 }], NATIVE);
  await page.goto(cartOf(ALPINE.domain, cart));
  await expect(quantityOf(page, say, SERVER)).toHaveValue('2');
  await native.set({ faults: [{ method: 'PUT', path: '/customers/*/carts/*', kind: '412', times: 1 }] });
  await quantityOf(page, say, SERVER).fill('7');
  await expect(page.getByText(say('cart.changed'))).toBeVisible();
  await expect(quantityOf(page, say, SERVER)).toHaveValue('7');
  await expect(page.getByText(say('cart.save_failed'))).toHaveCount(0);
  await page.reload();
  await expect(quantityOf(page, say, SERVER)).toHaveValue('7');
});

test('500, report: being checked, never failed, and sent again by the person', async ({ page, say, native }) => {
  await page.clock.install();
  await beside(page);
  const bought = await reporting.buyPriced(page, ALPINE.domain, [{ product: OFFICE_LTSC, quantity: 1 }], NATIVE);
  await reporting.fillIn(page, say, bought);
  const correlations = sentWith(page, /\/servicerequests\/[^/]+$/, 'POST');
  await native.set({ faults: [{ method: 'POST', path: reporting.NEW_REQUEST, kind: '500', times: 1 }] });
  await reporting.submitIt(page, say).click();
  await settle(page, page.getByText(say('report.checking')));
  for (const words of ['report.refused', 'report.not_sent']) await expect(page.getByText(say(words))).toHaveCount(0);
  const alert = main(page).getByRole('alert').filter({ hasText: say('cancel.last') });
  await expect(alert).toContainText(say('errors.server'));
  expect(correlations).toContain(await correlationIn(alert, say));
  await expect(main(page)).toContainText('Bought twice');
  expect(await native.effects('request:')).toBe(0);

  await page.getByRole('button', { name: say('cancel.send_again') }).click();
  await settle(page, cancelling.step(page, say, 'report.sent'));
  expect(await native.effects('request:')).toBe(1);
});

test('a connection that ends before the answer, note: being checked, kept, and sent again by the person', async ({ page, say, native }) => {
  await page.clock.install();
  await beside(page);
  const handed: Handed = await handIn(page, ALPINE.domain, { title: 'Key refused', topic: KEYS }, NATIVE);
  await page.goto(requestOf(handed));
  await note(page, say).fill('Only once');
  // However often the browser sends it again.
  await native.set({ faults: [{ method: 'PATCH', path: REQUEST, kind: 'network' }] });
  await addNote(page, say).click();
  await settle(page, page.getByText(say('requests.note_unsure')));
  await expect(page.getByText('Only once', { exact: true })).toBeVisible();
  await expect(page.getByText(say('requests.note_refused'))).toHaveCount(0);
  expect(await notesAdded(page, handed, NATIVE)).toBe(0);

  await native.set({ faults: [] });
  await page.getByRole('button', { name: say('requests.note_again') }).click();
  await settle(page, notes(page, say));
  await expect(note(page, say)).toHaveValue('');
  expect(await notesAdded(page, handed, NATIVE)).toBe(1);
});

test('an empty success, agreement: looked for, not confirmed, and what was typed is sent again', async ({ page, say, native }) => {
  await page.clock.install();
  await beside(page);
  await page.goto(cartOf(UNSIGNED.domain, await makeCart(page, UNSIGNED.domain, [{ product: SERVER, quantity: 2 }], NATIVE)));
  const dialog = await openAgreement(page, say);
  await fillInAgreement(dialog, say);
  const correlations = sentWith(page, /\/agreements$/, 'POST');
  await native.set({ faults: [{ method: 'POST', path: AGREEMENTS, kind: 'empty', times: 1 }] });
  await confirmIt(dialog, say).click();
  const alert = dialog.getByRole('alert').filter({ hasText: say('agreement.unseen') });
  await settle(page, alert);
  await expect(alert).toContainText(say('errors.unreadable'));
  expect(correlations).toContain(await correlationIn(alert, say));
  await expectNothingWaits(page, dialog);
  await expect(dialog.getByLabel(say('agreement.email'), { exact: true })).toHaveValue('ada.novak@example.com');
  await expect(checks(page, say('review.agreement_missing'))).toBeVisible();
  expect(await native.effects('agreement:')).toBe(0);

  await alert.getByRole('button', { name: say('act.retry') }).click();
  await settle(page, confirmed(page, say));
  await expect(dialog).toBeHidden();
  expect(await native.effects('agreement:')).toBe(1);
});

/** The correlation ids of calls to an address, as they are sent from now on. */
function sentWith(page: Page, url: RegExp, method = 'GET'): string[] {
  const ids: string[] = [];
  page.on('request', (request) => {
    if (request.method() === method && url.test(request.url())) ids.push(request.headers()['ms-correlationid'] ?? '');
  });
  return ids;
}

/** The correlation id that a failure shows in its details. */
async function correlationIn(alert: Locator, say: Say): Promise<string> {
  await alert.getByText(say('act.details'), { exact: true }).click();
  const line = alert.getByRole('term').filter({ hasText: say('failed.correlation') }).locator('..');
  return line.getByRole('definition').innerText();
}

/** Waits until it stands, by the page's clock. */
async function settle(page: Page, done: Locator, every = 5_000): Promise<void> {
  await inTime(page, every, () => expect(done.first()).toBeVisible({ timeout: 300 }));
}

/** Nothing is shown to be at work any more. */
async function expectNothingWaits(page: Page, within: Locator): Promise<void> {
  await expect(within.locator('[aria-busy=true]')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
