/* Income ceilings: the same sums as tests/oracles/ceilings.py, then the form of parcours/mes-plafonds. */
"use strict";

Guide.ceilings = (() => {
  const { western } = Guide.signs;
  /* Lines of the table; a larger household adds a sum for each person more. */
  const LARGEST = 6;
  const MOST_PERSONS = 20;
  /* More than anybody's income: a slip of the finger. */
  const MOST = 9999999;

  /* `household` is {persons, alone, young, disabled}; returns the line of the table, from 1 to 6. */
  function lineOf(household) {
    const { alone, young, disabled } = household;
    let line = household.persons;
    if ((alone && line > 1) || disabled) line += 1;
    if (young && household.persons === 2 && !alone) line = 3;
    return Math.min(LARGEST, line);
  }

  function ceiling(amounts, household) {
    const more = Math.max(0, household.persons - LARGEST);
    return amounts[`menage-${lineOf(household)}`] + more * amounts["personne-supplementaire"];
  }

  /* An income as a person typed it – « 38 000,50 € », « ٢٠٠٠٠ » – in whole euros; null for nothing, NaN for
     what is no income. */
  function income(text) {
    const said = western(text)
      .toLowerCase()
      .replace(/\u066b/g, ",")
      .replace(/\u066c/g, ".");
    const bare = said.replace(/€|euros?|eur\b|\s|['’_]/g, "");
    if (!bare) return said.trim() ? Number.NaN : null;
    if (!/^\d+(?:[.,]\d{3})*(?:[.,]\d{1,2})?$/.test(bare)) return Number.NaN;
    const whole = Number(bare.replace(/[.,]\d{1,2}$/, "").replace(/[.,]/g, ""));
    return whole > MOST ? Number.NaN : whole;
  }

  /* A number of persons, from 1 to 20; NaN for anything else. */
  function persons(text) {
    const said = western(text).trim();
    const number = Number(said);
    return /^\d+$/.test(said) && number >= 1 && number <= MOST_PERSONS ? number : Number.NaN;
  }

  /* The amounts that hold for `year` in a series year -> amounts: {year, amounts}, those of the last year
     before when its own are not there; null when all are of later years. */
  function amountsFor(series, year) {
    const used = Object.keys(series)
      .sort()
      .filter((one) => one <= year)
      .pop();
    return used ? { year: used, amounts: series[used] } : null;
  }

  /* The verdict of the ceilings that `income` keeps within, lowest ceiling first: "all", "most", "few" – only
     the highest – or "none". */
  function verdict(under) {
    if (under.every(Boolean)) return "all";
    if (!under.some(Boolean)) return "none";
    return under.slice(0, -1).some(Boolean) ? "most" : "few";
  }

  return { lineOf, ceiling, income, persons, amountsFor, verdict };
})();

(() => {
  const { all, fault, find, listen } = Guide.dom;
  const form = find("[data-ceilings]");
  if (!form) return;
  const out = find("[data-ceilings-result]");
  const { lang } = document.documentElement;
  const field = (name) => form.elements[name];

  /* Says under the field why what is written there cannot be read; nothing when it can. */
  function tell(name, isWrong) {
    const place = find(`[data-fault="${name}"]`, form);
    fault(field(name), place, isWrong ? place.dataset.say : "");
  }

  /* Questions that only some households are asked. */
  function ask(persons) {
    field("alone").closest("label").hidden = persons < 2;
    field("young").closest("label").hidden = persons !== 2;
  }

  const householdOf = (persons) => ({
    persons,
    alone: persons > 1 && field("alone").checked,
    young: persons === 2 && field("young").checked,
    disabled: field("disabled").checked,
  });

  /* One kind of loan: its ceiling, whose year it is if not the one asked for, and the verdict on `income`. */
  function fill(row, household, income) {
    const year = field("year").value;
    const found = Guide.ceilings.amountsFor(JSON.parse(row.dataset.amounts), year);
    row.hidden = !found;
    if (!found) return null;
    const limit = Guide.ceilings.ceiling(found.amounts, household);
    const isUnder = income <= limit;
    const isOver = income > limit;
    find("[data-limit]", row).textContent = Guide.formats.amount(limit, lang);
    const older = find("[data-older]", row);
    older.textContent = found.year === year ? "" : older.dataset.older.replace("{annee}", found.year);
    const verdict = find("[data-verdict]", row);
    verdict.textContent = (isUnder && verdict.dataset.under) || (isOver && verdict.dataset.over) || "";
    row.classList.toggle("g-under", isUnder);
    row.classList.toggle("g-over", isOver);
    return isUnder;
  }

  /* What was given stays in the address, so that another language finds it; nowhere else. */
  const TICKS = ["alone", "young", "disabled"];
  const TEXTS = ["persons", "income", "year"];

  function write() {
    const texts = TEXTS.filter((name) => field(name).value).map((name) => [name, field(name).value]);
    const ticks = TICKS.filter((name) => field(name).checked).map((name) => [name]);
    history.replaceState(null, "", Guide.address.hash([...texts, ...ticks]));
  }

  function receive() {
    const pairs = Guide.address.pairs(location.hash);
    const told = pairs.filter(([name, value]) => (value === undefined ? TICKS : TEXTS).includes(name));
    for (const [name, value] of told) {
      if (value === undefined) field(name).checked = true;
      else field(name).value = value;
    }
    if (!field("year").value) field("year").selectedIndex = 0;
    /* Or given before this script came. */
    if (told.length || field("income").value) show();
  }

  /* One sentence; the detail says why, and stands open as long as there is nothing to compare. */
  function answer(under, isKnown) {
    const words = find("[data-answer]", out);
    words.textContent = isKnown ? words.dataset[Guide.ceilings.verdict(under)] : "";
    find("[data-detail]", out).open = !isKnown;
  }

  function submit(event) {
    event.preventDefault();
    show();
  }

  function show() {
    const persons = Guide.ceilings.persons(field("persons").value);
    tell("persons", Number.isNaN(persons));
    out.hidden = Number.isNaN(persons);
    if (out.hidden) return;
    ask(persons);
    const income = Guide.ceilings.income(field("income").value);
    tell("income", Number.isNaN(income));
    const known = income === null ? Number.NaN : income;
    const rows = all("[data-amounts]", out);
    const under = rows.map((row) => fill(row, householdOf(persons), known)).filter((one) => one !== null);
    answer(under, income !== null && !Number.isNaN(income) && under.length > 0);
  }

  listen(form, "submit input", submit);
  listen(form, "submit change", write);
  addEventListener("hashchange", receive);
  receive();
})();
