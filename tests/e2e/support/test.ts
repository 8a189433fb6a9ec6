// The `test` that every spec uses. A page from it talks to the release build,
// and the test fails when the page did something it must never do.
import { expect, test as base } from '@playwright/test';

import { Servers, serveSite, type Server } from './servers.ts';
import { Watch } from './watch.ts';

interface Fixtures {
  /** Starts servers for this test, which the page may call. */
  servers: Servers;
  /** Tells what the test provokes on purpose. */
  watch: Watch;
}

interface WorkerFixtures {
  /** The release build, served with its headers. */
  site: Server;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  site: [
    async ({}, use) => {
      const site = await serveSite();
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ site }, use) => {
    await use(site.url);
  },

  servers: async ({}, use) => {
    const servers = new Servers();
    await use(servers);
    await servers.stop();
  },

  watch: [
    // The servers come before the context and so end after it: a page that is still asking would
    // see its connection cut.
    async ({ servers, context, site }, use, info) => {
      const watch = new Watch(servers.running);
      watch.allowOrigin(site.url);
      await watch.attach(context);
      await use(watch);
      const findings = [...watch.findings];
      const page = context.pages()[0];
      if (info.status !== info.expectedStatus && page) {
        // Taken here, because Playwright puts a style into the page for a picture, and
        // that is a violation of its own.
        const body = await page.screenshot();
        await info.attach('screenshot', { body, contentType: 'image/png' });
      }
      expect(findings, 'what the page must never do').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
