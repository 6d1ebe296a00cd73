/* An address that names a place of the page opens what hides it. */
"use strict";

(() => {
  const { find } = Guide.dom;

  function open() {
    const name = Guide.address.fragment(location.hash);
    const target = name && document.getElementById(name);
    if (!target) return;
    let opened = false;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      if (!fold.open) opened = true;
      fold.open = true;
    }
    if (opened) target.scrollIntoView();
    const question = target.matches(".g-question") && find("h2", target);
    if (question) question.focus();
  }

  open();
  addEventListener("hashchange", open);
})();
