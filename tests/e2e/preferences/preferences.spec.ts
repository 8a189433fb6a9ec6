// Language and colours: guessed, switched at once, remembered.
import { expect, test } from '../support/app.ts';
import { texts } from '../support/texts.ts';

const [en, fr] = [texts('en'), texts('fr')];

test.describe('in a French browser', () => {
  test.use({ lang: 'fr' });

  test('the page speaks French from the start', async ({ page }) => {
    await page.goto('');
    await expect(page.getByRole('heading', { level: 1, name: fr('start.question') })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  });
});

test('the language is switched at once, keeps what was typed, and is remembered', async ({ page }) => {
  await page.goto('');
  const field = (say: typeof en) => page.getByRole('searchbox', { name: say('start.search') });
  await field(en).fill('Søren & fils');
  await page.getByRole('combobox', { name: en('language.label') }).selectOption({ label: 'Français' });
  await expect(page.getByRole('heading', { level: 1, name: fr('start.question') })).toBeVisible();
  await expect(field(fr)).toHaveValue('Søren & fils');
  await expect(page).toHaveTitle(`${fr('start.title')} · Latchkey`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: fr('start.question') })).toBeVisible();
});

test('the language is switched without losing a search', async ({ page }) => {
  await page.goto('customers?q=contoso');
  await page.getByRole('combobox', { name: en('language.label') }).selectOption({ label: 'Français' });
  await expect(page.getByRole('searchbox', { name: fr('customers.search') })).toHaveValue('contoso');
  await expect(page.getByRole('link', { name: 'Contoso France' })).toBeVisible();
});

test('the colours are switched at once and remembered', async ({ page }) => {
  await page.goto('settings');
  await page.getByRole('radio', { name: en('theme.dark') }).check();
  const scheme = () => page.evaluate(() => getComputedStyle(document.body).color);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const dark = await scheme();
  await page.reload();
  await expect(page.getByRole('radio', { name: en('theme.dark') })).toBeChecked();
  expect(await scheme()).toBe(dark);
  await page.getByRole('radio', { name: en('theme.light') }).check();
  await expect.poll(scheme).not.toBe(dark);
  await page.getByRole('radio', { name: en('theme.system') }).check();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', /./);
});
