// Streamlit speaks English in a few places that it gives no setting for: the language of the document, the file
// uploader, lists and the toolbar of tables. This says the same in Swedish, also in what is drawn later.
(() => {
  document.documentElement.lang = "sv";
  if (window.kmSvenska) return;
  window.kmSvenska = true;
  const ORD = new Map(Object.entries({
    "Upload": "Välj filer",
    "Drag and drop files here": "Dra och släpp filer här",
    "Drag and drop file here": "Dra och släpp en fil här",
    "Browse files": "Välj filer",
    "Skip to main content": "Hoppa till innehållet",
    "No results": "Inga träffar",
    "No options to select": "Inget att välja",
    "Choose options": "Välj",
    "Choose an option": "Välj",
    "Select all": "Välj alla",
    "Selected values": "Valda",
    "Clear all": "Rensa",
    "Clear value": "Rensa",
    "Clear selection": "Rensa",
    "Fullscreen": "Helskärm",
    "Close fullscreen": "Stäng helskärm",
    "Download as CSV": "Ladda ner som CSV",
    "Show/hide columns": "Visa eller dölj kolumner",
    "Search": "Sök",
    "Previous Result": "Förra träffen",
    "Next Result": "Nästa träff",
    "Close Search": "Stäng sökningen",
    "over 1000": "över 1 000 träffar",
    "(index)": "(radnummer)",
    "Dataframe column menu": "Kolumnens meny",
    "Copy column name": "Kopiera kolumnens namn",
    "Sort ascending": "Sortera stigande",
    "Sort descending": "Sortera fallande",
    "Autosize": "Anpassa bredden",
    "Pin column": "Lås kolumnen",
    "Unpin column": "Lås upp kolumnen",
    "Hide column": "Dölj kolumnen",
    "Statistics": "Sammanfattning",
    "Based on sample": "Ur ett urval av raderna",
    "No data": "Inga uppgifter",
    "No content": "Inga uppgifter",
    "Values": "Värden",
    "Empty": "Tomma",
    "Distinct": "Olika",
    "Count": "Antal",
    "Range": "Spann",
    "Minimum": "Minst",
    "Maximum": "Störst",
    "Average": "Medelvärde",
    "Standard deviation": "Standardavvikelse",
    "Sum": "Summa",
    "Minimum length": "Kortaste text",
    "Maximum length": "Längsta text",
    "Average length": "Textens medellängd",
    "Automatic": "Automatisk",
    "Localized": "Som i datorn",
    "Plain": "Enkel",
    "Compact": "Kort",
    "Percent": "Procent",
    "Scientific": "Tiopotens",
    "Accounting": "Bokföring",
    "Calendar": "Kalender",
    "Distance": "Tid sedan dess",
    "Duration": "Varaktighet",
    "Copy to clipboard": "Kopiera",
    "Copied": "Kopierat",
    "Running...": "Räknar …",
    "Stop": "Stopp",
    "Connecting": "Ansluter",
    "Close": "Stäng",
    "Dismiss": "Stäng",
    "Link to heading": "Länk till rubriken",
    "Remove file": "Ta bort filen",
    "empty": "tomt",
    "Sidebar": "Meny",
    "Collapse sidebar": "Stäng menyn",
    "Expand sidebar": "Öppna menyn",
    "Open sidebar": "Öppna menyn",
    "Open": "Öppna",
    "file upload": "filer",
    "Add files": "Lägg till filer",
    "Increment": "Öka",
    "Decrement": "Minska",
    "progress": "Så långt har du kommit",
    "App pages": "Sidor",
    "Navigate to home page": "Till Översikt",
    "Press Enter to apply": "Tryck på Enter",
    "Add options": "Lägg till",
    "Error:": "Fel:",
    "Only one file is allowed.": "Här går det att välja en fil.",
    "File size is too small.": "Filen är tom.",
    "Unexpected error. Please try again.": "Filen gick inte att ta emot. Ta bort den här och välj den igen.",
    "Page not found": "Sidan finns inte",
    "Connection error": "Ingen kontakt med programmet",
  }));
  const MONSTER = [
    [/^(\d+)\s?([KMGT]?B) per file(?: • (.*))?$/, (_, n, e, s) => `Högst ${n} ${e} per fil${s ? ": " + s : ""}`],
    [/^(?:\S+ )?files are not allowed\.$/,
     () => "Den här sortens fil går inte att läsa. Spara den som Excel (.xlsx) eller CSV och välj den på nytt."],
    [/^File must be ([\d.]+)\s?([KMG]?B) or smaller\.$/,
     (_, n, e) => `Filen är större än ${Math.round(n)} ${e}. Dela den i flera filer och välj dem.`],
    [/^AxiosError: .*$/s,
     () => "Förbindelsen bröts innan hela filen kom fram. Inget är sparat. Ta bort filen här och välj den på nytt."],
    [/^\S+ icon$/, () => "Symbol"],
    [/^This app has encountered an error\..*$/s,
     () => "Något gick fel i programmet. Inget är ändrat. Ladda om sidan; händer det igen, säg till den som sköter programmet."],
    [/^The page that you have requested does not seem to exist.*$/, () => "Sidan finns inte. I stället visas Översikt."],
    [/^Is Streamlit still running\?.*$/, () => "Programmet har stannat. Starta det igen där det startades."],
    [/^(.*?)(\d+)\.(\d+)\s?([KMG]?B)$/, (_, f, a, b, e) => `${f}${a},${b} ${e.replace("K", "k")}`],
    [/^(\d+) options? available\.$/, (_, n) => `${n} att välja bland.`],
    [/^(.+), selected$/s, (_, v) => `${v}, vald`],
    [/^(?:(\d+) of )?(\d+) results?$/, (_, i, n) => `${i ? i + " av " : ""}${n} ${n === "1" ? "träff" : "träffar"}`],
    [/^(\d+) of over 1000$/, (_, i) => `${i} av över 1 000 träffar`],
    [/^(?:(\d+) \()?(\d+(?:,\d+)?)%(\))?$/, (_, n, p, s) => `${n ? n + " (" : ""}${p}\u00a0%${s ?? ""}`],
    [/^Help for (.+)$/, (_, f) => `Hjälp om ${f}`],
    [/^Fullscreen: (.+)$/s, (_, f) => `Helskärm: ${f}`],
    [/^Remove (.+)$/, (_, f) => `Ta bort ${f}`],
    [/^Showing page (\d+) of (\d+)$/, (_, a, b) => `Sida ${a} av ${b}`],
    [/^(\d+) more\.\.\.$/, (_, n) => `${n} till`],
  ];
  const svenska = (s) => {
    const t = s.trim();
    if (ORD.has(t)) return s.replace(t, ORD.get(t));
    for (const [m, till] of MONSTER) if (m.test(t)) return t.replace(m, till);
    return s;
  };
  const ATTRIBUT = ["aria-label", "title", "placeholder"];
  const oversatt = (nod) => {
    if (nod.nodeType === Node.TEXT_NODE) {
      const ny = svenska(nod.data);
      if (ny !== nod.data) nod.data = ny;
      return;
    }
    if (!(nod instanceof HTMLElement)) return;  // a drawing holds the app's own words
    if (nod.dataset.testid === "stIconMaterial") {
      nod.setAttribute("aria-hidden", "true");
      return;
    }
    for (const a of ATTRIBUT) {
      const v = nod.getAttribute(a);
      if (v) { const ny = svenska(v); if (ny !== v) nod.setAttribute(a, ny); }
    }
    nod.childNodes.forEach(oversatt);
  };
  new MutationObserver((andringar) => {
    for (const a of andringar) a.type === "childList" ? a.addedNodes.forEach(oversatt) : oversatt(a.target);
  }).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUT,
  });
  oversatt(document.body);
})();
