// The browser is killed in the middle of a report: what was filled in is back, on the same step.
import type { Page } from '@playwright/test';

import { expect } from '../support/app.ts';
import { OFFICE } from '../support/buying.ts';
import { goOn, step, type Bought } from '../support/cancelling.ts';
import { begin, killTyping, test } from '../support/killed.ts';
import { CONTACT, QUESTIONS, buyPriced, expectFacts, field, outgoing, reportOf } from '../support/reporting.ts';
import { kept } from '../support/shelf.ts';
import { type Say } from '../support/texts.ts';

const ALPINE = { name: 'Alpine Ski House', domain: 'alpineskihouse.com' };
const REASON = 'Bought twice on Monday';
const WORDS = 'The second order came from another colleague.';

test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium can be killed and started again here');
test.slow();

/** The steps, each with what is done on it and how that is seen. */
const STEPS: { name: keyof typeof QUESTIONS; act: (page: Page, say: Say) => Promise<void>; is: (page: Page, say: Say) => Promise<void> }[] = [
  {
    name: 'facts',
    act: (page, say) => field(page, say, 'report.reason').pressSequentially(REASON),
    is: (page, say) => expect(field(page, say, 'report.reason')).toHaveValue(REASON),
  },
  {
    name: 'details',
    act: (page, say) => page.getByRole('radio', { name: say('report.impact_minimal') }).check(),
    is: (page, say) => expect(page.getByRole('radio', { name: say('report.impact_minimal') })).toBeChecked(),
  },
  {
    name: 'description',
    act: (page, say) => field(page, say, 'report.words_optional').pressSequentially(WORDS),
    is: (page, say) => expect(field(page, say, 'report.words_optional')).toHaveValue(WORDS),
  },
  {
    name: 'contact',
    act: async (page, say) => {
      await field(page, say, 'report.contact_name').fill(CONTACT.name);
      await field(page, say, 'report.contact_email').fill(CONTACT.email);
      await field(page, say, 'report.contact_phone').pressSequentially(CONTACT.phone);
    },
    is: async (page, say) => {
      await expect(field(page, say, 'report.contact_name')).toHaveValue(CONTACT.name);
      await expect(field(page, say, 'report.contact_phone')).toHaveValue(CONTACT.phone);
    },
  },
  {
    name: 'review',
    act: async () => {},
    is: async (page, say) => {
      for (const words of [REASON, WORDS]) await expect(outgoing(page, say)).toContainText(words);
      await expect(page.getByRole('main')).toContainText(CONTACT.email);
    },
  },
];

/** Fills in the wizard from its beginning up to a step, which is done as well. */
async function fillInTo(page: Page, say: Say, bought: Bought, url: string, last: number): Promise<void> {
  await page.goto(url + reportOf(bought));
  await expectFacts(page, say, bought);
  for (const [place, { name, act }] of STEPS.slice(0, last + 1).entries()) {
    if (place > 0) await goOn(page, say).click();
    await expect(step(page, say, QUESTIONS[name])).toBeVisible();
    await act(page, say);
  }
}

for (const [place, { name, is }] of STEPS.entries()) {
  test(`killed on step ${place + 1}, a second after the last change: nothing is lost`, async ({ mortal, say, site }) => {
    let page = await begin(mortal, site.url);
    const bought = await buyPriced(page, ALPINE.domain, [{ product: OFFICE, quantity: 2 }]);
    await fillInTo(page, say, bought, site.url, place);
    await expect.poll(async () => (await kept(page)).includes(`"step":"${name}"`)).toBe(true);
    await new Promise((over) => setTimeout(over, 1_000));
    await mortal.kill();
    page = await mortal.start();
    await page.goto(site.url + reportOf(bought));
    await expect(step(page, say, QUESTIONS[name])).toBeVisible();
    await is(page, say);
  });
}

/** The steps that have a text, each with one of its fields. */
const TEXTS: [keyof typeof QUESTIONS, string][] = [
  ['facts', 'report.reason'],
  ['details', 'report.title_field'],
  ['description', 'report.words_optional'],
  ['contact', 'report.contact_name'],
];

for (const [place, [name, label]] of TEXTS.entries()) {
  test(`killed in the middle of typing on step ${place + 1}: at most the last half second is lost`, async ({ mortal, say, site }) => {
    let page = await begin(mortal, site.url);
    const bought = await buyPriced(page, ALPINE.domain, [{ product: OFFICE, quantity: 2 }]);
    await fillInTo(page, say, bought, site.url, place);
    const left = await killTyping(mortal, field(page, say, label));
    page = await mortal.start();
    await page.goto(site.url + reportOf(bought));
    await expect(step(page, say, QUESTIONS[name])).toBeVisible();
    await expect(field(page, say, label)).toHaveValue(left);
  });
}
