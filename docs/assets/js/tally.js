/* A list of situations to tick, in groups, then all that apply: what to write, what to join, what to show. The
   answers stand in the address after « # » and nowhere else; those to private questions do not even stand
   there, since a browser keeps a history: they live as long as the page. In another language, or when the page
   is read again, they are asked again: a result without them is never shown as if it were whole. */
"use strict";

/* The rules, without a page. `cases` are {id, isPrivate} in the order of the list; `given` is id -> answer:
   "oui", "nsp" of the addresses of former editions, or "non" for what another aid told and the person undid. */
Guide.tally = (() => {
  const ANSWERS = ["oui", "non", "nsp"];
  const END = "fin";

  /* The answers that an address tells, as `Guide.address.pairs` gives them. */
  function read(pairs) {
    const given = {};
    for (const [id, answer] of pairs) if (ANSWERS.includes(answer)) given[id] = answer;
    return given;
  }

  /* Whether the address asks for the result. */
  function isEnded(pairs) {
    const last = pairs[pairs.length - 1];
    return Boolean(last) && last.length === 1 && last[0] === END;
  }

  /* The pairs of an address. An end is told only where the address tells all: else the result would be short
     of answers. */
  function told(cases, given, ended) {
    const isHidden = ({ id, isPrivate }) => isPrivate && given[id];
    const open = cases.filter((one) => given[one.id] && !one.isPrivate);
    const end = ended && !cases.some(isHidden) ? [[END]] : [];
    return [...open.map(({ id }) => [id, given[id]]), ...end];
  }

  /* "#dalo=oui&fin"; what other aids were told stands before. */
  const address = (cases, given, ended, before = []) =>
    Guide.address.hash([...before, ...told(cases, given, ended)]);

  return { read, isEnded, told, address };
})();

(() => {
  const { all, find, listen, make, refill } = Guide.dom;
  const tally = find("[data-tally]");
  if (!tally) return;
  const form = find("[data-choices]", tally);
  const result = find("[data-result]", tally);
  const title = find("h2", result);
  const rows = all("[data-case]", tally);
  const cases = rows.map(({ id, dataset }) => ({ id, isPrivate: "private" in dataset }));
  const rules = JSON.parse(tally.dataset.carried);
  const box = (row) => find("[data-choice]", row);
  /* Where the page can be left in a hurry, no answer adds to the way back. */
  const isDiscreet = Boolean(find("[data-quit]"));
  let isOver = false;

  const told = () => Guide.address.pairs(location.hash);
  const known = () => Guide.carried.known(rules.knows, told());

  /* Which answer each case has: a tick is yes; what another aid told and is not ticked any more is no; a doubt
     of an old address stays one until it is ticked. */
  function given() {
    const before = Guide.tally.read(Guide.carried.own(told()));
    const elsewhere = known();
    const answers = {};
    for (const row of rows) {
      if (box(row).checked) answers[row.id] = "oui";
      else if (before[row.id] === "nsp") answers[row.id] = "nsp";
      else if (elsewhere[row.id] === "oui") answers[row.id] = "non";
    }
    return answers;
  }

  /* What was ticked before this script came is an answer too. */
  function adopt() {
    const ticked = rows.filter((row) => box(row).checked);
    if (!ticked.length || Guide.carried.own(told()).length) return;
    const answers = known();
    for (const { id } of ticked) answers[id] = "oui";
    write(answers, false);
  }

  /* What the address tells is ticked; private boxes stay as the person left them. */
  function receive() {
    const answers = { ...known(), ...Guide.tally.read(Guide.carried.own(told())) };
    for (const row of rows) {
      if ("private" in row.dataset && !answers[row.id]) continue;
      box(row).checked = answers[row.id] === "oui";
    }
    show(isOver || Guide.tally.isEnded(told()));
  }

  function write(answers, ended) {
    isOver = ended;
    const address = Guide.tally.address(cases, answers, ended, Guide.carried.others(told()));
    if (address === (location.hash || "#")) return;
    if (isDiscreet || !ended) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }

  function show(isEnded) {
    form.hidden = isEnded;
    result.hidden = !isEnded;
    if (isEnded) conclude(given());
  }

  function conclude(answers) {
    const found = {};
    for (const answer of ["oui", "nsp"]) {
      const list = find(`[data-list="${answer}"]`, result);
      found[answer] = rows.filter(({ id }) => answers[id] === answer);
      refill(find("ol, ul.g-list", list), found[answer].map(rowOf));
      list.hidden = !found[answer].length;
    }
    const nothing = find('[data-list="rien"]', result);
    const isNothing = !found.oui.length && !found.nsp.length;
    if (nothing) nothing.hidden = !isNothing;
    title.textContent = verdict(found);
    const open = Guide.tally.told(cases, answers, false);
    const pairs = [...Guide.carried.others(told()), ...open];
    Guide.carried.write(result, Guide.carried.onward(tally.dataset.aidId, rules.tells, pairs));
  }

  function verdict({ oui, nsp }) {
    const { some, one, unsure, none } = title.dataset;
    if (oui.length > 1) return some.replace("{n}", oui.length);
    if (oui.length) return one;
    return nsp.length ? unsure : none;
  }

  const copies = (element) => Array.from(element.cloneNode(true).childNodes);

  function rowOf(row) {
    const said = make("p", { class: "g-case-said" }, ...copies(find(".g-say", row)));
    return make("li", {}, said, ...copies(find(".g-case-plan", row)));
  }

  form.addEventListener("change", () => write(given(), false));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    write(given(), true);
    show(true);
    title.focus({ preventScroll: true });
    if (tally.getBoundingClientRect().top < 0) tally.scrollIntoView();
  });
  listen(find("[data-back]", result), "click", () => {
    write(given(), false);
    show(false);
    box(rows[0]).focus();
  });
  listen(find("[data-again]", result), "click", () => {
    form.reset();
    history.replaceState(null, "", "#");
    isOver = false;
    receive();
  });
  addEventListener("hashchange", () => {
    isOver = false;
    receive();
  });
  addEventListener("guide:wipe", () => form.reset());
  adopt();
  receive();
})();
