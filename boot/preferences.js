// The chosen theme and language, before the first paint where that is possible.
const root = document.documentElement;
// Whether a language is spoken here, the program decides for good (src/i18n/lang.rs), and a
// configuration may have its say then: this is a guess, so that its texts are on their way by now.
const spoken = (tag) => ['en', 'fr'].find((language) => tag?.toLowerCase().split('-')[0] === language);
root.lang = navigator.languages.map(spoken).find(Boolean) ?? 'en';
try {
  const theme = localStorage.getItem('latchkey.theme');
  if (theme) root.dataset.theme = theme;
  root.lang = spoken(localStorage.getItem('latchkey.lang')) ?? root.lang;
} catch {
  // Storage is refused: the system's preferences stand.
}
