/* A list of situations asked one by one, then all that apply. The answers stand in the address after « # » and nowhere else; those to
   private questions do not even stand there, since a browser keeps a history: they live as long as the page. In another language, or when the
   page is read again, they are asked again: a result without them is never shown as if it were whole. */
(function () {
  "use strict";
  var tally = document.querySelector("[data-tally]");
  if (!tally) return;
  var find = function (selector) { return tally.querySelector(selector); };
  var cases = Array.prototype.slice.call(tally.querySelectorAll("[data-case]"));
  var bar = find("progress"), counter = find("[data-counter]"), choices = find("[data-choices]"), result = find("[data-result]");
  /* Where the page can be left in a hurry, no answer adds to the way back. */
  var discreet = Boolean(document.querySelector("[data-quit]"));
  var tools = find("[data-tools-path]"), begin = find("[data-begin]"), asking = false, untold = {}, over = false;

  function read() {
    var given = Object.assign({}, untold);
    GuidePage.pairs().forEach(function (pair) {
      if (/^(oui|non|nsp)$/.test(pair[1])) given[pair[0]] = pair[1];
    });
    return given;
  }

  /* Whether the address asks for the result before the last question. */
  function told() {
    var last = GuidePage.pairs().pop();
    return Boolean(last) && last.length === 1 && last[0] === "fin";
  }

  function write(given, ended) {
    untold = {};
    cases.forEach(function (c) { if ("private" in c.dataset && given[c.id]) untold[c.id] = given[c.id]; });
    var parts = cases.filter(function (c) { return given[c.id] && !untold[c.id]; }).map(function (c) { return encodeURIComponent(c.id) + "=" + given[c.id]; });
    over = Boolean(ended);
    if (over && !Object.keys(untold).length) parts.push("fin");
    var next = "#" + parts.join("&");
    if (next !== (location.hash || "#")) history[discreet ? "replaceState" : "pushState"](null, "", next);
    show(true);
  }

  function show(focus) {
    var given = read(), done = over || told();
    var next = done ? -1 : cases.findIndex(function (c) { return !given[c.id]; });
    asking = asking || done || GuidePage.pairs().some(function (pair) { return pair.length > 1; });
    tally.classList.toggle("g-live", asking);
    begin.hidden = asking;
    var ended = asking && next < 0;
    cases.forEach(function (c, index) { c.classList.toggle("g-now", asking && index === next); });
    choices.hidden = !asking || ended;
    result.hidden = !ended;
    tools.hidden = bar.hidden = !asking;
    counter.hidden = !asking || ended;
    find("[data-back]").hidden = !Object.keys(given).length;
    find("[data-end]").hidden = ended;
    bar.max = cases.length;
    bar.value = ended ? cases.length : Math.max(next, 0);
    counter.textContent = tally.dataset.count.replace("{n}", next + 1).replace("{total}", cases.length);
    if (ended) conclude(given);
    if (focus && asking) {
      (ended ? result.querySelector("h2") : cases[next]).focus({ preventScroll: true });
      if (tally.getBoundingClientRect().top < 0) tally.scrollIntoView();
    }
  }

  function conclude(given) {
    var any = false;
    ["oui", "nsp"].forEach(function (answer) {
      var part = find('[data-list="' + answer + '"]'), list = part.querySelector("ul");
      var rows = cases.filter(function (c) { return given[c.id] === answer; });
      GuidePage.refill(list, rows.map(function (c) {
        var row = document.createElement("li");
        row.append.apply(row, [".g-case-text", ".g-case-more"].map(function (part) { return c.querySelector(part).cloneNode(true); }));
        return row;
      }));
      part.hidden = !rows.length;
      any = any || rows.length > 0;
    });
    var nothing = find('[data-list="rien"]');
    if (nothing) nothing.hidden = any;
  }

  begin.addEventListener("click", function () { asking = true; show(true); });
  choices.addEventListener("click", function (event) {
    var button = event.target.closest("[data-choice]"), now = find(".g-now"), given = read();
    if (!button || !now) return;
    given[now.id] = button.dataset.choice;
    write(given);
  });
  find("[data-back]").addEventListener("click", function () {
    var given = read(), last = cases.filter(function (c) { return given[c.id]; }).pop();
    if (last) delete given[last.id];
    write(given);
  });
  find("[data-end]").addEventListener("click", function () { write(read(), true); });
  find("[data-again]").addEventListener("click", function () { write({}); });
  addEventListener("hashchange", function () { over = false; show(true); });
  show(false);
})();
