// The figure is made for all widths; what has no room is left out when it is drawn. Names of marks stand only where
// they lie over no other mark or name. A chart narrower than half a laptop's page, as on a phone, has as many names of
// periods as can be read beside each other, the first and the last among them. The names of rows stand above them, and
// to their left where a wide chart has room (charts/rader.py).
(() => {
  if (window.kmSmal) return;
  window.kmSmal = true;
  const SMAL = 560, MINST = 320, TECKEN = 7.4, LUFT = 10, RAD = 18, MARKE = 8;

  // A script with a tag in its text is taken away before it reaches the page, hence the sign's number.
  const glesa = (axel, bredd) => {
    const ord = axel?.ticktext;
    if (axel?.tickmode !== "array" || !ord?.every((o) => /\d{4}/.test(o))) return axel;
    const bredast = Math.max(...ord.flatMap((o) => o.split("\x3Cbr>")).map((o) => o.length)) * TECKEN + LUFT;
    const ryms = Math.max(2, Math.floor(bredd / bredast)), sist = ord.length - 1;
    if (ord.length <= ryms) return { ...axel, tickangle: 0 };
    const steg = Math.ceil(sist / (ryms - 1));
    const kvar = ord.map((_, i) => i).filter((i) => i === 0 || ((sist - i) % steg === 0 && i >= steg));
    return { ...axel, tickangle: 0, ticktext: kvar.map((i) => ord[i]), tickvals: kvar.map((i) => axel.tickvals[i]) };
  };

  const iVagen = (a, b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

  const namnSomRyms = (figur, bredd, hojd) => {
    const { xaxis, yaxis, annotations } = figur.layout;
    if (!annotations?.some((a) => a.name === "namn")) return annotations;
    const px = (v) => ((v - xaxis.range[0]) / (xaxis.range[1] - xaxis.range[0])) * bredd;
    const py = (v) => (1 - (v - yaxis.range[0]) / (yaxis.range[1] - yaxis.range[0])) * hojd;
    const marken = figur.data.filter((d) => d.mode === "markers").flatMap((d) => [...d.x].map((x, i) => ({
      x0: px(x) - MARKE, x1: px(x) + MARKE, y0: py(d.y[i]) - MARKE, y1: py(d.y[i]) + MARKE,
    })));
    const tagna = [];
    return annotations.flatMap((a) => {
      if (a.name !== "namn") return [a];
      const bred = a.text.length * TECKEN, x = px(a.x), y = py(a.y);
      const egen = (m) => Math.abs(m.x0 + MARKE - x) < 1 && Math.abs(m.y0 + MARKE - y) < 1;
      const sidan = a.xanchor === "left" ? 1 : -1;
      // Beside the mark as it was meant, else on its other side, else below or above it.
      for (const [hall, ned] of [[sidan, 0], [-sidan, 0], [0, 1], [0, -1]]) {
        const vanster = hall === 0 ? x - bred / 2 : hall > 0 ? x + LUFT : x - LUFT - bred, mitt = y + ned * RAD;
        const ruta = { x0: vanster, x1: vanster + bred, y0: mitt - RAD / 2, y1: mitt + RAD / 2 };
        const utanfor = ruta.x0 < 0 || ruta.x1 > bredd || ruta.y0 < 0 || ruta.y1 > hojd;
        if (utanfor || marken.some((m) => !egen(m) && iVagen(m, ruta)) || tagna.some((t) => iVagen(t, ruta))) continue;
        tagna.push(ruta);
        const xanchor = ["right", "center", "left"][hall + 1];
        return [{ ...a, xanchor, xshift: hall * LUFT, yshift: -ned * RAD }];
      }
      return [];
    });
  };

  const raderna = ({ data, layout }, bredden) => {
    const namn = data.find((d) => d.name === "radnamn");
    const langst = Math.max(...namn.text.flatMap((n) => n.split("\x3Cbr>")).map((n) => n.length));
    const vanster = Math.round(langst * TECKEN) + 2 * LUFT, { margin, yaxis } = layout;
    const bredvid = bredden - vanster - margin.r >= MINST;
    const axel = { tickmode: "array", tickvals: namn.meta.y, ticktext: namn.text, tickfont: namn.textfont };
    return {
      data: data.map((d) => (d === namn ? { ...d, visible: !bredvid } : d)),
      layout: {
        ...layout, margin: { ...margin, l: bredvid ? vanster : namn.meta.vanster },
        yaxis: { ...yaxis, ...axel, showticklabels: bredvid },
      },
    };
  };

  // What is drawn comes back as the figure to draw: one that has been adapted is left as it is, or it would never end.
  const anpassade = new WeakSet();
  const anpassad = (figur, bredden) => {
    if (!figur?.layout || !bredden || anpassade.has(figur.layout)) return figur;
    const { margin = {}, height = 320, xaxis } = figur.layout;
    const bredd = bredden - (margin.l ?? 80) - (margin.r ?? 80), hojd = height - (margin.t ?? 80) - (margin.b ?? 80);
    if (figur.data?.some((d) => d.name === "radnamn")) {
      const ny = raderna(figur, bredden);
      anpassade.add(ny.layout);
      return { ...figur, ...ny };
    }
    const ny = { xaxis: bredden < SMAL ? glesa(xaxis, bredd) : xaxis, annotations: namnSomRyms(figur, bredd, hojd) };
    if (ny.xaxis === xaxis && ny.annotations === figur.layout.annotations) return figur;
    const layout = { ...figur.layout, ...ny };
    anpassade.add(layout);
    return { ...figur, layout };
  };

  const hakaPa = (plotly) => {
    if (!plotly?.react || plotly.kmSmal) return;
    plotly.kmSmal = true;
    const react = plotly.react.bind(plotly);
    plotly.react = (plats, figur, ...annat) => react(plats, anpassad(figur, figur?.layout?.width ?? plats.clientWidth), ...annat);
  };
  // Another script may wait for what draws in the same way; both get it.
  const forr = Object.getOwnPropertyDescriptor(window, "Plotly");
  let plotly = window.Plotly;
  hakaPa(plotly);
  Object.defineProperty(window, "Plotly", {
    configurable: true,
    get: () => plotly,
    set: (ny) => { forr?.set?.(ny); plotly = ny; hakaPa(ny); },
  });
})();
