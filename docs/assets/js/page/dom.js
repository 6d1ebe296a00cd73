/* One name for all that scripts share, and the few gestures on a page that they repeat.

   Every script of the guide is a classic one of ES2018, never a module: a page also opens from a folder on a
   USB stick, where browsers refuse modules. The files of this folder are published as one, `page.js`. */
"use strict";

/* `root` leads from the page to the root of its language; `lang` is the code of that language. */
const Guide = {
  root: document.currentScript.dataset.root,
  lang: document.currentScript.dataset.lang,
};

Guide.dom = (() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  /* An element with its attributes and what it holds, elements or texts; no text is ever read as HTML. */
  function make(tag, attributes = {}, ...held) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...held);
    return element;
  }

  function button(text, act, attributes) {
    const element = make("button", { type: "button", class: "g-button", ...attributes }, text);
    element.addEventListener("click", act);
    return element;
  }

  /* `act` hears each kind of event ("pointerdown focus") of `target`. */
  function listen(target, kinds, act, options) {
    for (const kind of kinds.split(" ")) target.addEventListener(kind, act, options);
  }

  /* What hears the keys of a form: up and down, from its box to the links of `list` and back. While an input
     method makes a word, they choose among its words. */
  const walk = (input, list) => (event) => {
    if (event.isComposing) return;
    const stops = [input, ...all("a", list)];
    const here = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || here < 0 || !stops[here + step]) return;
    event.preventDefault();
    stops[here + step].focus();
  };

  /* `list` with `rows` instead of what it held. Phones of before 2020 have no replaceChildren. */
  function refill(list, rows) {
    while (list.firstChild) list.firstChild.remove();
    list.append(...rows);
  }

  /* A text of several lines as one; the spaces that hold a number together stay, whichever way it is read. */
  const flat = (text) => text.replace(/[^\S\u00a0\u202f]+/g, " ").trim();

  /* The words of the interface that scripts show and no element of the page carries. */
  const words = () => JSON.parse(document.getElementById("g-words").textContent);

  /* A notice at the top of the page, in place of the one of the same id. Nothing to say, no notice. */
  function announce(id, ...said) {
    const old = document.getElementById(id);
    if (old) old.remove();
    if (said.length) find("main").prepend(make("p", { id, class: "g-notice", role: "status" }, ...said));
  }

  /* Says under `field`, in `place`, why what stands there cannot be read; an empty `text` when it can. */
  function fault(field, place, text) {
    place.textContent = text;
    if (text) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }

  /* A phone number: from left to right and in one piece in every language. */
  const number = (text) => make("bdi", { dir: "ltr" }, text.replace(/ /g, "\u00a0"));

  /* Fetches a script below the language's root. Several may come at once: they run in the order asked for. */
  function load(path) {
    return new Promise((done, failed) => {
      const script = make("script", { src: Guide.program(Guide.root + path) });
      script.async = false;
      script.onload = done;
      script.onerror = () => failed(new Error(path));
      document.head.append(script);
    });
  }

  /* For what may fail without harm: who calls it says why. */
  const ignore = () => undefined;

  return {
    find,
    all,
    make,
    button,
    listen,
    walk,
    refill,
    words,
    announce,
    fault,
    number,
    flat,
    load,
    ignore,
  };
})();
