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

/* Ticks, wipe, quick exit, language, print. No dependency; nothing leaves the browser. */
(function () {
  "use strict";
  var me = document.currentScript, KEY = "guide.ticks", KEEP = "guide.keep";
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };
  var store = function () {
    try { return localStorage.getItem(KEEP) ? localStorage : sessionStorage; } catch (error) { return null; }
  };
  var load = function () { try { return JSON.parse(store().getItem(KEY)) || {}; } catch (error) { return {}; } };
  var save = function (ticks) { try { store().setItem(KEY, JSON.stringify(ticks)); } catch (error) { /* private mode: ticks live as long as the page */ } };
  var forget = function () {
    [function () { return sessionStorage; }, function () { return localStorage; }].forEach(function (get) {
      try { get().removeItem(KEY); get().removeItem(KEEP); } catch (error) { /* storage refused */ }
    });
    all("[data-tick], [data-keep]").forEach(function (box) { box.checked = false; });
    dispatchEvent(new Event("guide:wipe"));
  };

  function ticks() {
    var sensitive = document.querySelector("[data-sensitive]");
    var boxes = all("[data-tick]");
    var known = sensitive ? {} : load();
    boxes.forEach(function (box) {
      box.checked = !!known[box.dataset.tick];
      box.addEventListener("change", function () {
        if (sensitive) return;
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

  function quickExit() {
    var exit = document.querySelector("[data-quit]");
    if (!exit) return;
    var leave = function (event) {
      if (event) event.preventDefault();
      forget();
      document.documentElement.style.display = "none";
      location.replace(exit.href);
    };
    var last = 0;
    exit.addEventListener("click", leave);
    addEventListener("keydown", function (event) {
      if (event.key !== "Escape") return;
      if (Date.now() - last < 900) leave();
      last = Date.now();
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

  /* Another language of the same page: what stands in the address now goes along – answers, anchor, query; ids are the same everywhere. */
  function languages() {
    all(".g-languages a[data-same]").forEach(function (link) {
      var page = link.href;
      var follow = function () { link.href = page + location.search + location.hash; };
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
  quickExit();
  languages();
  openTarget();
  addEventListener("guide:forget", forget);
  addEventListener("hashchange", openTarget);
  all("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { print(); });
  });
})();
