/* « Ma liste »: a tick says « I have it », here as on the pages of the procedures, and the same tick stands in
   both places. What is missing is worked out, with where to bring it and by when, in the person's language
   beside French. Nothing is sent. */
"use strict";

/* The rules, without a page. A `procedure` is {id, required, later, had}: three lists of ids of papers; an id
   that is empty is told to nobody. */
Guide.myList = (() => {
  const COMMUNE = "commune";
  const OLD_ANCHOR = "liste-";

  /* {missing, later, had, total}: what to look for, what to keep ready for the day when it is asked for, what
     the person has. */
  function sortOut({ required, later, had }) {
    const all = [...required, ...later];
    const lacks = (papers) => papers.filter((paper) => !had.includes(paper));
    return {
      missing: lacks(required),
      later: lacks(later),
      had: all.filter((paper) => had.includes(paper)),
      total: all.length,
    };
  }

  /* "#dalo=numero-unique.cerfa-15036&commune=13117": the papers that the person has, procedure by procedure.
   */
  function address(procedures, insee) {
    const told = procedures.filter(({ id }) => id).map(({ id, had }) => [id, had.join(".")]);
    return Guide.address.hash(insee ? [...told, [COMMUNE, insee]] : told);
  }

  /* What an address tells: {procedures: id -> papers that the person has, insee}. A procedure named alone, or
     by the anchor of its part, is on the list, and nothing is known of its papers: null. */
  function read(pairs) {
    const procedures = {};
    let insee = "";
    for (const [name, value] of pairs) {
      const isAlone = value === undefined;
      const id = isAlone && name.startsWith(OLD_ANCHOR) ? name.slice(OLD_ANCHOR.length) : name;
      if (name === COMMUNE) insee = value || "";
      else procedures[id] = isAlone ? null : value.split(".").filter(Boolean);
    }
    return { procedures, insee };
  }

  return { sortOut, address, read };
})();

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
    const text = element.dataset.text || element.textContent.trim();
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

  const boxesOf = (procedure) => all("[data-paper]", procedure);
  const isLater = (box) => Boolean(box.closest("[data-later]"));

  /* A procedure of the page as the rules know it. A paper to hide is told in no address. */
  function read(procedure) {
    const boxes = boxesOf(procedure);
    const ids = (kept) => kept.map((box) => box.dataset.paper);
    return {
      id: procedure.dataset.procedure,
      required: ids(boxes.filter((box) => !isLater(box))),
      later: ids(boxes.filter(isLater)),
      had: ids(boxes.filter((box) => box.checked)),
    };
  }

  /* What of it may stand in an address. */
  function told(procedure) {
    const open = boxesOf(procedure).filter((box) => box.checked && box.dataset.tick);
    return { id: procedure.dataset.procedure, had: open.map((box) => box.dataset.paper) };
  }

  /* The pair of a word with its figures; the same in both languages. */
  function counted(word, numbers) {
    const fill = (text) =>
      Object.entries(numbers).reduce((said, [name, n]) => said.replace(`{${name}}`, n), text);
    return { ...words[word], text: fill(words[word].text), fr: fill(words[word].fr) };
  }

  function paperRows(procedure, word, ids, className) {
    const boxes = boxesOf(procedure).filter((box) => ids.includes(box.dataset.paper));
    const papers = boxes.map((box) => pairOf(find(".g-two", box.closest("label"))));
    return papers.length ? [head(word), ...papers.map((paper) => line("p", paper, className))] : [];
  }

  function papersRows(procedure) {
    const { missing, later, had, total } = Guide.myList.sortOut(read(procedure));
    return [
      line("p", counted("ma-liste-compte", { n: had.length, total }), "g-sheet-count"),
      ...(missing.length
        ? paperRows(procedure, "ma-liste-manque", missing, "g-sheet-box")
        : [line("p", words["ma-liste-complet"])]),
      ...paperRows(procedure, "ma-liste-plus-tard", later, "g-sheet-box"),
      ...paperRows(procedure, "ma-liste-ai", had, "g-sheet-box g-sheet-had"),
    ];
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
      ...papersRows(procedure),
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

  /* What stands open is on the list. */
  const procedures = all("[data-procedure]", form);
  const chosen = () => procedures.filter((one) => one.open);

  function submit(event) {
    event.preventDefault();
    const open = chosen();
    status.textContent = open.length ? "" : status.dataset.none;
    show(open.length > 0);
    refill(rows, []);
    if (!open.length) return;
    const commune = select.value ? [line("p", same(select.selectedOptions[0].textContent))] : [];
    refill(rows, [dateRow(), ...commune, ...open.map(block)]);
    const code = find("[data-code-fold]", sheet);
    code.dataset.hash = Guide.myList.address(chosen().map(told), select.value);
    code.open = false;
    find("h2", sheet).focus();
    sheet.scrollIntoView();
  }

  /* The address of the list, to hand over: where the guide is published, else where it is read. */
  function listAddress(link) {
    const page = link.dataset.sms || location.href.split("#")[0];
    return page + Guide.myList.address(chosen().map(told), select.value);
  }

  function fillMessage() {
    const link = find("[data-sms]", sheet);
    link.href = `sms:?&body=${encodeURIComponent(`${link.dataset.text} ${listAddress(link)}`)}`;
  }

  /* « 2 sur 5 » beside the name of each procedure of which something is known. */
  function count(procedure) {
    const { had, total } = Guide.myList.sortOut(read(procedure));
    const said = Guide.dom.words().prets.replace("{n}", had.length).replace("{total}", total);
    find("[data-had]", procedure).textContent = had.length ? said : "";
  }

  function choose(insee) {
    if (Array.from(select.options).some(({ value }) => value === insee)) select.value = insee;
  }

  /* What a list that was handed over says is shown; it is kept only once the person touches a box. */
  function receive() {
    const { procedures: known, insee } = Guide.myList.read(Guide.address.pairs(location.hash));
    for (const procedure of procedures) {
      const papers = known[procedure.dataset.procedure];
      if (procedure.dataset.procedure && papers !== undefined) procedure.open = true;
      if (papers) for (const box of boxesOf(procedure)) box.checked = papers.includes(box.dataset.paper);
      count(procedure);
    }
    if (insee) choose(insee);
  }

  for (const procedure of procedures) {
    procedure.open = boxesOf(procedure).some((box) => box.checked);
    procedure.addEventListener("change", () => count(procedure));
  }
  receive();
  addEventListener("hashchange", receive);
  form.addEventListener("submit", submit);
  find("[data-sms]", sheet).addEventListener("click", fillMessage);
  find("[data-close-sheet]", sheet).addEventListener("click", () => {
    show(false);
    form.scrollIntoView();
  });
  addEventListener("guide:wipe", () => {
    form.reset();
    for (const procedure of procedures) count(procedure);
    refill(rows, []);
    show(false);
  });
})();
