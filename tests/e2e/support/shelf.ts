// The shelf of drafts in IndexedDB, as another program sees it.
import type { Page } from '@playwright/test';

/** All drafts of this device, as they are kept. */
export async function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const database = await asked(indexedDB.open('latchkey:/'));
    const drafts = await asked(database.transaction('drafts').objectStore('drafts').getAll());
    database.close();
    return drafts.join('\n');
  });
}

/**
 * Puts records on the shelf as another program would; the keys are those after the server's address,
 * which is that of a draft that is there.
 */
export async function put(page: Page, records: [string, string][]): Promise<void> {
  await page.evaluate(async (records) => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const request = indexedDB.open(names.find((name) => name.startsWith('latchkey:')) ?? '');
    const done = <T>(of: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        of.onsuccess = () => resolve(of.result);
        of.onerror = () => reject(of.error);
      });
    const database = await done(request);
    const store = database.transaction('drafts', 'readwrite').objectStore('drafts');
    const known = String((await done(store.getAllKeys()))[0]);
    const server = known.slice(0, known.indexOf(' '));
    for (const [key, text] of records) await done(store.put(text, `${server} ${key}`));
    database.close();
  }, records);
}
