/* Counter mode, two languages: French left, the person's right, phrase by phrase. The other page is read
   without being shown: as a document that runs nothing; from a folder, where browsers refuse that, in a frame
   that sends its phrases. Both pages name them alike, by the nearest id and a number. */
"use strict";

(() => {
  const { all, announce, find, flat, make } = Guide.dom;
  const PHRASES = [
    "h1,h2,h3,.g-short,.g-joint,.g-say,.g-detail,.g-when,.g-card-title,.g-answer,.g-count,dt,dd,summary",
    ".g-unknown>li,.g-links a,.g-urgent-link,.g-cards p,.g-act,.g-session-need",
  ].join(",");
  const UNREAD = ".g-proof,.g-law,.g-share,.g-sms,.g-spoken-pair";
  const ASIDE = ".g-proof,.g-fr-sign,.g-calls,.g-desk-other,svg,small";
  /* Where a paragraph ends: no text holds this sign. */
  const STOP = "\u0000";
  /* Milliseconds that the other page has to answer. */
  const PATIENCE = 10000;

  /* The words of a phrase, its paragraphs on lines of their own. */
  function textOf(element) {
    const copy = element.cloneNode(true);
    for (const aside of all(ASIDE, copy)) aside.remove();
    for (const breath of all(".g-breath", copy)) breath.append(STOP);
    return flat(copy.textContent)
      .split(STOP)
      .map((part) => part.trim())
      .filter(Boolean)
      .join("\n");
  }

  const isPhrase = (element) => !element.closest(UNREAD) && !find(PHRASES, element);

  /* Name -> element, for each phrase of `page` that holds no other. */
  function phrases(page) {
    const count = {};
    const found = {};
    for (const element of all(`article :is(${PHRASES})`, page).filter(isPhrase)) {
      const owner = element.closest("[id]");
      const id = owner ? owner.id : "";
      count[id] = (count[id] || 0) + 1;
      found[`${id}/${count[id]}`] = element;
    }
    return found;
  }

  function saidIn(page) {
    const said = {};
    for (const [name, element] of Object.entries(phrases(page))) said[name] = textOf(element);
    return said;
  }

  function send() {
    parent.postMessage(
      { guidePhrases: saidIn(document) },
      location.protocol === "file:" ? "*" : location.origin,
    );
  }

  /* Both stand in the phrase, in the order of the page; its look puts French left where there is room. */
  function pair(element, text, lang) {
    const whole = make("span", { class: "g-desk-page" });
    whole.append(...Array.from(element.childNodes));
    const dir = lang === "fr" ? "ltr" : Guide.desk.dirOf(lang);
    const kind = lang === "fr" ? "g-desk-fr" : "g-desk-own";
    element.classList.add("g-desk-row");
    element.append(whole, make("span", { class: `g-desk-other ${kind}`, lang, dir }, text));
  }

  /* `own` and `other`: what each page says, by name. A phrase is known by its words, wherever a script has put
     it since. */
  function add(own, other, lang) {
    const known = new Map();
    for (const [name, text] of Object.entries(own)) {
      if (typeof other[name] === "string" && other[name]) known.set(text, other[name]);
    }
    for (const element of Object.values(phrases(document))) {
      const text = textOf(element);
      const said = known.get(text);
      if (said && said !== text && !find(".g-desk-other", element)) pair(element, said, lang);
    }
    document.documentElement.classList.add("g-paired");
    dispatchEvent(new Event("guide:paired"));
  }

  /* Some hosts forbid a page inside a page, and without a network the other may not be kept: the agent is
     told, and led to it. */
  function tell(link, address) {
    const attributes = { href: address, hreflang: link.hreflang, lang: link.lang, dir: link.dir };
    announce("g-no-french", ...Guide.desk.said("alone"), " ", make("a", attributes, link.textContent));
  }

  /* The page at `address` as a document in which nothing runs. */
  function read(address) {
    return new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.open("GET", address);
      request.responseType = "document";
      request.timeout = PATIENCE;
      request.onload = () => {
        const isPage = request.status < 400 && request.response && find("article", request.response);
        if (isPage) done(request.response);
        else failed(new Error(address));
      };
      request.onerror = () => failed(new Error(address));
      request.ontimeout = request.onerror;
      request.send();
    });
  }

  function ask(link, address) {
    const late = setTimeout(() => tell(link, address), PATIENCE);
    const frame = make("iframe", { title: "", src: `${address}?phrases`, hidden: "" });
    addEventListener("message", (event) => {
      const isAnswer = event.source === frame.contentWindow && event.data && event.data.guidePhrases;
      if (!isAnswer) return;
      clearTimeout(late);
      add(saidIn(document), event.data.guidePhrases, link.hreflang);
      frame.remove();
    });
    document.body.append(frame);
  }

  async function begin(link) {
    const address = link.href.split(/[?#]/)[0];
    if (location.protocol === "file:") {
      ask(link, address);
      return;
    }
    try {
      const own = location.href.split(/[?#]/)[0];
      const [mine, other] = await Promise.all([read(own), read(`${address}?phrases`)]);
      add(saidIn(mine), saidIn(other), link.hreflang);
    } catch (_error) {
      tell(link, address);
    }
  }

  if (/[?&]phrases\b/.test(location.search)) {
    if (window !== parent) send();
    return;
  }
  const wanted = Guide.lang === "fr" ? Guide.counter.lang : "fr";
  const twin = wanted && find(`.g-languages a[data-same][hreflang^="${wanted}"]`);
  if (twin) begin(twin);
})();
