// Where things are. `cargo xtask test` says so; a run of Playwright by hand
// finds them in their usual places.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../../..');
const target = process.env['CARGO_TARGET_DIR'] ?? join(repository, 'target');
const variable = (name: string, usual: string): string => process.env[name] ?? usual;
const firstOf = (...files: string[]): string => files.find((file) => existsSync(file)) ?? files[0] ?? '';

export const chromium = variable('LATCHKEY_CHROMIUM', firstOf('/usr/bin/chromium', '/usr/bin/google-chrome'));
export const firefox = variable('LATCHKEY_FIREFOX', firstOf('/usr/bin/firefox-esr', '/usr/bin/firefox'));

/** The release build under test. */
export const dist = variable('LATCHKEY_DIST', join(repository, 'dist'));
/** Where builds with another configuration or base path go. */
export const builds = variable('LATCHKEY_BUILDS', join(target, 'page', 'e2e'));
export const xtask = variable('LATCHKEY_XTASK', join(target, 'debug', 'xtask'));
export const sandboxServer = variable('LATCHKEY_SANDBOX_SERVER', join(target, 'debug', 'sandbox_server'));
/** Where Playwright's report goes, for counting. */
export const report = process.env['LATCHKEY_REPORT'];
/** Where measurements go (`cargo xtask bench`). */
export const measured = variable('LATCHKEY_MEASURED', join(target, 'page', 'bench'));
export { repository };
