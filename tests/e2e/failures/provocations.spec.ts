// Every kind of write, asked for in every way in which a person or a browser asks for it more than once,
// or does not see what came of it: it takes effect once, and the page says so.
import type { BrowserContext, Page } from '@playwright/test';

import { expect, inTime } from '../support/app.ts';
import { test, type Native } from '../support/native.ts';
import { WRITES, type Ready, type Write } from '../support/provoking.ts';
import { type Say } from '../support/texts.ts';

/** A write that is about to be asked for. */
interface Scene {
  page: Page;
  context: BrowserContext;
  say: Say;
  native: Native;
  write: Write;
  ready: Ready;
}

/** How it is provoked; answers with the pages that have to show what came of it. */
type Provocation = (scene: Scene) => Promise<Page[]>;

/** Ways in which browsers differ. */
const BY_BROWSER: Record<string, Provocation> = {
  'two clicks in one task': twoClicks,
  'Back and again': backAndAgain,
  'a reload while it is on its way': reload,
  'two tabs at the same time': twoTabs,
  'a connection that dies, so that the browser sends again': resend,
};

/** Ways that are the same in all of them. */
const BY_PAGE: Record<string, Provocation> = {
  'a double click': doubleClick,
  'Enter held down': enterHeld,
  'a click and Enter': clickAndEnter,
  'a time-out after the effect': timeOut,
  'a tab that is killed right after sending': killed,
};

for (const [what, write] of Object.entries(WRITES)) {
  test.describe(what, () => {
    for (const [how, act] of Object.entries(BY_BROWSER)) provoke(how, act, write);
    test.describe(() => {
      test.skip(({ browserName }) => browserName !== 'chromium', 'no browser decides it');
      for (const [how, act] of Object.entries(BY_PAGE)) provoke(how, act, write);
    });
  });
}

function provoke(how: string, act: Provocation, write: Write): void {
  test(`${how}: one effect, and it is said`, async ({ page, context, say, native, watch }) => {
    if (write.writes) watch.allow(write.writes);
    await page.clock.install();
    const ready = await write.prepare(page, say);
    const sent = new Set<string>();
    context.on('request', (request) => {
      if (request.method() === write.method && write.url.test(request.url())) sent.add(request.headers()['ms-requestid'] ?? '');
    });
    const pages = await act({ page, context, say, native, write, ready });
    for (const shown of pages) await expectDone(shown, say, write);
    expect(await native.effects(ready.effect)).toBe(1);
    // One intent has one id, whoever sends it.
    expect(sent.size).toBe(1);
    for (const id of sent) expect(await native.effectsOf(id)).toBe(1);
  });
}

/** It is said to be done, on the test's clock, and nothing says that it failed. */
async function expectDone(page: Page, say: Say, { done, failures }: Write): Promise<void> {
  await inTime(page, 2_000, () => expect(done(page, say)).toBeVisible({ timeout: 300 }));
  for (const words of failures) await expect(page.getByText(say(words), { exact: true })).toHaveCount(0);
}

async function doubleClick({ page, say, write }: Scene): Promise<Page[]> {
  await write.button(page, say).dblclick();
  await write.wait?.(page, say);
  return [page];
}

async function twoClicks({ page, say, write }: Scene): Promise<Page[]> {
  await write.button(page, say).evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await write.wait?.(page, say);
  return [page];
}

async function enterHeld({ page, say, write }: Scene): Promise<Page[]> {
  await write.button(page, say).focus();
  for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await write.wait?.(page, say);
  return [page];
}

/** Where it can be taken back for a while, that is what *Enter* does: nothing is sent, and that is said. */
async function clickAndEnter(scene: Scene): Promise<Page[]> {
  const { page, say, native, write, ready } = scene;
  await write.button(page, say).click();
  if (write.undo) await expect(write.undo(page, say)).toBeFocused();
  await page.keyboard.press('Enter');
  if (write.undo) {
    await expect(page.getByText(say('cancel.undone'))).toBeVisible();
    await page.clock.fastForward(20_000);
    expect(await native.effects(ready.effect)).toBe(0);
    await press(scene);
  }
  return [page];
}

