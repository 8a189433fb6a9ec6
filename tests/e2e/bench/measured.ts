// What measurements need: a slower processor, and a place for their figures.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { measured } from '../support/environment.ts';

/** By how much the processor is slowed: a developer's machine becomes a plain laptop. */
export const SLOWED = 4;

/** How often something that takes seconds is measured. */
export const TIMES = 5;

/** Slows the page's processor from here on. */
export async function slow(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
}

/** Writes figures down, in milliseconds, under a name that the table shows. */
export async function record(file: string, name: string, values: readonly number[]): Promise<void> {
  await mkdir(measured, { recursive: true });
  await writeFile(join(measured, `${file}.json`), JSON.stringify({ name, values }));
}
