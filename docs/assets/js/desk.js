/* Counter mode: a bar of tools in the agent's language with the person's beneath, an index that follows, steps
   to tick together, and a wipe when nobody touches anything. */
"use strict";

/* What the counter says, in French and in the person's language; what was marked with the person. */
Guide.desk = (() => {
  const { find, make } = Guide.dom;
  const { session } = Guide.storage;
  const KEYS = ["guide.desk", "guide.desk-lang", "guide.desk-trail", "guide.desk-marks"];
  const [KEY, , TRAIL, MARKS] = KEYS;
  const { lang } = Guide.counter;
  const words = Guide.deskWords || {};
  const isSensitive = Boolean(find("[data-quit], [data-sensitive]"));

  const fill = (text, numbers) =>
    Object.entries(numbers).reduce((told, [name, n]) => told.replace(`{${name}}`, n), text);

  /* {fr, own}: a word in both languages; `own` is empty where there is none, or where it is the same. */
  function pair(name, numbers = {}) {
    const fr = fill((words.fr || {})[name] || "", numbers);
    const own = fill((words[lang] || {})[name] || "", numbers);
    return { fr, own: own === fr ? "" : own };
  }

  const dirOf = (code) => (words[code] || {}).dir || "auto";

  /* French, then the person's language beneath. */
  function said(name, numbers) {
    const { fr, own } = pair(name, numbers);
    const french = make("span", { lang: "fr", dir: "ltr" }, fr);
    return own ? [french, make("small", { lang, dir: dirOf(lang) }, own)] : [french];
  }

  const plain = (name, numbers) => pair(name, numbers).fr;

  function kept(key, none) {
    try {
      return JSON.parse(session.get(key)) || none;
    } catch (_error) {
      return none;
    }
  }

  const marks = () => kept(MARKS, {});

  function mark(name, isOn) {
    if (isSensitive) return;
    const found = marks();
    if (isOn) found[name] = 1;
    else delete found[name];
    session.set(MARKS, JSON.stringify(found));
  }

  /* The last part of the page's address: "dalo". */
  const page = () => {
    const parts = location.pathname
      .replace(/index\.html$/, "")
      .split("/")
      .filter(Boolean);
    return parts[parts.length - 1] || "";
  };

  const start = `${Guide.root}../fr/guichet/${location.protocol === "file:" ? "index.html" : ""}`;

  /* How many days old the edition on this desk is. */
  function age(today) {
    const made = (words.fr || {}).edition;
    return made ? Math.round((Date.parse(today) - Date.parse(made)) / 864e5) : 0;
  }

  return {
    KEYS,
    KEY,
    TRAIL,
    lang,
    pair,
    said,
    plain,
    dirOf,
    marks,
    mark,
    kept,
    page,
    start,
    age,
    isSensitive,
  };
})();

