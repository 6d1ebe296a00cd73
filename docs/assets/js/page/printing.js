/* Buttons that print the page: they do nothing without a script, so they show only with it. */
"use strict";

for (const button of Guide.dom.all("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
