/* The guide without a network. One worker for the site, a cache for each edition of each language;
   `__EDITIONS__`, `__SIZES__`, `__NUMBERS__` and `__HEADERS__` are written at build.

   A language is served from its cache once that cache is whole: every file was fetched and its hash compared
   with the edition's list. So what a person sees is always one edition. A new edition is fetched aside; it
   takes over when the page asks, or at the next page when no other is open. */
"use strict";
const EDITIONS = __EDITIONS__;
/* Language -> how many bytes its files weigh on the way. */
const SIZES = __SIZES__;
/* Number of a short address -> its page, below a language. */
const NUMBERS = __NUMBERS__;
/* What the host says with each page, said again with what is kept: the same policy holds without a network. */
const HEADERS = __HEADERS__;
const POLICY = "content-security-policy";
const ROOT = new URL("./", self.location).pathname;
const WHOLE = `${ROOT}whole`;
const isOurs = (name) => name.startsWith(`guide ${ROOT} `);
const prefixOf = (lang) => `guide ${ROOT} ${lang} `;
const nameOf = (lang) => prefixOf(lang) + EDITIONS[lang];
const listOf = (lang) => `${ROOT}${lang}/edition.json`;

async function isWhole(name) {
  return (await caches.has(name)) && Boolean(await (await caches.open(name)).match(WHOLE));
}

async function keptLanguages() {
  const names = await caches.keys();
  const kept = [];
  for (const lang of Object.keys(EDITIONS)) {
    for (const name of names) {
      if (name.startsWith(prefixOf(lang)) && !kept.includes(lang) && (await isWhole(name))) kept.push(lang);
    }
  }
  return kept;
}

