// The browser is killed in the middle of the wizard: what was filled in is back, on the same step.
import type { Page } from '@playwright/test';

import { expect } from '../support/app.ts';
import { OFFICE, SERVER } from '../support/buying.ts';
import { buy, cancelOf, goOn, step, type Bought } from '../support/cancelling.ts';
import { begin, killTyping, test } from '../support/killed.ts';
import { kept } from '../support/shelf.ts';
import { holding, type Say } from '../support/texts.ts';

const ALPINE = { name: 'Alpine Ski House', domain: 'alpineskihouse.com' };
const WORDS = 'Bought twice on Monday';

test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium can be killed and started again here');
test.slow();

/** The steps, each with what is done on it. */
const STEPS: { name: string; act: (page: Page, say: Say) => Promise<void>; is: (page: Page, say: Say) => Promise<void> }[] = [
  {
    name: 'cancel.lines_question',
    act: async (page, say) => {
      await page.getByRole('checkbox', { name: holding(SERVER.title) }).uncheck();
      await expect(step(page, say, 'cancel.lines_question')).toBeVisible();
    },
    is: (page) => expect(page.getByRole('checkbox', { name: holding(SERVER.title) })).not.toBeChecked(),
  },
  {
    name: 'cancel.reason_question',
    act: async (page, say) => {
      await page.getByRole('radio', { name: say('cancel.reason_duplicate') }).check();
      await page.getByRole('textbox', { name: say('cancel.reason_words_optional') }).pressSequentially(WORDS);
    },
    is: async (page, say) => {
      await expect(page.getByRole('radio', { name: say('cancel.reason_duplicate') })).toBeChecked();
      await expect(page.getByRole('textbox', { name: say('cancel.reason_words_optional') })).toHaveValue(WORDS);
    },
  },
  {
    name: 'cancel.follows_title',
    act: (page, say) => page.getByRole('checkbox', { name: say('cancel.follows_read') }).check(),
    is: (page, say) => expect(page.getByRole('checkbox', { name: say('cancel.follows_read') })).toBeChecked(),
  },
  {
    name: 'cancel.review_title',
    act: async () => {},
    is: async (page, say) => {
      await expect(page.getByRole('main')).toContainText(say('cancel.reason_duplicate'));
      await expect(page.getByRole('main')).toContainText(WORDS);
    },
  },
];

/** Fills in the wizard from its beginning up to a step, which is done as well. */
async function fillInTo(page: Page, say: Say, bought: Bought, url: string, last: number): Promise<void> {
  await page.goto(url + cancelOf(bought, 'lines'));
  for (const [place, { name, act }] of STEPS.slice(0, last + 1).entries()) {
    if (place > 0) await goOn(page, say).click();
    await expect(step(page, say, name)).toBeVisible();
    await act(page, say);
  }
}

/** After a new start: the way back to where one was. */
async function comeBack(page: Page, say: Say, bought: Bought, url: string): Promise<void> {
  await page.goto(url + cancelOf(bought));
  const on = page.getByRole('link', { name: say('cancel.now_go_on') }).or(page.getByRole('link', { name: say('cancel.now'), exact: true }));
  await on.click();
}

for (const [place, { name, is }] of STEPS.entries()) {
  test(`killed on step ${place + 1}, a second after the last change: nothing is lost`, async ({ mortal, say, site }) => {
    let page = await begin(mortal, site.url);
    const bought = await buy(page, ALPINE.domain, [{ product: OFFICE, quantity: 2 }, { product: SERVER, quantity: 1 }]);
    await fillInTo(page, say, bought, site.url, place);
    // What the second is for.
    await expect.poll(async () => (await kept(page)).includes(`"step":"${['lines', 'reason', 'consequences', 'review'][place]}"`)).toBe(true);
    await new Promise((over) => setTimeout(over, 1_000));
    await mortal.kill();
    page = await mortal.start();
    await comeBack(page, say, bought, site.url);
    await expect(step(page, say, name)).toBeVisible();
    await is(page, say);
  });
}

test('killed in the middle of typing: at most the last half second is lost', async ({ mortal, say, site }) => {
  let page = await begin(mortal, site.url);
  const bought = await buy(page, ALPINE.domain, [{ product: OFFICE, quantity: 2 }, { product: SERVER, quantity: 1 }]);
  await fillInTo(page, say, bought, site.url, 1);
  const left = await killTyping(mortal, page.getByRole('textbox', { name: say('cancel.reason_words_optional') }));
  page = await mortal.start();
  await comeBack(page, say, bought, site.url);
  await expect(step(page, say, 'cancel.reason_question')).toBeVisible();
  await expect(page.getByRole('radio', { name: say('cancel.reason_duplicate') })).toBeChecked();
  await expect(page.getByRole('textbox', { name: say('cancel.reason_words_optional') })).toHaveValue(left);
});
