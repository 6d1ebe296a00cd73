/* « Tout effacer »: all that the guide wrote on this device goes – what was ticked, the counter's mode, the
   pages kept for the days without a network. Other scripts ask for it by the event `guide:forget`, and hear
   `guide:wipe`. */
"use strict";

(() => {
  const { all, ignore } = Guide.dom;

  function forget() {
    Guide.storage.session.forget();
    Guide.storage.device.forget();
    dispatchEvent(new Event("guide:wipe"));
    if (navigator.serviceWorker && location.protocol !== "file:") forgetPages();
  }

  /* The worker does it: it goes on when this page is left. At a counter the next person needs the guide,
     network or not: there, what is kept goes only if it can be fetched again. */
  function forgetPages() {
    const site = new URL(`${Guide.root}../`, location.href);
    const atCounter = document.documentElement.classList.contains("g-desk");
    unregister(site, atCounter).catch(ignore); // refused by the browser: nothing is kept
    if (!atCounter && window.caches) dropCaches(site).catch(ignore); // refused too
  }

  async function unregister(site, atCounter) {
    const registration = await navigator.serviceWorker.getRegistration(site.href);
    if (!registration) return;
    if (registration.active) registration.active.postMessage({ forget: true, online: atCounter });
    if (!atCounter) registration.unregister();
  }

  async function dropCaches(site) {
    const names = await caches.keys();
    for (const name of names.filter((one) => one.startsWith(`guide ${site.pathname} `))) caches.delete(name);
  }

  for (const button of all("[data-wipe]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      forget();
      for (const status of all("[data-wiped]", button.parentNode)) status.textContent = status.dataset.wiped;
    });
  }
  addEventListener("guide:forget", forget);
})();
