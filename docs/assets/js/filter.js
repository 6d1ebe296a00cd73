/* A list narrowed as one types: rows marked data-find, sections without any row left are hidden. Without this
   script the list is whole. */
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
        section.hidden = !find("[data-find]:not([hidden])", section);
      }
      status.textContent = rows.every((row) => row.hidden) ? status.dataset.none : "";
    }

    form.hidden = false;
    input.addEventListener("input", show);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      show();
    });
    show();
  }

  for (const form of all("[data-filter]")) attach(form);
})();
