// A link in the app's own tables and texts changes page at once, as the menu does, instead of starting the app
// anew. A new tab, a new window and a link out work as everywhere.
(() => {
  if (window.kmLankar) return;
  window.kmLankar = true;
  document.addEventListener("click", (handelse) => {
    const lank = handelse.target.closest("a.km-in");
    if (!lank || handelse.defaultPrevented || handelse.button || handelse.ctrlKey || handelse.metaKey
        || handelse.shiftKey || handelse.altKey) return;
    handelse.preventDefault();
    history.pushState({}, "", lank.getAttribute("href"));
    dispatchEvent(new PopStateEvent("popstate"));
    scrollTo(0, 0);
  });
})();
