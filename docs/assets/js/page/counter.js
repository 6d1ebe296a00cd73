/* Counter mode: `?guichet` turns it on for the session, `?guichet=ar` with the language of the person; its own
   files are fetched only then. */
"use strict";

Guide.counter = (() => {
  const { ignore, load, make } = Guide.dom;
  const { session } = Guide.storage;
  const KEY = "guide.desk";
  const LANG = "guide.desk-lang";
  const FRENCH = "fr";
  const { classList } = document.documentElement;
  /* Without them the page is read as usual. */
  const bring = (path) => load(path).catch(ignore);
  const told = new URLSearchParams(location.search).get("guichet");

  /* Where the store is refused, the mode lasts a page, or as long as the address says it. */
  function isOn() {
    if (told !== null) session.set(KEY, "1");
    return told !== null || Boolean(session.get(KEY));
  }

  /* The person's language: the page's own when the screen was turned, else the one chosen; empty for French.
   */
  function chosen() {
    if (Guide.lang !== FRENCH) session.set(LANG, Guide.lang);
    else if (told && /^[a-z]{2,3}(?:-[a-zA-Z]+)?$/.test(told)) session.set(LANG, told);
    const found = Guide.lang === FRENCH ? told || session.get(LANG) : Guide.lang;
    return found && found !== FRENCH ? found : "";
  }

  function begin(person) {
    classList.add("g-desk");
    document.head.append(make("link", { rel: "stylesheet", href: `${Guide.root}assets/css/desk.css` }));
    const languages = person ? [FRENCH, person] : [FRENCH];
    const words = languages.map((code) => bring(`../${code}/assets/desk-words.js`));
    const parts = ["formats", "delays", "desk", "pairs", "handing-over"].map((name) =>
      bring(`assets/js/${name}.js`),
    );
    return Promise.all([...words, ...parts]);
  }

  if (/[?&]phrases\b/.test(location.search)) {
    bring("assets/js/pairs.js");
    return { lang: "" };
  }
  if (!isOn()) return { lang: "" };
  const lang = chosen();
  begin(lang);
  return { lang };
})();
