// Five kinds of write, each brought to its last press, with what tells that it was done.
import type { Locator, Page } from '@playwright/test';

import { NATIVE, expect } from './app.ts';
import { AGREEMENTS, UNSIGNED, agreementDialog, confirmIt, confirmed, fillInAgreement, openAgreement } from './agreeing.ts';
import { CHECKOUT, OFFICE, SERVER, cartOf, makeCart, outcome, placeOrder } from './buying.ts';
import * as cancelling from './cancelling.ts';
import { beside, follow } from './native.ts';
import * as reporting from './reporting.ts';
import { REQUEST, addNote, handIn, note, notes, requestOf } from './requesting.ts';
import { kept } from './shelf.ts';
import type { Say } from './texts.ts';

const ALPINE = { name: 'Alpine Ski House', domain: 'alpineskihouse.com' };

/** A write that is ready to be asked for. */
export interface Ready {
  /** Where it is asked for, below the page's base. */
  address: string;
  /** How the business keys of its effect begin. */
  effect: string;
}

export interface Write {
  /** Its call: the method, the path for faults, and how its address ends. */
  method: string;
  path: string;
  url: RegExp;
  /** What it needs, made by the API, and the page where the last press comes next. */
  prepare(page: Page, say: Say): Promise<Ready>;
  /** Brings another tab to the last press. */
  open(page: Page, say: Say, ready: Ready): Promise<void>;
  /** What is pressed. */
  button(page: Page, say: Say): Locator;
  /** What has to pass before it is sent. */
  wait?(page: Page, say: Say): Promise<void>;
  /** What takes it back meanwhile. It has the focus then. */
  undo?(page: Page, say: Say): Locator;
  /** What the page says when it is done. */
  done(page: Page, say: Say): Locator;
  /** Looks that it cannot be asked for once more; by itself, that there is nothing to press. */
  over?(page: Page, say: Say): Promise<void>;
  /** What every page says as long as nobody knows, and how the way to the outcome is called there. */
  doubt?(say: Say): string;
  /** Words that would call it failed. */
  failures: string[];
  /** What the browser writes to its console when it is done. */
  writes?: RegExp;
}

const checkout: Write = {
  method: 'POST',
  path: CHECKOUT,
  url: /\/checkout$/,
  async prepare(page, say) {
    await beside(page);
    const cart = await makeCart(page, ALPINE.domain, [{ product: SERVER, quantity: 2 }], NATIVE);
    const ready = { address: cartOf(ALPINE.domain, cart), effect: 'order:' };
    await arrive(page, say, ready.address);
    await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
    return ready;
  },
  async open(page, say, { address }) {
    await page.goto(address);
    await expect(placeOrder(page, say)).not.toHaveAttribute('aria-disabled');
  },
  button: placeOrder,
  done: (page, say) => outcome(page, say, 'confirmation.title'),
  doubt: (say) => say('pending.order', { customer: ALPINE.name }),
  failures: ['review.refused', 'review.not_sent', 'confirmation.not_ordered'],
};

const cancellation: Write = {
  method: 'PATCH',
  path: cancelling.ORDER,
  url: /\/orders\/[^/]+$/,
  async prepare(page, say) {
    await beside(page);
    const bought = await cancelling.buy(page, ALPINE.domain, [{ product: OFFICE, quantity: 2 }], NATIVE);
    await cancelling.fillIn(page, say, bought);
    return { address: cancelling.cancelOf(bought, 'review'), effect: 'cancel:' };
  },
  async open(page, say, { address }) {
    await page.goto(address);
    await expect(cancelling.cancelIt(page, say)).toBeVisible();
  },
  button: cancelling.cancelIt,
  wait: cancelling.letUndoPass,
  undo: cancelling.undoIt,
  done: (page, say) => cancelling.step(page, say, 'cancel.done'),
  doubt: (say) => say('pending.cancel', { customer: ALPINE.name }),
  failures: ['cancel.refused', 'cancel.not_sent', 'cancel.not_done'],
  // The key and the links, which are asked for until they are revoked.
  writes: /410 \(Gone\)/,
};

const report: Write = {
  method: 'POST',
  path: reporting.NEW_REQUEST,
  url: /\/servicerequests\/[^/]+$/,
  async prepare(page, say) {
    await beside(page);
    const bought = await reporting.buyPriced(page, ALPINE.domain, [{ product: OFFICE, quantity: 1 }], NATIVE);
    await reporting.fillIn(page, say, bought);
    return { address: new URL(page.url()).pathname.slice(1), effect: 'request:' };
  },
  async open(page, say, { address }) {
    await page.goto(address);
    await expect(reporting.submitIt(page, say)).toBeVisible();
  },
  button: reporting.submitIt,
  done: (page, say) => cancelling.step(page, say, 'report.sent'),
  doubt: (say) => say('pending.report'),
  failures: ['report.refused', 'report.not_sent'],
};

const agreement: Write = {
  method: 'POST',
  path: AGREEMENTS,
  url: /\/agreements$/,
  async prepare(page, say) {
    await beside(page);
    const cart = await makeCart(page, UNSIGNED.domain, [{ product: SERVER, quantity: 2 }], NATIVE);
    const ready = { address: cartOf(UNSIGNED.domain, cart), effect: 'agreement:' };
    await arrive(page, say, ready.address);
    await fillInAgreement(await openAgreement(page, say), say);
    return ready;
  },
  async open(page, say, { address }) {
    await page.goto(address);
    await fillInAgreement(await openAgreement(page, say), say);
  },
  button: (page, say) => confirmIt(agreementDialog(page, say), say),
  done: confirmed,
  failures: ['agreement.failed', 'agreement.unseen', 'review.agreement_missing'],
};

const WORDS = 'Any news?\nThank you.';

const addedNote: Write = {
  method: 'PATCH',
  path: REQUEST,
  url: /\/servicerequests\/[^/]+$/,
  async prepare(page, say) {
    await beside(page);
    const handed = await handIn(page, ALPINE.domain, { title: 'Key refused' }, NATIVE);
    const ready = { address: requestOf(handed), effect: 'note:' };
    await arrive(page, say, ready.address);
    await note(page, say).fill(WORDS);
    await expect.poll(() => kept(page)).toContain('Any news?');
    return ready;
  },
  async open(page, say, { address }) {
    await page.goto(address);
    // The draft is one, in whichever tab.
    await expect(note(page, say)).toHaveValue(WORDS);
  },
  button: addNote,
  done: (page, say) => notes(page, say).filter({ hasText: 'Any news?' }),
  async over(page, say) {
    await expect(note(page, say)).toHaveValue('');
    await addNote(page, say).click();
    await expect(page.getByText(say('requests.note_empty'))).toBeVisible();
  },
  failures: ['requests.note_refused', 'requests.note_not_sent', 'requests.note_unsure'],
};

export const WRITES: Record<string, Write> = {
  'an order': checkout,
  'a cancellation': cancellation,
  'a report': report,
  'an agreement': agreement,
  'a note': addedNote,
};

/** Goes to a page of the app from another one. */
async function arrive(page: Page, say: Say, address: string): Promise<void> {
  await page.goto('settings');
  await expect(page.getByRole('heading', { level: 1, name: say('settings.title') })).toBeVisible();
  await follow(page, address);
}
