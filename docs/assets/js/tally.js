/* A list of situations asked one by one, then all that apply. The answers stand in the address after « # »
   and nowhere else; those to private questions do not even stand there, since a browser keeps a history: they
   live as long as the page. In another language, or when the page is read again, they are asked again: a
   result without them is never shown as if it were whole. */
"use strict";

/* The rules, without a page. `cases` are {id, isPrivate} in the order of the questions; `given` is id ->
   answer. */
Guide.tally = (() => {
  const ANSWERS = ["oui", "non", "nsp"];
  const END = "fin";

  /* The answers that an address tells, as `Guide.address.pairs` gives them. */
  function read(pairs) {
    const given = {};
    for (const [id, answer] of pairs) if (ANSWERS.includes(answer)) given[id] = answer;
    return given;
  }

  /* Whether the address asks for the result before the last question. */
  function isEnded(pairs) {
    const last = pairs[pairs.length - 1];
    return Boolean(last) && last.length === 1 && last[0] === END;
  }

  /* What of `given` stands in no address. */
  function untold(cases, given) {
    const kept = {};
    for (const { id, isPrivate } of cases) if (isPrivate && given[id]) kept[id] = given[id];
    return kept;
  }

  /* "#dalo=oui&fin". An end is told only where the address tells all: else the result would be short of
     answers. */
  function address(cases, given, ended) {
    const hidden = untold(cases, given);
    const told = cases.filter(({ id }) => given[id] && !hidden[id]);
    const end = ended && !Object.keys(hidden).length ? [[END]] : [];
    return Guide.address.hash([...told.map(({ id }) => [id, given[id]]), ...end]);
  }

  /* The number of the first question without an answer; -1 when each has one. */
  const next = (cases, given) => cases.findIndex(({ id }) => !given[id]);

  /* `given` without its last answer, in the order of the questions. */
  function back(cases, given) {
    const last = cases.filter(({ id }) => given[id]).pop();
    const kept = { ...given };
    if (last) delete kept[last.id];
    return kept;
  }

  return { read, isEnded, untold, address, next, back };
})();

(() => {
  const { all, find, make, refill } = Guide.dom;
  const tally = find("[data-tally]");
  if (!tally) return;
  const part = (name) => find(`[data-${name}]`, tally);
  const screens = all("[data-case]", tally);
  const cases = screens.map(({ id, dataset }) => ({ id, isPrivate: "private" in dataset }));
  const bar = find("progress", tally);
  const [counter, choices, result, begin] = ["counter", "choices", "result", "begin"].map(part);
  /* Where the page can be left in a hurry, no answer adds to the way back. */
  const isDiscreet = Boolean(find("[data-quit]"));
  let isAsking = false;
  let isOver = false;
  let untold = {};

  const told = () => Guide.address.pairs(location.hash);
  const read = () => ({ ...untold, ...Guide.tally.read(told()) });

  function write(given, ended = false) {
    isOver = ended;
    untold = Guide.tally.untold(cases, given);
    const address = Guide.tally.address(cases, given, ended);
    if (address !== (location.hash || "#")) {
      if (isDiscreet) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    }
    show(true);
  }

  function show(withFocus) {
    const given = read();
    const isDone = isOver || Guide.tally.isEnded(told());
    const next = isDone ? -1 : Guide.tally.next(cases, given);
    isAsking = isAsking || isDone || told().some((pair) => pair.length > 1);
    const isEnded = isAsking && next < 0;
    draw(next, isEnded);
    part("back").hidden = !Object.keys(given).length;
    if (isEnded) conclude(given);
    if (!withFocus || !isAsking) return;
    (isEnded ? find("h2", result) : screens[next]).focus({ preventScroll: true });
    if (tally.getBoundingClientRect().top < 0) tally.scrollIntoView();
  }

  function draw(next, isEnded) {
    tally.classList.toggle("g-live", isAsking);
    for (const [at, screen] of screens.entries()) screen.classList.toggle("g-now", isAsking && at === next);
    begin.hidden = isAsking;
    part("tools-path").hidden = !isAsking;
    bar.hidden = !isAsking;
    choices.hidden = !isAsking || isEnded;
    counter.hidden = !isAsking || isEnded;
    result.hidden = !isEnded;
    part("end").hidden = isEnded;
    bar.max = cases.length;
    bar.value = isEnded ? cases.length : Math.max(next, 0);
    counter.textContent = tally.dataset.count.replace("{n}", next + 1).replace("{total}", cases.length);
  }

  function conclude(given) {
    let isNothing = true;
    for (const answer of ["oui", "nsp"]) {
      const list = find(`[data-list="${answer}"]`, tally);
      const found = screens.filter(({ id }) => given[id] === answer);
      refill(find("ul", list), found.map(rowOf));
      list.hidden = !found.length;
      isNothing = isNothing && !found.length;
    }
    const nothing = find('[data-list="rien"]', tally);
    if (nothing) nothing.hidden = !isNothing;
  }

  const rowOf = (screen) =>
    make("li", {}, ...[".g-case-text", ".g-case-more"].map((name) => find(name, screen).cloneNode(true)));

  function choose(event) {
    const button = event.target.closest("[data-choice]");
    const now = find(".g-now", tally);
    if (button && now) write({ ...read(), [now.id]: button.dataset.choice });
  }

  begin.addEventListener("click", () => {
    isAsking = true;
    show(true);
  });
  choices.addEventListener("click", choose);
  part("back").addEventListener("click", () => write(Guide.tally.back(cases, read())));
  part("end").addEventListener("click", () => write(read(), true));
  part("again").addEventListener("click", () => write({}));
  addEventListener("hashchange", () => {
    isOver = false;
    show(true);
  });
  show(false);
})();
