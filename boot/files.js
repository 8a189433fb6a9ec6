// The files beside the boot module, each with its integrity.
export const beside = (name) => new URL(name, import.meta.url).href;
export const checked = (name, integrity) => new Request(beside(name), { integrity });
