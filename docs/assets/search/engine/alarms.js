/* Queries that call for help, in any language of the guide: they put an urgent page first. */
"use strict";

Guide.search.alarms = (() => {
  const { stem, stopWords, words } = Guide.search;
  /* How many letters an ending adds at most to a word that calls for help. */
  const ENDING = 4;
  /* From how many on the small words around a word make its sense. */
  const MANY = 3;

  /* The words of a text that tell something, with their stems as its own language has them, and the small
     words between them. */
  function said(text, lang) {
    const stop = stopWords(lang);
    const all = words(text);
    const placed = all.map((word, at) => ({ word, before: all[at - 1] || "" }));
    const told = placed.filter(({ word }) => !stop.has(word));
    return {
      told: told.map((one) => ({ ...one, stem: stem(one.word, lang) })),
      small: all.filter((word) => stop.has(word)),
    };
  }

  /* [{lang, names}] of what a card is called in each language. */
  function heard(card) {
    return Object.entries(card.words).map(([lang, list]) => {
      const names = list.split(",").map((name) => said(name, lang));
      return { lang, names: names.filter((name) => name.told.length) };
    });
  }

  /* A word alone keeps a small word of its name, whole or elided (`me tape`, `m’a tapé`, `ma tapé`, but not
     `je tape ma demande`); all of them when they are many (`suis à la rue`, but not `12 rue de la République, à
     Marseille`). */
  function keepsSmallWord(asked, name, first) {
    const isSame = (word, small) => word === small || (word.length === 1 && word === small[0]);
    const isKept = (small) =>
      asked.small.some((word) => isSame(word, small)) || first.before === `${small[0]}a`;
    if (name.small.length >= MANY) return name.small.every(isKept);
    return !name.small.length || name.small.some(isKept);
  }

  /* Whether the words of `name` stand in a row in `asked`. A word alone must be about as long as what was
     typed (`violation` is no `viol`). */
  function cries(asked, name) {
    const alone = name.told.length === 1;
    return asked.told.some((first, place) => {
      const row = asked.told.slice(place, place + name.told.length);
      const isSame =
        row.length === name.told.length && row.every((one, at) => one.stem === name.told[at].stem);
      if (!isSame || !alone) return isSame;
      const isAsLong = Math.abs(first.word.length - name.told[0].word.length) <= ENDING;
      return isAsLong && keepsSmallWord(asked, name, first);
    });
  }

  /* The urgent cards of `index` with what they hear to: [{location, calls, heard}]. */
  const of = (index) => (index.urgent || []).map((card) => ({ ...card, heard: heard(card) }));

  /* The first of `cards` that words of the query call for, if any; `stems` are what they mean in the book's
     language. */
  function called(cards, book, query, stems) {
    const own = said(query, book.lang);
    const meant = { told: own.told.map((one, at) => ({ ...one, stem: stems[at] })), small: own.small };
    const asked = new Map([[book.lang, meant]]);
    const askedIn = (lang) => {
      if (!asked.has(lang)) asked.set(lang, said(query, lang));
      return asked.get(lang);
    };
    const isHeard = ({ lang, names }) => names.some((name) => cries(askedIn(lang), name));
    return cards.find((card) => card.heard.some(isHeard));
  }

  return { of, called };
})();
