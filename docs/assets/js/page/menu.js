/* The menu of a narrow screen. */
"use strict";

(() => {
  const { find } = Guide.dom;
  const button = find("[data-menu]");
  const list = document.getElementById("g-menu");

  function set(open) {
    list.classList.toggle("g-open", open);
    button.setAttribute("aria-expanded", String(open));
  }

  const isOpen = () => list.classList.contains("g-open");

  button.addEventListener("click", () => set(!isOpen()));
  find(".g-header").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    set(false);
    button.focus();
  });
})();
