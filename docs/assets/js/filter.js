/* A list narrowed as one types: rows marked data-find, sections without any row left are hidden; what folds
   rows away (data-door) opens while something is looked for. Without this script the list is whole. */
"use strict";

(() => {
  const { all, find } = Guide.dom;
  const { words } = Guide.search;

  function attach(form) {
    const list = document.getElementById(form.dataset.filter);
    const input = find("input", form);
    const status = find("[role=status]", form);

    function show() {
      const wanted = words(input.value);
      const rows = all("[data-find]", list);
      for (const row of rows) {
        const text = words(row.dataset.find).join(" ");
        row.hidden = !wanted.every((word) => text.includes(word));
      }
      for (const section of all("section", list)) {
        const isGroup = Boolean(find("[data-find]", section));
        section.hidden = isGroup && !find("[data-find]:not([hidden])", section);
      }
      status.textContent = rows.every((row) => row.hidden) ? status.dataset.none : "";
    }

    function search() {
      const isAsked = words(input.value).length > 0;
      for (const door of all("[data-door]", list)) door.open = isAsked;
      show();
    }

    form.hidden = false;
    input.addEventListener("input", search);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      show();
    });
    show();
  }

  for (const form of all("[data-filter]")) attach(form);
})();
