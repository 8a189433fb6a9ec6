// The measurements of `cargo xtask bench`: in Chromium, one after the other, each once.
import { defineConfig } from '@playwright/test';

import tests from '../playwright.config.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.bench.ts',
  outputDir: '../results/bench',
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  use: { ...tests.use },
  projects: (tests.projects ?? []).filter((project) => project.name === 'chromium'),
});
