// A chart as a picture: its sentence, the drawing, where the figures come from. Made in the browser, so it works
// without a network. The picture goes to the clipboard; where that is not allowed it is downloaded instead.
(() => {
  if (window.kmKopiera) return;
  window.kmKopiera = true;
  const KANT = 24, SKALA = 2;

  const diagramFore = (knapp) => [...document.querySelectorAll(".js-plotly-plot")]
    .filter((d) => d.compareDocumentPosition(knapp) & Node.DOCUMENT_POSITION_FOLLOWING).pop();

  const rader = (penna, text, bredd) => {
    const svar = [""];
    for (const ord of text.split(" ")) {
      const prov = `${svar.at(-1)} ${ord}`.trim();
      if (svar.at(-1) && penna.measureText(prov).width > bredd) svar.push(ord);
      else svar[svar.length - 1] = prov;
    }
    return svar;
  };

  // A drawing that becomes an image reads no style sheet, so it carries the page's own font with it.
  let typsnittet;
  const typsnitt = async () => {
    const regler = [...document.styleSheets]
      .flatMap((blad) => { try { return [...blad.cssRules]; } catch { return []; } })
      .filter((r) => r instanceof CSSFontFaceRule && /Source Sans/.test(r.style.getPropertyValue("font-family")))
      .filter((r) => !/italic/.test(r.style.getPropertyValue("font-style")));
    const stycken = await Promise.all(regler.map(async (r) => {
      const [, plats] = r.style.getPropertyValue("src").match(/url\("?([^")]+)"?\)/) || [];
      if (!plats) return "";
      const fil = await (await fetch(new URL(plats, r.parentStyleSheet.href || location.href))).blob();
      const data = await new Promise((klar) => {
        const lasare = new FileReader();
        lasare.onload = () => klar(lasare.result);
        lasare.readAsDataURL(fil);
      });
      const vikt = r.style.getPropertyValue("font-weight") || "400";
      return `@font-face{font-family:"Source Sans";font-weight:${vikt};src:url(${data})}`;
    }));
    return stycken.join("");
  };

  const ritad = async (diagram, bredd, hojd) => {
    const svg = decodeURIComponent((await window.Plotly.toImage(diagram, { format: "svg", width: bredd, height: hojd }))
      .replace(/^data:image\/svg\+xml,/, ""));
    typsnittet ??= typsnitt().catch(() => "");
    // A script with a tag in its text is taken away before it reaches the page, hence the sign's number.
    const stil = `\x3Cstyle>${await typsnittet}\x3C/style>`;
    const slut = svg.indexOf(">") + 1;
    const med = svg.slice(0, slut) + stil + svg.slice(slut);
    const ritning = new Image();
    ritning.src = URL.createObjectURL(new Blob([med], { type: "image/svg+xml" }));
    await ritning.decode();
    return ritning;
  };

  const bild = async (plats, diagram) => {
    const bredd = Math.max(diagram.clientWidth, 640), hojd = diagram.clientHeight;
    const ritning = await ritad(diagram, bredd, hojd);
    const stil = getComputedStyle(document.documentElement);
    const farg = (namn) => stil.getPropertyValue(`--km-${namn}`).trim();
    const font = getComputedStyle(plats).fontFamily;
    const stycken = [
      { text: plats.dataset.rubrik, font: `650 20px ${font}`, rad: 26, farg: farg("svart") },
      { text: plats.dataset.under, font: `16px ${font}`, rad: 22, farg: farg("dampad") },
      null,
      { text: plats.dataset.kalla, font: `14px ${font}`, rad: 20, farg: farg("dampad") },
    ];
    const duk = document.createElement("canvas");
    let penna = duk.getContext("2d");
    let total = 2 * KANT;
    for (const s of stycken) {
      if (!s) { total += hojd + 16; continue; }
      penna.font = s.font;
      s.rader = s.text ? rader(penna, s.text, bredd) : [];
      total += s.rader.length * s.rad;
    }
    duk.width = (bredd + 2 * KANT) * SKALA;
    duk.height = total * SKALA;
    penna = duk.getContext("2d");
    penna.scale(SKALA, SKALA);
    penna.fillStyle = farg("papper");
    penna.fillRect(0, 0, duk.width, duk.height);
    penna.textBaseline = "top";
    let y = KANT;
    for (const s of stycken) {
      if (!s) { penna.drawImage(ritning, KANT, y + 8, bredd, hojd); y += hojd + 16; continue; }
      penna.font = s.font;
      penna.fillStyle = s.farg;
      for (const rad of s.rader) { penna.fillText(rad, KANT, y); y += s.rad; }
    }
    return new Promise((klar, fel) => duk.toBlob((b) => (b ? klar(b) : fel(new Error("tom"))), "image/png"));
  };

  const ladda = (blob, namn) => {
    const lank = document.createElement("a");
    lank.href = URL.createObjectURL(blob);
    lank.download = namn;
    lank.click();
    setTimeout(() => URL.revokeObjectURL(lank.href), 10000);
  };

  document.addEventListener("click", async (handelse) => {
    const knapp = handelse.target.closest?.(".km-bild button");
    if (!knapp) return;
    const plats = knapp.closest(".km-bild"), svar = plats.querySelector("[role=status]");
    const diagram = diagramFore(knapp);
    const namn = `${plats.dataset.fil}.png`;
    if (!diagram || !window.Plotly) { svar.textContent = "Diagrammet är inte färdigritat. Försök igen."; return; }
    try {
      const blob = bild(plats, diagram);
      if (knapp.dataset.gor === "hamta") {
        ladda(await blob, namn);
        svar.textContent = "Bilden är hämtad.";
        return;
      }
      try {
        await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
        svar.textContent = "Bilden är kopierad.";
      } catch {
        ladda(await blob, namn);
        svar.textContent = "Webbläsaren tillåter inte kopiering. Bilden hämtades i stället.";
      }
    } catch {
      svar.textContent = "Bilden kunde inte göras. Hämta tabellen i stället.";
    }
  });
})();
