// Files for a report on their way: each is sent once, whatever breaks off, is removed or has to be chosen
// again.
import { NATIVE, expect, setSandbox, test } from '../support/app.ts';
import { CHUNK, CHUNKS, choose, expectSent, file, files, inPage, input, pdf, remove, retry, toFiles, uploads } from '../support/attaching.ts';
import { step } from '../support/cancelling.ts';
import { dist } from '../support/environment.ts';
import { kept } from '../support/shelf.ts';
import { FAILED_TO_LOAD } from '../support/watch.ts';

test.slow();

test('a file that breaks off goes on alone, with what the server lacks', async ({ page, say, servers, watch }) => {
  watch.allow(FAILED_TO_LOAD);
  const server = await servers.sandbox('--static', dist, '--fault', `PUT ${CHUNKS} 500 nth=2 times=1`);
  const puts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().includes('/chunks/')) puts.push(new URL(request.url()).pathname);
  });
  await page.goto(`${server.url}settings`);
  await expect(page.getByRole('main')).toBeVisible();
  await toFiles(page, say, NATIVE, server.url);
  await input(page, say).setInputFiles([pdf('breaks.pdf', 3 * CHUNK)]);
  await expect(retry(page, say, 'breaks.pdf')).toBeVisible();
  await expect(file(page, say, 'breaks.pdf')).toContainText(say('files.failed'));
  await expect(page.getByRole('status').filter({ hasText: say('files.count_failed', { count: 1 }) })).toBeVisible();
  // Another one is not touched by it.
  await input(page, say).setInputFiles([pdf('other.pdf', CHUNK + 1)]);
  await expectSent(page, say, 'other.pdf');
  await expect(retry(page, say, 'breaks.pdf')).toBeVisible();
  expect(await uploads(page, NATIVE)).toBe(1);
  await retry(page, say, 'breaks.pdf').evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await expectSent(page, say, 'breaks.pdf');
  expect(await uploads(page, NATIVE)).toBe(2);
  // Each chunk once, and the one that failed a second time.
  expect(puts).toHaveLength(3 + 2 + 1);
  expect(new Set(puts).size).toBe(3 + 2);
});

for (const [what, fault] of [
  ['a chunk is lost before it is taken', { method: 'PUT', path: CHUNKS, nth: 2 }],
  ['the answer to a chunk is lost', { method: 'PUT', path: CHUNKS, nth: 2, afterEffect: true }],
  ['the answer to the last chunk is lost', { method: 'PUT', path: CHUNKS, nth: 3, afterEffect: true }],
  ['the announcement is lost', { method: 'POST', path: '/extensions/attachments' }],
  ['the answer to the announcement is lost', { method: 'POST', path: '/extensions/attachments', afterEffect: true }],
] as const) {
  test(`${what}: tried again, the file is there once`, async ({ page, say }) => {
    await inPage(page, say);
    await setSandbox(page, { faults: [{ ...fault, times: 1, kind: 'network' }] });
    await input(page, say).setInputFiles([pdf('once.pdf', 3 * CHUNK)]);
    await retry(page, say, 'once.pdf').click();
    await expectSent(page, say, 'once.pdf');
    expect(await uploads(page)).toBe(1);
  });
}

test('Remove stops a file and takes it back on the server, and leaves the others', async ({ page, say, servers }) => {
  const server = await servers.sandbox('--static', dist, '--latency', '150');
  await page.goto(`${server.url}settings`);
  await expect(page.getByRole('main')).toBeVisible();
  await toFiles(page, say, NATIVE, server.url);
  const announced = page.waitForRequest((request) => request.method() === 'PUT' && request.url().includes('/chunks/'));
  await input(page, say).setInputFiles([pdf('goes.pdf', 12 * CHUNK), pdf('stays.pdf', CHUNK)]);
  await announced;
  const taken = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await remove(page, say, 'goes.pdf').click();
  expect((await taken).status()).toBe(204);
  await expect(file(page, say, 'goes.pdf')).toHaveCount(0);
  await expectSent(page, say, 'stays.pdf');
  expect(await uploads(page, NATIVE)).toBe(1);

  // One that is whole is taken back as well; chosen again it is another one.
  const again = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await remove(page, say, 'stays.pdf').click();
  expect((await again).status()).toBe(204);
  await input(page, say).setInputFiles([pdf('stays.pdf', CHUNK)]);
  await expectSent(page, say, 'stays.pdf');
  expect(await uploads(page, NATIVE)).toBe(2);
});

test('after a reload a file that is not whole is chosen again, and goes on where it stopped', async ({ page, say }) => {
  await inPage(page, say);
  await input(page, say).setInputFiles([pdf('whole.pdf', 1_000)]);
  await expectSent(page, say, 'whole.pdf');
  await setSandbox(page, { faults: [{ method: 'PUT', path: CHUNKS, nth: 3, times: 1, kind: 'network' }] });
  await input(page, say).setInputFiles([pdf('begun.pdf', 4 * CHUNK)]);
  await expect(retry(page, say, 'begun.pdf')).toBeVisible();
  await expect.poll(() => kept(page)).toContain(`"received":${2 * CHUNK}`);
  await page.reload();
  await expect(step(page, say, 'report.contact_question')).toBeVisible();
  await expectSent(page, say, 'whole.pdf');
  await expect(file(page, say, 'begun.pdf')).toContainText(say('files.bytes_missing'));
  await expect(page.getByRole('status').filter({ hasText: say('files.count_missing', { count: 1 }) })).toBeVisible();

  // From here on no chunk that the server has may be sent again.
  await setSandbox(page, { faults: [0, 1].map((chunk) => ({ method: 'PUT', path: `/extensions/attachments/*/chunks/${chunk}`, times: 9, kind: '500' })) });
  const again = page.getByRole('button', { name: say('files.choose_this', { name: 'begun.pdf' }) });
  await choose(page, say, [pdf('begun.pdf', 4 * CHUNK)], () => again.click());
  await expectSent(page, say, 'begun.pdf');
  await expect(files(page, say)).toHaveCount(2);
  expect(await uploads(page)).toBe(2);
});
