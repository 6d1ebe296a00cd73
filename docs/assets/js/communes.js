/* « Votre commune »: finds a commune by its name, its post code or another of its spellings, however it is
   typed. */
"use strict";

Guide.communes = (() => {
  const { fours } = Guide.search;
  const SAINT = { st: "saint", ste: "sainte" };
  /* What people add to the name of a commune: it is left aside when no commune answers to all that was typed.
   */
  const AROUND = "mairie hotel ville commune village cedex arrondissement arr d de du des a au en".split(" ");
  const ORDINAL = /^\d{1,2}(?:er|e|eme|ieme|nd)?$/;
  /* How few letters can be looked for. */
  const SHORTEST = 2;
  /* How alike a misspelt name must be (share of common pieces of four letters), and how many such names are
     offered. */
  const ALIKE = 0.5;
  const NEAR = 3;

  /* « Ste-Réparade » -> ["sainte", "reparade"]; « 13 001 » -> ["13001"]. */
  function words(text) {
    const said = Guide.search.words(text).map((word) => SAINT[word] || word);
    const glued = said.join(" ").replace(/(\d) (?=\d)/g, "$1");
    return glued.split(" ").filter(Boolean);
  }

  /* What is compared, from names parted by « | »: "Bouc-Bel-Air|13320". */
  function row(names) {
    const each = names.split("|").map(words);
    return { words: [].concat(...each), glued: each.map((name) => name.join("")) };
  }

  const has = (one, word) => one.words.some((other) => other.startsWith(word));

  /* The rows that have every word begun, or one name that begins like all the words in one piece («
     boucbelair », « stvictoret »). */
  function match(rows, asked) {
    const glued = asked.join("");
    const long = glued.replace(/^ste?(?=[a-z]{3})/, (short) => SAINT[short]);
    const isBegun = (name) => name.startsWith(glued) || name.startsWith(long);
    return rows.filter((one) => asked.every((word) => has(one, word)) || one.glued.some(isBegun));
  }

  /* The rows that `text` names: {hits: [row…], near, asked}. A name that is nobody's gives those most like
     it, and `near` is true; `asked` is false as long as nothing can be looked for. */
  function find(rows, text) {
    const asked = words(text);
    const kept = asked.filter((word) => !AROUND.includes(word) && !ORDINAL.test(word));
    if (asked.join("").length < SHORTEST) return { hits: [], near: false, asked: false };
    let hits = match(rows, asked);
    if (!hits.length && kept.length) hits = match(rows, kept);
    if (hits.length || !kept.length) return { hits, near: false, asked: hits.length > 0 };
    return { hits: alike(rows, [asked.join(""), kept.join("")]), near: true, asked: true };
  }

  /* The rows that a misspelt name is most like. A post code is like no other: it is right or wrong. */
  function alike(rows, spellings) {
    const scoreOf = (one) =>
      Math.max(...spellings.map((text) => Math.max(...one.glued.map((name) => likeness(name, text)))));
    const scored = rows.map((one) => ({ one, score: scoreOf(one) }));
    const good = scored.filter(({ score }) => score >= ALIKE);
    good.sort((first, second) => second.score - first.score);
    return good.slice(0, NEAR).map(({ one }) => one);
  }

  function likeness(name, glued) {
    const mine = fours(glued);
    const theirs = fours(name);
    const common = mine.filter((piece) => theirs.includes(piece)).length;
    return mine.length && theirs.length ? (2 * common) / (mine.length + theirs.length) : 0;
  }

  return { row, find };
})();

/* The box, wherever it stands. The communes are fetched when somebody is about to type; what is found are
   links to their pages, and following one chooses it. */
(() => {
  const { all, find, ignore, make, refill } = Guide.dom;
  const { commune } = Guide;
  const MOST = 8;

  /* What is said of what was found: nothing as long as nothing can be looked for. */
  function wordOf(found, words) {
    const count = found.hits.length;
    if (!found.asked) return "";
    if (!count) return words.none;
    if (found.near) return words.near;
    return count === 1 ? words.one : words.many.replace("{n}", count);
  }

  const link = ({ insee, name }) =>
    make("li", {}, make("a", { class: "g-go", href: commune.page(insee), "data-commune": insee }, name));

  function attach(form) {
    const input = find("input", form);
    const status = find("[role=status]", form);
    const list = find(".g-commune-hits", form);
    let rows = null;
    let turn = 0;

    async function prepare() {
      const known = await commune.known();
      rows =
        rows ||
        Object.entries(known).map(([insee, [names]]) => ({
          ...Guide.communes.row(names),
          insee,
          name: names.split("|")[0],
        }));
    }

    /* An answer that comes after the next letter is dropped. */
    async function show() {
      turn += 1;
      const mine = turn;
      await prepare();
      if (mine !== turn) return;
      const found = Guide.communes.find(rows, input.value);
      refill(list, found.hits.slice(0, MOST).map(link));
      status.textContent = wordOf(found, status.dataset);
    }

    async function submit(event) {
      event.preventDefault();
      await show();
      const first = find("a", list);
      if (first) first.click();
    }

    /* Up and down, from the box to what is found and back. */
    function walk(event) {
      const stops = [input, ...all("a", list)];
      const here = stops.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || here < 0 || !stops[here + step]) return;
      event.preventDefault();
      stops[here + step].focus();
    }

    input.addEventListener("focus", () => prepare().catch(ignore), { once: true });
    input.addEventListener("input", () => show().catch(ignore));
    form.addEventListener("submit", (event) => submit(event).catch(ignore));
    form.addEventListener("keydown", walk);
    if (input.value) show().catch(ignore);
    attachForget(find("[data-unplace]", form));
  }

  function attachForget(place) {
    const tell = () => {
      place.hidden = !commune.chosen();
    };
    find("button", place).addEventListener("click", () => {
      commune.forget();
      commune.refresh();
      tell();
    });
    addEventListener("guide:wipe", tell);
    addEventListener("pageshow", tell);
    tell();
  }

  document.addEventListener("click", ({ target }) => {
    const followed = target.closest && target.closest("a[data-commune]");
    if (followed) commune.choose(followed.dataset.commune);
  });
  for (const form of all("[data-communes]")) attach(form);

  /* Former addresses of the communes, « #13117 », « #mairie-13117 »: the list leads to their pages. */
  const [, former] = /^#(?:mairie-)?(\w{5})$/.exec(location.hash) || [];
  const found = former && find(`#liste a[data-commune="${former}"]`);
  if (found) location.replace(found.href);
})();
