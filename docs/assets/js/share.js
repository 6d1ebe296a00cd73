/* « Partager »: the system's own sheet, where there is one. It gives what the text message gives: on a page to
   hide, neither its title nor its name. */
"use strict";

(() => {
  const { all, find, ignore } = Guide.dom;
  if (!navigator.share) return;
  for (const place of all("[data-share]")) {
    const { text, url } = place.dataset;
    place.hidden = false;
    find("button", place).addEventListener("click", () => {
      navigator.share({ text, url }).catch(ignore); // the person closed the sheet
    });
  }
})();
