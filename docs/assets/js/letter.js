/* A letter to send. What the person writes goes into the letter as text, in French and in their language;
   nothing is kept, nothing leaves the page. */
"use strict";

Guide.letter = (() => {
  const { figures, western } = Guide.signs;
  const SPACES = /[\u00a0\u202f]/g;
  /* Letters of other scripts: who reads French letters cannot read them. */
  const FOREIGN = /(?!\p{Script=Latin})\p{Letter}/u;

  /* What a person typed, in the digits of French letters; a line break means something in a long text only. */
  function typed(text, isLong) {
    const said = figures(text).trim();
    return isLong ? said.replace(/\r\n?/g, "\n") : said.replace(/\s+/g, " ");
  }

  /* A number as it is written on papers: its digits, and what stands between them. */
  const number = (text) => western(text).trim();

  const isForeign = (text) => FOREIGN.test(text);

  /* The town of « 13001 Marseille ». */
  const town = (city) => city.replace(/^\s*\d[\d\s]*/, "");

  /* The plain text of a letter of groups of lines, as it is pasted into a message or a form. */
  function plain(groups) {
    const blocks = groups.map((lines) => lines.map((line) => line.replace(SPACES, " ").trim()).join("\n"));
    return `${blocks.filter(Boolean).join("\n\n")}\n`;
  }

  return { typed, number, isForeign, town, plain };
})();

