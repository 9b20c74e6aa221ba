// Streamlit draws every chart twice: first without a width, unseen, and then as it is. The first drawing takes
// longer than the second and nobody sees it, so here it is empty; the second follows at once. Should it not,
// the chart is drawn as it was asked for the first time.
(() => {
  if (window.kmDiagram) return;
  window.kmDiagram = true;
  const VANTAN = 300;
  const TOM = { margin: { l: 0, r: 0, t: 0, b: 0 }, xaxis: { visible: false }, yaxis: { visible: false } };
  const snabb = (plotly) => {
    if (!plotly?.react || plotly.kmSnabb) return;
    plotly.kmSnabb = true;
    const rita = plotly.react.bind(plotly);
    plotly.react = (plats, figur, ...annat) => {
      clearTimeout(plats.kmVantar);
      const forsta = !plats.kmRitad && figur?.layout && figur.layout.width === undefined;
      plats.kmRitad = true;
      if (!forsta) return rita(plats, figur, ...annat);
      plats.kmVantar = setTimeout(() => plats.isConnected && rita(plats, figur, ...annat), VANTAN);
      const tom = { data: [], layout: { ...TOM, width: 16, height: 16 }, config: figur.config };
      return Promise.resolve(rita(plats, tom)).then(() => {  // what Streamlit keeps of the first drawing
        plats.data = figur.data;
        plats.layout = figur.layout;
        return plats;
      });
    };
  };
  let plotly = window.Plotly;
  snabb(plotly);
  Object.defineProperty(window, "Plotly", {
    configurable: true, get: () => plotly, set: (ny) => { plotly = ny; snabb(ny); },
  });
})();
