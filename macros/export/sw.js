/* The guide without a network. One worker for the site, a cache for each edition of each language; `__EDITIONS__` and `__NUMBERS__` are written
   at build.

   A language is served from its cache once that cache is whole: every file was fetched and its hash compared with the edition's list.
   So what a person sees is always one edition. A new edition is fetched aside; it takes over when the page asks, or at the next
   page when no other is open. */
"use strict";
var EDITIONS = __EDITIONS__;
/* Number of a short address -> its page, below a language. */
var NUMBERS = __NUMBERS__;
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
  if (await digest(bytes) !== hash) throw Object.assign(new Error(url + " is not of this edition"), { altered: true });
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

/* The same for a page that asks; false when it cannot be. A host that changes what it sends, or a full phone, will do so again: it is
   not tried anew at each page. */
var REFUSED = ROOT + "refused", AGAIN = 36e5;
async function keepForPage(lang) {
  if (forgotten || !EDITIONS[lang] || await isWhole(nameOf(lang))) return true;
  var notes = await caches.open(nameOf(lang)), refused = await notes.match(REFUSED);
  if (refused && Date.now() - Number(await refused.text()) < AGAIN) return false;
  try {
    await keep(lang);
    return true;
  } catch (error) {
    if (!error.altered && error.name !== "QuotaExceededError") throw error;
    await notes.put(REFUSED, new Response(String(Date.now()))).catch(function () { /* not even a line fits */ });
    return false;
  }
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
  else if (event.data && event.data.keep) event.waitUntil(keepForPage(event.data.keep).then(function (kept) {
    event.source.postMessage(kept ? { kept: event.data.keep } : { unkept: event.data.keep });
  }).catch(function () { /* no network, or the edition changed: the next page tries again */ }));
});

self.addEventListener("fetch", function (event) {
  var url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin || !url.pathname.startsWith(ROOT)) return;
  event.respondWith(answer(event.request, url.pathname.replace(/\/index\.html$/, "/")));
});

async function answer(request, path) {
  var visiting = request.mode === "navigate";
  if (visiting && self.registration.waiting && (await self.clients.matchAll()).length < 2) {
    self.registration.waiting.postMessage("now");
    return new Response("", { headers: { refresh: "0", "content-type": "text/html" } });
  }
  var found = await held(path);
  if (found) return (await isPassed(path.slice(ROOT.length).split("/")[0]) && await fromHost(request)) || found;
  try {
    return await fetch(request);
  } catch (error) {
    if (!visiting || request.destination === "iframe") return Response.error();
    return (await again(request, path)) || (await withoutNetwork(path, new URL(request.url).hash.slice(1)));
  }
}

/* The file at `path` as the edition of its language has it, when that edition is whole. */
async function held(path) {
  var lang = path.slice(ROOT.length).split("/")[0];
  if (!EDITIONS[lang] || !(await isWhole(nameOf(lang)))) return undefined;
  return (await caches.open(nameOf(lang))).match(path);
}

/* A paper opened before may still lie in the browser's own store. */
async function again(request, path) {
  if (!/\.pdf$/.test(path)) return undefined;
  return fetch(request.url, { cache: "force-cache" }).catch(function () { return undefined; });
}

/* What is shown to somebody who asks, without a network, for what no cache holds: the very page when it is kept under another
   address, else a page that says what is not kept and offers what is. Never another page in silence. `wanted` is the language that a
   short address names after « # ». */
async function withoutNetwork(path, wanted) {
  var below = path.slice(ROOT.length), languages = [];
  for (var code of Object.keys(EDITIONS)) if (await held(ROOT + code + "/hors-ligne/")) languages.push(code);
  if (!languages.length) return Response.error();
  var number = NUMBERS[below.replace(/\/$/, "")];
  if (number) below = (EDITIONS[wanted] ? wanted : preferred(languages)) + "/" + number;
  else if (EDITIONS[below]) below += "/";
  else if (!below) below = preferred(languages) + "/";
  else if (await held(path + "/")) below += "/";
  if (await held(ROOT + below)) return there(below);
  var asked = below.split("/")[0], mine = languages.includes(asked) ? asked : preferred(languages);
  var say = "#demande=" + encodeURIComponent(ROOT + below), instead = await insteadOf(below, mine);
  return there(mine + "/hors-ligne/" + say + (instead === null ? "" : "&garde=" + encodeURIComponent(ROOT + mine + "/" + instead)));
}

function there(below) { return Response.redirect(ROOT + below, 302); }

/* The language that the person reads best among those kept. */
function preferred(languages) {
  var wished = (self.navigator.languages || []).map(function (code) { return code.split("-")[0]; });
  return wished.find(function (code) { return languages.includes(code); }) || languages[0];
}

/* The page, below the kept language `mine`, that says the same as what stands at `below`: the page of a sheet, of an address card,
   the same page of another language. Null when there is none. */
async function insteadOf(below, mine) {
  var sheet = /^[^/]+\/fiches\/(?:(criteres|guichet)\/)?([a-z0-9-]+)\.(?:[a-z-]+\.)?pdf$/.exec(below);
  var card = /^data\/contacts\/([a-z0-9-]+)\.vcf$/.exec(below);
  var other = /^([^/]+)\/((?:[^.]*\/)?)$/.exec(below);
  var page = sheet ? (sheet[1] || "demarches") + "/" + sheet[2] + "/" : card ? "contacts/" + card[1] + "/" : other && EDITIONS[other[1]] ? other[2] : null;
  return page !== null && await held(ROOT + mine + "/" + page) ? page : null;
}
