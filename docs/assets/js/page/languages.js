/* Another language of the same page: answers, anchor and query go along; ids are the same everywhere. */
"use strict";

(() => {
  const { all, find, listen } = Guide.dom;
  const unreviewed = find(".g-unreviewed");
  const isSensitive = Boolean(find("[data-quit], [data-sensitive]"));
  const box = find("[data-search][data-page] input");

  /* The search page takes its query out of the address once it has read it: it goes along as it is
     typed, behind « # ». */
  const typed = () => (box && box.value ? Guide.address.hash([["q", box.value]]) : "");

  /* That nobody has reviewed the translation is told once a visit (first.js shows a mark from then on); a page
     to hide keeps nothing, not even that. */
  if (unreviewed && !isSensitive)
    Guide.storage.session.set(`guide.told.${document.documentElement.lang}`, "1");

  for (const link of all(".g-languages a[data-same]")) {
    const page = link.href;
    listen(link, "pointerdown focus click", () => {
      link.href = page + (typed() || location.search + location.hash);
    });
  }
})();
