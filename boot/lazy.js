// The part of the program that shows the pages of customers. It is on its way as soon as what is
// needed to start is asked for, and joins the program when that asks for it (src/lazy.rs). What
// the program imports from here has the name that wasm_split_helpers gives it.
import { initSync } from 'latchkey-glue';
import { checked } from './files.js';

const fetched = async () => {
  const answer = await fetch(
    checked(CUSTOMERS_WASM, CUSTOMERS_WASM_INTEGRITY, { priority: 'low' }),
  );
  // As for the program itself, a host that does not know WebAssembly's type will do.
  return answer.headers.get('Content-Type') === 'application/wasm'
    ? WebAssembly.compileStreaming(answer)
    : WebAssembly.compile(await answer.arrayBuffer());
};

// Once; after a failure, again when asked again.
let module;
const asked = () => {
  module ??= fetched();
  module.catch(() => (module = undefined));
  return module;
};
asked();

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
