/* The sentence that answers, as it stands below the page that says it: a link to its place, what it rests on, when
   that was last looked at. */
"use strict";

Guide.search.answer = (() => {
  const { make } = Guide.dom;

  /* `first` is the first result; `source` the word before what it rests on; `marked` marks in a text the words
     looked for. A paragraph, or null when no sentence answers. */
  function answer(query, first, source, marked) {
    const { pages, sources } = Guide.search.told[first.told];
    const entry = Guide.search.answering(query, Guide.lang, first, pages[first.location] || []);
    if (!entry) return null;
    const [anchor, , text, at] = entry;
    const [law, looked] = sources[at];
    const href = `${Guide.root}${first.location}#${anchor}`;
    const name = make("span", { lang: "fr", dir: "ltr" }, law);
    const under = make("small", {}, `${source} · `, name, ` · ${looked}`);
    return make("p", { class: "g-told" }, make("a", { href }, ...marked(text, first.terms)), under);
  }

  return answer;
})();