async function digest(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/* The file at `url` as the edition has it. Throws when the server gives another: the edition changed
   meanwhile. */
async function fetched(url, hash) {
  const answer = await fetch(url, { cache: "no-cache", priority: "low" });
  if (!answer.ok) throw new Error(`${url} ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  if ((await digest(bytes)) !== hash) {
    throw Object.assign(new Error(`${url} is not of this edition`), { altered: true });
  }
  return new Response(bytes, {
    headers: {
      ...HEADERS,
      "content-type": answer.headers.get("content-type") || "",
      "x-guide-hash": hash,
    },
  });
}

const isUnderPolicy = (known) => known.headers.get(POLICY) === HEADERS["Content-Security-Policy"];

async function reused(old, url, hash) {
  for (const cache of old) {
    const known = await cache.match(url);
    if (known && known.headers.get("x-guide-hash") === hash && isUnderPolicy(known)) return known;
  }
  return null;
}

/* Set once the person has asked to wipe all: nothing is kept any more. */
let forgotten = false;

/* Keeps the edition of `lang`. Where there is room for one edition only, the older one goes: it is the newer
   that is wanted. */
async function keep(lang) {
  try {
    await fill(lang);
  } catch (error) {
    if (error.name !== "QuotaExceededError" || !(await dropOlder(lang))) throw error;
    await fill(lang);
  }
}

async function dropOlder(lang) {
  const isOld = (name) => name.startsWith(prefixOf(lang)) && name !== nameOf(lang);
  const names = (await caches.keys()).filter(isOld);
  for (const name of names) await caches.delete(name);
  return names.length > 0;
}

/* Fills the cache of the edition of `lang`; what did not change since an older edition is not fetched again.
 */
async function fill(lang) {
  if (forgotten) return;
  if (!EDITIONS[lang] || (await isWhole(nameOf(lang)))) return;
  const list = await (await fetch(listOf(lang), { cache: "no-cache" })).json();
  if (list.edition !== EDITIONS[lang]) throw new Error("the list is of another edition");
  const cache = await caches.open(nameOf(lang));
  const names = (await caches.keys()).filter((name) => name.startsWith(prefixOf(lang)));
  const old = await Promise.all(names.map((name) => caches.open(name)));
  const waiting = list.files.slice();
  const worker = async () => {
    for (let next = waiting.pop(); next && !forgotten; next = waiting.pop()) {
      const [path, hash] = next;
      const url = `${ROOT}${lang}/${path}`;
      await cache.put(url, (await reused(old, url, hash)) || (await fetched(url, hash)));
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  if (!forgotten) await cache.put(WHOLE, new Response(list.edition));
}

/* Since when the host has shown another edition than the one kept, in the cache of that one; nothing while
   they are the same. */
const NEWER = `${ROOT}newer`;
const PATIENCE = 864e5;

/* Asks the host which edition it has. True when it is another one, or none at all: what is kept will then not
   be renewed by itself. */
async function isOlder(lang) {
  if (!EDITIONS[lang] || !(await isWhole(nameOf(lang)))) return false;
  const cache = await caches.open(nameOf(lang));
  const answer = await fetch(listOf(lang), { cache: "no-cache" }).catch(() => null);
  if (!answer) return false;
  const list = answer.ok ? await answer.json().catch(() => ({})) : {};
  if (list.edition === EDITIONS[lang]) {
    await cache.delete(NEWER);
    return false;
  }
  if (!(await cache.match(NEWER))) await since(lang, Date.now());
  return true;
}

async function since(lang, moment) {
  const cache = await caches.open(nameOf(lang));
  await cache.put(NEWER, new Response(String(moment))).catch(() => {
    /* a full phone: told again at the next page */
  });
}

/* Whether the host comes before what is kept: the person asked for it, or has been told of a newer edition
   for a day. */
async function isPassed(lang) {
  const told = await (await caches.open(nameOf(lang))).match(NEWER);
  return Boolean(told) && Date.now() - Number(await told.text()) > PATIENCE;
}

/* The answer of the host when it has one, not what the browser remembers of it; null when it cannot be
   reached or is out of order. */
async function fromHost(request) {
  const answer = await fetch(request, { cache: "no-cache" }).catch(() => null);
  return answer && answer.status < 500 ? answer : null;
}

async function isReached() {
  const answer = await fetch(`${ROOT}sw.js`, { cache: "no-store" }).catch(() => null);
  return Boolean(answer) && answer.ok;
}

/* All that was kept, and this worker: the person asked for it. With `online`, only if it can be fetched
   again. */
async function forget(online) {
  if (online && !(await isReached())) return;
  forgotten = true;
  for (const name of await caches.keys()) if (isOurs(name)) await caches.delete(name);
  await self.registration.unregister();
}

/* Keeps an edition for a page that asks; false when it cannot be. A host that changes what it sends, or a
   full phone, will do so again: it is not tried anew at each page. */
const REFUSED = `${ROOT}refused`;
const AGAIN = 36e5;
async function keepForPage(lang) {
  if (forgotten || !EDITIONS[lang] || (await isWhole(nameOf(lang)))) return true;
  const notes = await caches.open(nameOf(lang));
  const refused = await notes.match(REFUSED);
  if (refused && Date.now() - Number(await refused.text()) < AGAIN) return false;
  try {
    await keep(lang);
    return true;
  } catch (error) {
    if (!error.altered && error.name !== "QuotaExceededError") throw error;
    await notes.put(REFUSED, new Response(String(Date.now()))).catch(() => {
      /* not even a line fits */
    });
    return false;
  }
}

/* A line that the person pays by weight, or that is slow: nothing comes by itself. */
function isSparing() {
  const line = self.navigator.connection || {};
  return Boolean(line.saveData) || line.type === "cellular" || /^(?:slow-2g|2g|3g)$/.test(line.effectiveType);
}

/* A newer edition of what is kept waits for a good line: until then the page tells that it exists, and shows
   it from the host to who asks. */
async function renew(lang) {
  if (await isWhole(nameOf(lang))) return;
  if (isSparing()) throw new Error("a newer edition waits for a better line");
  await keep(lang);
}

self.addEventListener("install", (event) => {
  event.waitUntil(keptLanguages().then((kept) => Promise.all(kept.map(renew))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const current = Object.keys(EDITIONS).map(nameOf);
      for (const name of await caches.keys()) {
        if (isOurs(name) && !current.includes(name)) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("message", (event) => {
  const asked = event.data || {};
  const tell = (message) => event.source.postMessage(message);
  if (asked === "now") event.waitUntil(self.skipWaiting());
  else if (asked.forget) event.waitUntil(forget(asked.online));
  else if (asked.look)
    event.waitUntil(isOlder(asked.look).then((older) => older && tell({ newer: asked.look })));
  else if (asked.fresh) event.waitUntil(since(asked.fresh, 0).then(() => tell({ fresh: asked.fresh })));
  else if (EDITIONS[asked.copy]) event.waitUntil(stateOf(asked.copy).then(tell));
  else if (asked.keep) event.waitUntil(keepAndTell(asked.keep, tell));
});

/* Whether a language is kept whole, and what it weighs. */
async function stateOf(lang) {
  return { copy: lang, whole: await isWhole(nameOf(lang)), bytes: SIZES[lang] || 0 };
}

async function keepAndTell(lang, tell) {
  try {
    tell((await keepForPage(lang)) ? { kept: lang } : { unkept: lang });
  } catch (_error) {
    /* no network, or the edition changed: the next page tries again */
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isOfSite = url.origin === self.location.origin && url.pathname.startsWith(ROOT);
  if (request.method !== "GET" || !isOfSite) return;
  event.respondWith(respond(request, url.pathname.replace(/\/index\.html$/, "/")));
});

async function respond(request, path) {
  const visiting = request.mode === "navigate";
  if (visiting && self.registration.waiting && (await self.clients.matchAll()).length < 2) {
    self.registration.waiting.postMessage("now");
    return new Response("", { headers: { refresh: "0", "content-type": "text/html" } });
  }
  const found = await held(path);
  if (found) return ((await isPassed(langOf(path))) && (await fromHost(request))) || found;
  try {
    return await fetch(request);
  } catch (_error) {
    if (!visiting || request.destination === "iframe") return Response.error();
    return (await again(request, path)) || (await withoutNetwork(path, new URL(request.url).hash.slice(1)));
  }
}

/* The first folder of a path below the site: a language, where there is one. */
function langOf(path) {
  return path.slice(ROOT.length).split("/")[0];
}

/* The file at `path` as the edition of its language has it, when that edition is whole. */
async function held(path) {
  const lang = langOf(path);
  if (!EDITIONS[lang] || !(await isWhole(nameOf(lang)))) return undefined;
  return (await caches.open(nameOf(lang))).match(path);
}

/* A paper opened before may still lie in the browser's own store. */
async function again(request, path) {
  if (!/\.pdf$/.test(path)) return null;
  return await fetch(request.url, { cache: "force-cache" }).catch(() => null);
}

/* What is shown to somebody who asks, without a network, for what no cache holds: the very page when it is
   kept under another address, else a page that says what is not kept and offers what is. Never another page
   in silence. `wanted` is the language that a short address names after « # ». */
async function withoutNetwork(path, wanted) {
  let below = path.slice(ROOT.length);
  const languages = [];
  for (const code of Object.keys(EDITIONS)) {
    if (await held(`${ROOT}${code}/hors-ligne/`)) languages.push(code);
  }
  if (!languages.length) return Response.error();
  const number = NUMBERS[below.replace(/\/$/, "")];
  if (number) below = `${EDITIONS[wanted] ? wanted : preferred(languages)}/${number}`;
  else if (EDITIONS[below]) below += "/";
  else if (!below) below = `${preferred(languages)}/`;
  else if (await held(`${path}/`)) below += "/";
  if (await held(ROOT + below)) return there(below);
  const asked = below.split("/")[0];
  const mine = languages.includes(asked) ? asked : preferred(languages);
  const instead = await insteadOf(below, mine);
  const offer = instead === null ? "" : `&garde=${encodeURIComponent(`${ROOT}${mine}/${instead}`)}`;
  return there(`${mine}/hors-ligne/#demande=${encodeURIComponent(ROOT + below)}${offer}`);
}

function there(below) {
  return Response.redirect(ROOT + below, 302);
}

/* The language that the person reads best among those kept. */
function preferred(languages) {
  const wished = (self.navigator.languages || []).map((code) => code.split("-")[0]);
  return wished.find((code) => languages.includes(code)) || languages[0];
}

/* The page, below a language, that says the same as what stands at `below`: the page of a sheet, of an
   address card, the same page of another language. Null when there is none. */
function sameAs(below) {
  const sheet = /^[^/]+\/fiches\/(?:(criteres|guichet)\/)?([a-z0-9-]+)\.(?:[a-z-]+\.)?pdf$/.exec(below);
  if (sheet) return `${sheet[1] || "demarches"}/${sheet[2]}/`;
  const card = /^data\/contacts\/([a-z0-9-]+)\.vcf$/.exec(below);
  if (card) return `contacts/${card[1]}/`;
  const other = /^([^/]+)\/((?:[^.]*\/)?)$/.exec(below);
  return other && EDITIONS[other[1]] ? other[2] : null;
}

/* That page, when the language `mine` keeps it; else null. */
async function insteadOf(below, mine) {
  const page = sameAs(below);
  return page !== null && (await held(`${ROOT}${mine}/${page}`)) ? page : null;
}
