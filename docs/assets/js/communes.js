/* « Votre commune »: finds a commune by its name, its post code or another of its spellings, however it is
   typed. Pure. */
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
  /* A name of so many letters may have two wrong ones, a shorter one has one. */
  const LONG = 8;

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

  /* The share of common pieces, or of right letters where few are wrong: « marsielle ». */
  function likeness(name, glued) {
    const wrong = apart(name, glued);
    const right = wrong <= (name.length < LONG ? 1 : 2) ? 1 - wrong / name.length : 0;
    const mine = fours(glued);
    const theirs = fours(name);
    const common = mine.filter((piece) => theirs.includes(piece)).length;
    const shared = mine.length && theirs.length ? (2 * common) / (mine.length + theirs.length) : 0;
    return Math.max(right, shared);
  }

  const isTurned = (one, other, i, j) =>
    i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];

  /* How many letters part the first `i` of `one` from each beginning of `other`, from the same of the two
     letters before. */
  function nextLine(one, other, i, [before, last]) {
    const line = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      const turn = isTurned(one, other, i, j) ? before[j - 2] + 1 : change;
      line[j] = Math.min(change, turn, last[j] + 1, line[j - 1] + 1);
    }
    return line;
  }

  /* How many letters part two names: one more, one less, another one, or two turned round. A number is right
     or wrong. */
  function apart(one, other) {
    if (/\d/.test(one + other)) return one === other ? 0 : Number.POSITIVE_INFINITY;
    let lines = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= one.length; i += 1) lines = [lines[1], nextLine(one, other, i, lines)];
    return lines[1][other.length];
  }

  return { row, find };
})();