/** The page is left by *Back* before the answer comes, and come back to. */
async function backAndAgain(scene: Scene): Promise<Page[]> {
  const { page, say, native, write, ready } = scene;
  await native.set({ faults: [{ method: write.method, path: write.path, kind: 'slow', delayMs: 700, times: 1 }] });
  await press(scene);
  await expect.poll(() => native.effects(ready.effect)).toBe(1);
  await page.goBack();
  await page.goForward();
  await expectDone(page, say, write);
  await page.goBack();
  await page.goForward();
  await expectDone(page, say, write);
  await expectOver(page, say, write);
  return [page];
}

/** The page is loaded anew although the browser warns; the answer never comes. */
async function reload(scene: Scene): Promise<Page[]> {
  const { page } = scene;
  await pressUnanswered(scene);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  return [page];
}

async function twoTabs({ page, context, say, native, write, ready }: Scene): Promise<Page[]> {
  const tabs = [page, await context.newPage()];
  const [, other] = tabs;
  if (other) await write.open(other, say, ready);
  await native.set({ latencyMs: 200 });
  // The buttons themselves: one tab may be so fast that the other one's is gone before a mouse is there.
  const buttons = await Promise.all(tabs.map((tab) => write.button(tab, say).elementHandle()));
  await Promise.all(buttons.map((button) => button?.evaluate((pressed) => (pressed as HTMLButtonElement).click())));
  await Promise.all(tabs.map((tab) => write.wait?.(tab, say)));
  return tabs;
}

/** The connection ends after the effect: the browser sends again over another one, and the page knows of nothing. */
async function resend(scene: Scene): Promise<Page[]> {
  const { page, say, native, write } = scene;
  const failed: string[] = [];
  page.on('requestfailed', (request) => {
    if (request.method() === write.method) failed.push(request.url());
  });
  await native.set({ faults: [{ method: write.method, path: write.path, kind: 'network', times: 1, afterEffect: true }] });
  await press(scene);
  await expectDone(page, say, write);
  expect(failed).toEqual([]);
  return [page];
}

async function timeOut(scene: Scene): Promise<Page[]> {
  await pressUnanswered(scene);
  await scene.page.clock.fastForward(31_000);
  return [scene.page];
}

/** The tab dies without a word, and another one is opened: it is told what is in doubt, and finds out. */
async function killed(scene: Scene): Promise<Page[]> {
  const { page, context, say, write, ready } = scene;
  await pressUnanswered(scene);
  await kill(page);
  const next = await context.newPage();
  if (!write.doubt) {
    await next.goto(ready.address);
    return [next];
  }
  await next.goto('');
  await expect(next.getByText(write.doubt(say))).toBeVisible();
  await next.getByRole('link', { name: say('pending.see') }).click();
  await expectDone(next, say, write);
  await expect(next.getByText(write.doubt(say))).toHaveCount(0);
  return [next];
}

/** Ends the process of a tab: no event fires in it. */
async function kill(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  // It has no answer: who would give it is dead.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

/** Asks for it, and lets pass what comes before it is sent. */
async function press({ page, say, write }: Scene): Promise<void> {
  await write.button(page, say).click();
  await write.wait?.(page, say);
}

/** Asks for it: it takes effect, and no answer ever comes. */
async function pressUnanswered(scene: Scene): Promise<void> {
  const { native, write, ready } = scene;
  await native.set({ faults: [{ method: write.method, path: write.path, kind: 'timeout', times: 1, afterEffect: true }] });
  await press(scene);
  await expect.poll(() => native.effects(ready.effect)).toBe(1);
}

/** There is nothing left to ask for. */
async function expectOver(page: Page, say: Say, { button, over }: Write): Promise<void> {
  if (over) return over(page, say);
  await expect(button(page, say)).toHaveCount(0);
}
