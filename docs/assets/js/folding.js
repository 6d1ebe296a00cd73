/* A page as the commune chosen has it: those who serve it stand first and open, those of elsewhere are
   folded; « the town hall of your commune » is its own. Everything can be put back. */
"use strict";

Guide.folding = (() => {
  const { all, find, make, number } = Guide.dom;
  const strip = find("[data-place]");
  /* What puts the page back as it was, the last change first. */
  let undo = [];

  /* "13 -13055 84089": departments, communes, and communes left out of their department. Pure. */
  function serves(places, { insee, department }) {
    const words = places.split(" ");
    return words.includes(insee) || (words.includes(department) && !words.includes(`-${insee}`));
  }

  function later(act) {
    undo.unshift(act);
  }

  /* `element` is moved by `act`, and comes back to where it stood. */
  function move(element, act) {
    const mark = document.createComment("");
    element.before(mark);
    act(element);
    later(() => mark.replaceWith(element));
  }

  function set(element, name, value) {
    const old = element[name];
    element[name] = value;
    later(() => {
      element[name] = old;
    });
  }

  function fold(list) {
    const text = strip.dataset.others;
    const details = make("details", { class: "g-fold g-far" }, make("summary", {}, text), list);
    later(() => details.remove());
    return details;
  }

  /* Cards of people: a list of those who serve here, a fold for the others. */
  function sort(block, commune) {
    const near = find(".g-cards", block);
    const far = find(".g-far .g-cards", block);
    const isHere = (card) => !card.dataset.for || serves(card.dataset.for, commune);
    const cards = all("[data-for]", block);
    const gone = cards.filter((card) => !isHere(card) && card.parentNode === near);
    const come = cards.filter((card) => isHere(card) && card.parentNode === far);
    /* Nobody here? Then the list says the best that is known. */
    if (near.children.length + come.length === gone.length) return;
    for (const card of come) move(card, () => near.append(card));
    if (gone.length) {
      const others = far || make("ul", { class: "g-cards" });
      if (!far) block.append(fold(others));
      for (const card of gone) move(card, () => others.append(card));
    }
    if (!far) return;
    const details = far.closest("details");
    set(find("summary", details), "textContent", strip.dataset.others);
    set(details, "hidden", !far.children.length);
  }

  /* Of a list that is only an index, lines of elsewhere are left out; never all of them. */
  function leaveOut(list, others) {
    if (others.length === list.children.length) return;
    for (const line of others) set(line, "hidden", true);
  }

  /* Elsewhere they are folded below their list. */
  function foldBelow(list, others) {
    const tag = list.tagName === "DL" ? "dl" : "ul";
    const kept = make(tag, { class: list.className.replace("g-steps", "g-list") });
    list.after(fold(kept));
    for (const line of others) move(line, () => kept.append(line));
    if (!list.children.length) set(list, "hidden", true);
  }

  /* Lines true elsewhere. */
  function part(list, commune) {
    const lines = Array.from(list.children).filter((line) => line.dataset.for);
    const others = lines.filter((line) => !serves(line.dataset.for, commune));
    if (!others.length) return;
    if ("hides" in list.dataset) leaveOut(list, others);
    else foldBelow(list, others);
  }

  /* Whom to ask, in a sentence: the one who serves here, instead of the one who serves most readers. */
  function ask(one, commune) {
    set(one, "hidden", Boolean(one.dataset.for) && !serves(one.dataset.for, commune));
  }

  /* « The town hall of your commune »: its name, its page, its number in place of « look for it ». */
  function rename(link, commune) {
    set(link, "textContent", link.dataset.hall.replace("{commune}", commune.name));
    set(link, "href", Guide.commune.page(commune.insee));
    const card = link.closest(".g-card");
    const help = card && find("[data-hall-help]", card);
    if (!help || !commune.phone) return;
    const sign = document.importNode(find('template[data-sign="voice"]').content, true);
    const call = make("a", { class: "g-call", href: commune.to }, sign, number(commune.phone));
    const calls = make("p", { class: "g-calls" }, call);
    set(help, "hidden", true);
    card.append(calls);
    later(() => calls.remove());
  }

  /* « In my commune », on the home page: its own page. */
  function lead(words, commune) {
    set(words, "textContent", words.dataset.mine.replace("{commune}", commune.name));
    set(words.closest("a"), "href", Guide.commune.page(commune.insee));
  }

  function tell(commune) {
    const [link] = all("a", strip);
    set(link, "textContent", commune.name);
    set(link, "href", Guide.commune.page(commune.insee));
    set(strip, "hidden", false);
  }

  /* A form that asks for a commune, or for a department, need not. */
  function answer(select, value) {
    if (!all("option", select).some((option) => option.value === value)) return;
    set(select, "value", value);
    select.dispatchEvent(new Event("change"));
  }

  /* A delay that differs by department: the one of here alone. */
  function tellValue(place, { department }) {
    const own = place.getAttribute(`data-in-${department.toLowerCase()}`);
    if (own) set(place, "textContent", own);
  }

  /* Lists that hold lines of one place alone; cards of people have their own way. */
  function listsOf() {
    const lines = all("li[data-for], div[data-for]").filter((line) => !line.closest("[data-people]"));
    return Array.from(new Set(lines.map((line) => line.parentNode)));
  }

  /* What is in a page -> what is done with it. */
  const CHANGES = [
    [() => all("[data-people]"), sort],
    [() => all("[data-who]"), ask],
    [listsOf, part],
    [() => all("[data-hall]"), rename],
    [() => all("[data-mine]"), lead],
    [() => all(".g-value"), tellValue],
    [() => all("#ma-commune"), (select, { insee }) => answer(select, insee)],
    [() => all("[data-department] select"), (select, { department }) => answer(select, department)],
  ];

  /* `commune` is {insee, name, department, phone, to}; null puts the page back. */
  function show(commune) {
    for (const act of undo) act();
    undo = [];
    if (!commune) return;
    tell(commune);
    for (const [found, change] of CHANGES) {
      for (const element of found()) change(element, commune);
    }
  }

  return { show, serves };
})();
