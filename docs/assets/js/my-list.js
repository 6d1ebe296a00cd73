/* « Ma liste »: what is missing, where to bring it, by when, in the person's language beside French. Nothing
   is stored or sent. */
"use strict";

(() => {
  const { all, find, make, number, refill } = Guide.dom;
  const form = find("[data-maker]");
  if (!form) return;
  const places = JSON.parse(find("[data-places]").textContent);
  const sheet = find("[data-sheet]");
  const rows = find("[data-rows]", sheet);
  const status = find("[role=status]", form);
  const select = find("select", form);
  const { lang, dir } = document.documentElement;
  const isFrench = lang === "fr";

  /* A text in the page's language and in French: {text, fr, lang}; `lang` is fr where it is not translated
     yet. */
  function pairOf(element) {
    const text = element.textContent.trim();
    return { text, fr: element.dataset.fr || text, lang: element.lang || lang };
  }

  const words = {};
  for (const word of all("[data-word]")) words[word.dataset.word] = pairOf(word);

  /* A row with the pair: French alone where there is nothing else to read. */
  function line(tag, said, className) {
    const cell = (text, language) => {
      const element = make(tag, { lang: language, dir: language === "fr" ? "ltr" : dir }, text);
      if (className) element.className = className;
      return element;
    };
    const isTwice = !isFrench && said.text !== said.fr;
    const cells = isTwice ? [cell(said.text, said.lang), cell(said.fr, "fr")] : [cell(said.fr, "fr")];
    return make("div", { class: "g-pair" }, ...cells);
  }

  const head = (word) => line("p", words[word], "g-sheet-head");

  /* A word of the interface and what follows it, in both languages; a word not translated yet takes the
     French with it. */
  function joined(before, after) {
    const fr = before.fr + after.fr;
    const isUntranslated = before.lang === "fr" || after.lang === "fr";
    return isUntranslated ? { text: fr, fr, lang: "fr" } : { text: before.text + after.text, fr, lang };
  }

  const same = (text) => ({ text, fr: text, lang });

  /* French inside another language: an address keeps its figures before its street, a phone number its
     groups. */
  const isolated = (text) => ({ text: `\u2066${text}\u2069`, fr: text, lang });

  /* Who plays `role` for the commune chosen, {name, a: address, t: phone, u: its link, sure}; the town hall
     stands for itself. */
  function where(role, insee) {
    const part = places.roles[role];
    const commune = places.communes[insee];
    const id = (commune && (part.by[insee] || part.by[commune.d])) || part.all;
    if (id === "mairie") return townHall(commune);
    const contact = places.contacts[id];
    return contact && { ...contact, name: { text: contact.name[0], fr: contact.name[1], lang } };
  }

  function townHall(commune) {
    const name = words["mairie-commune"];
    return commune ? { ...commune, name, sure: false } : { name, sure: true };
  }

  function call(place) {
    const link = make("a", { class: "g-tel", href: place.u }, number(place.t));
    return make("p", { class: "g-sheet-place" }, link);
  }

  /* An address that nobody confirmed says so. */
  function addressOf(place) {
    if (place.sure) return same(place.a);
    return joined(isolated(place.a), joined(same(" – "), words["a-confirmer"]));
  }

  function placeRows(place) {
    const found = [line("p", place.name)];
    if (place.a) found.push(line("p", addressOf(place), "g-sheet-place"));
    if (place.t) found.push(call(place));
    return found;
  }

  function missingRows(procedure) {
    const boxes = all("input:checked", procedure);
    const papers = boxes.map((box) => pairOf(find(".g-two", box.closest("label"))));
    return [head("ma-liste-manque"), ...papers.map((paper) => line("p", paper, "g-sheet-box"))];
  }

  function whereRows(procedure) {
    const roles = JSON.parse(procedure.dataset.roles);
    const found = roles.map((role) => where(role, select.value)).filter(Boolean);
    return found.length ? [head("ma-liste-ou")].concat(...found.map(placeRows)) : [];
  }

  function deadlineRows(procedure) {
    const found = all(".g-by", procedure);
    return found.length ? [head("ma-liste-quand"), ...found.map((one) => line("p", pairOf(one)))] : [];
  }

  function block(procedure) {
    return make(
      "section",
      {},
      line("h3", pairOf(find("summary .g-two", procedure))),
      ...missingRows(procedure),
      ...whereRows(procedure),
      ...deadlineRows(procedure),
    );
  }

  function dateRow() {
    const day = Guide.formats.today();
    const french = `\u00a0: ${Guide.formats.date(day, "fr")}`;
    const own = isFrench ? french : `: ${Guide.formats.date(day, lang)}`;
    return line("p", joined(words["fiche-date"], { text: own, fr: french, lang }));
  }

  function show(isShown) {
    sheet.hidden = !isShown;
    document.documentElement.classList.toggle("g-has-sheet", isShown);
  }

  function submit(event) {
    event.preventDefault();
    const chosen = all("[data-procedure]", form).filter((one) => find("input:checked", one));
    status.textContent = chosen.length ? "" : status.dataset.none;
    show(chosen.length > 0);
    refill(rows, []);
    if (!chosen.length) return;
    const commune = select.value ? [line("p", same(select.selectedOptions[0].textContent))] : [];
    refill(rows, [dateRow(), ...commune, ...chosen.map(block)]);
    find("h2", sheet).focus();
    sheet.scrollIntoView();
  }

  form.addEventListener("submit", submit);
  find("[data-close-sheet]", sheet).addEventListener("click", () => {
    show(false);
    form.scrollIntoView();
  });
  addEventListener("guide:wipe", () => {
    form.reset();
    refill(rows, []);
    show(false);
  });
})();
