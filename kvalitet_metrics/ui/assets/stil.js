// The style sheets of all pages (0) and of this one (1) hang last in the document, after those of Streamlit, where they
// stay when the page is left. They are read again only when they differ.
window.kmStil = (nr, text) => {
  const id = ["km-stil", "km-stil-sida"][nr];
  let blad = document.getElementById(id);
  if (!blad) {
    blad = Object.assign(document.createElement("style"), { id });
    document.body.append(blad);
  }
  if (blad.textContent !== text) blad.textContent = text;
};
window.kmStil(0, window.kmGivet.stil);
