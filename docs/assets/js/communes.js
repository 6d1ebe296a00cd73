/* « Votre commune »: finds a commune by its name, its post code or another of its spellings, however it is typed. */
var GuideCommunes = (function () {
  "use strict";
  var SAINT = { st: "saint", ste: "sainte" };
  /* What people add to the name of a commune: it is left aside when no commune answers to all that was typed. */
  var AROUND = /^(?:mairie|hotel|ville|commune|village|cedex|arrondissement|arr|d|de|du|des|a|au|en|\d{1,2}(?:er|e|eme|ieme|nd)?)$/;
  /* How alike a misspelt name must be (share of common pieces of four letters), and how many such names are offered. */
  var ALIKE = 0.5, NEAR = 3;

  /* « Ste-Réparade » -> ["sainte", "reparade"]; « 13 001 » -> ["13001"]. */
  function words(text) {
    var said = GuideSearch.words(text).map(function (word) { return SAINT[word] || word; });
    return said.join(" ").replace(/(\d) (?=\d)/g, "$1").split(" ").filter(Boolean);
  }

  /* What is compared, from names parted by « | »: "Bouc-Bel-Air|13320". */
  function row(names) {
    var each = names.split("|").map(words);
    return { words: [].concat.apply([], each), glued: each.map(function (name) { return name.join(""); }) };
  }

  function has(one, word) {
    return one.words.some(function (other) { return other.indexOf(word) === 0; });
  }

  /* The rows that have every word begun, or one name that begins like all the words in one piece (« boucbelair », « stvictoret »). */
  function match(rows, asked) {
    var glued = asked.join(""), long = glued.replace(/^ste?(?=[a-z]{3})/, function (short) { return SAINT[short]; });
    return rows.filter(function (one) {
      var begun = function (name) { return name.indexOf(glued) === 0 || name.indexOf(long) === 0; };
      return asked.every(function (word) { return has(one, word); }) || one.glued.some(begun);
    });
  }

  /* The rows that `text` names: {hits: [row…], near, asked}. A name that is nobody's gives those most like it, and `near` is true;
     `asked` is false as long as nothing can be looked for. */
  function find(rows, text) {
    var asked = words(text), kept = asked.filter(function (word) { return !AROUND.test(word); });
    if (asked.join("").length < 2) return { hits: [], near: false, asked: false };
    var hits = match(rows, asked);
    if (!hits.length && kept.length) hits = match(rows, kept);
    if (hits.length || !kept.length) return { hits: hits, near: false, asked: hits.length > 0 };
    return { hits: alike(rows, [asked.join(""), kept.join("")]), near: true, asked: true };
  }

  /* A misspelt name; a post code is right or wrong. */
  function alike(rows, spellings) {
    if (spellings.every(function (text) { return /^\d+$/.test(text); })) return [];
    var scored = rows.map(function (one) {
      var scores = spellings.map(function (text) {
        return Math.max.apply(null, one.glued.map(function (name) { return likeness(name, text); }));
      });
      return { row: one, score: Math.max.apply(null, scores) };
    });
    var good = scored.filter(function (one) { return one.score >= ALIKE; });
    good.sort(function (a, b) { return b.score - a.score; });
    return good.slice(0, NEAR).map(function (one) { return one.row; });
  }

  function likeness(name, glued) {
    var mine = GuideSearch.fours(glued), theirs = GuideSearch.fours(name);
    var common = mine.filter(function (piece) { return theirs.indexOf(piece) >= 0; }).length;
    return mine.length && theirs.length ? 2 * common / (mine.length + theirs.length) : 0;
  }

  return { words: words, row: row, find: find };
})();

/* The box. `data-communes` names the list that it narrows; without a name the communes are links below the box, hidden until asked for. */
(function () {
  "use strict";
  var MOST = 8;
  var all = function (selector, root) { return Array.prototype.slice.call(root.querySelectorAll(selector)); };

  function attach(form) {
    var input = form.querySelector("input"), status = form.querySelector("[role=status]");
    var named = form.dataset.communes, list = named ? document.querySelector(named) : form;
    var rows = all("[data-find]", list).map(function (element) {
      var row = GuideCommunes.row(element.dataset.find);
      row.element = element;
      return row;
    });

    function show() {
      var found = GuideCommunes.find(rows, input.value);
      var shown = named ? found.hits : found.hits.slice(0, MOST);
      var whole = Boolean(named) && !shown.length;
      rows.forEach(function (row) { row.element.hidden = !whole && shown.indexOf(row) < 0; });
      status.textContent = !found.asked ? "" : !shown.length ? status.dataset.none : found.near ? status.dataset.near : "";
      return shown[0];
    }

    input.addEventListener("input", show);
    form.addEventListener("submit", function (event) {
      var first = show();
      event.preventDefault();
      if (!first) return;
      if (named) location.hash = first.element.id;
      else location.href = first.element.querySelector("a").href;
    });
    if (input.value) show();
  }

  all("[data-communes]", document).forEach(attach);
})();
