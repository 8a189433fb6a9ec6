// The page of a customer: who it is.
import { CONTOSO, allowCopying, clipboard, expect, fact, softwareOf, test } from '../support/app.ts';

test('shows the profile, and copies tenant GUID and domain', async ({ page, context, say }) => {
  await allowCopying(context);
  await page.goto(softwareOf(CONTOSO.domain));
  await page.getByRole('link', { name: say('customers.profile'), exact: true }).click();
  await expect(page).toHaveURL(/\/customers\/contoso\.com\/profile$/);
  await expect(page).toHaveTitle(`${say('customers.profile')} · Contoso (contoso.com) · Latchkey`);
  const main = page.getByRole('main');
  await expect(fact(main, say('customers.profile_name')).first()).toHaveText(CONTOSO.name);
  await expect(fact(main, say('customers.domain'))).toContainText(CONTOSO.domain);
  const tenant = (await fact(main, say('customers.tenant')).innerText()).trim();
  expect(tenant).toMatch(/^[0-9a-f-]{36}$/);
  const copy = (what: string) => main.getByRole('button', { name: say('copy.what', { what: say(what) }) }).first();
  await copy('customers.tenant').click();
  expect(await clipboard(context)).toBe(tenant);
  await copy('customers.domain').click();
  expect(await clipboard(context)).toBe(CONTOSO.domain);
});

test('a customer without software says so', async ({ page, say }) => {
  await page.goto(softwareOf('alpineskihouse.com'));
  await expect(page.getByText(say('software.empty'))).toBeVisible();
  await expect(page.getByRole('button', { name: say('software.read_again') })).toBeVisible();
});
