/* A list narrowed as one types: rows marked data-find, sections without any row left are hidden. Without this script the list is whole. */
(function () {
  "use strict";
  var each = function (found, act) { Array.prototype.forEach.call(found, act); };
  var fold = function (text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f\u064b-\u0655\u0670\u0640]/g, "").replace(/[\u0622\u0623\u0625]/g, "\u0627").toLowerCase();
  };

  each(document.querySelectorAll("[data-filter]"), function (form) {
    var list = document.getElementById(form.dataset.filter), input = form.querySelector("input"), status = form.querySelector("[role=status]");
    var show = function () {
      var wanted = fold(input.value).split(/\s+/).filter(Boolean), hits = 0;
      each(list.querySelectorAll("[data-find]"), function (row) {
        var text = fold(row.dataset.find);
        row.hidden = !wanted.every(function (word) { return text.indexOf(word) >= 0; });
        hits += !row.hidden;
      });
      each(list.querySelectorAll("section"), function (section) { section.hidden = !section.querySelector("[data-find]:not([hidden])"); });
      status.textContent = hits ? "" : status.dataset.none;
    };
    form.hidden = false;
    input.addEventListener("input", show);
    form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
    show();
  });
})();
