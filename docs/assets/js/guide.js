/* What the scripts of a page share. This file comes first. */
var GuidePage = (function () {
  "use strict";

  /* `text` without its %-escapes; an address that a person mistyped ("50%") is no address: null. */
  function decoded(text) {
    try { return decodeURIComponent(text); } catch (error) { return null; }
  }

  /* What follows « # », decoded; empty when it cannot be read. */
  function fragment() { return decoded(location.hash.slice(1)) || ""; }

  /* "#a=1&b" -> [["a", "1"], ["b"]]; one malformed part and there is none: half an answer is no answer. */
  function pairs() {
    var parts = location.hash.slice(1).split("&").filter(Boolean);
    var found = parts.map(function (part) { return part.split("=").map(decoded); });
    return found.some(function (pair) { return pair.indexOf(null) >= 0; }) ? [] : found;
  }

  /* `text` with Western digits, whatever the keyboard: Arabic, Persian, full-width; without the marks of direction that a copy brings. */
  function western(text) {
    return text.normalize("NFKC").replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff\u00ad]/g, "")
      .replace(/[\u0660-\u0669]/g, function (digit) { return digit.charCodeAt(0) - 0x660; })
      .replace(/[\u06f0-\u06f9]/g, function (digit) { return digit.charCodeAt(0) - 0x6f0; });
  }

  /* `list` with `rows` instead of what it held. Phones of before 2020 have no replaceChildren. */
  function refill(list, rows) {
    while (list.firstChild) list.removeChild(list.firstChild);
    rows.forEach(function (row) { list.append(row); });
  }

  return { decoded: decoded, fragment: fragment, pairs: pairs, western: western, refill: refill };
})();

/* Ticks, wipe, language, print. No dependency; nothing leaves the browser. */
(function () {
  "use strict";
  var me = document.currentScript, KEY = "guide.ticks", KEEP = "guide.keep";
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };
  var store = function () {
    try { return localStorage.getItem(KEEP) ? localStorage : sessionStorage; } catch (error) { return null; }
  };
  var load = function () { try { return JSON.parse(store().getItem(KEY)) || {}; } catch (error) { return {}; } };
  var save = function (ticks) { try { store().setItem(KEY, JSON.stringify(ticks)); } catch (error) { /* private mode: ticks live as long as the page */ } };
  /* All that the guide wrote on this device: what was ticked, the counter's mode, the pages kept for the days without a network. */
  var forget = function () {
    [function () { return sessionStorage; }, function () { return localStorage; }].forEach(function (get) {
      try { Object.keys(get()).filter(ours).forEach(function (key) { get().removeItem(key); }); } catch (error) { /* storage refused */ }
    });
    all("[data-tick], [data-keep]").forEach(function (box) { box.checked = false; });
    dispatchEvent(new Event("guide:wipe"));
    forgetPages();
  };
  var ours = function (key) { return key.indexOf("guide.") === 0; };

  /* The worker does it: it goes on when this page is left. At a counter the next person needs the guide, network or not: there, what is
     kept goes only if it can be fetched again. */
  function forgetPages() {
    if (!navigator.serviceWorker || location.protocol === "file:") return;
    var root = new URL("../../../", me.src), desk = document.documentElement.classList.contains("g-desk");
    navigator.serviceWorker.getRegistration(root.href).then(function (registration) {
      if (registration && registration.active) registration.active.postMessage({ forget: true, online: desk });
      if (registration && !desk) registration.unregister();
    }).catch(function () { /* refused by the browser: nothing is kept */ });
    if (desk || !window.caches) return;
    caches.keys().then(function (names) {
      names.filter(function (name) { return name.indexOf("guide " + root.pathname + " ") === 0; }).forEach(function (name) { caches.delete(name); });
    }).catch(function () { /* refused too */ });
  }

  function ticks() {
    var sensitive = document.querySelector("[data-sensitive]");
    var boxes = all("[data-tick]");
    var known = sensitive ? {} : load();
    boxes.forEach(function (box) {
      box.checked = !!known[box.dataset.tick];
      box.addEventListener("change", function () {
        if (sensitive || !box.dataset.tick) return;
        var now = load();
        if (box.checked) now[box.dataset.tick] = 1; else delete now[box.dataset.tick];
        save(now);
      });
    });
    all("[data-tools]").forEach(function (tools) { tools.hidden = false; });
    all("[data-keep]").forEach(function (keep) {
      try { keep.checked = !!localStorage.getItem(KEEP); } catch (error) { keep.closest("label").hidden = true; }
      keep.addEventListener("change", function () {
        var now = load(), wanted = keep.checked;
        try {
          (wanted ? sessionStorage : localStorage).removeItem(KEY);
          if (wanted) localStorage.setItem(KEEP, "1"); else localStorage.removeItem(KEEP);
        } catch (error) { keep.checked = false; }
        save(now);
      });
    });
    all("[data-wipe]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () {
        forget();
        all("[data-wiped]", button.parentNode).forEach(function (status) { status.textContent = status.dataset.wiped; });
      });
    });
  }

  function openTarget() {
    var named = GuidePage.fragment(), target = named && document.getElementById(named);
    var folded = target && target.closest("details");
    if (folded && !folded.open) { folded.open = true; target.scrollIntoView(); }
    var question = target && target.matches(".g-question") && target.querySelector("h2");
    if (question) question.focus();
  }

  /* Counter mode: `?guichet` turns it on for the session; its own files are fetched only then. */
  function desk() {
    var base = me.src.replace(/js\/guide\.js.*$/, ""), on = /[?&]guichet\b/.test(location.search);
    try {
      if (on) sessionStorage.setItem("guide.desk", "1");
      on = on || sessionStorage.getItem("guide.desk");
    } catch (error) { /* storage refused: the mode lasts a page */ }
    if (/[?&]phrases\b/.test(location.search)) return add("script", base + "js/pairs.js");
    if (!on) return;
    document.documentElement.classList.add("g-desk");
    add("link", base + "css/desk.css");
    add("script", base + "js/desk.js");
    add("script", base + "js/pairs.js");
  }

  function add(tag, address) {
    var element = document.createElement(tag);
    if (tag === "link") { element.rel = "stylesheet"; element.href = address; } else element.src = address;
    document.head.append(element);
  }

  /* Another language of the same page: what stands in the address goes along – answers, anchor, query; ids are the same everywhere. The
     search page takes its query out of the address once it has read it: a query that came by the address goes along as it is now. */
  function languages() {
    var arrived = location.search, box = document.querySelector("[data-search][data-page] input");
    var query = function () { return box && /[?&]q=/.test(arrived) ? "?q=" + encodeURIComponent(box.value) : location.search; };
    all(".g-languages a[data-same]").forEach(function (link) {
      var page = link.href;
      var follow = function () { link.href = page + query() + location.hash; };
      ["pointerdown", "focus", "click"].forEach(function (kind) { link.addEventListener(kind, follow); });
    });
  }

  function menu() {
    var button = document.querySelector("[data-menu]"), list = document.getElementById("g-menu");
    var set = function (open) {
      list.classList.toggle("g-open", open);
      button.setAttribute("aria-expanded", String(open));
    };
    var isOpen = function () { return list.classList.contains("g-open"); };
    button.addEventListener("click", function () { set(!isOpen()); });
    document.querySelector(".g-header").addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !isOpen()) return;
      set(false);
      button.focus();
    });
  }

  desk();
  menu();
  ticks();
  languages();
  openTarget();
  addEventListener("guide:forget", forget);
  addEventListener("hashchange", openTarget);
  all("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { print(); });
  });
})();
