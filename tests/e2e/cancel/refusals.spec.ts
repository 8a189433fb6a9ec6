// What cannot be cancelled says why, before anything is pressed and after the server refused.
import { CONTOSO, domainOf, expect, setSandbox, startWith, test } from '../support/app.ts';
import { OFFICE, SERVER } from '../support/buying.ts';
import { buy, cancelIt, cancelOf, cancellations, fillIn, letUndoPass, orderOf } from '../support/cancelling.ts';
import { LANGS } from '../support/texts.ts';

const REFUSED = [
  'Zz Cancel refused for the window',
  'Zz Cancel refused in hours',
  'Zz Cancel not possible',
  'Zz Cancel outside software',
  'Zz Cancel pending',
  'Zz Cancel refused for the role',
];

for (const [place, sentinel] of REFUSED.entries()) {
  test.describe(sentinel, () => {
    test.use({ lang: LANGS[place % LANGS.length] ?? 'en' });

    test('is said in words, and what was filled in stays', async ({ page, say }) => {
      await page.clock.install();
      const bought = await buy(page, domainOf(sentinel), [{ product: SERVER, quantity: 1 }]);
      await fillIn(page, say, bought);
      await cancelIt(page, say).click();
      await letUndoPass(page, say);
      const refusal = page.getByRole('alert').filter({ hasText: say('cancel.refused') });
      await expect(refusal).toBeVisible({ timeout: 20_000 });
      await expect(refusal).not.toContainText(/undefined|\{/);
      await expect(refusal).toBeFocused();
      await expect(cancelIt(page, say)).toBeVisible();
      await expect(page.getByRole('link', { name: say('cancel.report') })).toBeVisible();
      expect(await cancellations(page, bought)).toBe(0);
    });
  });
}

test('a role that may not cancel sees the command with its reason', async ({ page, say }) => {
  const bought = await buy(page, CONTOSO.domain, [{ product: OFFICE, quantity: 1 }]);
  await setSandbox(page, { role: 'sales_agent' });
  await page.goto(orderOf(bought));
  const command = page.getByRole('main').getByRole('button', { name: say('act.cancel_purchase') });
  await expect(command).toHaveAttribute('aria-disabled', 'true');
  await expect(command).toHaveAccessibleDescription(say('cancel.why_role'));
  await page.goto(cancelOf(bought));
  await expect(page.getByRole('main').getByText(say('cancel.why_role')).first()).toBeVisible();
  await expect(page.getByRole('link', { name: say('cancel.now'), exact: true })).toHaveCount(0);
});

test('past the window only the report is offered', async ({ page, say }) => {
  await startWith(page, {});
  const bought = await buy(page, CONTOSO.domain, [{ product: OFFICE, quantity: 1 }]);
  await setSandbox(page, { clock: { offsetMs: 62 * 86_400_000 } });
  await page.goto(cancelOf(bought));
  await expect(page.getByRole('heading', { level: 3, name: say('cancel.report') })).toBeVisible();
  await expect(page.getByRole('link', { name: say('cancel.now'), exact: true })).toHaveCount(0);
});
