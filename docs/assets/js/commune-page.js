/* The page of a commune: « C’est ma commune », the address copied, the map of the telephone at hand. */
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

  /* iPhones read no `geo:`: their map has an address of its own. */
  if (/iPhone|iPad|Macintosh/.test(navigator.userAgent)) {
    for (const link of all(".g-map")) link.href = link.href.replace(/^geo:0,0/, "maps:");
  }

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
