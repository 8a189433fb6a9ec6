// The `test` whose page comes from the native sandbox, which outlives it: what took effect is counted
// there although the page was reloaded, went elsewhere, or is dead.
import type { Page } from '@playwright/test';

import { test as base } from './app.ts';
import { dist } from './environment.ts';
import type { Server } from './servers.ts';

/** The native sandbox with the release build on its origin. */
export class Native {
  readonly url: string;
  readonly #control: string;

  constructor({ url, origin }: Server) {
    this.url = url;
    this.#control = `${origin}/v1/extensions/sandbox`;
  }

  /** Sets role, latency, faults, and what else the control resource has. */
  async set(settings: unknown): Promise<void> {
    const answer = await fetch(this.#control, { method: 'PUT', body: JSON.stringify(settings) });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** How often something took effect whose business key begins like this. */
  async effects(prefix: string): Promise<number> {
    const { byBusinessKey } = await this.#counted();
    const keys = Object.entries(byBusinessKey).filter(([key]) => key.startsWith(prefix));
    return keys.reduce((sum, [, count]) => sum + count, 0);
  }

  /** How often something took effect by calls with this `MS-RequestId`. */
  async effectsOf(requestId: string): Promise<number> {
    return (await this.#counted()).byRequestId[requestId] ?? 0;
  }

  async #counted(): Promise<Effects> {
    const answer = await fetch(this.#control);
    return ((await answer.json()) as { effects: Effects }).effects;
  }
}

interface Effects {
  byBusinessKey: Record<string, number>;
  byRequestId: Record<string, number>;
}

interface Fixtures {
  /** Where the page comes from, and its API. */
  native: Native;
}

export const test = base.extend<Fixtures>({
  native: async ({ servers }, use) => use(new Native(await servers.sandbox('--static', dist))),
  baseURL: async ({ native }, use) => use(native.url),
});

/** A place of the server from which the API can be asked, before the app is started. */
export async function beside(page: Page): Promise<void> {
  await page.goto('robots.txt');
}

/** Goes to a page of the app from another one, as by a link: *Back* leads back. */
export async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.body.append(link);
    link.click();
    link.remove();
  }, `/${address}`);
}
