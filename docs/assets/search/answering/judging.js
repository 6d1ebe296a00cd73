/* The one sentence of a page that answers a query, if any does. Better none than one beside the point: a reader
   takes it for the answer. */
"use strict";

Guide.search.answering = (() => {
  const { fours, isAgent, stem, stopWords, words } = Guide.search;
  /* What a word counts that is only alike; how alike it must be; the fewest pieces of a word that may be. */
  const BENT = 0.7;
  const ALIKE = 0.6;
  const LONG = 3;
  /* What a word counts that no sentence of the page has; what a sentence of the kind asked for gains. */
  const UNKNOWN = 2;
  /* What a word of the page's own title counts: it tells its sentences apart less. */
  const SHARED = 0.35;
  /* How much the heaviest word that a sentence lacks may count beside the heaviest of the query. */
  const MISSED = 0.9;
  const ASKED_FOR = 0.1;
  /* How sure a sentence must be, and how far before the next one; surer when it names a limit that nobody asked
     for: told to who asked something else, a limit harms. How far before the next
     page its own must be, and when it names a limit. */
  const LEAST = 1;
  const LEAD = 0.25;
  const LIMIT = 1.3;
  const AHEAD = 1.05;
  const AHEAD_LIMIT = 1.25;
  /* Kinds of sentence that state a case: an answer to who asks about it alone, by a question as near as this; so
     are those that deny a right. */
  const CASES = new Set(["all", "any", "unless", "later"]);
  const NEAR = 0.6;
  /* Where an entry [anchor, kind, text, source, questions] has what; what parts its questions. */
  const KIND = 1;
  const TEXT = 2;
  const QUESTIONS = 4;
  const BETWEEN = " | ";

  /* What is asked for, by words that tell it, and the kinds of sentence that say it. */
  const KINDS = {
    time: ["deadlines", "recourse"],
    papers: ["required", "later", "never"],
    trouble: ["outcomes", "recourse", "never"],
    how: ["steps"],
    who: ["all", "any", "unless", "opens"],
  };
  const ASKED = {
    fr: {
      time: "temps delai delais jour jours mois quand date duree longtemps attendre attente limite",
      papers: "papier papiers document documents piece pieces justificatif justificatifs fournir apporter",
      trouble: "refus refuse refusee refusent contester recours rejet rejetee silence reponse repond annule",
      how: "comment ou inscrire envoyer deposer demander",
      who: "droit condition conditions possible eligible puis peut peux",
    },
    en: {
      time: "long time deadline days months when date wait waiting limit",
      papers: "paper papers document documents proof bring provide",
      trouble: "refused refusal refuse appeal rejected denied answer reply cancelled contest",
      how: "how where apply send register",
      who: "right eligible can qualify allowed entitled conditions",
    },
    ar: {
      time: "مده وقت متى متي ايام شهر اشهر اجل موعد انتظار شحال قداش",
      papers: "وراق وثائق وثيقه اوراق ورق ورقه لوراق الوثائق الاوراق الوراق",
      trouble: "رفض رفضوا رفضت طعن رد جواب الغاء مرفوض",
      how: "كيف كيفاش وين اين فين",
      who: "حق الحق شروط يمكن نقدر هل واش",
    },
  };

  /* What the whole guide is about. */
  const EVERYWHERE = {
    fr: "logement logements social sociaux hlm appartement appart maison agent agente usager",
    en: "housing home house flat apartment council social hlm agent caseworker",
    ar: "سكن السكن اجتماعي الاجتماعي دار الدار شقه بيت hlm logement social",
  };
  /* What denies a right: told to somebody else, it makes them give up. */
  const DENIES = {
    fr: /pas possible|n.est plus|vous perdez|perdez le|interdit|pas droit|est trop tard/i,
    en: /not possible|no longer|you lose|forbidden|not allowed|too late|no right/i,
    ar: /غير ممكن|ليس ممكن|لم يعد|لم تعد|تفقد|ممنوع|فات الأوان|لا يحق/,
  };

  /* The kinds of sentence that a query asks for; none when it does not say. */
  function kindsAsked(query, lang) {
    const said = words(query);
    const tables = [ASKED.fr, ASKED[lang] || {}];
    const isAsked = (name) =>
      tables.some((table) => (table[name] || "").split(" ").some((word) => said.includes(word)));
    const wanted = Object.keys(KINDS).filter(isAsked);
    return new Set([].concat(...wanted.map((name) => KINDS[name])));
  }

  /* The stems of what a text tells, each once. */
  function stemsOf(text, lang) {
    const stop = stopWords(lang);
    const told = words(text).filter((word) => !stop.has(word));
    return new Set(told.map((word) => stem(word, lang)));
  }

  /* An entry with its stems, those of the questions pointed at it, and both together. */
  function read(entry, lang) {
    const questions = (entry[QUESTIONS] || "").split(BETWEEN).filter(Boolean);
    const told = questions.map((question) => stemsOf(question, lang));
    const all = new Set([...stemsOf(entry[TEXT], lang), ...[].concat(...told.map((one) => [...one]))]);
    return { entry, told, all };
  }

  /* Those of `stems` that are like `one`, which is none of them. */
  function likes(one, stems) {
    const mine = new Set(fours(one));
    if (mine.size < LONG) return [];
    return stems.filter((other) => {
      const theirs = fours(other);
      const common = theirs.filter((piece) => mine.has(piece)).length;
      return (2 * common) / (mine.size + theirs.length) >= ALIKE;
    });
  }

  /* Each stem of a query with those of the page that are like it. */
  function meanings(stems, rows) {
    const known = Array.from(new Set([].concat(...rows.map((row) => [...row.all]))));
    return Array.from(stems, (one) => ({ one, like: likes(one, known) }));
  }

  /* How far what was meant is among `stems`: 1 when it is there, less when something like it is. */
  function met({ one, like }, stems) {
    if (stems.has(one)) return 1;
    return like.some((other) => stems.has(other)) ? BENT : 0;
  }

  /* How well a question that editors pointed at a sentence says what is asked, both ways: 0 to 1. */
  function alike(meant, question) {
    const found = meant.reduce((sum, one) => sum + met(one, question), 0);
    return (2 * found) / (meant.length + question.size || 1);
  }

  /* Each word of a query with how far each entry says it (`each`), and what it counts: the fewer sentences of
     the page have it, the more; `isOwn` when the page is not all about it. */
  function weighed(meant, rows, about) {
    return meant.map((one) => {
      const each = rows.map((row) => met(one, row.all));
      const many = each.filter(Boolean).length;
      const isOwn = !about.has(one.one);
      const weight = many ? Math.log(1 + rows.length / many) : UNKNOWN;
      return { each, isOwn, weight: isOwn ? weight : SHARED * weight };
    });
  }

  /* Whether the entry at `at` says every word that weighs. */
  function isWhole(columns, at) {
    const most = Math.max(0, ...columns.map((one) => one.weight));
    return columns.every((one) => one.each[at] || !one.isOwn || one.weight <= MISSED * most);
  }

  /* Each entry with how well it answers: the words of the query that it says; the question pointed at it that is
     most like the query; its kind. */
  function judged(rows, meant, kinds, about) {
    const columns = weighed(meant, rows, about);
    const all = columns.reduce((sum, one) => sum + one.weight, 0) || 1;
    return rows.map(({ entry, told }, at) => {
      const cover = columns.reduce((sum, one) => sum + one.weight * one.each[at], 0) / all;
      const near = Math.max(0, ...told.map((question) => alike(meant, question)));
      const isKind = kinds.has(entry[KIND]);
      const score = cover + near + (isKind ? ASKED_FOR : 0);
      return { entry, isKind, near, score, isWhole: isWhole(columns, at) };
    });
  }

  /* A number with what it counts, a delay or an amount; not a form nor a telephone. */
  const hasLimit = (text) => /\d/.test(text.replace(/\d{4,}/g, ""));

  function isSure(best, lead, lang, ahead) {
    const isApart = CASES.has(best.entry[KIND]) || (DENIES[lang] || DENIES.fr).test(best.entry[TEXT]);
    if (isApart && best.near < NEAR) return false;
    if (lead < LEAD || best.score < LEAST || !best.isWhole) return false;
    if (!hasLimit(best.entry[TEXT])) return true;
    return ahead >= AHEAD_LIMIT && (best.isKind || best.score >= LIMIT);
  }

  /* `item` is what the search found first, `entries` the sentences of its page; the one that answers `query`, or
     null. */
  function answering(query, lang, item, entries) {
    const open = isAgent(query) ? entries : entries.filter((entry) => entry[KIND] !== "agent");
    const rows = open.map((entry) => read(entry, lang));
    const meant = meanings(stemsOf(query, lang), rows);
    const kinds = kindsAsked(query, lang);
    const about = stemsOf(`${item.title} ${item.french || ""} ${EVERYWHERE[lang] || EVERYWHERE.fr}`, lang);
    const found = judged(rows, meant, kinds, about);
    if (!kinds.size && meant.every(({ one }) => about.has(one))) return null;
    const [best, next] = found.sort((one, other) => other.score - one.score);
    if (!best || item.ahead < AHEAD) return null;
    return isSure(best, next ? best.score - next.score : best.score, lang, item.ahead) ? best.entry : null;
  }

  return answering;
})();
