/* The guide without a network. One worker for the site, a cache for each edition of each language; `__EDITIONS__` is written at build.

   A language is served from its cache once that cache is whole: every file was fetched and its hash compared with the edition's list.
   So what a person sees is always one edition. A new edition is fetched aside; it takes over when the page asks, or at the next
   page when no other is open. */
"use strict";
var EDITIONS = __EDITIONS__;
var ROOT = new URL("./", self.location).pathname;
var WHOLE = ROOT + "whole";
var prefixOf = function (lang) { return "guide " + ROOT + " " + lang + " "; };
var nameOf = function (lang) { return prefixOf(lang) + EDITIONS[lang]; };

async function isWhole(name) {
  return (await caches.has(name)) && Boolean(await (await caches.open(name)).match(WHOLE));
}

async function keptLanguages() {
  var names = await caches.keys(), kept = [];
  for (var lang of Object.keys(EDITIONS)) {
    for (var name of names) if (name.startsWith(prefixOf(lang)) && !kept.includes(lang) && await isWhole(name)) kept.push(lang);
  }
  return kept;
}

async function digest(bytes) {
  var sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum.slice(0, 8), function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
}

/* The file at `url` as the edition has it. Throws when the server gives another: the edition changed meanwhile. */
async function fetched(url, hash) {
  var answer = await fetch(url, { cache: "no-cache" });
  if (!answer.ok) throw new Error(url + " " + answer.status);
  var bytes = await answer.arrayBuffer();
  if (await digest(bytes) !== hash) throw new Error(url + " is not of this edition");
  return new Response(bytes, { headers: { "content-type": answer.headers.get("content-type") || "", "x-guide-hash": hash } });
}

async function reused(old, url, hash) {
  for (var cache of old) {
    var known = await cache.match(url);
    if (known && known.headers.get("x-guide-hash") === hash) return known;
  }
  return null;
}

/* Set once the person has asked to wipe all: nothing is kept any more. */
var forgotten = false;

/* Keeps the edition of `lang`. Where there is room for one edition only, the older one goes: it is the newer that is wanted. */
async function keep(lang) {
  try {
    await fill(lang);
  } catch (error) {
    if (error.name !== "QuotaExceededError" || !(await dropOlder(lang))) throw error;
    await fill(lang);
  }
}

async function dropOlder(lang) {
  var names = (await caches.keys()).filter(function (name) { return name.startsWith(prefixOf(lang)) && name !== nameOf(lang); });
  for (var name of names) await caches.delete(name);
  return names.length > 0;
}

