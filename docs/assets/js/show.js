/* A sentence to show at a counter, full screen, in French and in the person's language, with its law. */
"use strict";

(() => {
  const { all, button, make } = Guide.dom;

  function open(opener) {
    const close = button(opener.dataset.close, () => dialog.close());
    const parts = Array.from(opener.closest("figure").children).filter((part) => !part.contains(opener));
    const copies = parts.map((part) => part.cloneNode(true));
    const dialog = make("dialog", { class: "g-full", "aria-label": opener.textContent }, ...copies, close);
    dialog.addEventListener("close", () => {
      dialog.remove();
      opener.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
    close.focus();
  }

  /* Without <dialog> the sentence is read where it stands. */
  if (!document.createElement("dialog").showModal) return;
  for (const opener of all("[data-show]")) {
    opener.hidden = false;
    opener.addEventListener("click", () => open(opener));
  }
})();
