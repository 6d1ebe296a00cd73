/* The engine: an index in, a query in, ranked results out. Knows no page and no network. */
"use strict";

Object.assign(
  Guide.search,
  (() => {
    const { Book, alarms, isAgent, ranked, words } = Guide.search;
    const SHOWN = 12;
    const CHUNK = 8;
    /* An unfinished word of fewer letters begins too many titles. */
    const UNFINISHED = 3;

    /* `index` is {docs: [{location, title, kind, weight?, keywords?, asked?, heads?, text?, french?}],
       urgent: [{location, words: {language: "words, words"}, calls}], kinds, halls};
       returns query -> {count, items: [{location, title, kind, text, terms, pinned, calls, ahead, told…}]}. */
    function open(index, lang) {
      const book = new Book(named(index), lang);
      for (const doc of book.docs) book.add(doc);
      return searcher(book.close());
    }

    /* The same in small pieces, so that the page never freezes; a promise of query -> {count, items}. */
    async function openSlowly(index, lang) {
      const book = new Book(named(index), lang);
      for (let next = 0; next < book.docs.length; next += CHUNK) {
        if (next) await new Promise((done) => setTimeout(done, 0));
        for (const doc of book.docs.slice(next, next + CHUNK)) book.add(doc);
      }
      return searcher(book.close());
    }

    /* The index with what was left for later: more words for the same documents, and documents of less
       weight. */
    function merge(index, more) {
      const docs = index.docs.map((doc) => ({ ...doc, ...more.words[doc.location] }));
      return { ...index, docs: [...docs, ...more.docs] };
    }

    /* Each commune is also found as its town hall; the index says once how a town hall is called (`halls`:
       "Town hall: {commune}"). */
    function named(index) {
      const docs = index.docs.map((doc) => {
        if (doc.kind !== "commune") return doc;
        const names = (index.halls || []).map((hall) => hall.replace("{commune}", doc.title));
        return { ...doc, keywords: [...names, doc.keywords].filter(Boolean).join(", ") };
      });
      return { ...index, docs };
    }

    /* What to do whose title begins with the one unfinished word of the query comes first, the most pressing
       before all; `docs` itself when the query is no such word. */
    function begun(book, pressing, query, docs) {
      const parts = words(query);
      const [stem] = book.stems(query);
      const isKnown = book.phrases.some((phrase) => phrase.stems.has(stem));
      if (parts.length !== 1 || parts[0].length < UNFINISHED || isKnown) return docs;
      const begins = (name) => (words(name)[0] || "").startsWith(parts[0]);
      const starts = Array.from(new Set([...docs, ...pressing])).filter(
        (doc) => doc.kind === "demarche" && (begins(doc.title) || begins(doc.french || "")),
      );
      const rank = (doc) => (pressing.includes(doc) ? pressing.indexOf(doc) : pressing.length);
      starts.sort((one, other) => rank(one) - rank(other));
      return [...starts, ...docs.filter((doc) => !starts.includes(doc))];
    }

    function searcher(book) {
      const cards = alarms.of(book.index);
      const page = (card) => book.docs.find((doc) => doc.location === card.location);
      const pressing = cards.map(page).filter(Boolean);

      /* {docs, pinned}: what answers, best first, and what of it the query calls for help from. What an
         unfinished word was taken for is a guess: the page whose title it begins is not. */
      function answers(query, stems) {
        const hits = ranked(book, stems, isAgent(query));
        const found = hits.map((hit) => hit.doc);
        const docs = begun(book, pressing, query, found);
        const card = alarms.called(cards, book, query, stems);
        const pinned = card && page(card);
        const isGuess = docs !== found && docs[0] !== found[0] && docs[0] !== pinned;
        if (!pinned || isGuess) return { docs, pinned: null, hits };
        return { docs: [pinned, ...docs.filter((doc) => doc !== pinned)], pinned, hits };
      }

      function callsOf(doc) {
        const card = cards.find((one) => one.location === doc.location);
        return card ? card.calls : doc.calls || [];
      }

      /* How many times more `doc` counts than the best of the others. */
      function aheadOf(doc, hits) {
        const own = hits.find((hit) => hit.doc === doc);
        const next = hits.find((hit) => hit.doc !== doc);
        return own && next ? own.score / next.score : Number(Boolean(own)) * 2;
      }

      return function search(query) {
        const stems = book.asked(query).map((stem) => book.meant(stem));
        const { docs, pinned, hits } = answers(query, stems);
        const terms = { stems: new Set(stems), lang: book.lang };
        const shown = docs.length ? docs.slice(0, SHOWN) : pressing;
        const items = shown.map((doc) => ({
          location: doc.location,
          title: doc.title,
          kind: (book.index.kinds || {})[doc.kind] || "",
          text: doc.text || "",
          terms,
          pinned: doc === pinned,
          ahead: aheadOf(doc, hits),
          keywords: doc.keywords,
          french: doc.french,
          told: doc.told,
          calls: callsOf(doc),
        }));
        return { count: docs.length, items };
      };
    }

    /* The index that MkDocs itself writes, for `mkdocs serve`: sections of a page become one document. */
    function fromTheme(index) {
      const pages = new Map();
      for (const { location: place, title, text } of index.docs) {
        const [location] = place.split("#");
        const page = pages.get(location);
        if (page) {
          page.heads += ` ${title}`;
        } else {
          const bare = text.replace(/<[^>]*>/g, " ").replace(/&[a-z#0-9]+;/g, " ");
          pages.set(location, {
            location,
            title,
            kind: "",
            keywords: "",
            heads: "",
            text: bare.slice(0, 160),
          });
        }
      }
      return { docs: Array.from(pages.values()), urgent: [] };
    }

    /* Number of a file -> the sentences of its pages, as each file adds itself. */
    const told = {};

    return { open, openSlowly, merge, fromTheme, told };
  })(),
);
