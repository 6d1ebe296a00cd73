/* Ticks, wipe, communes lookup, print. No dependency; nothing leaves the browser. */
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

  function communes() {
    all("[data-communes]").forEach(function (form) {
      var input = form.querySelector("input"), status = form.querySelector("[role=status]");
      var rows = all("[data-find]", form).map(function (row) { return { row: row, text: fold(row.dataset.find) }; });
      var show = function () {
        var wanted = fold(input.value), hits = 0;
        rows.forEach(function (item) {
          var hit = wanted.length > 1 && hits < 8 && (" " + item.text).indexOf(" " + wanted) >= 0;
          item.row.hidden = !hit;
          hits += hit;
        });
        status.textContent = wanted.length > 1 && !hits ? status.dataset.none : "";
        return rows.filter(function (item) { return !item.row.hidden; })[0];
      };
      input.addEventListener("input", show);
      form.addEventListener("submit", function (event) {
        var first = show();
        event.preventDefault();
        if (first) location.href = first.row.querySelector("a").href;
      });
    });
  }

  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
  }

  function openTarget() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
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
  communes();
  openTarget();
  addEventListener("guide:forget", forget);
  addEventListener("hashchange", openTarget);
  all("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { print(); });
  });
})();
