/* « Ma liste »: what is missing, where to bring it, by when, in the person's language beside French. Nothing is stored or sent. */
(function () {
  "use strict";
  var form = document.querySelector("[data-maker]");
  if (!form) return;
  var places = JSON.parse(document.querySelector("[data-places]").textContent);
  var sheet = document.querySelector("[data-sheet]"), rows = sheet.querySelector("[data-rows]"), status = form.querySelector("[role=status]");
  var lang = document.documentElement.lang, dir = document.documentElement.dir, both = lang !== "fr";
  var all = function (selector, root) { return Array.prototype.slice.call(root.querySelectorAll(selector)); };

  /* A text in the page's language and in French. */
  var pair = function (element) { return { text: element.textContent.trim(), fr: element.dataset.fr || element.textContent.trim(), lang: element.lang || lang }; };
  var words = {};
  all("[data-word]", document).forEach(function (word) { words[word.dataset.word] = pair(word); });

  function line(tag, said, className) {
    var row = document.createElement("div");
    row.className = "g-pair";
    var cell = function (text, language) {
      var element = document.createElement(tag);
      element.textContent = text;
      element.lang = language;
      element.dir = language === "fr" ? "ltr" : dir;
      if (className) element.className = className;
      row.append(element);
    };
    if (both && said.text !== said.fr) cell(said.text, said.lang);
    cell(said.fr, "fr");
    return row;
  }

  /* A word of the interface and what follows it, in both languages; a word not translated yet takes the French with it. */
  function joined(before, after) {
    var french = before.lang === "fr" || after.lang === "fr", fr = before.fr + after.fr;
    return french ? { text: fr, fr: fr, lang: "fr" } : { text: before.text + after.text, fr: fr, lang: lang };
  }

  function same(text) { return { text: text, fr: text, lang: lang }; }

  /* French inside another language: an address keeps its figures before its street, a phone number its groups. */
  function isolated(text) { return { text: text && "\u2066" + text + "\u2069", fr: text, lang: lang }; }

  /* Who plays `role` for the commune chosen; the town hall stands for itself. */
  function where(role, insee) {
    var part = places.roles[role], commune = places.communes[insee];
    var id = (commune && (part.by[insee] || part.by[commune.d])) || part.all;
    if (id === "mairie") return commune ? { name: words["mairie-commune"], a: commune.a, t: commune.t, u: commune.u, sure: false } : { name: words["mairie-commune"], a: "", t: "", sure: true };
    var contact = places.contacts[id];
    return contact && { name: { text: contact.name[0], fr: contact.name[1], lang: lang }, a: contact.a, t: contact.t, u: contact.u, sure: contact.sure };
  }

  function make(event) {
    event.preventDefault();
    var insee = form.querySelector("select").value, commune = form.querySelector("select").selectedOptions[0].textContent;
    var chosen = all("[data-procedure]", form).filter(function (p) { return p.querySelector("input:checked"); });
    GuidePage.refill(rows, []);
    status.textContent = chosen.length ? "" : status.dataset.none;
    sheet.hidden = !chosen.length;
    document.documentElement.classList.toggle("g-has-sheet", chosen.length > 0);
    if (!chosen.length) return;
    var today = GuideFormats.today(), french = "\u00a0: " + GuideFormats.date(today, "fr");
    rows.append(line("p", joined(words["fiche-date"], { text: both ? ": " + GuideFormats.date(today, lang) : french, fr: french })));
    if (insee) rows.append(line("p", same(commune)));
    chosen.forEach(function (procedure) {
      var block = document.createElement("section");
      block.append(line("h3", pair(procedure.querySelector("summary .g-two"))), line("p", words["ma-liste-manque"], "g-sheet-head"));
      all("input:checked", procedure).forEach(function (box) { block.append(line("p", pair(box.closest("label").querySelector(".g-two")), "g-sheet-box")); });
      var found = JSON.parse(procedure.dataset.roles).map(function (role) { return where(role, insee); }).filter(Boolean);
      if (found.length) block.append(line("p", words["ma-liste-ou"], "g-sheet-head"));
      found.forEach(function (place) {
        block.append(line("p", place.name));
        var sure = place.sure ? same("") : joined(same(" – "), words["a-confirmer"]);
        if (place.a) block.append(line("p", joined(place.sure ? same(place.a) : isolated(place.a), sure), "g-sheet-place"));
        if (place.t) block.append(call(place));
      });
      var by = all(".g-by", procedure);
      if (by.length) block.append(line("p", words["ma-liste-quand"], "g-sheet-head"));
      by.forEach(function (deadline) { block.append(line("p", pair(deadline))); });
      rows.append(block);
    });
    sheet.querySelector("h2").focus();
    sheet.scrollIntoView();
  }

  function call(place) {
    var row = document.createElement("p"), link = document.createElement("a"), number = document.createElement("bdi");
    row.className = "g-sheet-place";
    link.className = "g-tel";
    link.href = place.u;
    number.dir = "ltr";
    number.textContent = place.t.replace(/ /g, "\u00a0");
    link.append(number);
    row.append(link);
    return row;
  }

  form.addEventListener("submit", make);
  sheet.querySelector("[data-close-sheet]").addEventListener("click", function () {
    sheet.hidden = true;
    document.documentElement.classList.remove("g-has-sheet");
    form.scrollIntoView();
  });
  addEventListener("guide:wipe", function () {
    form.reset();
    GuidePage.refill(rows, []);
    sheet.hidden = true;
    document.documentElement.classList.remove("g-has-sheet");
  });
})();
