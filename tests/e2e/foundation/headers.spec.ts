// Every path of the site answers with its status, type, cache class and the
// whole set of headers.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { request } from '@playwright/test';

import { dist } from '../support/environment.ts';
import { expect, test } from '../support/test.ts';

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; " +
  "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "frame-src 'none'; object-src 'none'; worker-src 'none'; require-trusted-types-for 'script'; trusted-types default";

const ALWAYS: Record<string, string> = {
  'content-security-policy': POLICY,
  'integrity-policy': 'blocked-destinations=(script)',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), clipboard-read=(), clipboard-write=(self)',
};
const IMMUTABLE = 'public, max-age=31536000, immutable';
const ASKED_AGAIN = 'no-cache';

test.skip(({ browserName }) => browserName !== 'chromium', 'no browser takes part in this');

const asset = async (ending: string, stem = 'latchkey-'): Promise<string> => {
  const name = (await readdir(join(dist, 'assets'))).find((file) => file.startsWith(stem) && file.endsWith(ending));
  return `assets/${name}`;
};

for (const [what, method, path, status, type, cache] of [
  ['the page', 'GET', '', 200, 'text/html; charset=utf-8', ASKED_AGAIN],
  ['an inner page', 'GET', 'customers/contoso.com?q=1', 200, 'text/html; charset=utf-8', ASKED_AGAIN],
  ['index.html', 'HEAD', 'index.html', 200, 'text/html; charset=utf-8', ASKED_AGAIN],
  ['the configuration', 'GET', 'config.json', 200, 'application/json; charset=utf-8', ASKED_AGAIN],
  ['the manifest', 'GET', 'manifest.webmanifest', 200, 'application/manifest+json; charset=utf-8', ASKED_AGAIN],
  ['the icon', 'GET', 'favicon.svg', 200, 'image/svg+xml', ASKED_AGAIN],
  ['WebAssembly', 'GET', asset('.wasm'), 200, 'application/wasm', IMMUTABLE],
  ['a style sheet', 'GET', asset('.css'), 200, 'text/css; charset=utf-8', IMMUTABLE],
  ['the texts of a language', 'GET', asset('.txt', 'texts-fr-'), 200, 'text/plain; charset=utf-8', IMMUTABLE],
  ['a missing asset', 'GET', 'assets/boot-0000000000000000.js', 404, undefined, ASKED_AGAIN],
  ['a missing file', 'GET', 'customers/missing.json', 404, undefined, ASKED_AGAIN],
  ['writing', 'POST', 'customers', 405, undefined, ASKED_AGAIN],
] as const) {
  test(`${what}: ${method} answers ${status} with every header`, async ({ site }) => {
    const client = await request.newContext();
    const answer = await client.fetch(site.url + (await path), { method });
    expect(answer.status()).toBe(status);
    const headers = answer.headers();
    expect(headers['content-type']).toBe(type);
    expect(headers['cache-control']).toBe(cache);
    expect(headers).toMatchObject(ALWAYS);
    const names = answer.headersArray().map(({ name }) => name.toLowerCase());
    for (const name of Object.keys(ALWAYS)) expect(names.filter((other) => other === name)).toHaveLength(1);
    await client.dispose();
  });
}

for (const [accepted, sent] of [['br, gzip', 'br'], ['gzip', 'gzip'], ['identity', undefined]] as const) {
  test(`a browser that accepts ${accepted} gets ${sent ?? 'the plain file'}`, async ({ site }) => {
    const client = await request.newContext({ extraHTTPHeaders: { 'accept-encoding': accepted } });
    const answer = await client.head(site.url + (await asset('.wasm')));
    expect(answer.headers()['content-encoding']).toBe(sent);
    expect(answer.headers()['vary']).toBe('accept-encoding');
    await client.dispose();
  });
}
