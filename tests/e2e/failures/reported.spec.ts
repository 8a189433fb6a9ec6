// A failed call is put into a report with what finds it in the server's logs, about the customer whose
// page it was.
import { CONTOSO, expect } from '../support/app.ts';
import { ordersOf } from '../support/buying.ts';
import { test } from '../support/native.ts';
import { field } from '../support/reporting.ts';
import { LANGS, holding } from '../support/texts.ts';
import { FAILED_TO_LOAD } from '../support/watch.ts';

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('the report begins with the code and the correlation ID, and asks for the type', async ({ page, say, native, watch }) => {
      watch.allow(FAILED_TO_LOAD);
      await page.clock.install();
      await native.set({ faults: [{ path: '/customers/*/orders', kind: '403', code: '900416' }] });
      await page.goto(ordersOf(CONTOSO.domain));
      const alert = page.getByRole('main').getByRole('alert');
      await expect(alert).toContainText(holding(say('errors.locked')));
      await alert.getByText(say('act.details'), { exact: true }).click();
      const term = alert.getByRole('term').filter({ hasText: say('failed.correlation') });
      const correlation = await term.locator('..').getByRole('definition').innerText();
      await alert.getByRole('link', { name: say('failed.report'), exact: true }).click();

      await expect(page.getByRole('heading', { level: 3, name: say('report.facts_question') })).toBeVisible();
      await expect(page.getByLabel(say('report.tenant_optional'), { exact: true })).toHaveValue(CONTOSO.domain);
      await expect(page.getByText(CONTOSO.name).first()).toBeVisible();
      // It is no refund: the person says what it is.
      const goOn = page.getByRole('button', { name: say('wizard.continue'), exact: true });
      await goOn.click();
      await expect(page.getByRole('alert').getByRole('link', { name: holding(say('report.type')) })).toBeVisible();
      await page.getByLabel(say('report.type'), { exact: true }).selectOption({ index: 2 });
      await goOn.click();
      await page.getByRole('radio').last().check();
      await field(page, say, 'report.title_field').fill('Orders');
      await goOn.click();
      const words = page.getByLabel(say('report.description'), { exact: true });
      await expect(words).toHaveValue(new RegExp(`${say('orders.failed')}[^]*900416[^]*${correlation}`));
    });
  });
}
