/* Which documents of a book answer the words of a query, best first. */
"use strict";

Guide.search.ranked = (() => {
  const { parts } = Guide.search;
  /* What a word met by its pieces alone counts in the share of words met; how many pieces a word of usual
     length has: a long word is met by more pieces without saying more. */
  const PART = 0.4;
  const USUAL = 5;
  /* A number of three digits or more names one thing: a form, a telephone, a commune. */
  const NUMBER = 8;
  /* What of a word a document must have to be shown, when others have it. */
  const LEAST = 0.3;
  /* A query that is a keyword (not of a mere word explained); a query that is all in a title; a keyword of
     several words that is all in the query; the share of words met. */
  const SAME = 15;
  const TITLED = 1.5;
  const WITHIN = 1.2;
  const COVER = 0.85;

  /* How much more what is written for agents counts, when an agent asks. */
  const FOR_AGENTS = 1.3;

  const NOTHING = { score: 0, met: 0 };

  const plus = (sums, number, { score, met }) => {
    const sum = sums.get(number) || NOTHING;
    sums.set(number, { score: sum.score + score, met: sum.met + met });
  };

  /* Number of each document that has a piece of `stem` -> {score, met}: what the word adds, and how far it is
     there (0 to 1). */
  function meet(book, stem) {
    const found = new Map();
    const pieces = parts(stem);
    const each = Math.sqrt(USUAL / pieces.length);
    for (const piece of pieces) {
      for (const [number, part] of book.postings.get(piece) || []) {
        plus(found, number, { score: each * part, met: PART / pieces.length });
      }
    }
    const whole = /\d{3}/.test(stem) ? NUMBER : 1;
    for (const [number, part] of book.postings.get(stem) || []) {
      const { score } = found.get(number) || NOTHING;
      found.set(number, { score: score + whole * part, met: 1 });
    }
    return found;
  }

  /* The same for all words together. */
  function counted(book, stems) {
    const all = new Map();
    for (const stem of stems) {
      for (const [number, one] of meet(book, stem)) plus(all, number, one);
    }
    return all;
  }

  const isWithin = (few, many) => Array.from(few).every((stem) => many.has(stem));

  /* How much more a document counts for the title or keyword `phrase`: when it is the query, or one holds the
     other. */
  function bonusOf(phrase, book, name, asked) {
    if (phrase.name === name) return book.docs[phrase.number].kind === "terme" ? TITLED : SAME;
    if (phrase.title && isWithin(asked, phrase.stems)) return TITLED;
    return phrase.stems.size > 1 && isWithin(phrase.stems, asked) ? WITHIN : 1;
  }

  /* Number of each document -> how much more it counts, at best. */
  function recognised(book, stems) {
    const name = stems.join(" ");
    const asked = new Set(stems);
    const bonus = new Map();
    for (const phrase of book.phrases) {
      const { number } = phrase;
      bonus.set(number, Math.max(bonus.get(number) || 1, bonusOf(phrase, book, name, asked)));
    }
    return bonus;
  }

  /* The documents that have words of `stems`: [{doc, score}]. */
  return function ranked(book, stems, isAgent = false) {
    const once = Array.from(new Set(stems));
    const bonus = recognised(book, stems);
    const hits = Array.from(counted(book, once), ([number, { score, met }]) => {
      const doc = book.docs[number];
      const cover = COVER + met / once.length;
      const weight = (doc.weight || 1) * (isAgent && doc.kind === "guichet" ? FOR_AGENTS : 1);
      return { doc, met, score: score * (bonus.get(number) || 1) * weight * cover };
    });
    const sound = hits.filter((hit) => hit.met >= LEAST);
    const kept = sound.length ? sound : hits;
    return kept.sort((one, other) => other.score - one.score);
  };
})();
