// A configuration that cannot be used: a page that names the field.
import type { Page } from '@playwright/test';

import { expect, test } from '../support/app.ts';
import { FAILED_TO_LOAD } from '../support/watch.ts';
import { LANGS } from '../support/texts.ts';

/** Gives the page this in place of its configuration. */
async function configure(page: Page, body: string, status = 200): Promise<void> {
  await page.route('**/config.json', (route) => route.fulfill({ status, body, contentType: 'application/json' }));
}

const BASE = { dataSource: 'sandbox' };
const BROKEN: [string, string, string][] = [
  ['dataSource', JSON.stringify({ dataSource: 'other' }), 'config.not_one_of'],
  ['colour', JSON.stringify({ ...BASE, colour: 'red' }), 'config.unknown_field'],
  ['downloadLinkLifeDays', JSON.stringify({ ...BASE, downloadLinkLifeDays: '5' }), 'config.not_number'],
  ['links.dashboard', JSON.stringify({ ...BASE, links: { dashboard: 'javascript:alert(1)' } }), ''],
  ['api.baseUrl', JSON.stringify({ dataSource: 'api', api: { baseUrl: 'http://example.com/v1' } }), ''],
  ['cancellationPolicies', JSON.stringify({ dataSource: 'api', api: { baseUrl: '/v1' } }), 'config.no_policy'],
];

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    for (const [field, body] of BROKEN) {
      test(`${field}: the field is named`, async ({ page, say }) => {
        await configure(page, body);
        await page.goto('');
        await expect(page.getByRole('heading', { level: 1, name: say('problem.title') })).toBeVisible();
        await expect(page.getByText(say('problem.mend'))).toBeVisible();
        await expect(page.getByRole('cell', { name: field, exact: true })).toBeVisible();
      });
    }

    test('no JSON: the whole file is named, with the place', async ({ page, say }) => {
      await configure(page, '{\n  "dataSource": }');
      await page.goto('customers');
      const words = say('config.not_json', { line: '2', column: '17' });
      await expect(page.getByRole('cell', { name: words.replace(/\d.*/, '') })).toBeVisible();
    });

    test('unreachable: the status is said', async ({ page, say, watch }) => {
      watch.allow(FAILED_TO_LOAD);
      await configure(page, 'gone', 404);
      await page.goto('');
      await expect(page.getByText(say('problem.unreachable', { status: '404' }))).toBeVisible();
      await expect(page.getByRole('button', { name: say('problem.reload') })).toBeVisible();
    });
  });
}
