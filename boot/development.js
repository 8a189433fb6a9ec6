// What boot.js does for a build, for Trunk's development server: there the
// files keep their names, nothing is hashed and no policy is in force. The texts
// are part of a program that is not optimised, so there is nothing to fetch.
import './preferences.js';

globalThis.latchkeyLoadSandbox = async () => {
  const sandbox = await import('/sandbox_page.js');
  await sandbox.default({ module_or_path: '/sandbox_page_bg.wasm' });
  await sandbox.install('/');
};
