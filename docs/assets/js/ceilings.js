/* Income ceilings: the same sums as macros/calculating/ceilings.py, then the form of parcours/mes-plafonds. */
var GuideCeilings = (function () {
  "use strict";
  var LARGEST = 6;

  /* `household` is {persons, alone, young, disabled}; returns the line of the table, from 1 to 6. */
  function lineOf(household) {
    var persons = household.persons, line = persons;
    if ((household.alone && persons > 1) || household.disabled) line = Math.max(line, persons + 1);
    if (household.young && persons === 2 && !household.alone) line = Math.max(line, 3);
    return Math.min(LARGEST, line);
  }

  function ceiling(amounts, household) {
    return amounts["menage-" + lineOf(household)] + Math.max(0, household.persons - LARGEST) * amounts["personne-supplementaire"];
  }

  /* More than anybody's income: a slip of the finger. */
  var MOST = 9999999;

  /* An income as a person typed it – « 38 000,50 € », « ٢٠٠٠٠ » – in whole euros; null for nothing, NaN for what is no income. */
  function income(text) {
    var said = GuidePage.western(text).toLowerCase().replace(/\u066b/g, ",").replace(/\u066c/g, ".");
    var bare = said.replace(/€|euros?|eur\b|\s|['’_]/g, "");
    if (!bare) return said.trim() ? NaN : null;
    if (!/^\d+(?:[.,]\d{3})*(?:[.,]\d{1,2})?$/.test(bare)) return NaN;
    var whole = Number(bare.replace(/[.,]\d{1,2}$/, "").replace(/[.,]/g, ""));
    return whole > MOST ? NaN : whole;
  }

  /* A number of persons, from 1 to 20; NaN for anything else. */
  function persons(text) {
    var said = GuidePage.western(text).trim(), number = Number(said);
    return /^\d+$/.test(said) && number >= 1 && number <= 20 ? number : NaN;
  }

  return { lineOf: lineOf, ceiling: ceiling, income: income, persons: persons };
})();

(function () {
  "use strict";
  var form = document.querySelector("[data-ceilings]");
  if (!form) return;
  var out = document.querySelector("[data-ceilings-result]");
  var lang = document.documentElement.lang;
  var field = function (name) { return form.elements[name]; };

  /* Tells under the field why what is written there cannot be read; nothing when it can. */
  function tell(name, fault) {
    var told = form.querySelector('[data-fault="' + name + '"]');
    told.textContent = fault ? told.dataset.say : "";
    if (fault) field(name).setAttribute("aria-invalid", "true"); else field(name).removeAttribute("aria-invalid");
  }

  function show(event) {
    if (event) event.preventDefault();
    var persons = GuideCeilings.persons(field("persons").value);
    tell("persons", isNaN(persons));
    if (isNaN(persons)) { out.hidden = true; return; }
    field("alone").closest("label").hidden = persons < 2;
    field("young").closest("label").hidden = persons !== 2;
    var household = {
      persons: persons, alone: persons > 1 && field("alone").checked, young: persons === 2 && field("young").checked, disabled: field("disabled").checked
    };
    var income = GuideCeilings.income(field("income").value);
    tell("income", income !== null && isNaN(income));
    if (income === null) income = NaN;
    out.querySelectorAll("[data-amounts]").forEach(function (row) {
      var series = JSON.parse(row.dataset.amounts), year = field("year").value;
      var used = series[year] ? year : Object.keys(series).sort().filter(function (y) { return y <= year; }).pop();
      var verdict = row.querySelector("[data-verdict]"), older = row.querySelector("[data-older]");
      row.hidden = !used;
      if (!used) return;
      var limit = GuideCeilings.ceiling(series[used], household);
      row.querySelector("[data-limit]").textContent = GuideFormats.amount(limit, lang);
      older.textContent = used === year ? "" : older.dataset.older.replace("{annee}", used);
      verdict.textContent = isNaN(income) ? "" : income <= limit ? verdict.dataset.under : verdict.dataset.over;
      row.classList.toggle("g-under", income <= limit);
      row.classList.toggle("g-over", income > limit);
    });
    out.hidden = false;
  }
  form.addEventListener("submit", show);
  form.addEventListener("input", show);
})();
