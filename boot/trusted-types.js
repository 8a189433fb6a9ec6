// Leptos builds the fixed parts of a view by `template.innerHTML`. That much is
// let through, when nothing in it could run or load; every other use of a
// dangerous sink throws, as does eval, a worker or a script made at run time.
const active = /<\s*\/?\s*(script|iframe|object|embed|link|meta|base|form|style)\b|\son\w+\s*=|javascript:|srcdoc/i;

globalThis.trustedTypes?.createPolicy('default', {
  createHTML(text, _type, sink) {
    if (sink !== 'Element innerHTML' || active.test(text)) throw new TypeError('blocked');
    return text;
  },
});
