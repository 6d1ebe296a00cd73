/* Counter mode: `?guichet` turns it on for the session; its own files are fetched only then. */
"use strict";

(() => {
  const { ignore, load, make } = Guide.dom;
  const { session } = Guide.storage;
  const KEY = "guide.desk";
  /* Without them the page is read as usual. */
  const bring = (name) => load(`assets/js/${name}`).catch(ignore);

  /* Where the store is refused, the mode lasts a page. */
  function isOn() {
    const asked = /[?&]guichet\b/.test(location.search);
    if (asked) session.set(KEY, "1");
    return asked || Boolean(session.get(KEY));
  }

  if (/[?&]phrases\b/.test(location.search)) {
    bring("pairs.js");
  } else if (isOn()) {
    document.documentElement.classList.add("g-desk");
    document.head.append(make("link", { rel: "stylesheet", href: `${Guide.root}assets/css/desk.css` }));
    bring("desk.js");
    bring("pairs.js");
  }
})();
