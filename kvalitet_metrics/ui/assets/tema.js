// The server draws the charts in the colours of the theme that the browser said when it came. Where the machine
// changes between light and dark meanwhile, as many do at dusk, the page is fetched again, choices and all: they
// stand in its address. On paper the browser says light for a moment; that is not a change.
(() => {
  if (window.kmTema) return;
  window.kmTema = true;
  const morkt = matchMedia("(prefers-color-scheme: dark)"), forst = morkt.matches;
  morkt.addEventListener("change", () => setTimeout(() => {
    if (morkt.matches !== forst && !matchMedia("print").matches) location.reload();
  }, 300));
})();
