/* The calculators of delays: a day in, the days that follow out, and a file for the calendar. Nothing is
   kept. */
"use strict";

(() => {
  const { all, fault, find, listen, make } = Guide.dom;
  const { endOf, dayOf, between } = Guide.delays;
  const { date, tag, today } = Guide.formats;
  const holder = find("[data-delay-words]");
  if (!holder) return;
  const words = holder.dataset;
  const { lang } = document.documentElement;
  const select = find("[data-department] select");
  const sections = all("[data-delay]");
  const marksOf = (section) => all("[data-mark]", section);

  /* Phones of before 2020 do not write « dans 3 jours »: they show how many. */
  const bare = { format: (days) => `(${days > 0 ? "+" : ""}${days})` };
  const distance = Intl.RelativeTimeFormat
    ? new Intl.RelativeTimeFormat(tag(lang), { numeric: "auto" })
    : bare;

  /* The day given, if it is one; else the person is told why not. A date that is not whole yet says nothing
     until it is left. */
  function startOf(section, isLeft) {
    const field = find("[data-start]", section);
    const said = dayOf(field.value);
    const isUnfinished = isLeft && field.validity && field.validity.badInput;
    const kind = said.fault || (isUnfinished ? "date" : "");
    const told = { "": "", date: words.faultdate, year: words.faultyear };
    fault(field, find("[data-fault]", section), told[kind]);
    return said.day;
  }

  /* {value, unit} of a mark where the person lives; no value where nobody knows it. */
  function lengthOf(mark) {
    const known = JSON.parse(mark.dataset.length);
    return { value: "all" in known ? known.all : known[select.value], unit: known.unit };
  }

  /* Writes the day of a mark that counts from the day `from`, and returns it; undefined when it has none. */
  function fill(mark, from) {
    const out = find("[data-day]", mark);
    const { value, unit } = lengthOf(mark);
    out.textContent = "";
    delete mark.dataset.on;
    if (!from) return undefined;
    if (value === undefined) {
      out.textContent = words.unknown;
      return undefined;
    }
    const day = endOf(from, value, unit, mark.dataset.count);
    const left = between(today(), day);
    const past = left < 0 ? `. ${words.past}` : "";
    mark.dataset.on = day;
    out.textContent = `${date(day, lang, true)} – ${distance.format(left, "day")}${past}`;
    out.classList.toggle("g-late", left < 0);
    return day;
  }

  function work(section, isLeft) {
    const start = startOf(section, isLeft);
    const days = {};
    for (const mark of marksOf(section)) {
      const { mark: name, after } = mark.dataset;
      days[name] = fill(mark, after ? days[after] : start);
    }
    find("[data-ics]", section).hidden = !Object.values(days).some(Boolean);
  }

  function calendarOf(section) {
    const counted = marksOf(section).filter((mark) => mark.dataset.on);
    const days = counted.map((mark) => ({
      id: `${section.id}-${mark.dataset.mark}`,
      day: mark.dataset.on,
      name: find(".g-say", mark).textContent.trim(),
    }));
    return Guide.calendar(days, {
      title: find(".g-delay-title", section).textContent.trim(),
      sender: section.dataset.who,
      bring: section.dataset.bring,
      address: `${location.href.split("#")[0]}#${section.id}`,
      now: new Date(),
    });
  }

  function download(section) {
    const file = new Blob([calendarOf(section)], { type: "text/calendar" });
    const address = URL.createObjectURL(file);
    make("a", { href: address, download: `${words.file}.ics` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  for (const section of sections) {
    listen(find("[data-start]", section), "input", () => work(section, false));
    listen(find("[data-start]", section), "blur", () => work(section, true));
    listen(find("[data-ics]", section), "click", () => download(section));
  }
  function workAll() {
    for (const section of sections) work(section, false);
  }
  select.addEventListener("change", workAll);
  /* A day given before this script came, or put back by the browser. */
  workAll();
})();
