// The files beside the boot module, each with its integrity.
export const beside = (name) => new URL(name, import.meta.url).href;
export const checked = (name, integrity, more) => new Request(beside(name), { integrity, ...more });
