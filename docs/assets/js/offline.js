/* Keeps the guide for the days without a network, tells when one is without, and offers a new edition. */
(function () {
  "use strict";
  var me = document.currentScript, words = JSON.parse(document.getElementById("g-words").textContent);

  function tell(id, text, action, act) {
    var old = document.getElementById(id), bar = document.createElement("p");
    if (old) old.remove();
    if (!text) return;
    bar.id = id;
    bar.className = "g-notice";
    bar.setAttribute("role", "status");
    bar.append(text);
    if (action) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "g-button";
      button.textContent = action;
      button.addEventListener("click", act);
      bar.append(" ", button);
    }
    document.querySelector("main").prepend(bar);
  }

  /* In the footer: nobody needs it now, everybody may look for it. */
  function unkept() {
    if (document.getElementById("g-unkept")) return;
    var line = document.createElement("p");
    line.id = "g-unkept";
    line.setAttribute("role", "status");
    line.textContent = words.pasgarde;
    document.querySelector(".g-footer").append(line);
  }

  var network = function () { tell("g-offline", navigator.onLine ? "" : words.horsligne + " " + words.edition); };
  if (location.protocol === "file:") return;
  addEventListener("online", network);
  addEventListener("offline", network);
  network();
  if (!("serviceWorker" in navigator)) return;

  var workers = navigator.serviceWorker, had = workers.controller, lang = document.documentElement.lang;
  workers.addEventListener("controllerchange", function () { if (had) location.reload(); had = true; });
  workers.addEventListener("message", function (event) {
    if (event.data && event.data.unkept === document.documentElement.lang) unkept();
  });

  /* An older edition is never read unawares: the worker compares what it keeps with what the host has. */
  workers.addEventListener("message", function (event) {
    if (event.data && event.data.newer === lang) workers.getRegistration().then(older);
    if (event.data && event.data.fresh === lang) location.reload();
  });
  function older(registration) {
    var warn = function () {
      tell("g-old", words.ancienne + " " + words.edition, words.lire, function () { workers.controller.postMessage({ fresh: lang }); });
    };
    if (!registration) return warn();
    registration.update().then(function () {
      var coming = registration.installing;
      if (registration.waiting) return;
      if (!coming) return warn();
      coming.addEventListener("statechange", function () { if (coming.state === "redundant") warn(); });
    }, warn);
  }
  if (had) addEventListener("load", function () { had.postMessage({ look: lang }); });

  addEventListener("load", function () {
    workers.register(me.dataset.root + "../sw.js", { updateViaCache: "none" }).then(function (registration) {
      var offer = function () {
        if (registration.waiting) tell("g-old");
        if (registration.waiting) tell("g-new", words.nouvelle, words.recharger, function () { registration.waiting.postMessage("now"); });
      };
      var follow = function () {
        if (registration.installing) registration.installing.addEventListener("statechange", function () { if (workers.controller) offer(); });
      };
      offer();
      follow();    // the browser may have found it before this script did
      registration.addEventListener("updatefound", follow);
      return workers.ready;
    }).then(function (registration) {
      var sparing = navigator.connection && navigator.connection.saveData;
      var asked = document.documentElement.classList.contains("g-desk");
      if (!sparing || asked) [document.documentElement.lang].concat(asked ? "fr" : []).forEach(function (lang) { registration.active.postMessage({ keep: lang }); });
    }).catch(function () { /* refused by the browser: the guide is read online */ });
  });
})();
