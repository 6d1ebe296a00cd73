/* The documents of an index with their words counted.

   Scores are those of BM25F (Robertson and Zaragoza, 2009): the words of all fields of a document are
   weighted, then counted together. Each word counts as its stem and as its parts, pieces of four letters and
   consonants, so that a word begun, bent, misspelt or written in other letters still meets the right one. */
"use strict";

Guide.search.Book = (() => {
  const { parts, stem, stopWords, words } = Guide.search;
  const FIELDS = { title: 1.8, keywords: 6, asked: 1.8, heads: 0.2, french: 1.5, text: 0.3 };
  /* How much less what people ask an office counts: they mean what to do; its name they type. */
  const OFFICE = 0.8;
  const SATURATION = 4;
  const LENGTH = 0.4;
  /* How alike a word must be to one of the index to be taken for it (share of common pieces), and how much
     more when it begins it. */
  const ALIKE = 0.5;
  const BEGUN = 0.3;
  /* What of a query is read: nobody types more, a paste may hold a book. */
  const LONG_QUERY = 300;
  /* Apart, yet one thing: groups of digits (« 15 036 »), letters (« d a l o »). At least so many signs once
     joined. */
  const APART = /^(?:\d+|\p{L})$/u;
  const JOINED = 3;

  /* The list that `map` holds under `key`, made at first need. */
  function listOf(map, key) {
    if (!map.has(key)) map.set(key, []);
    return map.get(key);
  }

  const plus = (counts, name, more) => counts.set(name, (counts.get(name) || 0) + more);

  /* What people ask an office counts less than what there is to do. */
  const weightOf = (field, kind) => (field === "asked" && kind === "contact" ? OFFICE : 1);

  class Book {
    /* `index` as `open` takes it. Then `add` each document, then `close`. */
    constructor(index, lang) {
      this.index = index;
      this.docs = index.docs;
      this.lang = lang;
      this.stop = stopWords(lang);
      this.stemOf = new Map(); // word -> its stem
      this.lengths = []; // number of a document -> how many words it has
      this.postings = new Map(); // stem or piece -> [number of a document, its part of the score]…
      this.phrases = []; // titles and keywords, each with the number of its document
      this.owners = new Map(); // piece -> the stems that hold it
    }

    /* Stems of what `text` says, without its small words. */
    stems(text) {
      return this.stemmed(words(text));
    }

    /* The same for what a person typed: cut to what can be meant, groups joined when the index knows them as
       one word. */
    asked(text) {
      return this.stemmed(this.joined(words(text.slice(0, LONG_QUERY))));
    }

    stemmed(list) {
      return list.filter((word) => !this.stop.has(word)).map((word) => this.stem(word));
    }

    stem(word) {
      if (!this.stemOf.has(word)) this.stemOf.set(word, stem(word, this.lang));
      return this.stemOf.get(word);
    }

    /* ["cerfa", "15", "036"] -> ["cerfa", "15036"]. */
    joined(list) {
      const whole = [];
      for (let at = 0; at < list.length; ) {
        const end = this.endOfOne(list, at);
        whole.push(list.slice(at, end).join(""));
        at = end;
      }
      return whole;
    }

    /* Where the longest run of groups ends that is one word of the index; a word alone ends after itself. */
    endOfOne(list, start) {
      let end = start;
      while (end < list.length && APART.test(list[end])) end += 1;
      while (end > start + 1 && !this.isOne(list.slice(start, end))) end -= 1;
      return Math.max(end, start + 1);
    }

    isOne(groups) {
      const word = groups.join("");
      const alike = /^\d+$/.test(word) || groups.every((group) => !/\d/.test(group));
      return alike && word.length >= JOINED && this.postings.has(stem(word, this.lang));
    }

    /* Counts the words of the next document. */
    add(doc) {
      const number = this.lengths.length;
      const counts = new Map();
      let length = 0;
      for (const [field, each] of Object.entries(FIELDS)) {
        const weight = weightOf(field, doc.kind) * each;
        for (const one of this.stems(doc[field] || "")) {
          for (const name of [one, ...parts(one)]) plus(counts, name, weight);
          length += 1;
        }
      }
      this.addPhrases(doc, number);
      for (const [name, count] of counts) listOf(this.postings, name).push([number, count]);
      this.lengths.push(length);
    }

    addPhrases(doc, number) {
      for (const [place, phrase] of [doc.title, ...(doc.keywords || "").split(",")].entries()) {
        const said = this.stems(phrase);
        if (!said.length) continue;
        this.phrases.push({ number, stems: new Set(said), name: said.join(" "), title: place === 0 });
      }
    }

    /* Turns counts into scores, once every document is there; returns the book. */
    close() {
      for (const one of new Set(this.stemOf.values())) {
        for (const piece of parts(one)) listOf(this.owners, piece).push(one);
      }
      const size = this.lengths.length;
      const total = this.lengths.reduce((sum, length) => sum + length, 0);
      for (const list of this.postings.values()) {
        const rarity = Math.log(1 + (size - list.length + 0.5) / (list.length + 0.5));
        for (const entry of list) {
          const [number, found] = entry;
          const count = found / (1 - LENGTH + (LENGTH * this.lengths[number] * size) / total);
          entry[1] = (rarity * count) / (SATURATION + count);
        }
      }
      return this;
    }

    /* The stem of the index that `typed` was meant to be, itself when there is none: a word misspelt or not
       yet ended. */
    meant(typed) {
      if (this.postings.has(typed)) return typed;
      let best = { name: typed, score: 0 };
      for (const [name, score] of this.likenesses(typed)) {
        if (score >= ALIKE && score > best.score) best = { name, score };
      }
      return best.name;
    }

    /* How alike each stem of the index that has a piece of `typed` is: [stem, likeness]…. */
    likenesses(typed) {
      const mine = parts(typed);
      const common = new Map();
      for (const piece of mine) {
        for (const other of this.owners.get(piece) || []) plus(common, other, 1);
      }
      return Array.from(common, ([other, count]) => {
        const share = (2 * count) / (mine.length + parts(other).length);
        return [other, share + (other.startsWith(typed) ? BEGUN : 0)];
      });
    }
  }

  return Book;
})();
