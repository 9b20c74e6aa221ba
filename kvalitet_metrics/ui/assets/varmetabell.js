// A table of figures over time that is wider than the page begins at its newest period.
(() => {
  if (window.kmVarme) return;
  window.kmVarme = true;
  const sedda = new WeakSet();
  const visa = () => document.querySelectorAll(".km-varme").forEach((box) => {
    if (sedda.has(box) || !box.clientWidth) return;
    sedda.add(box);
    box.scrollLeft = box.scrollWidth;
  });
  new MutationObserver(visa).observe(document.body, { subtree: true, childList: true });
  visa();
})();
