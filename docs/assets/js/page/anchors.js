/* An address that names a place of the page opens what hides it. */
"use strict";

(() => {
  const { all, find } = Guide.dom;

  /* What must be unfolded to read `element`: all that it stands in, and the fold that it is made of. */
  function foldsOf(element) {
    const folds = element.matches("[data-whole]") ? all("details", element).slice(0, 1) : [];
    for (let at = element; at; at = at.parentElement) if (at.matches("details")) folds.push(at);
    return folds;
  }

  function open() {
    const name = Guide.address.fragment(location.hash);
    const target = name && document.getElementById(name);
    if (!target) return;
    const closed = foldsOf(target).filter((fold) => !fold.open);
    for (const fold of closed) fold.open = true;
    if (closed.length) target.scrollIntoView();
    const question = target.matches(".g-question") && find("h2", target);
    if (question) question.focus();
  }

  open();
  addEventListener("hashchange", open);
})();
