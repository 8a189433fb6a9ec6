// Files for a report as they are chosen: several at once, by keyboard or dropped; what is not taken
// says why.
import { AxeBuilder } from '@axe-core/playwright';

import { expect, setSandbox, tabTo, test } from '../support/app.ts';
import { CHUNK, CHUNKS, choose, expectSent, file, files, inPage, input, pdf, remove, retry, uploads } from '../support/attaching.ts';
import { goOn, step } from '../support/cancelling.ts';
import { holding, LANGS } from '../support/texts.ts';

test.slow();

for (const lang of LANGS) {
  test.describe(lang, () => {
    test.use({ lang });

    test('several at once, by keyboard, each sent whole', async ({ page, say }) => {
      await inPage(page, say);
      await expect(page.getByText(say('files.or_drop'))).toBeVisible();
      await expect(input(page, say)).toHaveAccessibleDescription(/5.*10.*pdf/);
      await tabTo(page, input(page, say), 120);
      await expect(input(page, say)).toHaveAttribute('multiple');
      const names = ['Reçu n° 5 – été.pdf', 'three chunks.pdf', 'notes.txt'];
      const chosen = [
        pdf('Reçu n° 5 – été.pdf', 900),
        pdf('three chunks.pdf', 2 * CHUNK + 1),
        { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('déjà vu') },
      ];
      await choose(page, say, chosen, () => page.keyboard.press('Space'));
      for (const name of names) await expectSent(page, say, name);
      const status = say('files.sent_of', { count: 3, all: '3' });
      await expect(page.getByRole('status').filter({ hasText: status })).toBeVisible();
      await expect(files(page, say)).toHaveText(names.map((name) => holding(name)));
      expect(await uploads(page)).toBe(3);
      // They stay from step to step.
      await page.getByRole('link', { name: say('wizard.back'), exact: true }).click();
      await expect(step(page, say, 'report.description_question')).toBeVisible();
      await goOn(page, say).click();
      for (const name of names) await expectSent(page, say, name);
      expect(await uploads(page)).toBe(3);
    });

    test('what is not taken says exactly why, and stops nothing', async ({ page, say }) => {
      await inPage(page, say);
      // What a browser does with a file that was moved since it was chosen.
      await page.evaluate(() => {
        const read = Blob.prototype.arrayBuffer;
        Blob.prototype.arrayBuffer = function () {
          if (this.size === 777) return Promise.reject(new DOMException('', 'NotReadableError'));
          return read.call(this);
        };
      });
      await input(page, say).setInputFiles([
        { name: 'virus.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
        { name: 'README', mimeType: 'text/plain', buffer: Buffer.from('text') },
        pdf('nothing.pdf', 0),
        pdf('large.pdf', 10 * 1024 * 1024 + 1),
        pdf('moved.pdf', 777),
        { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from('%PDF-1.7') },
        pdf('good.pdf', 1_000),
      ]);
      await expectSent(page, say, 'good.pdf');
      const says = async (name: string, words: string | RegExp): Promise<void> => expect(file(page, say, name)).toContainText(words);
      const before = (key: string, values: Record<string, string>): string => (say(key, { ...values, types: '|' }).split('|')[0] ?? '').trim();
      await says('virus.exe', before('files.wrong_type', { kind: 'exe' }));
      await says('README', before('files.no_type', {}));
      await says('nothing.pdf', say('files.empty'));
      await says('large.pdf', say('files.too_large', { size: '|', most: '|' }).split('|')[0]?.trim() ?? '');
      await says('moved.pdf', say('files.unreadable'));
      await says('picture.png', say('files.other_contents', { kind: 'png' }));
      const refused = page.getByRole('status').filter({ hasText: say('files.count_refused', { count: 6 }) });
      await expect(refused).toBeVisible();
      expect(await uploads(page)).toBe(1);

      // The same again, and more than are taken.
      await input(page, say).setInputFiles([pdf('good.pdf', 1_000)]);
      await expect(files(page, say).filter({ hasText: say('files.twice') })).toHaveCount(1);
      await input(page, say).setInputFiles([1, 2, 3, 4, 5].map((number) => pdf(`scan ${number}.pdf`, 100)));
      await says('scan 5.pdf', say('files.too_many', { count: 5 }));
      await expectSent(page, say, 'scan 4.pdf');

      // Mended and chosen again, the reason goes; the others are dismissed.
      await page.getByRole('button', { name: say('files.dismiss', { name: 'virus.exe' }) }).click();
      await expect(file(page, say, 'virus.exe')).toHaveCount(0);
      await remove(page, say, 'scan 1.pdf').click();
      await expect(input(page, say)).toBeFocused();
      await input(page, say).setInputFiles([pdf('nothing.pdf', 10)]);
      await expectSent(page, say, 'nothing.pdf');
      await expect(file(page, say, 'nothing.pdf')).toHaveCount(1);
    });
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}, at the width of a phone`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } });
    test.skip(({ browserName }) => browserName !== 'chromium', 'the colour scheme is set in Chromium only');

    test('axe-core finds nothing in files of every state, and nothing is wider than the screen', async ({ page, say }) => {
      await inPage(page, say);
      await input(page, say).setInputFiles([pdf(`${'sent'.repeat(25)}.pdf`, 10), pdf('empty.pdf', 0)]);
      await expect(page.getByRole('status').filter({ hasText: say('files.sent_of', { count: 1, all: '1' }) })).toBeVisible();
      await setSandbox(page, { latencyMs: 400, faults: [{ method: 'PUT', path: CHUNKS, nth: 2, times: 1, kind: '500' }] });
      await input(page, say).setInputFiles([pdf('fails.pdf', 3 * CHUNK)]);
      await expect(retry(page, say, 'fails.pdf')).toBeVisible({ timeout: 20_000 });
      await input(page, say).setInputFiles([pdf('on its way.pdf', 16 * CHUNK)]);
      await expect(page.getByRole('progressbar')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('main').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  });
}

test('files are dropped on their place, and beside it the page stays', async ({ page, say }) => {
  await inPage(page, say);
  const address = page.url();
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    for (const name of ['one.pdf', 'two.pdf']) data.items.add(new File([`%PDF-1.7 ${name}`], name, { type: 'application/pdf' }));
    return data;
  });
  const place = page.getByText(say('files.or_drop'));
  await place.dispatchEvent('dragover', { dataTransfer: dropped });
  await place.dispatchEvent('drop', { dataTransfer: dropped });
  for (const name of ['one.pdf', 'two.pdf']) await expectSent(page, say, name);
  const taken = await page.evaluate((data) => {
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
    return !document.body.dispatchEvent(drop);
  }, dropped);
  expect(taken).toBe(true);
  expect(page.url()).toBe(address);
  await expect(files(page, say)).toHaveCount(2);
  // A text that is dragged is nobody's business.
  const left = await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'text');
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
    return document.body.dispatchEvent(drop);
  });
  expect(left).toBe(true);
});