(() => {
  const { all, button, find, listen, make } = Guide.dom;
  const { session } = Guide.storage;
  const { KEYS, KEY, TRAIL, lang, said, plain, marks, mark, kept, page, start, age, isSensitive } =
    Guide.desk;
  const { classList } = document.documentElement;
  const isTurned = Guide.lang !== "fr";
  /* Seconds without a touch before a warning, and from the warning to the wipe. */
  const IDLE = 5 * 60;
  const WARNING = 60;
  const LONGEST = 20;
  const QUIET = { class: "g-button g-quiet" };
  let quiet = 0;
  let dialog = null;

  /* For the next person: all goes but the mode itself. Where the store is refused, the mode ends here. */
  function wipe() {
    dispatchEvent(new Event("guide:forget"));
    const isKept = session.set(KEY, "1");
    location.replace(isKept ? start : `${start}?guichet`);
  }

  /* Where the store is refused, the mode ends with the page anyway. */
  function leave() {
    for (const key of KEYS) session.remove(key);
    location.replace(location.href.replace(/([?&])guichet\b=?[\w-]*/, "").split("#")[0]);
  }

  /* A place of this site in this one's place: the way back of the browser shows nothing to the next person.
     Where the store is refused, the address carries the mode. */
  function go(href) {
    const url = new URL(href, location.href);
    if (session.get(KEY) === undefined && !url.searchParams.has("guichet")) {
      url.searchParams.set("guichet", lang || "fr");
    }
    location.replace(url.href);
  }

  function remember() {
    if (isSensitive || find("[data-session]")) return; // where a session begins nothing is behind
    const trail = kept(TRAIL, []);
    const here = location.href;
    if (trail[trail.length - 1] !== here) trail.push(here);
    session.set(TRAIL, JSON.stringify(trail.slice(-LONGEST)));
  }

  function back() {
    const here = location.href.split("#")[0];
    const trail = kept(TRAIL, []);
    while (trail.length && trail[trail.length - 1].split("#")[0] === here) trail.pop();
    const last = trail.pop();
    session.set(TRAIL, JSON.stringify(trail));
    go(last || start);
  }

  const isPlain = (event) =>
    !(event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey);

  function follow(event) {
    const link = event.target.closest && event.target.closest("a[href]");
    if (!link || !isPlain(event) || link.target || link.hasAttribute("download")) return;
    const isOurs = link.protocol === location.protocol && link.host === location.host;
    if (!isOurs || /\.(pdf|zip|vcf|ics)$/.test(link.pathname)) return;
    event.preventDefault();
    go(link.href);
  }

  /* The other side of the screen: the same page with its answers, for the one who now reads. */
  function turn() {
    const link = find(`.g-languages a[hreflang^="${isTurned ? "fr" : lang}"]`);
    if (link) go(link.href.split(/[?#]/)[0] + location.hash);
  }

  const tool = (name, act, attributes = QUIET) => {
    const made = make("button", { type: "button", ...attributes }, ...said(name));
    made.addEventListener("click", act);
    return made;
  };

  function state() {
    const today = Guide.formats ? Guide.formats.today() : new Date().toISOString().slice(0, 10);
    const days = age(today);
    const date = (Guide.deskWords.fr || {}).editionSaid;
    const old = plain(days > 0 ? "age" : "today", { date, n: days });
    const place = make("span", { class: "g-desk-place", "data-desk-place": "" });
    const name = lang ? make("span", { lang, dir: "auto" }, (Guide.deskWords[lang] || {}).name || lang) : "";
    return make(
      "p",
      { class: "g-desk-state" },
      make("strong", {}, plain("bar")),
      " ",
      place,
      name ? " · " : "",
      name,
      make("small", { class: "g-desk-age" }, old),
    );
  }

  function addBar() {
    const phrases = make(
      "a",
      { ...QUIET, href: `${Guide.root}../${lang || "fr"}/guichet/montrer/` },
      ...said("talk"),
    );
    if (location.protocol === "file:") phrases.href += "index.html";
    const tools = make("div", { class: "g-desk-tools", id: "g-desk-tools" });
    const toggle = button(plain("tools"), () => fold(toggle, tools), {
      class: "g-button g-quiet g-desk-toggle",
      "aria-expanded": "false",
      "aria-controls": "g-desk-tools",
    });
    tools.append(tool("back", back), phrases);
    if (lang) tools.append(tool(isTurned ? "french" : "turn", turn));
    tools.append(
      make("span", { class: "g-desk-hand", "data-desk-hand": "" }),
      tool("wipe", wipe, { class: "g-button g-quiet g-desk-wipe" }),
      tool("leave", leave),
    );
    const attributes = {
      class: "g-desk-bar",
      role: "region",
      "aria-label": plain("bar"),
      lang: "fr",
      dir: "ltr",
    };
    find(".g-skip").after(make("div", attributes, state(), toggle, tools));
    for (const keeper of all("[data-keep]")) keeper.closest("label").hidden = true;
  }

  function fold(toggle, tools) {
    const isOpen = tools.classList.toggle("g-open");
    toggle.setAttribute("aria-expanded", String(isOpen));
  }

  /* The commune chosen, beside the language. */
  function tellPlace() {
    const insee = Guide.commune.chosen();
    if (!insee) return;
    Guide.commune.known().then((communes) => {
      const known = communes[insee];
      if (known) find("[data-desk-place]").textContent = known[0].split("|")[0];
    }, Guide.dom.ignore);
  }

  /* The parts of the page, at its side; the one that is read is marked. */
  function addIndex() {
    const parts = all("article h2[id], article .g-chapter[id]").filter(
      (part) =>
        !part.closest("[hidden], .g-chapter h2, .g-question, dialog, .g-session") ||
        part.matches(".g-chapter"),
    );
    if (parts.length < 2) return;
    const links = parts.map((part) => {
      const title = part.matches("h2") ? part : find("h2", part);
      return make("a", { href: `#${part.id}` }, title.textContent.trim());
    });
    const rows = links.map((link) => make("li", {}, link));
    const nav = make("nav", { class: "g-desk-index", "aria-label": plain("index") }, make("ol", {}, ...rows));
    find("main").prepend(nav);
    classList.add("g-indexed");
    watch(parts, links);
  }

  /* What the reader went to, as long as it is seen: the last part of a page never comes to its top. */
  function isSought(part) {
    const { top } = part.getBoundingClientRect();
    return location.hash === `#${part.id}` && top >= 0 && top < innerHeight;
  }

  function watch(parts, links) {
    let waiting = false;
    function show() {
      waiting = false;
      const read = parts.filter((part) => part.getBoundingClientRect().top < innerHeight / 3);
      const now = parts.indexOf(parts.find(isSought) || read[read.length - 1] || parts[0]);
      for (const [at, link] of links.entries()) {
        if (at === now) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    }
    addEventListener(
      "scroll",
      () => {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(show);
      },
      { passive: true },
    );
    addEventListener("hashchange", show);
    show();
  }

  /* A box a step, ticked with the person; a button a paper that may be asked later: « il le faut ». */
  function addMarks() {
    const known = marks();
    for (const step of all("article .g-steps > li[id]")) {
      const name = `${page()}.${step.id}`;
      const box = make("input", { type: "checkbox", autocomplete: "off", "data-step": name });
      box.checked = Boolean(known[name]);
      box.addEventListener("change", () => mark(name, box.checked));
      step.append(make("label", { class: "g-desk-step", lang: "fr", dir: "ltr" }, box, ...said("done")));
    }
    for (const paper of all("article .g-later .g-ticks > li[id]")) {
      const name = `${page()}.${paper.id}`;
      const need = make(
        "button",
        { type: "button", class: "g-desk-need", "data-need-paper": "" },
        ...said("needed"),
      );
      need.setAttribute("aria-pressed", String(Boolean(known[name])));
      need.addEventListener("click", () => {
        const isOn = need.getAttribute("aria-pressed") !== "true";
        need.setAttribute("aria-pressed", String(isOn));
        mark(name, isOn);
      });
      paper.append(need);
    }
  }

  /* « Continuer » starts again, as often as wanted. */
  function warn() {
    const resume = tool("go", touched, { class: "g-button" });
    dialog = make(
      "dialog",
      { class: "g-warning", role: "alertdialog", "aria-labelledby": "g-warning", lang: "fr", dir: "ltr" },
      make("p", { id: "g-warning" }, ...said("idle")),
      make("p", { class: "g-left", "aria-hidden": "true" }),
      resume,
    );
    dialog.addEventListener("cancel", touched);
    document.body.append(dialog);
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
    resume.focus();
  }

  function touched() {
    quiet = 0;
    if (dialog) dialog.remove();
    dialog = null;
  }

  function tick() {
    quiet += 1;
    const left = IDLE + WARNING - quiet;
    if (left <= 0) {
      quiet = 0;
      wipe();
    } else if (quiet >= IDLE) {
      if (!dialog) warn();
      find(".g-left", dialog).textContent = left;
    }
  }

  addBar();
  addIndex();
  addMarks();
  remember();
  tellPlace();
  /* A step of an aid takes the place of the one before. */
  history.pushState = history.replaceState.bind(history);
  document.addEventListener("click", follow);
  setInterval(tick, 1000);
  const touch = () => {
    if (!dialog) quiet = 0;
  };
  listen(window, "pointerdown keydown wheel touchstart input", touch, { passive: true });
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  /* What other tabs of the wipe hear: boxes that stand here are emptied too. */
  addEventListener("guide:wipe", () => {
    for (const box of all("[data-step]")) box.checked = false;
    for (const need of all("[data-need-paper]")) need.setAttribute("aria-pressed", "false");
  });
})();
