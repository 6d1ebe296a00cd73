/* What leaves the counter in the person's hand: the sheet of what was chosen together, in French and in their
   language, made here and printed; the same list on their phone; the next appointment; the letter to send.
   Nothing is sent. */
"use strict";

(() => {
  const { all, fault, find, flat, ignore, listen, load, make, number, refill } = Guide.dom;
  const { lang, pair, said, plain, dirOf, page, isSensitive } = Guide.desk;
  const { classList } = document.documentElement;
  const isTurned = Guide.lang !== "fr";
  const OWN = isTurned ? Guide.lang : lang;
  let dialog = null;

  /* What a phrase of the page says in both languages. */
  function bothOf(element) {
    const other = find(".g-desk-other", element);
    const whole = (find(".g-desk-page", element) || element).cloneNode(true);
    for (const aside of all(".g-proof,.g-desk-step,.g-fr-sign,svg,small", whole)) aside.remove();
    const here = flat(whole.textContent);
    const there = other ? other.textContent.trim() : "";
    return isTurned ? { fr: there || here, own: there ? here : "" } : { fr: here, own: there };
  }

  /* A line of the sheet: French left, the person's language right. */
  function line(tag, { fr, own }, className = "") {
    const french = make(tag, { lang: "fr", dir: "ltr", class: className }, fr);
    const cells = own ? [french, make(tag, { lang: OWN, dir: dirOf(OWN), class: className }, own)] : [french];
    return make("div", { class: "g-hand-row", dir: "ltr" }, ...cells);
  }

  const titled = (name, lines) => (lines.length ? [line("h3", pair(name)), ...lines] : []);

  const isIn = (paper, kind) => Boolean(paper.closest(`.g-${kind}`));

  /* The papers of the page, sorted: those the person has, those to look for. */
  function papers() {
    const found = all("article .g-ticks > li[id^='papier-']").map((paper) => ({
      has: Boolean((find("input", paper) || {}).checked),
      needed: isIn(paper, "required") || Boolean(find("[data-need-paper][aria-pressed=true]", paper)),
      id: paper.id.replace("papier-", ""),
      open: Boolean((find("[data-tick]", paper) || { dataset: {} }).dataset.tick),
      ...bothOf(find(".g-say", paper)),
    }));
    return {
      had: found.filter(({ has }) => has),
      lacking: found.filter(({ has, needed }) => needed && !has),
    };
  }

  function steps() {
    const found = all("article .g-steps > li[id]").map((step) => ({
      done: Boolean((find("[data-step]", step) || {}).checked),
      ...bothOf(find(".g-say", step)),
    }));
    return { did: found.filter(({ done }) => done), todo: found.filter(({ done }) => !done) };
  }

  const rows = (items, className) => items.map((item) => line("p", item, className));

  /* Whom to ring: the number that the page keeps at hand. */
  function ringing() {
    const call = find(".g-dock a[href^='tel:'], .g-dock a[href^='sms:']");
    if (!call) return [];
    const shown = all(".g-call").find((one) => one.getAttribute("href") === call.getAttribute("href"));
    const text = (shown && find("bdi", shown).textContent) || call.getAttribute("href").replace(/^\w+:/, "");
    const who = bothOf(find("span", call) || call);
    const row = line("p", who);
    row.append(make("p", { class: "g-hand-number" }, number(text)));
    return [row];
  }

  const FIELDS = { day: "date", hour: "time", place: "text", who: "text" };

  /* The day of an appointment; empty, and said beside the field, when it is none. */
  function dayIn(form) {
    const input = find("[name=day]", form);
    const { day } = Guide.delays.dayOf(input.value);
    const isDay = Boolean(day) && day >= Guide.formats.today();
    const isWrong = !isDay && (Boolean(input.value) || input.validity.badInput);
    fault(input, find("[data-fault]", form), isWrong ? plain("wrong_day") : "");
    return isDay ? day : "";
  }

  function appointment(form) {
    const given = {};
    for (const name of Object.keys(FIELDS)) given[name] = find(`[name=${name}]`, form).value.trim();
    given.day = dayIn(form);
    if (!Object.values(given).some(Boolean)) return [];
    return Object.keys(FIELDS)
      .filter((name) => given[name])
      .map((name) => {
        const { fr, own } = pair(name);
        const date = (code) => Guide.formats.date(given[name], code, true);
        const french = name === "day" ? date("fr") : given[name];
        const theirs = name === "day" && OWN ? date(OWN) : given[name];
        return line("p", { fr: `${fr}\u00a0: ${french}`, own: own && `${own}: \u2068${theirs}\u2069` });
      });
  }

  const slip = (form, lacking) => {
    const when = appointment(form);
    const bring =
      when.length && lacking.length ? [line("h4", pair("bring")), ...rows(lacking, "g-hand-box")] : [];
    return when.length ? [line("h3", pair("next")), ...when, ...bring] : [];
  };

  /* Where the site is published, else where it is read. */
  function siteOf() {
    const canonical = (find("link[rel=canonical]") || {}).href || location.href;
    const at = canonical.indexOf(`/${Guide.lang}/`);
    return at < 0 ? "" : canonical.slice(0, at + 1);
  }

  /* The same list on a phone, in the person's language; a page without papers, itself. A page to hide is told
     by its number. */
  function address(had) {
    const code = OWN || "fr";
    const short = find(".g-share .g-address");
    if (isSensitive)
      return short ? `${location.protocol}//${short.textContent.trim()}#${code}` : `${siteOf()}${code}/`;
    if (!all("article .g-papers [data-tick]").length) {
      const here = ((find("link[rel=canonical]") || {}).href || "").slice(
        siteOf().length + Guide.lang.length,
      );
      return `${siteOf()}${code}${here}`;
    }
    const told = had.filter((paper) => paper.open).map(({ id }) => id);
    const hash = Guide.myList.address([{ id: page(), had: told }], Guide.commune.chosen());
    return `${siteOf()}${code}/fiches/ma-liste/${hash}`;
  }

  function sheet(form) {
    const { had, lacking } = papers();
    const { did, todo } = steps();
    const today = Guide.formats.today();
    const made = { fr: plain("made", { date: Guide.formats.date(today, "fr") }), own: "" };
    if (OWN) made.own = pair("made", { date: Guide.formats.date(today, OWN) }).own;
    const place = find("[data-desk-place]").textContent;
    const isBegun = lacking.length > 0 || had.length === 0;
    return [
      line("h2", bothOf(find("article h1"))),
      line("p", made, "g-hand-made"),
      ...(place ? [line("p", { fr: place, own: "" })] : []),
      make("section", { class: "g-hand-slip" }, ...slip(form, lacking)),
      ...titled("missing", isBegun ? rows(lacking, "g-hand-box") : [line("p", pair("complete"))]),
      ...titled("have", rows(had, "g-hand-box g-hand-had")),
      ...titled("todo", rows(todo, "g-hand-box")),
      ...titled("did", rows(did, "g-hand-box g-hand-had")),
      ...titled("ring", ringing()),
    ];
  }

  function field(name) {
    const input = make("input", { type: FIELDS[name], name, autocomplete: "off" });
    if (name !== "day") return make("label", { class: "g-hand-field" }, ...said(name), input);
    const place = make("span", { class: "g-fault", "data-fault": "", role: "status" });
    input.min = Guide.formats.today();
    return make("label", { class: "g-hand-field" }, ...said(name), input, place);
  }

  /* Letters that the page offers to write. */
  function letters() {
    const found = {};
    for (const link of all("article .g-write a")) found[link.href] = link.textContent.trim();
    const links = Object.entries(found).map(([href, text]) =>
      make("li", {}, make("a", { class: "g-go", href }, text)),
    );
    if (!links.length) return "";
    return make(
      "div",
      { class: "g-hand-letters" },
      make("p", {}, ...said("letter")),
      make("ul", {}, ...links),
    );
  }

  const tool = (name, act, quiet) => {
    const made = make(
      "button",
      { type: "button", class: quiet ? "g-button g-quiet" : "g-button" },
      ...said(name),
    );
    made.addEventListener("click", act);
    return made;
  };

  function printed(isSlip) {
    classList.toggle("g-hand-slip-only", isSlip);
    print();
  }

  /* What is printed is a copy of the sheet outside the box that shows it: that one scrolls. */
  function lay() {
    unlay();
    if (!dialog) return;
    const copies = [".g-hand-code", ".g-hand-sheet"].map((part) => find(part, dialog).cloneNode(true));
    document.body.append(make("div", { class: "g-hand-print", lang: "fr", dir: "ltr" }, ...copies));
  }

  function unlay() {
    for (const old of all(".g-hand-print")) old.remove();
  }

  function shut() {
    if (dialog) dialog.remove();
    dialog = null;
    classList.remove("g-handing", "g-hand-slip-only");
  }

  function build() {
    const form = make(
      "form",
      { class: "g-hand-form", autocomplete: "off" },
      ...Object.keys(FIELDS).map(field),
    );
    const legend = make("p", { class: "g-hand-legend" }, ...said("next"));
    const body = make("div", { class: "g-hand-sheet" });
    const code = make("figure", { class: "g-hand-code" });
    const sms = make("a", { class: "g-button g-quiet" }, ...said("sms"));
    const close = tool("close", shut, true);
    const tools = make(
      "div",
      { class: "g-hand-tools" },
      tool("paper", () => printed(false)),
      tool("slip", () => printed(true), true),
      sms,
      close,
    );
    const side = make("div", { class: "g-hand-side" }, code, legend, form, letters());
    dialog = make(
      "dialog",
      { class: "g-hand", "aria-label": plain("sheet"), lang: "fr", dir: "ltr" },
      tools,
      make("div", { class: "g-hand-both" }, body, side),
    );
    dialog.addEventListener("close", shut);
    const show = () => refill(body, sheet(form));
    listen(form, "input change", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    show();
    return { code, sms };
  }

  function fillCode({ code, sms }) {
    const where = address(papers().had);
    const text = pair(isSensitive ? "neutral" : "list");
    sms.href = `sms:?&body=${encodeURIComponent(`${text.own || text.fr} ${where}`)}`;
    const told = make("figcaption", {}, ...said("code"));
    if (Guide.codes && typeof qrcode === "function")
      refill(code, [Guide.codes.picture(where, plain("code")), told]);
  }

  /* What draws the code, and what writes the list's address, come at the first use. */
  function ready() {
    const wanted = [
      typeof qrcode === "function" || load("assets/vendor/qrcode.js").catch(ignore),
      Guide.codes || load("assets/js/codes.js").catch(ignore),
      Guide.myList || load("assets/js/my-list.js").catch(ignore),
    ];
    return Promise.all(wanted);
  }

  async function open(isPaper) {
    shut();
    const places = build();
    document.body.append(dialog);
    classList.add("g-handing");
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
    await ready();
    if (!dialog) return;
    fillCode(places);
    if (isPaper) printed(false);
    else find(".g-hand-tools button", dialog).focus();
  }

  const place = find("[data-desk-hand]");
  /* What an agent does is nobody else's list: its page offers sheets of its own. */
  const hasPage = Boolean(find("article .g-steps, article .g-papers")) && !find(".g-agent");
  place.hidden = !hasPage;
  place.append(
    tool("print", () => open(true)),
    tool("phone", () => open(false)),
  );
  addEventListener("beforeprint", lay);
  addEventListener("afterprint", unlay);
  addEventListener("guide:wipe", shut);
})();
