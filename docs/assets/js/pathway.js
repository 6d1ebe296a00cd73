/* A tree of questions without reloading. The answers stand in the address after « # » and nowhere else.
   Without this script, each question is a target of the page and works as a link. */
"use strict";

/* The rules, without a page. A `tree` is {start, places: [id of a question or outcome], ways: [[question,
   answer, place]]}. */
Guide.pathway = (() => {
  /* The place that an address names first and alone: there the links lead, until this script has come. */
  function begun(tree, pairs) {
    const [name] = pairs.length && pairs[0].length === 1 ? pairs[0] : [];
    return tree.places.includes(name) ? name : null;
  }

  /* Where `pairs` of an address lead: {answers, now, from}, the answers that hold together from the first
     question on, and the question or outcome after them. What `known` answers – question -> answer, from
     another aid – is not asked: its answers are [question, answer, true]. A place named first and alone is
     `from` where one begins, without its way. */
  function follow(tree, pairs, known = {}) {
    const from = begun(tree, pairs);
    if (from && pairs.length === 1) return { answers: [], now: from, from };
    /* Said twice, the first counts. */
    const given = new Map(pairs.filter((pair) => pair.length === 2).reverse());
    const wayBy = (question, answer) => tree.ways.find(([at, by]) => at === question && by === answer);
    const answers = [];
    let now = from || tree.start;
    let way;
    do {
      const own = wayBy(now, given.get(now));
      way = own || wayBy(now, known[now]);
      if (way) {
        answers.push(own ? [now, way[1]] : [now, way[1], true]);
        now = way[2];
      }
    } while (way && !answers.some(([question]) => question === now));
    return { answers, now, from };
  }

  return { follow };
})();

(() => {
  const { all, find, make, refill } = Guide.dom;
  const path = find("[data-path]");
  if (!path) return;
  const bar = find("progress", path);
  const screens = all(".g-question", path);
  const isDiscreet = Boolean(find("[data-quit]"));

  /* The ways from a screen to another; an answer may also leave the page. */
  function waysFrom(screen) {
    const links = all("[data-answer]", screen).filter((link) => link.getAttribute("href").startsWith("#"));
    return links.map((link) => [screen.id, link.dataset.answer, link.getAttribute("href").slice(1)]);
  }

  const tree = {
    start: path.dataset.start,
    places: screens.map((screen) => screen.id),
    ways: [].concat(...screens.map(waysFrom)),
  };
  const rules = JSON.parse(path.dataset.carried);
  const pairs = () => Guide.address.pairs(location.hash);
  const read = () =>
    Guide.pathway.follow(tree, Guide.carried.own(pairs()), Guide.carried.known(rules.knows, pairs()));
  const isOwn = ([, , isCarried]) => !isCarried;
  const screenOf = (id) => screens.find((screen) => screen.id === id);

  function show(withFocus) {
    const { answers, now } = read();
    const current = screenOf(now);
    for (const screen of screens) screen.classList.toggle("g-now", screen === current);
    if ("outcome" in current.dataset) conclude(current, answers);
    else count(current, answers.length);
    for (const button of all("[data-back]", path)) button.hidden = !answers.some(isOwn);
    if (!withFocus) return;
    find("h2", current).focus({ preventScroll: true });
    if (path.getBoundingClientRect().top < 0) path.scrollIntoView();
  }

  /* Which question it is, of how many at most. */
  function count(question, answered) {
    const total = answered + 1 + Number(question.dataset.left || 0);
    const said = path.dataset.count.replace("{n}", answered + 1).replace("{total}", total);
    find(".g-count", question).textContent = said;
    bar.max = total;
    bar.value = answered;
  }

  /* What the person answered, under the outcome: it is printed with it. */
  function conclude(outcome, answers) {
    bar.max = 1;
    bar.value = 1;
    refill(find(".g-given", outcome), answers.map(givenRow));
    find("[data-answers]", outcome).hidden = !answers.length;
    const told = answers.map(([question, answer]) => [question, answer]);
    const onward = Guide.carried.onward(path.dataset.aidId, rules.tells, [
      ...Guide.carried.others(pairs()),
      ...told,
    ]);
    Guide.carried.write(outcome, onward);
  }

  function givenRow([question, answer]) {
    const asked = screenOf(question);
    const said = find(`[data-answer="${CSS.escape(answer)}"] span`, asked);
    return make("li", {}, ...copies(find("h2", asked)), " ", make("strong", {}, ...copies(said)));
  }

  const copies = (element) => Array.from(element.cloneNode(true).childNodes);

  /* Beginning again forgets also what other aids told. */
  function go(answers, isAgain) {
    const { from } = read();
    const kept = isAgain ? [] : [...(from ? [[from]] : []), ...Guide.carried.others(pairs())];
    const address = Guide.address.hash([...kept, ...answers.filter(isOwn)]);
    if (isDiscreet) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    show(true);
  }

  function choose(link) {
    const { answers } = read();
    go([...answers, [link.closest(".g-question").id, link.dataset.answer]]);
  }

  path.classList.add("g-live");
  path.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (event.target.closest("[data-back]")) {
      const own = read().answers.filter(isOwn);
      go(own.slice(0, -1));
    } else if (link && "restart" in link.dataset) {
      event.preventDefault();
      go([], true);
    } else if (link && link.dataset.answer && link.getAttribute("href").startsWith("#")) {
      event.preventDefault();
      choose(link);
    }
  });
  addEventListener("hashchange", () => show(true));
  show(false);
})();
