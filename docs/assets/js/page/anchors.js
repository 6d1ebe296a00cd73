/* An address that names a place of the page opens what hides it. */
"use strict";

(() => {
  const { find } = Guide.dom;

  function open() {
    const name = Guide.address.fragment(location.hash);
    const target = name && document.getElementById(name);
    if (!target) return;
    const fold = target.closest("details");
    if (fold && !fold.open) {
      fold.open = true;
      target.scrollIntoView();
    }
    const question = target.matches(".g-question") && find("h2", target);
    if (question) question.focus();
  }

  open();
  addEventListener("hashchange", open);
})();
