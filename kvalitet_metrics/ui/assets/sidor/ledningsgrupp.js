// The showing of a meeting. Every screen is in the page; one at a time is seen, and its number stands in the address.
// → space PageDown next, ← PageUp back, Home End, Esc leaves, B writes a decision, P prints. A swipe steps too.
(() => {
  if (window.kmMote) return;
  window.kmMote = true;
  const rot = document.documentElement;
  const synlig = document.head.appendChild(document.createElement("style"));
  const antal = () => Number(document.querySelector("[data-km-bilder]")?.dataset.kmBilder ?? 0);
  const nu = () => Number(rot.dataset.kmBild ?? 0);
  const bild = (n) => document.querySelector(`.st-key-km-bild-${n}`);

  const visa = (n) => {
    const nr = Math.min(Math.max(n, 1), antal());
    rot.dataset.kmBild = nr;
    synlig.textContent = `@media screen { .st-key-km-bild-${nr} { visibility: visible !important; } }`;
    const adress = new URL(location.href);
    adress.searchParams.set("bild", nr);
    history.replaceState(history.state, "", adress);
  };
  const stega = (steg) => {
    const fore = nu();
    visa(fore + steg);
    if (nu() !== fore) bild(nu())?.querySelector("h2")?.focus({ preventScroll: true });
  };
  const passa = () => rot.style.setProperty("--km-skala", Math.min(innerWidth / 1920, innerHeight / 1080));

  new MutationObserver(() => {
    if (antal() && !nu()) {
      passa();
      visa(Number(new URLSearchParams(location.search).get("bild")) || 1);
    } else if (!antal() && nu()) {
      delete rot.dataset.kmBild;
      synlig.textContent = "";
    }
  }).observe(document.body, { subtree: true, childList: true });
  addEventListener("resize", passa);

  const skriver = (nod) => nod.closest?.("input, textarea, select, [contenteditable], [role=dialog]");
  // The form comes from the server: whoever pressed B then writes at once.
  const skrivNar = (forsok) => setTimeout(() => {
    const ruta = document.querySelector("[role=dialog] textarea");
    if (ruta) ruta.focus();
    else if (forsok) skrivNar(forsok - 1);
  }, 100);
  const TANGENTER = {
    ArrowRight: () => stega(1), PageDown: () => stega(1), " ": () => stega(1),
    ArrowLeft: () => stega(-1), PageUp: () => stega(-1),
    Home: () => stega(-antal()), End: () => stega(antal()),
    Escape: () => document.querySelector(".st-key-km-lamna a")?.click(),
    b: () => {
      bild(nu())?.querySelector('[class*="st-key-km-besluta-"] button')?.click();
      skrivNar(40);
    },
    p: () => print(),
  };
  addEventListener("keydown", (e) => {
    if (!nu() || e.ctrlKey || e.metaKey || e.altKey || skriver(e.target)) return;
    if (document.querySelector("[role=dialog]")) return;
    if (e.key === " " && e.target.closest?.("a, button")) return;
    const gor = TANGENTER[e.key.length === 1 ? e.key.toLowerCase() : e.key];
    if (!gor) return;
    e.preventDefault();
    gor();
  });
  addEventListener("click", (e) => {
    const knapp = e.target.closest?.("[data-km-steg]");
    if (knapp) stega(Number(knapp.dataset.kmSteg));
  });

  let vila;
  addEventListener("mousemove", () => {
    if (!nu()) return;
    rot.dataset.kmMus = "";
    clearTimeout(vila);
    vila = setTimeout(() => delete rot.dataset.kmMus, 2500);
  });
  let start = null;
  addEventListener("touchstart", (e) => { start = skriver(e.target) ? null : e.touches[0]; }, { passive: true });
  addEventListener("touchend", (e) => {
    if (!nu() || !start) return;
    const dx = e.changedTouches[0].clientX - start.clientX, dy = e.changedTouches[0].clientY - start.clientY;
    if (Math.abs(dx) > 60 && Math.abs(dx) > 2 * Math.abs(dy)) stega(dx < 0 ? 1 : -1);
  });
})();
