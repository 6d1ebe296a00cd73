/* Counter mode: larger type, French beside the person's language, a bar of tools, and a wipe when nobody
   touches anything. */
"use strict";

(() => {
  const { all, button, find, listen, make } = Guide.dom;
  const { session } = Guide.storage;
  const words = Guide.dom.words();
  const home = find(".g-brand").href;
  const KEY = "guide.desk";
  /* Seconds without a touch before a warning, and from the warning to the wipe. */
  const IDLE = 5 * 60;
  const WARNING = 60;
  const QUIET = { class: "g-button g-quiet" };
  let quiet = 0;
  let dialog = null;

  /* For the next person: all goes but the mode itself. Where the store is refused, the mode ends here. */
  function wipe() {
    dispatchEvent(new Event("guide:forget"));
    session.set(KEY, "1");
    location.replace(home);
  }

  /* Where the store is refused, the mode ends with the page anyway. */
  function leave() {
    session.remove(KEY);
    location.replace(location.href.replace(/([?&])guichet\b=?\w*/, "").split("#")[0]);
  }

  function addBar() {
    const list = make("a", { ...QUIET, href: find("[data-my-list]").href }, words.liste);
    const bar = make(
      "div",
      { class: "g-desk-bar", role: "region", "aria-label": words.guichet },
      make("strong", {}, words.guichet),
      list,
      button(words.imprimer, () => print(), QUIET),
      button(words.effacer, wipe),
      button(words.quitter, leave, QUIET),
    );
    find(".g-skip").after(bar);
    for (const keeper of all("[data-keep]")) keeper.closest("label").hidden = true;
  }

  /* « Continuer » starts again, as often as wanted. */
  function warn() {
    const go = button(words.continuer, touched);
    dialog = make(
      "dialog",
      { class: "g-warning", role: "alertdialog", "aria-labelledby": "g-warning" },
      make("p", { id: "g-warning" }, words.veille),
      make("p", { class: "g-left", "aria-hidden": "true" }),
      go,
    );
    dialog.addEventListener("cancel", touched);
    document.body.append(dialog);
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
    go.focus();
  }

  function touched() {
    quiet = 0;
    if (dialog) dialog.remove();
    dialog = null;
  }

  function tick() {
    quiet += 1;
    const left = IDLE + WARNING - quiet;
    if (left <= 0) {
      quiet = 0;
      wipe();
    } else if (quiet >= IDLE) {
      if (!dialog) warn();
      find(".g-left", dialog).textContent = left;
    }
  }

  addBar();
  setInterval(tick, 1000);
  const touch = () => {
    if (!dialog) quiet = 0;
  };
  listen(window, "pointerdown keydown wheel touchstart input", touch, { passive: true });
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();
