/* Answers that go from one aid to another: a question already answered is not asked again. They stand in the
   address, named after the aid that asked ("ma-situation.q-an=oui"), and nowhere else. */
"use strict";

/* The rules, without a page. `pairs` are those of an address; `rules` are [[their question, {their answer:
   ours}, our question]]. */
Guide.carried = (() => {
  const { all } = Guide.dom;
  const isElsewhere = ([name]) => name.includes(".");

  /* What an address tells of this aid, and of the others. */
  const own = (pairs) => pairs.filter((pair) => !isElsewhere(pair));
  const others = (pairs) => pairs.filter((pair) => isElsewhere(pair) && pair.length === 2);

  /* Our question -> the answer that another aid was given. */
  function known(rules, pairs) {
    const given = {};
    for (const [name, answer] of others(pairs)) given[name] = answer;
    const found = {};
    for (const [theirs, answers, ours] of rules) {
      const answer = new Map(Object.entries(answers)).get(given[theirs]);
      if (answer) found[ours] = answer;
    }
    return found;
  }

  /* The pairs that other aids are handed: what this one was told of others, and its own answers that they
     know; `tells` names those questions. */
  function onward(aid, tells, pairs) {
    const told = own(pairs).filter(([question, answer]) => answer && tells.includes(question));
    const mine = told.map(([question, answer]) => [`${aid}.${question}`, answer]);
    const before = others(pairs).filter(([name]) => !mine.some(([ours]) => ours === name));
    return [...before, ...mine];
  }

  /* The links of `root` to other aids take `pairs` along; its message tells the address as it is, where the
     guide is published, else where it is read. */
  function write(root, pairs) {
    for (const link of all("a[data-aid]", root)) {
      const page = link.getAttribute("href").split("#")[0];
      link.setAttribute("href", pairs.length ? page + Guide.address.hash(pairs) : page);
    }
    for (const link of all("a[data-hand]", root)) {
      const address = (link.dataset.hand || location.href.split("#")[0]) + location.hash;
      link.href = `sms:?&body=${encodeURIComponent(`${link.dataset.text} ${address}`)}`;
    }
  }

  return { own, others, known, onward, write };
})();
