/* A list narrowed as one types: rows marked data-find, sections without any row left are hidden. Without this script the list is whole. */
(function () {
  "use strict";
  var each = function (found, act) { Array.prototype.forEach.call(found, act); };
  var words = function (text) { return GuideSearch.words(text); };

  each(document.querySelectorAll("[data-filter]"), function (form) {
    var list = document.getElementById(form.dataset.filter), input = form.querySelector("input"), status = form.querySelector("[role=status]");
    var show = function () {
      var wanted = words(input.value), hits = 0;
      each(list.querySelectorAll("[data-find]"), function (row) {
        var text = words(row.dataset.find).join(" ");
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
