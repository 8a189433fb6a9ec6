// The program makes every element by its name and every text as text. Nothing
// on this page has a use for a sink that turns text into markup, code or the
// address of code: all of them throw.
const refuse = () => {
  throw new TypeError('blocked');
};

globalThis.trustedTypes?.createPolicy('default', {
  createHTML: refuse,
  createScript: refuse,
  createScriptURL: refuse,
});
