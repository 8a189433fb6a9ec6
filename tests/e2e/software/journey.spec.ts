// The journey in both languages, and wherever the page and its API may be.
import { build } from '../support/builds.ts';
import { CONTOSO, IN_PAGE, test } from '../support/app.ts';
import { dist } from '../support/environment.ts';
import { journey } from '../support/journey.ts';
import { LANGS } from '../support/texts.ts';

test.slow();

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test(`from ${CONTOSO.name} to a key, in the sandbox of the page`, async ({ page, context, say, site }, info) => {
      await journey({ page, context, say, lang, url: site.url, api: IN_PAGE, info });
    });
  });
}

test('with the API on the same origin', async ({ page, context, say, lang, servers }, info) => {
  const server = await servers.sandbox('--static', dist);
  await journey({ page, context, say, lang, url: server.url, api: '/v1', info });
});

test('with the API on another origin', async ({ page, context, say, lang, servers }, info) => {
  const server = await servers.sandbox();
  const config = {
    dataSource: 'api',
    api: { baseUrl: `${server.origin}/v1` },
    cancellationPolicies: [
      { kind: 'perpetual', segment: '*', days: 60, refund: 'full' },
      { kind: 'subscription', segment: '*', days: 60, refund: 'full' },
    ],
  };
  const dir = await build('two-origins', { config });
  const site = await servers.site({ dir, config: `${dir}/config.json` });
  await journey({ page, context, say, lang, url: site.url, api: `${server.origin}/v1`, info });
});

test("from Python's server, which knows nothing of the page", async ({ page, context, say, lang, servers }, info) => {
  const python = await servers.python(dist);
  await journey({ page, context, say, lang, url: python.url, api: IN_PAGE, info });
});
