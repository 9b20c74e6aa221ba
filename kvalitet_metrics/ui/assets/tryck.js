// Charts on paper: as wide as an A4 between its margins, and in the light theme's colours; one that is a little
// higher than a sheet is made to fit. After the print they are as they were. What is folded up in words is unfolded. A meeting's screens are printed as they were shown, so they
// keep their widths.
(() => {
  if (window.kmTryck) return;
  window.kmTryck = true;
  const BREDD = 700, HOJD = 760, NASTAN = 1000;
  const RGB = /(?<=rgba?\()(\d+), ?(\d+), ?(\d+)/g, HEX = /#[0-9a-f]{6}\b/gi;
  let ater = [];

  const iLjust = () => {
    const par = getComputedStyle(document.documentElement).getPropertyValue("--km-ljusa").trim().replaceAll('"', "");
    return Object.fromEntries(par.split(" ").filter(Boolean).map((p) => p.split("=")));
  };

  const ljusa = (diagram, farger) => {
    for (const del of diagram.querySelectorAll("svg, svg *")) for (const namn of ["style", "fill", "stroke"]) {
      const forr = del.getAttribute(namn);
      const nu = forr?.replace(RGB, (hel, r, g, b) => farger[`${r},${g},${b}`] ?? hel)
        .replace(HEX, (hel) => {
          const ljus = farger[[1, 3, 5].map((i) => parseInt(hel.slice(i, i + 2), 16)).join()];
          return ljus ? `rgb(${ljus})` : hel;
        });
      if (nu === forr) continue;
      del.setAttribute(namn, nu);
      ater.push(() => del.setAttribute(namn, forr));
    }
  };

  addEventListener("beforeprint", () => {
    ater = [];
    for (const gomt of document.querySelectorAll("details:not([open], [data-testid] > *)")) {
      gomt.open = true;
      ater.push(() => { gomt.open = false; });
    }
    const farger = iLjust(), mote = document.querySelector(".st-key-km-visning");
    for (const diagram of document.querySelectorAll(".js-plotly-plot")) {
      const { width: bredd = null, height: hojd = null } = diagram.layout ?? {};
      if (!mote && window.Plotly) {
        const lagom = hojd > HOJD && hojd < NASTAN ? HOJD : hojd;
        ater.push(() => window.Plotly.relayout(diagram, { width: bredd, height: hojd, autosize: bredd === null }));
        window.Plotly.relayout(diagram, { width: BREDD, height: lagom, autosize: false });
      }
      ljusa(diagram, farger);
    }
  });
  addEventListener("afterprint", () => {
    for (const gor of ater.reverse()) gor();
    ater = [];
  });
})();
