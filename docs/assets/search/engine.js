/* The engine: an index in, a query in, ranked results out. Knows no page and no network.

   Scores are those of BM25F (Robertson and Zaragoza, 2009): the words of all fields of a document are weighted, then counted together. Each word
   counts as its stem and as its pieces of four letters, so that a word begun, bent or misspelt still meets the right one. */
(function (G) {
  "use strict";
  var FIELDS = { title: 1.8, keywords: 5, asked: 1.8, heads: 0.2, french: 1.5, text: 0.3 };
  var SATURATION = 1.6, LENGTH = 0.4;
  /* What a word met by its pieces alone counts in the share of words met; how many pieces a word of usual length has. A long word is met by more
     pieces without saying more. A number of three digits or more names one thing: a form, a telephone, a commune. */
  var PART = 0.4, USUAL = 5, NUMBER = 8;
  /* What of a word a document must have to be shown, when others have it. */
  var LEAST = 0.3;
  /* A query that is a keyword (not of a mere word explained); a query that is all in a title; a keyword of several words that is all in the query; the share of words met. */
  var SAME = 15, TITLED = 1.5, WITHIN = 1.2, COVER = 0.85;
  /* How alike a word must be to one of the index to be taken for it (share of common pieces), and how much more when it begins it. */
  var ALIKE = 0.5, BEGUN = 0.3;
  /* How many letters an ending adds at most to a word that calls for help. */
  var ENDING = 4;
  var SHOWN = 12, CHUNK = 8;
  /* What of a query is read: nobody types more, a paste may hold a book. */
  var LONG_QUERY = 300;
  /* Apart, yet one thing: groups of digits (« 15 036 »), letters (« d a l o »). At least so many signs once joined. */
  var APART = /^(?:\d+|\p{L})$/u, JOINED = 3;

  /* `index` is {docs: [{location, title, kind, weight?, keywords?, asked?, heads?, text?, french?}], urgent: [{location, words: {language: "words, words"}, calls}], kinds, halls};
     returns query -> {count, items}. */
  G.open = function (index, lang) {
    var book = new Book(named(index), lang);
    book.docs.forEach(book.add);
    return searcher(book.close());
  };

  /* The same in small pieces, so that the page never freezes; a promise of query -> {count, items}. */
  G.openSlowly = function (index, lang) {
    var book = new Book(named(index), lang), next = 0;
    return new Promise(function (done, failed) {
      (function some() {
        try {
          book.docs.slice(next, next + CHUNK).forEach(book.add);
          next += CHUNK;
          if (next < book.docs.length) setTimeout(some, 0); else done(searcher(book.close()));
        } catch (error) { failed(error); }
      })();
    });
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

  /* The documents with their words counted: `postings` holds, by stem or piece, [number of the document, its part of the score]. */
  function Book(index, lang) {
    var book = this, stop = G.stopWords(lang), stems = new Map(), lengths = [], total = 0;
    book.index = index;
    book.docs = index.docs;
    book.lang = lang;
    book.postings = new Map();
    book.phrases = [];
    var stemOf = function (word) {
      if (!stems.has(word)) stems.set(word, G.stem(word, lang));
      return stems.get(word);
    };
    book.stems = function (text) { return stemsOf(G.words(text)); };
    /* The same for what a person typed: cut to what can be meant, groups joined when the index knows them as one word. */
    book.asked = function (text) { return stemsOf(joined(G.words(text.slice(0, LONG_QUERY)))); };

    function stemsOf(words) {
      return words.filter(function (word) { return !stop.has(word); }).map(stemOf);
    }

    function joined(words) {
      var whole = [];
      for (var at = 0; at < words.length; at += 1) {
        var end = at;
        while (end < words.length && APART.test(words[end])) end += 1;
        while (end > at + 1 && !isOne(words.slice(at, end))) end -= 1;
        if (end > at + 1) {
          whole.push(words.slice(at, end).join(""));
          at = end - 1;
        } else {
          whole.push(words[at]);
        }
      }
      return whole;
    }

    function isOne(parts) {
      var word = parts.join(""), digits = /^\d+$/.test(word);
      var alike = digits || parts.every(function (part) { return !/\d/.test(part); });
      return alike && word.length >= JOINED && book.postings.has(G.stem(word, lang));
    }

    book.add = function (doc) {
      var number = lengths.length, counts = new Map(), length = 0;
      Object.keys(FIELDS).forEach(function (field) {
        book.stems(doc[field] || "").forEach(function (stem) {
          [stem].concat(G.fours(stem)).forEach(function (name) { counts.set(name, (counts.get(name) || 0) + FIELDS[field]); });
          length++;
        });
      });
      [doc.title].concat((doc.keywords || "").split(",")).forEach(function (phrase, place) {
        var said = book.stems(phrase);
        if (said.length) book.phrases.push({ number: number, stems: new Set(said), name: said.join(" "), title: !place });
      });
      counts.forEach(function (count, name) {
        if (!book.postings.has(name)) book.postings.set(name, []);
        book.postings.get(name).push([number, count]);
      });
      lengths.push(length);
      total += length;
    };

    /* The stem of the index that `stem` was meant to be, itself when there is none: a word misspelt or not yet ended. */
    book.meant = function (stem) {
      var fours = G.fours(stem), common = new Map(), best = { name: stem, score: 0 };
      if (book.postings.has(stem) || !fours.length) return stem;
      fours.forEach(function (piece) {
        (book.owners.get(piece) || []).forEach(function (other) { common.set(other, (common.get(other) || 0) + 1); });
      });
      common.forEach(function (count, other) {
        var score = 2 * count / (fours.length + G.fours(other).length) + (other.startsWith(stem) ? BEGUN : 0);
        if (score >= ALIKE && score > best.score) best = { name: other, score: score };
      });
      return best.name;
    };

    book.close = function () {
      book.owners = new Map();
      new Set(stems.values()).forEach(function (stem) {
        G.fours(stem).forEach(function (piece) {
          if (!book.owners.has(piece)) book.owners.set(piece, []);
          book.owners.get(piece).push(stem);
        });
      });
      book.postings.forEach(function (list) {
        var rarity = Math.log(1 + (lengths.length - list.length + 0.5) / (list.length + 0.5));
        list.forEach(function (entry) {
          var count = entry[1] / (1 - LENGTH + LENGTH * lengths[entry[0]] * lengths.length / total);
          entry[1] = rarity * count / (SATURATION + count);
        });
      });
      return book;
    };
  }

  function searcher(book) {
    var index = book.index;
    var urgent = (index.urgent || []).map(function (card) {
      var names = Object.keys(card.words).map(function (lang) {
        return { lang: lang, names: card.words[lang].split(",").map(function (words) { return said(words, lang); }).filter(function (name) { return name.told.length; }) };
      });
      return { location: card.location, calls: card.calls, heard: names };
    });

    /* The words of a text that tell something, with their stems as its own language has them, and the small words between them. */
    function said(text, lang) {
      var stop = G.stopWords(lang), words = G.words(text);
      return {
        told: words.filter(function (word) { return !stop.has(word); }).map(function (word) { return { word: word, stem: G.stem(word, lang) }; }),
        small: words.filter(function (word) { return stop.has(word); })
      };
    }

    /* Whether the words of `name` stand in a row in `asked`. A word alone must be about as long as what was typed (`violation` is no `viol`),
       and keep a small word of its name, whole or elided (`me tape`, `m’a tapé`, but not `je tape`). */
    function cries(asked, name) {
      var alone = name.told.length === 1;
      var kept = !alone || !name.small.length || name.small.some(function (small) {
        return asked.small.some(function (word) { return word === small || (word.length === 1 && word === small[0]); });
      });
      return kept && asked.told.some(function (first, place) {
        return name.told.every(function (one, i) { return asked.told[place + i] && asked.told[place + i].stem === one.stem; })
          && (!alone || Math.abs(first.word.length - name.told[0].word.length) <= ENDING);
      });
    }

    /* Number of each document that has a piece of `stem` -> {score, met}: what the word adds, and how far it is there (0 to 1). */
    function meet(stem) {
      var found = new Map(), fours = G.fours(stem), each = Math.sqrt(USUAL / fours.length), whole = /\d{3}/.test(stem) ? NUMBER : 1;
      fours.forEach(function (piece) {
        (book.postings.get(piece) || []).forEach(function (entry) {
          var sum = found.get(entry[0]) || { score: 0, met: 0 };
          found.set(entry[0], { score: sum.score + each * entry[1], met: sum.met + PART / fours.length });
        });
      });
      (book.postings.get(stem) || []).forEach(function (entry) {
        found.set(entry[0], { score: (found.get(entry[0]) || { score: 0 }).score + whole * entry[1], met: 1 });
      });
      return found;
    }

    function counted(stems) {
      var all = new Map();
      stems.forEach(function (stem) {
        meet(stem).forEach(function (one, number) {
          var sum = all.get(number) || { score: 0, met: 0 };
          all.set(number, { score: sum.score + one.score, met: sum.met + one.met });
        });
      });
      return all;
    }

    /* How much more a document counts when its title or a keyword is the query, or one holds the other: a function of its number. */
    function recognised(stems) {
      var name = stems.join(" "), asked = new Set(stems), bonus = new Map();
      var within = function (few, many) { return Array.from(few).every(function (stem) { return many.has(stem); }); };
      book.phrases.forEach(function (phrase) {
        var more = phrase.name === name ? (book.docs[phrase.number].kind === "terme" ? TITLED : SAME)
          : phrase.title && within(asked, phrase.stems) ? TITLED
            : phrase.stems.size > 1 && within(phrase.stems, asked) ? WITHIN : 1;
        bonus.set(phrase.number, Math.max(bonus.get(phrase.number) || 1, more));
      });
      return function (number) { return bonus.get(number) || 1; };
    }

    function ranked(stems) {
      var once = Array.from(new Set(stems)), bonus = recognised(stems);
      var hits = Array.from(counted(once), function (pair) {
        var doc = book.docs[pair[0]];
        return { doc: doc, met: pair[1].met, score: pair[1].score * bonus(pair[0]) * (doc.weight || 1) * (COVER + pair[1].met / once.length) };
      });
      var sound = hits.filter(function (hit) { return hit.met >= LEAST; });
      return (sound.length ? sound : hits).sort(function (a, b) { return b.score - a.score; }).map(function (hit) { return hit.doc; });
    }

    var page = function (card) { return book.docs.filter(function (doc) { return doc.location === card.location; })[0]; };

    /* The urgent page that words of the query call for in any language, if any; `stems` are what they mean in the guide's own. */
    function alarm(query, stems) {
      var own = said(query, book.lang), meant = own.told.map(function (one, place) { return { word: one.word, stem: stems[place] }; });
      return urgent.filter(function (card) {
        return card.heard.some(function (one) {
          var asked = one.lang === book.lang ? { told: meant, small: own.small } : said(query, one.lang);
          return one.names.some(function (name) { return cries(asked, name); });
        });
      }).map(page)[0];
    }

    /* A first word that is not finished: what to do whose title it begins comes first, the most pressing before all. */
    function begun(query, docs) {
      var part = G.words(query), stem = book.stems(query)[0];
      if (part.length !== 1 || part[0].length < 3 || book.phrases.some(function (phrase) { return phrase.stems.has(stem); })) return docs;
      var pressing = urgent.map(function (card) { return card.location; });
      var starts = docs.concat(urgent.map(page)).filter(function (doc, place, all) {
        return doc && doc.kind === "demarche" && all.indexOf(doc) === place && [doc.title, doc.french || ""].some(function (name) { return (G.words(name)[0] || "").indexOf(part[0]) === 0; });
      });
      var rank = function (doc) { return (pressing.indexOf(doc.location) + 1 || pressing.length + 1); };
      starts.sort(function (a, b) { return rank(a) - rank(b); });
      return starts.concat(docs.filter(function (doc) { return starts.indexOf(doc) < 0; }));
    }

    function calls(doc) {
      var card = urgent.filter(function (one) { return one.location === doc.location; })[0];
      return card ? card.calls : [];
    }

    return function search(query) {
      var stems = book.asked(query).map(book.meant), found = ranked(stems), docs = begun(query, found), pinned = alarm(query, stems), terms = new Set(stems);
      /* What an unfinished word was taken for is a guess: the page whose title it begins is not. */
      if (docs !== found && docs[0] !== found[0] && docs[0] !== pinned) pinned = null;
      if (pinned) docs = [pinned].concat(docs.filter(function (doc) { return doc !== pinned; }));
      terms.lang = book.lang;
      var shown = docs.length ? docs.slice(0, SHOWN) : urgent.map(page);
      return {
        count: docs.length,
        items: shown.map(function (doc) {
          return {
            location: doc.location, title: doc.title, kind: (index.kinds || {})[doc.kind] || "", text: doc.text || "", terms: terms,
            pinned: doc === pinned, calls: calls(doc)
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
