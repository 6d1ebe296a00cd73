/* The page of a commune: « C’est ma commune », the address copied. */
"use strict";

(() => {
  const { all, find } = Guide.dom;
  const page = find("[data-commune]");
  const { commune } = Guide;
  const chooser = find("[data-choose]");
  const isOurs = () => commune.chosen() === page.dataset.commune;

  function tell() {
    chooser.hidden = isOurs();
  }

  find("button", chooser).addEventListener("click", () => {
    commune.choose(page.dataset.commune);
    document.documentElement.classList.add("g-just-chosen");
    commune.refresh();
    tell();
  });
  addEventListener("guide:wipe", tell);
  tell();

  async function copy(event) {
    const button = event.currentTarget;
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.copied;
  }

  /* A page opened from a folder, or by plain http, may not copy: the address is there to be selected. */
  if (!navigator.clipboard) return;
  for (const button of all("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", (event) => copy(event).catch(Guide.dom.ignore));
  }
})();
