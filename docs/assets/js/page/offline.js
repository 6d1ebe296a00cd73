/* Keeps the guide for the days without a network, tells when one is without, and offers a new edition. */
"use strict";

(() => {
  const { announce, button, find, ignore, make } = Guide.dom;
  const words = Guide.dom.words();
  const workers = navigator.serviceWorker;
  const { lang } = Guide;
  /* Whether this page was asked to show the new edition. */
  let wanted = false;

  function tellNetwork() {
    if (navigator.onLine) announce("g-offline");
    else announce("g-offline", `${words.horsligne} ${words.edition}`);
  }

  /* In the footer: nobody needs it now, everybody may look for it. */
  function tellUnkept() {
    Guide.copy.show("");
    if (document.getElementById("g-unkept")) return;
    find(".g-footer").append(make("p", { id: "g-unkept", role: "status" }, words.pasgarde));
  }

  function tellOld() {
    const read = button(words.lire, () => workers.controller.postMessage({ fresh: lang }));
    announce("g-old", `${words.ancienne} ${words.edition}`, " ", read);
  }

  function tellNew(show) {
    announce("g-old");
    announce("g-new", words.nouvelle, " ", button(words.recharger, show));
  }

  /* A worker that waits takes over when the person asks for it. */
  function offer({ waiting }) {
    if (!waiting) return;
    tellNew(() => {
      wanted = true;
      waiting.postMessage("now");
    });
  }

  /* An older edition is never read unawares: the worker compares what it keeps with what the host has. When
     the newer one can be fetched, it will be offered; else the person is told that this one is old. */
  async function older() {
    const registration = await workers.getRegistration();
    if (!registration || !(await isComing(registration))) tellOld();
  }

  async function isComing(registration) {
    try {
      await registration.update();
    } catch (_error) {
      return false;
    }
    const { installing, waiting } = registration;
    if (installing && !waiting) {
      installing.addEventListener("statechange", () => {
        if (installing.state === "redundant") tellOld();
      });
    }
    return Boolean(installing || waiting);
  }

  function hear(message) {
    if (!message) return;
    if (message.copy === lang) Guide.copy.hear(message);
    if (message.kept === lang) Guide.copy.show("kept");
    if (message.unkept === lang) tellUnkept();
    if (message.newer === lang) older();
    if (message.fresh === lang) location.reload();
  }

  /* Offers an edition that installs itself while the page is read. */
  function follow(registration) {
    if (!registration.installing) return;
    registration.installing.addEventListener("statechange", () => {
      if (workers.controller) offer(registration);
    });
  }

  async function register() {
    const registration = await workers.register(Guide.program(`${Guide.root}../sw.js`), {
      updateViaCache: "none",
    });
    offer(registration);
    follow(registration); // the browser may have found it before this script did
    registration.addEventListener("updatefound", () => follow(registration));
    return workers.ready;
  }

  /* A page to hide brings no worker to a device that has none. */
  async function keep() {
    if (Guide.copy.isSensitive && !(await workers.getRegistration())) return;
    const { active } = await register();
    Guide.copy.begin(active);
  }

  /* A new worker took over. Only the page that was asked for it is shown anew: another tab may hold answers
     that nobody keeps. */
  function changed() {
    if (wanted) location.reload();
    else tellNew(() => location.reload());
  }

  function work() {
    const before = workers.controller;
    let known = Boolean(before);
    workers.addEventListener("controllerchange", () => {
      if (known) changed();
      known = true;
    });
    workers.addEventListener("message", (event) => hear(event.data));
    addEventListener("load", () => {
      if (before) before.postMessage({ look: lang });
      keep().catch(ignore); // refused by the browser: the guide is read online
    });
  }

  if (location.protocol === "file:") return;
  Guide.dom.listen(window, "online offline", tellNetwork);
  tellNetwork();
  if (workers) work();
})();
