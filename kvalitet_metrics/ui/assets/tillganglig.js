// What Streamlit draws so that it cannot be listened to or reached with the keyboard: its menu on a phone is a list
// whose items lie in boxes of their own, and is no list then; running text that is wider than its box cannot be
// scrolled without a mouse.
(() => {
  if (window.kmTillganglig) return;
  window.kmTillganglig = true;
  const BREDA = ".stMarkdown :is(table, pre), .stCode pre";
  let vantar = false;
  const ratta = () => {
    vantar = false;
    for (const meny of document.querySelectorAll('[data-testid="stSidebarNavItems"]:not([role])')) meny.setAttribute("role", "none");
    for (const rad of document.querySelectorAll('[data-testid="stSidebarNavItems"] li:not([role])')) rad.setAttribute("role", "none");
    for (const bred of document.querySelectorAll(BREDA)) {
      if (bred.scrollWidth > bred.clientWidth) bred.tabIndex = 0;
      else bred.removeAttribute("tabindex");
    }
  };
  const snart = () => {
    if (!vantar) setTimeout(ratta, 100);
    vantar = true;
  };
  new MutationObserver(snart).observe(document.body, { subtree: true, childList: true });
  addEventListener("resize", snart);
  snart();
})();
