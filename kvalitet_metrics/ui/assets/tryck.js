// Charts on paper: as wide as an A4 between its margins, and in the light theme's colours; one that is a little higher
// than a sheet is made to fit. Each is drawn so once, copied, and put back, so that nothing that happens meanwhile
// changes what is printed; the copies go when it is done. A meeting's screens are printed as wide as they were shown.
// What is folded up in words is unfolded. The page's name stands at the foot of each sheet.
(() => {
  if (window.kmTryck) return;
  window.kmTryck = true;
  const BREDD = 700, HOJD = 760, NASTAN = 1000;
  const RGB = /rgb(a?)\((\d+), ?(\d+), ?(\d+)/g, HEX = /#[0-9a-f]{6}\b/gi;
  let ater = [];

  const fot = () => {
    const blad = document.body.appendChild(document.createElement("style"));
    blad.textContent = window.kmGivet.fot.replace("TITEL", CSS.escape(document.querySelector("h1")?.innerText ?? ""));
    ater.push(() => blad.remove());
  };

  const iLjust = () => {
    const par = getComputedStyle(document.documentElement).getPropertyValue("--km-ljusa").trim().replaceAll('"', "");
    return Object.fromEntries(par.split(" ").filter(Boolean).map((p) => p.split("=")));
  };

  const ljus = (ritning, farger) => ritning
    .replace(RGB, (hel, a, ...rgb) => { const ny = farger[rgb.slice(0, 3).join()]; return ny ? `rgb${a}(${ny}` : hel; })
    .replace(HEX, (hel) => {
      const ny = farger[[1, 3, 5].map((i) => parseInt(hel.slice(i, i + 2), 16)).join()];
      return ny ? `rgb(${ny})` : hel;
    });

  const kopia = (diagram, farger, somDenStar) => {
    const { width = null, height = null } = diagram.layout ?? {};
    const lagom = height > HOJD && height < NASTAN ? HOJD : height;
    if (!somDenStar) window.Plotly.relayout(diagram, { width: BREDD, height: lagom });
    const uid = diagram._fullLayout._uid, blad = diagram.querySelector(".plot-container").cloneNode(true);
    blad.innerHTML = ljus(blad.innerHTML.replaceAll(uid, `${uid}papper`), farger);
    const ny = Object.assign(document.createElement("div"), { className: "js-plotly-plot km-papper" });
    ny.append(blad);
    if (!somDenStar) window.Plotly.relayout(diagram, { width, height });
    diagram.after(ny);
    ater.push(() => ny.remove());
  };

  const stall = () => {
    for (const gor of ater) gor();
    ater = [];
  };
  addEventListener("afterprint", stall);
  addEventListener("beforeprint", () => {
    stall();
    fot();
    for (const gomt of document.querySelectorAll("details:not([open], [data-testid] > *)")) {
      gomt.open = true;
      ater.push(() => { gomt.open = false; });
    }
    const farger = iLjust(), mote = !!document.querySelector(".st-key-km-visning");
    for (const diagram of document.querySelectorAll(".js-plotly-plot")) {
      if (diagram._fullLayout && diagram.querySelector(".plot-container")) kopia(diagram, farger, mote);
    }
  });
})();
