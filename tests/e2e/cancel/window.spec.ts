// The last second of the window and the first one after it, wherever the visitor is and whatever the
// visitor's clock says: the server's time decides.
import type { Page } from '@playwright/test';

import { CONTOSO, ask, expect, setSandbox, test } from '../support/app.ts';
import { OFFICE } from '../support/buying.ts';
import { buy, cancelOf, type Bought } from '../support/cancelling.ts';
import { type Say } from '../support/texts.ts';

const ZONES = ['Pacific/Kiritimati', 'Asia/Kathmandu', 'Europe/Paris', 'America/St_Johns', 'Pacific/Pago_Pago'];
const DAY = 86_400_000;

/** The end of 60 days after the purchase, by the rule: its UTC date, 23:59:00. */
async function endOf(page: Page, { tenant, order }: Bought): Promise<Date> {
  const { creationDate } = await ask<{ creationDate: string }>(page, `/customers/${tenant}/orders/${order}`);
  const date = new Date(Date.parse(creationDate) + 60 * DAY);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 23, 59, 0));
}

async function lookAt(page: Page, bought: Bought, when: Date): Promise<void> {
  await setSandbox(page, { clock: { fixed: when.toISOString() } });
  await page.goto(cancelOf(bought));
}

/** The moment as the visitor's zone has it: day, hour, minute, and the name that the browser gives the zone. */
async function shownAs(page: Page, moment: Date, timeZone: string): Promise<RegExp> {
  const format = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone });
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const zone = await page.evaluate((at) => {
    const named = new Intl.DateTimeFormat('en', { timeZoneName: 'short' }).formatToParts(at);
    return named.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  }, moment.getTime());
  expect(zone).toMatch(/^(GMT[+-]\d|[A-Z]{3,4}$)/);
  const { month, day, hour, minute, dayPeriod } = parts;
  return new RegExp(`${month} ${day}, \\d{4}, ${hour}:${minute}\\s${dayPeriod}\\s${zone.replace('+', '\\+')}`);
}

/** Asks the API itself. */
async function cancel(page: Page, { tenant, order }: Bought): Promise<{ status?: string; code?: unknown }> {
  const body = { id: order, status: 'cancelled' };
  return ask(page, `/customers/${tenant}/orders/${order}`, { method: 'PATCH', body });
}

const cancelNow = (page: Page, say: Say) => page.getByRole('link', { name: say('cancel.now'), exact: true });
const report = (page: Page, say: Say) => page.getByRole('heading', { level: 3, name: say('cancel.report') });

for (const [place, timezoneId] of ZONES.entries()) {
  test.describe(timezoneId, () => {
    test.use({ timezoneId });

    test('the deadline is one moment, and the server has the time', async ({ page, say }) => {
      const bought = await buy(page, CONTOSO.domain, [{ product: OFFICE, quantity: 1 }]);
      const last = await buy(page, CONTOSO.domain, [{ product: OFFICE, quantity: 1 }]);
      const end = await endOf(page, bought);
      // The visitor's clock is a day ahead or a day behind; it stands still, as the server's does.
      await page.clock.setFixedTime(Date.now() + (place % 2 === 0 ? DAY : -DAY));
      await lookAt(page, bought, new Date(end.getTime() - 1_000));
      await expect(cancelNow(page, say)).toBeVisible();
      await expect(page.getByRole('main')).toContainText(await shownAs(page, end, timezoneId));

      // In the last second it is still sent.
      await setSandbox(page, { clock: { fixed: new Date((await endOf(page, last)).getTime() - 1_000).toISOString() } });
      expect((await cancel(page, last)).status).toBe('cancelled');

      await lookAt(page, bought, new Date(end.getTime() + 1_000));
      await expect(report(page, say)).toBeVisible();
      await expect(cancelNow(page, say)).toHaveCount(0);
      expect(String((await cancel(page, bought)).code)).toBe('900117');
    });
  });
}
