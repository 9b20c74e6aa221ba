// Streamlit draws every chart twice: first without a width, unseen, and at once again as it is. The first drawing
// takes longer than the second and nobody sees it, so it is left out; what is to be listened to waits for the
// second. Should that not come, the chart is drawn as it was asked for the first time.
(() => {
  if (window.kmDiagram) return;
  window.kmDiagram = true;
  const VANTAN = 300;
  const vanta = (plats, figur) => {
    const lyssnare = [];
    const on = (...par) => { lyssnare.push(par); };
    const removeListener = (namn, gor) => {
      const nr = lyssnare.findIndex(([n, g]) => n === namn && g === gor);
      if (nr >= 0) lyssnare.splice(nr, 1);
    };
    Object.assign(plats, { on, removeListener, data: figur.data, layout: figur.layout, kmLyssnare: lyssnare });
  };
  const snabb = (plotly) => {
    if (!plotly?.react || plotly.kmSnabb) return;
    plotly.kmSnabb = true;
    const react = plotly.react.bind(plotly);
    const rita = (plats, ...allt) => {
      const klar = react(plats, ...allt);
      for (const par of plats.kmLyssnare?.splice(0) ?? []) plats.on(...par);
      return klar;
    };
    plotly.react = (plats, figur, ...annat) => {
      clearTimeout(plats.kmVantar);
      const osedd = !plats.kmRitad && figur?.layout && figur.layout.width === undefined;
      plats.kmRitad = true;
      if (!osedd) return rita(plats, figur, ...annat);
      vanta(plats, figur);
      plats.kmVantar = setTimeout(() => plats.isConnected && rita(plats, figur, ...annat), VANTAN);
      return Promise.resolve(plats);
    };
  };
  let plotly = window.Plotly;
  snabb(plotly);
  Object.defineProperty(window, "Plotly", {
    configurable: true, get: () => plotly, set: (ny) => { plotly = ny; snabb(ny); },
  });
  // What draws is 5 MB. It is fetched when the browser has nothing else to do, so that the first page with a chart
  // need not wait for it.
  const start = document.querySelector('script[type="module"][src]');
  const hamta = () => { if (!plotly) import(new URL(window.kmGivet.ritare, start.src).href).catch(() => {}); };
  if (!plotly && start && window.kmGivet.ritare) setTimeout(() => (window.requestIdleCallback ?? setTimeout)(hamta), 1000);
})();
