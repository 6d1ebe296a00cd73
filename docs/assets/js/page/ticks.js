/* Boxes to tick, kept for the visit, or on the device when the person asks for it. Never on a sensitive page.
 */
"use strict";

(() => {
  const { all, find } = Guide.dom;
  const { session, device } = Guide.storage;
  const KEY = "guide.ticks";
  const KEEP = "guide.keep";
  const sensitive = Boolean(find("[data-sensitive]"));
  const boxes = all("[data-tick]");
  const keepers = all("[data-keep]");
  const words = Guide.dom.words();
  /* What the title of the papers says before any is ticked. */
  const place = find(".g-chapter#papiers > summary small");
  const untouched = place && place.textContent;

  const store = () => (device.get(KEEP) ? device : session);

  function ticked() {
    try {
      return JSON.parse(store().get(KEY)) || {};
    } catch (_error) {
      return {};
    }
  }

  const save = (ticks) => store().set(KEY, JSON.stringify(ticks));

  function remember(box) {
    if (sensitive || !box.dataset.tick) return;
    const ticks = ticked();
    if (box.checked) ticks[box.dataset.tick] = 1;
    else delete ticks[box.dataset.tick];
    save(ticks);
  }

  /* From the visit to the device, or back. */
  function move(keeper) {
    const ticks = ticked();
    const from = keeper.checked ? session : device;
    from.remove(KEY);
    const done = keeper.checked ? device.set(KEEP, "1") : device.remove(KEEP);
    if (!done) keeper.checked = false;
    save(ticks);
  }

  /* How many papers of a page the person has: said in the title of their part. */
  function tally() {
    const papers = all(".g-papers [data-tick]");
    const had = papers.filter((box) => box.checked).length;
    if (!place || !papers.length) return;
    place.textContent = had ? words.prets.replace("{n}", had).replace("{total}", papers.length) : untouched;
  }

  const known = sensitive ? {} : ticked();
  for (const box of boxes) {
    box.checked = Boolean(known[box.dataset.tick]);
    box.addEventListener("change", () => {
      remember(box);
      tally();
    });
  }
  tally();
  for (const keeper of keepers) {
    const kept = device.get(KEEP);
    if (kept === undefined) keeper.closest("label").hidden = true;
    keeper.checked = Boolean(kept);
    keeper.addEventListener("change", () => move(keeper));
  }
  for (const tools of all("[data-tools]")) tools.hidden = false;

  addEventListener("guide:wipe", () => {
    for (const box of [...boxes, ...keepers]) box.checked = false;
    tally();
  });
})();
