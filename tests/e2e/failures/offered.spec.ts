// What the server does not offer is said where it is looked for, with the page of Partner Center that
// has it; nothing is asked of the server for it.
import type { Page } from '@playwright/test';

import { CONTOSO, OFFICE, expect, row, softwareOf, test } from '../support/app.ts';
import { LANGS, holding, type Say } from '../support/texts.ts';

const DASHBOARD = 'https://partner.example/dashboard';
const SUPPORT = 'https://partner.example/support';
const NOT_OFFERED = /softwarekeys|productkeys|downloads|servicerequests|audit/i;

const CONFIG = {
  dataSource: 'sandbox',
  api: { capabilities: { softwareKeys: false, serviceRequests: false, auditRecords: false, cancelOrders: false } },
  links: { dashboard: DASHBOARD, support: SUPPORT },
};

const dashboard = (page: Page, say: Say) => page.getByRole('main').getByRole('link', { name: holding(say('item.open_dashboard')) });

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('keys, cancelling and requests: said, with the way to Partner Center', async ({ page, say }) => {
      await page.route('**/config.json', (route) => route.fulfill({ json: CONFIG }));
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));

      await page.goto(softwareOf(CONTOSO.domain));
      await row(page, OFFICE).getByRole('link', { name: OFFICE }).click();
      await expect(page.getByRole('main').getByText(say('item.why.server')).first()).toBeVisible();
      await expect(dashboard(page, say)).toHaveAttribute('href', DASHBOARD);

      const order = /software\/([^/]+)\//.exec(page.url())?.[1] ?? '';
      await page.goto(`customers/${CONTOSO.domain}/orders/${order}/cancel`);
      await expect(page.getByRole('region', { name: say('cancel.now') })).toContainText(say('cancel.why_server'));
      await expect(dashboard(page, say)).toHaveAttribute('href', DASHBOARD);
      await expect(page.getByRole('link', { name: say('cancel.report_open') })).toBeVisible();

      await page.goto('requests');
      await expect(page.getByText(say('requests.not_offered'))).toBeVisible();
      await expect(page.getByRole('link', { name: holding(say('requests.support')) })).toHaveAttribute('href', SUPPORT);

      expect(asked.filter((path) => NOT_OFFERED.test(path))).toEqual([]);
    });

    test('the activity log alone: said below the keys', async ({ page, say }) => {
      const api = { capabilities: { auditRecords: false } };
      await page.route('**/config.json', (route) => route.fulfill({ json: { ...CONFIG, api } }));
      await page.goto(softwareOf(CONTOSO.domain));
      await row(page, OFFICE).getByRole('link', { name: OFFICE }).click();
      await page.getByRole('button', { name: say('item.view') }).click();
      await expect(page.getByText(say('key.history_server'))).toBeVisible();
      await expect(dashboard(page, say)).toHaveAttribute('href', DASHBOARD);
    });
  });
}
