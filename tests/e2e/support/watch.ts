// Watches what no test may cause: a violation of the policy, an uncaught error,
// a line on the console, a request to a foreign origin.
import type { BrowserContext } from '@playwright/test';

import type { Server } from './servers.ts';

export class Watch {
  readonly findings: string[] = [];
  readonly #allowed: RegExp[] = [];
  readonly #origins = new Set<string>();
  readonly #servers: readonly Server[];

  /** Servers that the page may call, those that start later included. */
  constructor(servers: readonly Server[]) {
    this.#servers = servers;
  }

  /** A console line that the test provokes, such as "Failed to load resource". */
  allow(line: RegExp): void {
    this.#allowed.push(line);
  }

  /** An origin that the page may call. */
  allowOrigin(address: string): void {
    this.#origins.add(new URL(address).origin);
  }

  async attach(context: BrowserContext): Promise<void> {
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (violation) => {
        console.error(`policy violated: ${violation.violatedDirective} by ${violation.blockedURI || violation.sample}`);
      });
    });
    context.on('console', (line) => this.#found(`console ${line.type()}: ${line.text()}`));
    context.on('weberror', (error) => this.#found(`uncaught: ${error.error().message}`));
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      const known = this.#origins.has(origin) || this.#servers.some((server) => server.origin === origin);
      const leaves = protocol.startsWith('http') && !known;
      if (leaves) this.#found(`foreign request: ${request.url()}`);
    });
  }

  #found(finding: string): void {
    if (!this.#allowed.some((pattern) => pattern.test(finding))) this.findings.push(finding);
  }
}

/** Chromium's own line for a failure that a test provokes. */
export const FAILED_TO_LOAD = /Failed to load resource/;
