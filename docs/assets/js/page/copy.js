/* The copy of the guide that this device keeps for the days without a network. It comes by itself on a good
   line, once the page is quiet; on a line that is slow or paid by weight, only when the person says yes. The
   foot of each page says whether it is there, and takes it away. */
"use strict";

Guide.copy = (() => {
  const { all, find, ignore } = Guide.dom;
  const { device } = Guide.storage;
  const { lang } = Guide;
  /* « no » once the person has taken the copy away: it does not come back by itself. */
  const KEY = "guide.copy";
  const place = find("[data-offline-copy]");
  const words = place.dataset;
  const isSensitive = Boolean(find("[data-quit], [data-sensitive]"));
  let worker = null;
  let size = "";

  const isAtCounter = () => document.documentElement.classList.contains("g-desk");

  /* A line that the person pays by weight, or that is slow. Browsers that do not say are taken at their best. */
  function isSparing(line) {
    if (!line) return false;
    return (
      Boolean(line.saveData) || line.type === "cellular" || /^(?:slow-2g|2g|3g)$/.test(line.effectiveType)
    );
  }

  /* Shows one state of the copy – « offer », « coming », « kept », « gone » –, or none. */
  function show(state) {
    place.hidden = !state;
    for (const part of all("[data-state]", place)) part.hidden = part.dataset.state !== state;
  }

  function weigh(bytes) {
    const mega = new Intl.NumberFormat(lang, { numberingSystem: "latn", maximumFractionDigits: 1 });
    size = bytes ? words.size.replace("{n}", mega.format(Math.max(bytes / 1e6, 0.1))) : "";
    find("[data-size]", place).textContent = size && `\u00a0: ${size}`;
  }

  function fetchAll() {
    show("coming");
    worker.postMessage({ keep: lang });
  }

  /* At the first idle moment, and after two seconds in any case: a browser that is busy, or that draws nothing,
     may never have one. */
  const whenQuiet = (act) =>
    window.requestIdleCallback ? requestIdleCallback(act, { timeout: 2000 }) : setTimeout(act, 2000);

  /* What the worker says of the copy of this language. A page to hide begins none. */
  function hear({ bytes, whole }) {
    weigh(bytes);
    if (whole) show("kept");
    else if (isSensitive) show("");
    else if (device.get(KEY) || isSparing(navigator.connection)) show("offer");
    else whenQuiet(fetchAll);
  }

  /* Asks `active`, the worker, where the copy stands. At a counter all comes at once, French too. */
  function begin(active) {
    worker = active;
    if (isAtCounter()) for (const code of [lang, "fr"]) worker.postMessage({ keep: code });
    else worker.postMessage({ copy: lang });
  }

  /* The worker takes everything away: it goes on when this page is left. At a counter the next person needs the
     guide, network or not: there, what is kept goes only if it can be fetched again. */
  function drop() {
    if (!navigator.serviceWorker || location.protocol === "file:") return;
    const site = new URL(`${Guide.root}../`, location.href);
    unregister(site).catch(ignore); // refused by the browser: nothing is kept
    if (!isAtCounter() && window.caches) dropCaches(site).catch(ignore); // refused too
  }

  async function unregister(site) {
    const registration = await navigator.serviceWorker.getRegistration(site.href);
    if (!registration) return;
    const online = isAtCounter();
    if (registration.active) registration.active.postMessage({ forget: true, online });
    if (!online) registration.unregister();
  }

  async function dropCaches(site) {
    const names = await caches.keys();
    for (const name of names.filter((one) => one.startsWith(`guide ${site.pathname} `))) caches.delete(name);
  }

  find("[data-copy-keep]", place).addEventListener("click", () => {
    device.remove(KEY);
    fetchAll();
  });
  find("[data-copy-drop]", place).addEventListener("click", () => {
    device.set(KEY, "no");
    drop();
    show("gone");
  });
  addEventListener("guide:wipe", () => show(""));

  return { begin, drop, hear, isSensitive, isSparing, show };
})();