(() => {
  const { all, fault, find, listen } = Guide.dom;
  const { dayOf, endOf } = Guide.delays;
  const { date, today } = Guide.formats;
  const { typed, number, isForeign, town, plain } = Guide.letter;
  const form = find("[data-letter-form]");
  if (!form) return;
  const letter = find("[data-letter]");
  const tools = find("[data-letter-tools]");
  const words = find("[data-letter-words]").dataset;
  const { lang, classList } = document.documentElement;
  const fields = all("[data-kind]", form);
  /* What an empty place shows. */
  const DOTS = "…………";

  const both = (text) => ({ fr: text, own: text });

  function dateOf(field) {
    const { day, fault: kind } = dayOf(field.value);
    const isAhead = day && !("ahead" in field.dataset) && day > today();
    return { day: isAhead ? undefined : day, fault: isAhead ? "ahead" : kind };
  }

  function choiceOf(field) {
    const option = field.selectedOptions[0];
    if (!option || !option.value) return null;
    return { fr: option.dataset.fr, own: option.textContent.trim() };
  }

  /* Kind of field -> what it gives the letter, {fr, own}; nothing when nothing sound is written. */
  const READ = {
    text: (field) => both(typed(field.value)),
    long: (field) => both(typed(field.value, true)),
    number: (field) => both(number(field.value)),
    tick: (field) => (field.checked ? both("✓") : null),
    choice: choiceOf,
    date(field) {
      const { day } = dateOf(field);
      return day ? { fr: date(day, "fr"), own: date(day, lang) } : null;
    },
  };

  function values() {
    const found = {};
    for (const field of fields.filter((one) => one.dataset.kind in READ)) {
      const said = READ[field.dataset.kind](field);
      if (said && said.fr) found[field.name] = { ...said, answer: field.value };
    }
    if (found.ville) found.ou = both(town(found.ville.fr) || found.ville.fr);
    const day = today();
    return { ...found, jour: { fr: date(day, "fr"), own: date(day, lang) } };
  }

  const isSaid = (row, known) => {
    const { when, chosen } = row.dataset;
    const given = known[when];
    if (!when) return true;
    return Boolean(given) && (!chosen || chosen.split(" ").includes(given.answer));
  };

  /* The lines of the envelope. */
  function address() {
    const select = form.elements._to;
    const other = form.elements._other;
    const option = select && select.selectedOptions[0];
    for (const known of all("[data-of]", form)) known.hidden = known.dataset.of !== select.value;
    const lines = option && option.dataset.lines ? JSON.parse(option.dataset.lines) : [];
    const isAsked = !option || option.value === "autre" || "open" in option.dataset;
    find("[data-other]", form).hidden = !isAsked;
    if (isAsked) lines.push(typed(other.value, true) || DOTS);
    return lines.join("\n");
  }

  function show() {
    const known = values();
    for (const row of all("[data-when]", letter)) row.hidden = !isSaid(row, known);
    for (const blank of all("[data-blank]", letter)) {
      const said = known[blank.dataset.blank];
      blank.textContent = said ? said[blank.closest("[data-line]") ? "fr" : "own"] : DOTS;
    }
    find("[data-to]", letter).textContent = address() || DOTS;
  }

  const FAULTS = {
    date: words.faultdate,
    year: words.faultyear,
    ahead: words.faultahead,
  };

  /* Why what stands in a field cannot be read; a date that is not whole yet says nothing until it is left. */
  function faultOf(field, isLeft) {
    const { kind } = field.dataset;
    if (kind === "text" || kind === "long") return isForeign(field.value) ? words.faultletters : "";
    if (kind !== "date") return "";
    const isUnfinished = isLeft && field.validity && field.validity.badInput;
    return FAULTS[dateOf(field).fault || (isUnfinished ? "date" : "")] || "";
  }

  /* The last day to send it, below the date that begins the delay. */
  function tellUntil(field) {
    const out = find("[data-until]", field.closest(".g-letter-field"));
    if (!out) return;
    const { day } = dateOf(field);
    const length = JSON.parse(out.dataset.length);
    out.textContent = "";
    if (!day || !("all" in length)) return;
    const end = endOf(day, length.all, length.unit, "calendar");
    const past = end < today() ? ` ${words.past}` : "";
    out.textContent = words.lastday.replace("{date}", () => date(end, lang, true)) + past;
  }

  function work(field, isLeft) {
    const place = find("[data-fault]", field.closest(".g-letter-field"));
    if (place && field.dataset.kind in READ) fault(field, place, faultOf(field, isLeft));
    if (field.dataset.kind === "date") tellUntil(field);
    find("[data-done]", tools).textContent = "";
    show();
  }

  const isShown = (element) => !element.closest("[hidden]");

  /* Names the fields whose places are still empty in the letter. */
  function tellLeft() {
    const empty = all("[data-line] [data-blank]", letter).filter(
      (blank) => isShown(blank) && blank.textContent === DOTS,
    );
    const names = new Set(empty.map((blank) => blank.dataset.blank.replace(/^ou$/, "ville")));
    if (find("[data-to]", letter).textContent.includes(DOTS)) {
      names.add(find("[data-other]", form).hidden ? "_to" : "_other");
    }
    const labels = Array.from(names, (name) => find(`label[for="champ-${name}"]`, form));
    const told = labels.filter(Boolean).map((label) => label.firstChild.textContent.trim());
    find("[data-left]", tools).textContent = told.length ? `${words.unfilled} ${told.join(" · ")}` : "";
  }

  function written() {
    const linesOf = (group) => all("[data-line]", group).filter(isShown);
    return plain(all("[data-group]", letter).map((group) => linesOf(group).map((line) => line.textContent)));
  }

  /* Browsers of before 2020, and pages opened from a folder: the text is copied from a field. */
  function copyFromField(said) {
    const field = Guide.dom.make("textarea", { class: "g-letter-copied", readonly: "" });
    field.value = said;
    document.body.append(field);
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    return isDone;
  }

  async function copy() {
    const said = written();
    const done = find("[data-done]", tools);
    tellLeft();
    let isDone = false;
    try {
      await navigator.clipboard.writeText(said);
      isDone = true;
    } catch (_error) {
      isDone = copyFromField(said);
    }
    done.textContent = isDone ? words.copied : words.refused;
  }

  function clear() {
    form.reset();
    for (const said of all("[data-fault], [data-until]", form)) said.textContent = "";
    for (const field of fields) field.removeAttribute("aria-invalid");
    find("[data-left]", tools).textContent = "";
    show();
  }

  for (const field of fields) {
    listen(field, "input change", () => work(field, false));
    listen(field, "blur", () => work(field, true));
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  find("[data-copy]", tools).addEventListener("click", copy);
  find("[data-print-letter]", tools).addEventListener("click", () => {
    tellLeft();
    print();
  });
  find("[data-clear]", tools).addEventListener("click", () => {
    clear();
    find("[data-done]", tools).textContent = words.cleared;
  });
  const own = find("[data-both]", tools);
  if (own) own.addEventListener("change", () => classList.toggle("g-both", own.checked));
  addEventListener("guide:wipe", clear);
  if ("sensitive" in form.dataset) addEventListener("pagehide", clear);
  show();
})();