/* Fills the cache of the edition of `lang`; what did not change since an older edition is not fetched again. */
async function fill(lang) {
  if (forgotten) return;
  if (!EDITIONS[lang] || await isWhole(nameOf(lang))) return;
  var list = await (await fetch(ROOT + lang + "/edition.json", { cache: "no-cache" })).json();
  if (list.edition !== EDITIONS[lang]) throw new Error("the list is of another edition");
  var cache = await caches.open(nameOf(lang)), names = await caches.keys();
  var old = await Promise.all(names.filter(function (n) { return n.startsWith(prefixOf(lang)); }).map(function (n) { return caches.open(n); }));
  var waiting = list.files.slice();
  var worker = async function () {
    for (var next = waiting.pop(); next && !forgotten; next = waiting.pop()) {
      var url = ROOT + lang + "/" + next[0];
      await cache.put(url, await reused(old, url, next[1]) || await fetched(url, next[1]));
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  if (!forgotten) await cache.put(WHOLE, new Response(list.edition));
}

/* Since when the host has shown another edition than the one kept, in the cache of that one; nothing while they are the same. */
var NEWER = ROOT + "newer", PATIENCE = 864e5;

/* Asks the host which edition it has. True when it is another one, or none at all: what is kept will then not be renewed by itself. */
async function isOlder(lang) {
  if (!EDITIONS[lang] || !(await isWhole(nameOf(lang)))) return false;
  var cache = await caches.open(nameOf(lang)), answer, list = {};
  try {
    answer = await fetch(ROOT + lang + "/edition.json", { cache: "no-cache" });
  } catch (error) {
    return false;
  }
  if (answer.ok) list = await answer.json().catch(function () { return {}; });
  if (list.edition === EDITIONS[lang]) {
    await cache.delete(NEWER);
    return false;
  }
  if (!(await cache.match(NEWER))) await since(lang, Date.now());
  return true;
}

async function since(lang, moment) {
  await (await caches.open(nameOf(lang))).put(NEWER, new Response(String(moment))).catch(function () { /* a full phone: told again at the next page */ });
}

/* Whether the host comes before what is kept: the person asked for it, or has been told of a newer edition for a day. */
async function isPassed(lang) {
  var told = await (await caches.open(nameOf(lang))).match(NEWER);
  return Boolean(told) && Date.now() - Number(await told.text()) > PATIENCE;
}

/* The answer of the host when it has one, not what the browser remembers of it; null when it cannot be reached or is out of order. */
async function fromHost(request) {
  var answer = await fetch(request, { cache: "no-cache" }).catch(function () { return null; });
  return answer && answer.status < 500 ? answer : null;
}

/* All that was kept, and this worker: the person asked for it. With `online`, only if it can be fetched again. */
async function forget(online) {
  if (online && !(await fetch(ROOT + "sw.js", { cache: "no-store" }).then(function (answer) { return answer.ok; }, function () { return false; }))) return;
  forgotten = true;
  for (var name of await caches.keys()) if (name.startsWith("guide " + ROOT + " ")) await caches.delete(name);
  await self.registration.unregister();
}

self.addEventListener("install", function (event) {
  event.waitUntil(keptLanguages().then(function (kept) { return Promise.all(kept.map(keep)); }));
});

self.addEventListener("activate", function (event) {
  event.waitUntil((async function () {
    var current = Object.keys(EDITIONS).map(nameOf);
    for (var name of await caches.keys()) if (name.startsWith("guide " + ROOT + " ") && !current.includes(name)) await caches.delete(name);
    await self.clients.claim();
  })());
});

self.addEventListener("message", function (event) {
  if (event.data === "now") event.waitUntil(self.skipWaiting());
  else if (event.data && event.data.forget) event.waitUntil(forget(event.data.online));
  else if (event.data && event.data.look) event.waitUntil(isOlder(event.data.look).then(function (older) {
    if (older) event.source.postMessage({ newer: event.data.look });
  }));
  else if (event.data && event.data.fresh) event.waitUntil(since(event.data.fresh, 0).then(function () {
    event.source.postMessage({ fresh: event.data.fresh });
  }));
  else if (event.data && event.data.keep) event.waitUntil(keep(event.data.keep).then(function () {
    event.source.postMessage({ kept: event.data.keep });
  }).catch(function () { /* no network, or the edition changed: the next page tries again */ }));
});

self.addEventListener("fetch", function (event) {
  var url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin || !url.pathname.startsWith(ROOT)) return;
  event.respondWith(answer(event.request, url.pathname.replace(/\/index\.html$/, "/")));
});

async function answer(request, path) {
  var visiting = request.mode === "navigate", lang = path.slice(ROOT.length).split("/")[0];
  if (visiting && self.registration.waiting && (await self.clients.matchAll()).length < 2) {
    self.registration.waiting.postMessage("now");
    return new Response("", { headers: { refresh: "0", "content-type": "text/html" } });
  }
  if (EDITIONS[lang] && await isWhole(nameOf(lang))) {
    var found = await (await caches.open(nameOf(lang))).match(path);
    if (found) return (await isPassed(lang) && await fromHost(request)) || found;
  }
  try {
    return await fetch(request);
  } catch (error) {
    var kept = await keptLanguages(), home = kept.includes(lang) ? lang : kept[0];
    if (visiting && home && path !== ROOT + home + "/") return Response.redirect(ROOT + home + "/", 302);
    return Response.error();
  }
}
