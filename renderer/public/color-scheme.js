// Runs before the first paint, so that a chosen theme does not flash in the system's.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem('promptforge-theme');
  } catch {
    // Storage is closed to this page: the system's theme is shown.
  }
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const scheme = theme === 'light' || theme === 'dark' ? theme : systemIsDark ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
