/* The engine: an index in, a query in, ranked results out. Knows no page and no network. */
(function (G) {
  "use strict";
  var WEIGHTS = { title: 4, keywords: 4, heads: 2, french: 1.5, text: 1 };
  var SHOWN = 12;

  /* `index` is {docs: [{location, title, kind, keywords, heads?, text?, french?}], urgent: [{location, words}]}; returns query -> results. */
  G.open = function (index, lang) {
    index = named(index);
    var engine = prepare(lang);
    engine.addAll(index.docs);
    return searcher(engine, index, lang);
  };

  /* The same in small pieces, so that the page never freezes; a promise of query -> results. */
  G.openSlowly = function (index, lang) {
    index = named(index);
    var engine = prepare(lang);
    return engine.addAllAsync(index.docs, { chunkSize: 12 }).then(function () { return searcher(engine, index, lang); });
  };

  /* The index with what was left for later: more words for the same documents, and documents of less weight. */
  G.merge = function (index, more) {
    return {
      urgent: index.urgent, kinds: index.kinds, halls: index.halls,
      docs: index.docs.map(function (doc) { return Object.assign({}, doc, more.words[doc.location]); }).concat(more.docs)
    };
  };

  /* Each commune is also found as its town hall; the index says once how a town hall is called (`halls`: "Town hall: {commune}"). */
  function named(index) {
    return Object.assign({}, index, { docs: index.docs.map(function (doc) {
      if (doc.kind !== "commune") return doc;
      var names = (index.halls || []).map(function (hall) { return hall.replace("{commune}", doc.title); });
      return Object.assign({}, doc, { keywords: names.concat(doc.keywords || []).join(", ") });
    }) });
  }

  function prepare(lang) {
    var stop = G.stopWords(lang);
    var both = function (word) {
      if (stop.has(word)) return null;
      var stem = G.stem(word, lang);
      return stem === word ? word : [word, stem];
    };
    return new MiniSearch({
      idField: "location", fields: Object.keys(WEIGHTS), tokenize: G.words, processTerm: both,
      searchOptions: {
        boost: WEIGHTS, weights: { fuzzy: 0.3, prefix: 0.5 }, maxFuzzy: 2,
        prefix: function (term) { return term.length > 2; },
        fuzzy: function (term) { return /\d/.test(term) || term.length < 5 ? false : term.length < 9 ? 1 : 2; }
      }
    });
  }

  /* A document that has every word of the query counts more than one that has a single word often. */
  function covered(asked, found) {
    var have = new Set(found), count = asked.filter(function (word) { return have.has(word); }).length;
    return asked.length ? 0.5 + count / asked.length : 1;
  }

  function searcher(engine, index, lang) {
    var stop = G.stopWords(lang);
    var docs = new Map(index.docs.map(function (doc) { return [doc.location, doc]; }));
    var key = function (text) {
      return G.words(text).filter(function (word) { return !stop.has(word); }).map(function (word) { return G.stem(word, lang); }).join(" ");
    };
    var aliases = new Map();
    index.docs.forEach(function (doc) {
      [doc.title].concat((doc.keywords || "").split(",")).forEach(function (alias) {
        var name = key(alias);
        if (name) aliases.set(name, (aliases.get(name) || new Set()).add(doc.location));
      });
    });
    var urgent = (index.urgent || []).map(function (card) {
      return { location: card.location, words: new Set(card.words.split(",").map(key).filter(Boolean)) };
    });

    return function search(query) {
      var name = key(query), padded = " " + name + " ", exact = aliases.get(name);
      var asked = name ? name.split(" ") : [];
      var hits = engine.search(query).map(function (hit) {
        var doc = docs.get(hit.id);
        var score = hit.score * (exact && exact.has(hit.id) ? 3 : 1) * (doc.weight || 1) * covered(asked, hit.queryTerms);
        return { hit: hit, doc: doc, score: score };
      }).sort(function (a, b) { return b.score - a.score; });
      var pinned = urgent.filter(function (card) {
        return Array.from(card.words).some(function (words) { return padded.indexOf(" " + words + " ") >= 0; });
      }).map(function (card) { return card.location; })[0];
      if (pinned) {
        var first = hits.filter(function (item) { return item.doc.location === pinned; })[0] || { doc: docs.get(pinned), hit: { terms: [] } };
        first.pinned = true;
        hits = [first].concat(hits.filter(function (item) { return item !== first; }));
      }
      var found = hits.length;
      var shown = found ? hits.slice(0, SHOWN) : index.docs.filter(function (doc) { return doc.urgent; }).map(function (doc) { return { doc: doc, hit: { terms: [] } }; });
      return {
        count: found,
        items: shown.map(function (item) {
          var terms = new Set(item.hit.terms);
          terms.lang = lang;
          return {
            location: item.doc.location, title: item.doc.title, kind: (index.kinds || {})[item.doc.kind] || "", text: item.doc.text || "",
            terms: terms, pinned: !!item.pinned
          };
        })
      };
    };
  }

  /* The index that MkDocs itself writes, for `mkdocs serve`: sections of a page become one document. */
  G.fromTheme = function (index) {
    var pages = new Map();
    index.docs.forEach(function (doc) {
      var location = doc.location.split("#")[0], text = doc.text.replace(/<[^>]*>/g, " ").replace(/&[a-z#0-9]+;/g, " ");
      var page = pages.get(location);
      if (!page) pages.set(location, { location: location, title: doc.title, kind: "", keywords: "", heads: "", text: text.slice(0, 160) });
      else page.heads += " " + doc.title;
    });
    return { docs: Array.from(pages.values()), urgent: [] };
  };
})(GuideSearch);
