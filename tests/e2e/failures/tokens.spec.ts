// A token of the hosting page: each call carries it, a refused one is replaced, and without one nothing
// is sent and the person is asked to sign in.
import type { BrowserContext, Page, Request } from '@playwright/test';

import { CONTOSO, OFFICE, expect, row, softwareOf, test } from '../support/app.ts';
import { dist } from '../support/environment.ts';
import type { Servers } from '../support/servers.ts';
import { LANGS, holding } from '../support/texts.ts';
import { FAILED_TO_LOAD } from '../support/watch.ts';

const CONFIG = {
  dataSource: 'api',
  api: { baseUrl: '/v1', token: 'page' },
  cancellationPolicies: [{ kind: 'perpetual', days: 60, refund: 'full' }, { kind: 'subscription', days: 60, refund: 'full' }],
};

/** The native sandbox, which wants a token, with a page that knows it. */
async function guarded(page: Page, servers: Servers, ...options: string[]): Promise<string> {
  const server = await servers.sandbox('--static', dist, '--token-needed', ...options);
  await page.route('**/config.json', (route) => route.fulfill({ json: CONFIG }));
  return server.url;
}

/** Gives the page the host's function: the first token is `token-1`, and each refused one has a successor. */
async function hosts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    let number = 1;
    Object.assign(globalThis, {
      latchkeyToken: (refused: string | null) => {
        if (refused === `token-${number}`) number += 1;
        return Promise.resolve(`token-${number}`);
      },
    });
  });
}

/** The calls of the API from now on. */
function calls(page: Page): Request[] {
  const seen: Request[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/v1/')) seen.push(request);
  });
  return seen;
}

test('every call carries it, and it is kept nowhere', async ({ page, context, servers }) => {
  const url = await guarded(page, servers);
  await hosts(context);
  const seen = calls(page);
  await page.goto(url + softwareOf(CONTOSO.domain));
  await expect(row(page, OFFICE)).toBeVisible();
  expect(seen.length).toBeGreaterThan(3);
  for (const call of seen) expect(call.headers()['authorization']).toBe('Bearer token-1');
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }) + location.href);
  expect(kept).not.toContain('token-1');
  await expect(page.locator('body')).not.toContainText('token-1');
});

test('one that is refused is replaced, without a word', async ({ page, context, servers, watch }) => {
  watch.allow(FAILED_TO_LOAD);
  const url = await guarded(page, servers, '--fault', 'GET /customers/*/orders 401 times=1');
  await hosts(context);
  const seen = calls(page);
  await page.goto(url + softwareOf(CONTOSO.domain));
  await expect(row(page, OFFICE)).toBeVisible();
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  const orders = seen.filter((call) => call.url().endsWith('/orders'));
  expect(orders.map((call) => call.headers()['authorization'])).toEqual(['Bearer token-1', 'Bearer token-2']);
  // It is one call for whoever looks for it.
  expect(new Set(orders.map((call) => call.headers()['ms-requestid'])).size).toBe(1);
});

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('without one nothing is sent, and signing in leads back to the same place', async ({ page, context, say, servers }) => {
      const url = await guarded(page, servers);
      const seen = calls(page);
      await page.goto(url + softwareOf(CONTOSO.domain));
      const alert = page.getByRole('main').getByRole('alert').first();
      await expect(alert).toContainText(holding(say('errors.sign_in')));
      expect(seen).toEqual([]);
      await hosts(context);
      await alert.getByRole('button', { name: say('failed.sign_in'), exact: true }).click();
      await expect(row(page, OFFICE)).toBeVisible();
      expect(page.url()).toBe(url + softwareOf(CONTOSO.domain));
    });
  });
}
