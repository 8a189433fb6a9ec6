// A browser of its own that can be killed as a crash would end it: whatever is not on the disk is lost.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium as playwright, type Locator, type Page } from '@playwright/test';

import { expect, test as base } from './app.ts';
import { chromium } from './environment.ts';

/** Chromium with a profile in a folder, which outlives it. */
export class MortalBrowser {
  readonly #profile: string;
  #process: ChildProcess | undefined;

  constructor(profile: string) {
    this.#profile = profile;
  }

  /** Starts it anew; answers with its page. */
  async start(): Promise<Page> {
    const words = [
      '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${this.#profile}`, '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--lang=en-US',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      'about:blank',
    ];
    // In a group of its own: killed are all of its processes at once.
    const child = spawn(chromium, words, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    this.#process = child;
    const address = await new Promise<string>((found, failed) => {
      child.once('exit', (code) => failed(new Error(`Chromium ended (${code})`)));
      createInterface({ input: child.stderr }).on('line', (line) => {
        const match = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
        if (match) found(match);
      });
    });
    const browser = await playwright.connectOverCDP(address);
    const [context] = browser.contexts();
    return context?.pages()[0] ?? (await browser.newPage());
  }

  /** Ends it without a word. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await ended;
  }
}

/** A test with such a browser, whose profile is its own. */
export const test = base.extend<{ mortal: MortalBrowser }>({
  mortal: async ({}, use, info) => {
    const mortal = new MortalBrowser(info.outputPath('profile'));
    await use(mortal);
    await mortal.kill();
  },
});

/** Starts it on a page from which the API can be asked. */
export async function begin(mortal: MortalBrowser, url: string): Promise<Page> {
  const page = await mortal.start();
  await page.goto(`${url}settings`);
  await expect(page.getByRole('main')).toBeVisible();
  return page;
}

/** Milliseconds from key to key: typing that never rests. */
const KEY = 60;
/** Fifty letters: three seconds. */
const TYPED = 'and so on, word after word, without stopping once.';

/**
 * Replaces what stands in a field, types for three seconds, and ends the browser with the last key. Answers with
 * what may be found in the field afterwards: all of it but the last half second at most.
 */
export async function killTyping(mortal: MortalBrowser, field: Locator): Promise<RegExp> {
  await field.fill('');
  await field.pressSequentially(TYPED, { delay: KEY });
  await mortal.kill();
  const safe = TYPED.slice(0, TYPED.length - Math.ceil(500 / KEY));
  const rest = [...TYPED.slice(safe.length)].reduceRight((rest, letter) => `(?:${escaped(letter)}${rest})?`, '');
  return new RegExp(`^${escaped(safe)}${rest}$`);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
