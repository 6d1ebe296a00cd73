/* Buttons that print the page: they do nothing without a script, so they show only with it. */
"use strict";

/* On paper no fold can be opened: what was closed is printed open, then closed again. Texts of law, long and
   dated, stay on the screen. */
(() => {
  const { all } = Guide.dom;
  let opened = [];

  addEventListener("beforeprint", () => {
    opened = all("main details:not([open])").filter(
      (fold) => !fold.matches(".g-proof, .g-share, #loi") && !fold.closest("#loi"),
    );
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
})();

for (const button of Guide.dom.all("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
