import { defineConfig } from '@playwright/test';

import { chromium, firefox, report } from './support/environment.ts';

export default defineConfig({
  testDir: '.',
  outputDir: 'results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
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
