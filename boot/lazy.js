// The part of the program that shows the pages of features. The program asks for it once it runs
// (src/lazy.rs), by the name that wasm_split_helpers gives what it imports from here.
import { initSync } from 'latchkey-glue';
import { checked } from './files.js';

const compiled = async (signal) => {
  const answer = await fetch(checked(CUSTOMERS_WASM, CUSTOMERS_WASM_INTEGRITY), { signal });
  // As for the program itself, a host that does not know WebAssembly's type will do.
  return answer.headers.get('Content-Type') === 'application/wasm'
    ? WebAssembly.compileStreaming(answer)
    : WebAssembly.compile(await answer.arrayBuffer());
};

// Given up when the page is left, which some browsers would otherwise call an error on the console;
// asked for again if the page comes back from the browser's memory.
const fetched = async () => {
  for (;;) {
    const leaving = new AbortController();
    addEventListener('pagehide', () => leaving.abort(), { once: true });
    try {
      return await compiled(leaving.signal);
    } catch (error) {
      if (!leaving.signal.aborted) throw error;
      await new Promise((back) => addEventListener('pageshow', back, { once: true }));
    }
  }
};

// Once; after a failure, again when asked again.
let module;
const asked = () => {
  module ??= fetched();
  module.catch(() => (module = undefined));
  return module;
};
// On a page that needs it (src/paths.rs names them), beside the program; on others it would only be in the program's way.
if (/\/(customers|report|requests|drafts|settings\/activity)(\/|$)/.test(location.pathname)) asked();

export const __wasm_split_load_customers = async (told, whom) => {
  const program = initSync();
  let joined = true;
  try {
    await WebAssembly.instantiate(await asked(), { __wasm_split: program });
  } catch {
    joined = false;
  }
  program.__indirect_function_table.get(told)(whom, joined);
};
