// The style sheets of all pages and of this one hang last in the document, after those of Streamlit, where they stay
// when the page is left. They are read again only when they differ.
["km-stil", "km-stil-sida"].forEach((id, nr) => {
  let blad = document.getElementById(id);
  if (!blad) {
    blad = Object.assign(document.createElement("style"), { id });
    document.body.append(blad);
  }
  if (blad.textContent !== window.kmGivet.stil[nr]) blad.textContent = window.kmGivet.stil[nr];
});
