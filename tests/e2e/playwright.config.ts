import { defineConfig } from '@playwright/test';

import { chromium, firefox, report } from './support/environment.ts';

/**
 * What the answers of a server lead to is decided in code that knows no browser, and these specs show it
 * on pages that others open in both: Chromium tries them alone.
 */
const SAME_IN_EVERY_BROWSER = [
  'cancel/refusals.spec.ts',
  'cancel/several.spec.ts',
  'cancel/subscriptions.spec.ts',
  'cancel/window.spec.ts',
  'customers/search.spec.ts',
  'failures/configuration.spec.ts',
  'failures/role-lost.spec.ts',
  'failures/sentinels.spec.ts',
  'purchase/catalog.spec.ts',
  'purchase/orders.spec.ts',
  'purchase/refusals.spec.ts',
  'report/refusals.spec.ts',
  'requests/list.spec.ts',
];

export default defineConfig({
  testDir: '.',
  outputDir: 'results',
  fullyParallel: true,
  // One more than CI's processors: some tests wait for a clock. A fourth gains nothing.
  workers: 3,
  // No test passes or fails by how fast the machine is: these end what hangs.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: { locale: 'en-US', timezoneId: 'UTC', actionTimeout: 30_000 },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          executablePath: chromium,
          // As root, as in a container, Chromium has no sandbox of its own.
          chromiumSandbox: process.getuid?.() !== 0,
          args: ['--disable-background-networking', '--disable-component-update', '--no-first-run'],
        },
      },
    },
    {
      name: 'firefox',
      testIgnore: SAME_IN_EVERY_BROWSER,
      use: {
        browserName: 'firefox',
        // The released Firefox, not Playwright's own build of it.
        channel: 'moz-firefox',
        launchOptions: {
          executablePath: firefox,
          firefoxUserPrefs: {
            'network.captive-portal-service.enabled': false,
            'network.connectivity-service.enabled': false,
            'app.normandy.enabled': false,
          },
        },
      },
    },
  ],
});
