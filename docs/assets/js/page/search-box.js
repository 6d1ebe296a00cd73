/* The search boxes: home page, dialog, plain page. The engine and the index are fetched at first use. */
"use strict";

(() => {
  const { all, find, ignore, load, make, number, refill, walk } = Guide.dom;
  /* A query of fewer letters says nothing. */
  const SHORTEST = 2;
  /* How long nobody types before the sentence that answers is fetched, in milliseconds. */
  const SETTLED = 400;
  let loading = null;
  let completing = null;
  let current = null;

  /* A promise of query -> {count, items}. What could not be fetched is asked for again at the next use. */
  function engine() {
    loading =
      loading ||
      start().catch((error) => {
        loading = null;
        throw error;
      });
    return loading;
  }

  /* The index is a script too, so that a folder opened without a server can be searched; plain `mkdocs serve`
     has only the theme's. */
  async function start() {
    const [, , isOurs] = await Promise.all([
      Guide.search || load("assets/search/text.js"),
      load("assets/search/engine.js"),
      load("search/guide.js").then(
        () => true,
        () => false,
      ),
    ]);
    if (!isOurs) Guide.search.index = Guide.search.fromTheme(await themeIndex());
    current = await Guide.search.openSlowly(Guide.search.index, Guide.lang);
    setTimeout(complete, 0); // titles alone answer too
    return (query) => current(query);
  }

  /* Titles without a sentence are a poor answer: what did not come is asked for again at the next query. */
  function complete() {
    if (!Guide.search.index.lang) return; // the theme's own index is whole
    completing =
      completing ||
      fetchMore().catch(() => {
        completing = null;
      });
  }

  async function themeIndex() {
    const answer = await fetch(`${Guide.root}search/search_index.json`);
    return answer.json();
  }

  /* First sentences and lesser words come after the first answer: a small telephone plan waits for titles and
     keywords alone. */
  async function fetchMore() {
    await load("search/more.js");
    const whole = Guide.search.merge(Guide.search.index, Guide.search.more);
    current = await Guide.search.openSlowly(whole, Guide.lang);
    Guide.search.whole = true;
    for (const input of all("[data-search] input")) {
      if (input.value) input.dispatchEvent(new Event("input"));
    }
  }

  /* What is asked for; empty as long as what stands in the box says nothing. */
  function queryOf(input) {
    const typed = input.value.trim();
    return typed.length < SHORTEST ? "" : typed;
  }

  function attach(form) {
    const input = find("input", form);
    const status = find("[role=status]", form);
    const list = find(".g-results", form);
    const isPage = "page" in form.dataset;
    const isDialog = Boolean(form.closest("dialog"));
    let turn = 0;

    function counted(count) {
      if (!count) return form.dataset.none;
      return count === 1 ? form.dataset.one : form.dataset.many.replace("{n}", count);
    }

    function empty() {
      refill(list, []);
      status.textContent = "";
    }

    function fill(found, query, isAsked) {
      refill(list, found.items.map(result));
      if (!query) return;
      status.textContent = counted(found.count);
      form.dataset.shown = query;
      if (found.count) answer(query, found.items[0], isAsked).catch(ignore);
    }

    /* Answers what stands in the box; as long as that says nothing, the dialog shows what cannot wait. An
       answer that comes after the next query is dropped. */
    async function show() {
      const query = queryOf(input);
      turn += 1;
      const mine = turn;
      if (isPage) document.documentElement.classList.toggle("g-asked", Boolean(query));
      if (!query) empty();
      if (!query && !isDialog) return;
      const search = await engine();
      if (mine === turn) fill(search(query), query, () => mine === turn);
      complete();
    }

    /* Under the first result, the sentence of its page that answers, once the query stands. What calls for help
       has its numbers instead. */
    async function answer(query, first, isAsked) {
      if (first.pinned || first.told === undefined) return;
      await new Promise((done) => setTimeout(done, SETTLED));
      if (!isAsked()) return;
      await Promise.all([
        Guide.search.answer || load("assets/search/answering.js"),
        Guide.search.told[first.told] || load(`search/told-${first.told}.js`),
      ]);
      const found = isAsked() && Guide.search.answer(query, first, form.dataset.source, marked);
      if (!found) return;
      const row = find("li", list);
      row.classList.add("g-called");
      row.append(found);
    }

    async function submit(event) {
      event.preventDefault();
      await show();
      const first = find("a", list);
      if (first && !isPage) first.click();
    }

    /* The engine comes as soon as somebody is about to type; a failure shows when something is typed. */
    async function prepare() {
      if (!input.value) await show();
      await engine();
    }

    input.addEventListener("focus", () => prepare().catch(ignore), { once: true });
    input.addEventListener("input", show);
    form.addEventListener("submit", submit);
    form.addEventListener("keydown", walk(input, list));
    if (!isPage) return;
    input.value = taken() || input.value;
    if (input.value) show();
  }

  /* What one looks for, as it came with the address: behind « # », which the host is not told, or behind « ? »,
     as a browser's own search box writes it. It does not stay in the address, nor in the way back. */
  function taken() {
    const behind = Guide.address.pairs(location.hash).find(([name]) => name === "q");
    const query = behind ? behind[1] : new URLSearchParams(location.search).get("q");
    if (behind || location.search)
      history.replaceState(null, "", location.pathname + (behind ? "" : location.hash));
    return query;
  }

  function result(item) {
    const link = make("a", { href: Guide.root + item.location });
    if (item.pinned) link.className = "g-pinned";
    const title = make("b", {}, ...marked(item.title, item.terms));
    const text = make("span", {}, ...marked(item.text, item.terms));
    link.append(make("span", { class: "g-kind" }, item.kind), title, text);
    const row = make("li", {}, link, ...item.calls.map(call));
    if (item.calls.length) row.className = item.pinned ? "g-called g-alarm" : "g-called";
    return row;
  }

  function call(one) {
    const attributes = { class: "g-call", href: one.to, "aria-label": one.label };
    return make("a", attributes, sign(one.by), number(one.number));
  }

  /* A handset calls, a message writes: icons that every page brings. */
  const sign = (by) => document.importNode(find(`template[data-sign="${by}"]`).content, true);

  /* The text as nodes, the words looked for marked. */
  function marked(text, terms) {
    const pieces = Guide.search.pieces(text, terms);
    return pieces.map((piece) => (piece.hit ? make("mark", {}, piece.text) : piece.text));
  }

  /* Where there is no <dialog> (iPhones before 2022) the plain link to the search page stays. No key alone
     opens the search: people who dictate would open it by a word (WCAG 2.1.4). */
  function offerDialog(dialog) {
    let opener = null;
    for (const button of all("[data-open-search]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        opener = button;
        dialog.showModal();
        find("input", dialog).focus();
      });
    }
    dialog.addEventListener("close", () => {
      if (opener) opener.focus();
    });
    find("[data-close]", dialog).addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
  }

  const dialogue = document.getElementById("g-search");
  if (dialogue.showModal) offerDialog(dialogue);
  else document.documentElement.classList.add("g-no-dialog");
  for (const form of all("[data-search]")) attach(form);
})();
