// How soon the start page stands, for somebody who has never been here.
import { expect, test } from '../support/app.ts';
import { LOCALES } from '../support/texts.ts';
import { SLOWED, TIMES, record, slow } from './measured.ts';

test('the start page', async ({ browser, site, lang, say }) => {
  const painted: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    // Nothing cached, nothing stored.
    const context = await browser.newContext({ locale: LOCALES[lang] });
    const page = await context.newPage();
    await slow(page);
    await page.goto(site.url);
    await expect(page.getByRole('heading', { level: 1, name: say('start.question') })).toBeVisible();
    const first = await page.evaluate(
      () =>
        new Promise<number>((found) => {
          new PerformanceObserver((list) => {
            for (const entry of list.getEntriesByName('first-contentful-paint')) found(entry.startTime);
          }).observe({ type: 'paint', buffered: true });
        }),
    );
    painted.push(first);
    await context.close();
  }
  await record('1-start', `start page: first paint (CPU ÷ ${SLOWED})`, painted);
});
