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

  return { lineOf: lineOf, ceiling: ceiling };
})();

(function () {
  "use strict";
  var form = document.querySelector("[data-ceilings]");
  if (!form) return;
  var out = document.querySelector("[data-ceilings-result]");
  var lang = document.documentElement.lang;
  var field = function (name) { return form.elements[name]; };
  var number = function (text) { var found = text.replace(/[^\d,.]/g, "").replace(/[.,]\d{1,2}$/, "").replace(/[.,]/g, ""); return found ? Number(found) : NaN; };

  function show(event) {
    if (event) event.preventDefault();
    var persons = Number(field("persons").value);
    if (!(persons >= 1 && persons <= 20)) { out.hidden = true; return; }
    field("alone").closest("label").hidden = persons < 2;
    field("young").closest("label").hidden = persons !== 2;
    var household = {
      persons: persons, alone: persons > 1 && field("alone").checked, young: persons === 2 && field("young").checked, disabled: field("disabled").checked
    };
    var income = number(field("income").value);
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
