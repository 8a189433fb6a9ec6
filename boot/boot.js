// Starts the page. A build bundles this file with the glue that wasm-bindgen
// writes (`latchkey-glue`) into one module without imports, and fills in the
// names in capitals: files beside this one, and their integrity.
import './preferences.js';
import './trusted-types.js';
import start from 'latchkey-glue';
import { beside, checked } from './files.js';

const byId = (id) => document.getElementById(id);

// The sandbox is imported by name, so its integrity has to be known to the
// browser beforehand: that is what the preload is for.
globalThis.latchkeyLoadSandbox = async () => {
  const preload = document.createElement('link');
  preload.rel = 'modulepreload';
  preload.href = beside(SANDBOX_GLUE);
  preload.integrity = SANDBOX_GLUE_INTEGRITY;
  preload.crossOrigin = 'anonymous';
  await new Promise((loaded, refused) => {
    preload.onload = loaded;
    preload.onerror = () => refused(new Error('the sandbox did not load'));
    document.head.append(preload);
  });
  const sandbox = await import(preload.href);
  await sandbox.default({ module_or_path: checked(SANDBOX_WASM, SANDBOX_WASM_INTEGRITY) });
  await sandbox.install(document.querySelector('meta[name="base-path"]').content);
};

// Fetches the texts of a language, once; after a failure, again when asked again.
const files = {
  en: checked(TEXTS_EN, TEXTS_EN_INTEGRITY),
  fr: checked(TEXTS_FR, TEXTS_FR_INTEGRITY),
};
const fetched = {};
globalThis.latchkeyTexts = (language) => {
  fetched[language] ??= fetch(files[language]).then((answer) => answer.text());
  fetched[language].catch(() => delete fetched[language]);
  return fetched[language];
};

// Beside the program, because it will ask for them: preferences.js has guessed the language.
globalThis.latchkeyTexts(document.documentElement.lang);

start({ module_or_path: checked(APP_WASM, APP_WASM_INTEGRITY) }).catch(() => {
  byId('start').hidden = true;
  byId('no-start').hidden = byId('crash').hidden === false;
});
