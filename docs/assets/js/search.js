/* The search boxes: home page, dialog, plain page. The engine and the index are fetched at first use. */
(function () {
  "use strict";
  var me = document.currentScript, root = me.dataset.root, loading = null, current = null;
  var load = function (path) {
    return new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = root + path;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
  };

  /* The index is a script too, so that a folder opened without a server can be searched; plain `mkdocs serve` has only the theme's. */
  function engine() {
    loading = loading || load("assets/search/text.js")
      .then(function () { return load("assets/search/engine.js"); })
      .then(function () { return load("search/guide.js").catch(themeIndex); })
      .then(function () { return GuideSearch.openSlowly(GuideSearch.index, me.dataset.lang); })
      .then(function (search) { current = search; setTimeout(fetchMore, 0); return function (query) { return current(query); }; })
      .catch(function (error) { loading = null; throw error; });
    return loading;
  }

  /* First sentences and lesser words come after the first answer: a small telephone plan waits for titles and keywords alone. */
  function fetchMore() {
    load("search/more.js").then(function () { return GuideSearch.openSlowly(GuideSearch.merge(GuideSearch.index, GuideSearch.more), me.dataset.lang); })
      .then(function (search) {
        current = search;
        GuideSearch.whole = true;
        document.querySelectorAll("[data-search] input").forEach(function (input) { if (input.value) input.dispatchEvent(new Event("input")); });
      }).catch(function () {});
  }

  function themeIndex() {
    return fetch(root + "search/search_index.json").then(function (answer) { return answer.json(); }).then(function (index) {
      GuideSearch.index = GuideSearch.fromTheme(index);
    });
  }

  function attach(form) {
    var input = form.querySelector("input"), status = form.querySelector("[role=status]"), list = form.querySelector(".g-results");
    var turn = 0;
    var show = function () {
      var query = input.value.trim(), mine = ++turn;
      if ("page" in form.dataset) document.documentElement.classList.toggle("g-asked", query.length > 1);
      if (query.length < 2) {
        GuidePage.refill(list, []);
        status.textContent = "";
        return form.closest("dialog") && engine().then(function (search) {
          if (mine === turn) GuidePage.refill(list, search("").items.map(result));
        });
      }
      return engine().then(function (search) {
        if (mine !== turn) return;
        var found = search(query);
        GuidePage.refill(list, found.items.map(result));
        status.textContent = !found.count ? form.dataset.none
          : found.count === 1 ? form.dataset.one : form.dataset.many.replace("{n}", found.count);
        form.dataset.shown = query;
      });
    };
    input.addEventListener("focus", function () { Promise.resolve(input.value ? engine() : show() || engine()).catch(function () {}); }, { once: true });
    input.addEventListener("input", show);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      Promise.resolve(show()).then(function () {
        var first = list.querySelector("a");
        if (first && !("page" in form.dataset)) first.click();
      });
    });
    form.addEventListener("keydown", function (event) {
      var stops = [input].concat(Array.prototype.slice.call(list.querySelectorAll("a")));
      var here = stops.indexOf(document.activeElement), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || here < 0 || !stops[here + step]) return;
      event.preventDefault();
      stops[here + step].focus();
    });
    if ("page" in form.dataset) {
      input.value = new URLSearchParams(location.search).get("q") || input.value;
      /* What was looked for does not stay in the address, nor in the way back. */
      if (location.search) history.replaceState(null, "", location.pathname + location.hash);
      if (input.value) show();
    }
  }

  function result(item) {
    var row = document.createElement("li"), link = document.createElement("a"), kind = document.createElement("span");
    link.href = root + item.location;
    if (item.pinned) link.className = "g-pinned";
    kind.className = "g-kind";
    kind.textContent = item.kind;
    var title = document.createElement("b"), text = document.createElement("span");
    marked(title, item.title, item.terms);
    marked(text, item.text, item.terms);
    link.append(kind, title, text);
    row.append(link);
    if (item.calls.length) row.className = item.pinned ? "g-called g-alarm" : "g-called";
    item.calls.forEach(function (one) {
      var call = document.createElement("a"), shown = document.createElement("bdi");
      call.className = "g-call";
      call.href = one.to;
      call.setAttribute("aria-label", one.label);
      shown.dir = "ltr";
      shown.textContent = one.number.replace(/ /g, "\u00a0");
      call.append(sign(one.by), shown);
      row.append(call);
    });
    return row;
  }

  /* A handset calls, an envelope writes. */
  var SIGNS = {
    voice: "M6.6 3h3l1.5 4.2-2 1.6a12 12 0 0 0 6.1 6.1l1.6-2L21 14.4v3a2.6 2.6 0 0 1-2.8 2.6A16 16 0 0 1 4 5.8 2.6 2.6 0 0 1 6.6 3z",
    sms: "M3 6h18v12H3zM3 7l9 6.5L21 7"
  };
  function sign(by) {
    var SVG = "http://www.w3.org/2000/svg", drawing = document.createElementNS(SVG, "svg"), path = document.createElementNS(SVG, "path");
    drawing.setAttribute("viewBox", "0 0 24 24");
    drawing.setAttribute("aria-hidden", "true");
    path.setAttribute("d", SIGNS[by] || SIGNS.voice);
    path.setAttribute("fill", by === "sms" ? "none" : "currentColor");
    if (by === "sms") path.setAttribute("stroke", "currentColor");
    if (by === "sms") path.setAttribute("stroke-width", "2");
    drawing.append(path);
    return drawing;
  }

  /* Writes text nodes only: nothing of the index is ever read as HTML. */
  function marked(element, text, terms) {
    GuideSearch.pieces(text, terms).forEach(function (piece) {
      if (!piece.hit) return element.append(piece.text);
      var mark = document.createElement("mark");
      mark.textContent = piece.text;
      element.append(mark);
    });
  }

  var dialog = document.getElementById("g-search"), opener = null;

  /* Where there is no <dialog> (iPhones before 2022) the plain link to the search page stays. No key alone opens the search: people who
     dictate would open it by a word (WCAG 2.1.4). */
  if (dialog.showModal) {
    document.querySelectorAll("[data-open-search]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { open(button); });
    });
    dialog.addEventListener("close", function () { if (opener) opener.focus(); });
    dialog.querySelector("[data-close]").addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
  } else {
    document.documentElement.classList.add("g-no-dialog");
  }

  function open(from) {
    opener = from;
    dialog.showModal();
    dialog.querySelector("input").focus();
  }

  document.querySelectorAll("[data-search]").forEach(attach);
})();
