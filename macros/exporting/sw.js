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

/* Fills the cache of the edition of `lang`; what did not change since an older edition is not fetched again. */
async function keep(lang) {
  if (!EDITIONS[lang] || await isWhole(nameOf(lang))) return;
  var list = await (await fetch(ROOT + lang + "/edition.json", { cache: "no-cache" })).json();
  if (list.edition !== EDITIONS[lang]) throw new Error("the list is of another edition");
  var cache = await caches.open(nameOf(lang)), names = await caches.keys();
  var old = await Promise.all(names.filter(function (n) { return n.startsWith(prefixOf(lang)); }).map(function (n) { return caches.open(n); }));
  var waiting = list.files.slice();
  var worker = async function () {
    for (var next = waiting.pop(); next; next = waiting.pop()) {
      var url = ROOT + lang + "/" + next[0];
      await cache.put(url, await reused(old, url, next[1]) || await fetched(url, next[1]));
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  await cache.put(WHOLE, new Response(list.edition));
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
    if (found) return found;
  }
  try {
    return await fetch(request);
  } catch (error) {
    var kept = await keptLanguages(), home = kept.includes(lang) ? lang : kept[0];
    if (visiting && home && path !== ROOT + home + "/") return Response.redirect(ROOT + home + "/", 302);
    return Response.error();
  }
}
