/* « Ma liste » as a booklet: A4 on its side, folded once. What is printed only then waits in the page; the
   style does the rest (leaflet.css). Nothing is kept and nothing is sent. */
"use strict";

(() => {
  const { find } = Guide.dom;
  const button = find("[data-print-leaflet]");
  if (!button) return;
  const root = document.documentElement;
  button.hidden = false;
  button.addEventListener("click", () => {
    root.classList.add("g-leaflet");
    print();
  });
  addEventListener("afterprint", () => root.classList.remove("g-leaflet"));
})();
