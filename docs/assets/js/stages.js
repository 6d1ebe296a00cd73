/* A procedure told by stages: one is open at a time, the one where the person stands. Without this script
   each folds by itself. */
"use strict";

(() => {
  const { all, find } = Guide.dom;
  const { fragment } = Guide.address;
  const stages = all("[data-stage]");

  function leaveOnly(chosen) {
    for (const stage of stages) if (stage !== chosen) stage.open = false;
  }

  function choose(stage) {
    if (stage.open) return;
    leaveOnly(stage);
    requestAnimationFrame(() => find("summary", stage).scrollIntoView());
  }

  /* An address that names a stage, or something told there, has just opened it. */
  function follow() {
    const named = document.getElementById(fragment(location.hash));
    const stage = stages.find((one) => named && (one.contains(named) || one.parentElement === named));
    if (stage) leaveOnly(stage);
  }

  for (const stage of stages) find("summary", stage).addEventListener("click", () => choose(stage));
  addEventListener("hashchange", follow);
  follow();
})();
