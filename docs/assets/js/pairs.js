/* Counter mode in another language: each phrase of the page gets its French. The French page, opened unseen
   beside this one, sends its phrases; both pages name them alike, by the nearest id and a number. Works
   online, offline and from a folder. */
"use strict";

(() => {
  const { all, announce, find, make } = Guide.dom;
  const PHRASES = [
    "h1,h2,h3,.g-short,.g-say,.g-detail,.g-when,.g-card-title,.g-answer,.g-count,dt,dd,summary",
    ".g-unknown>li,.g-links a,.g-urgent-link,.g-cards p",
  ].join(",");
  const UNREAD = ".g-proof,.g-law,.g-share,[hidden]:not(section)";
  const ASIDE = ".g-proof,.g-fr-sign,.g-calls,.g-desk-fr,svg,small";
  /* Milliseconds that the French page has to answer. */
  const PATIENCE = 10000;

  function textOf(element) {
    const copy = element.cloneNode(true);
    for (const aside of all(ASIDE, copy)) aside.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  const isPhrase = (element) => !element.closest(UNREAD) && !find(PHRASES, element);

  /* Name -> element, for each phrase that holds no other. */
  function phrases() {
    const count = {};
    const found = {};
    for (const element of all(`article :is(${PHRASES})`).filter(isPhrase)) {
      const owner = element.closest("[id]");
      const id = owner ? owner.id : "";
      count[id] = (count[id] || 0) + 1;
      found[`${id}/${count[id]}`] = element;
    }
    return found;
  }

  function send() {
    const said = {};
    for (const [name, element] of Object.entries(phrases())) said[name] = textOf(element);
    parent.postMessage({ guidePhrases: said }, location.protocol === "file:" ? "*" : location.origin);
  }

  function add(said) {
    for (const [name, element] of Object.entries(phrases())) {
      const text = said[name];
      if (typeof text !== "string" || !text || text === textOf(element)) continue;
      element.append(make("span", { class: "g-desk-fr", lang: "fr", dir: "ltr" }, text));
    }
    document.documentElement.classList.add("g-paired");
  }

  /* Some hosts forbid a page inside a page, and without a network the French may not be kept: the agent is
     told, and led to it. */
  function tell(link, address) {
    const way = make("a", { href: address, hreflang: "fr", lang: "fr" }, link.textContent);
    announce("g-no-french", `${Guide.dom.words().francais} `, way);
  }

  function ask(link) {
    const address = link.href.split(/[?#]/)[0];
    const late = setTimeout(() => tell(link, address), PATIENCE);
    const frame = make("iframe", { title: "", src: `${address}?phrases`, hidden: "" });
    addEventListener("message", (event) => {
      const isAnswer = event.source === frame.contentWindow && event.data && event.data.guidePhrases;
      if (!isAnswer) return;
      clearTimeout(late);
      add(event.data.guidePhrases);
      frame.remove();
    });
    document.body.append(frame);
  }

  const french = find(".g-languages a[hreflang=fr]");
  if (window !== parent && /[?&]phrases\b/.test(location.search)) send();
  else if (french && document.documentElement.lang !== "fr") ask(french);
})();
