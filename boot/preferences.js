// The chosen theme and language, before the first paint where that is possible.
try {
  const root = document.documentElement;
  const theme = localStorage.getItem('latchkey.theme');
  const language = localStorage.getItem('latchkey.lang');
  if (theme) root.dataset.theme = theme;
  if (language) root.lang = language;
} catch {
  // Storage is refused: the system's preferences stand.
}
