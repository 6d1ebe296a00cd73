/* « Ma commune », asked once: kept for the visit, or on the device with the ticks that the person asked to
   keep. A sensitive page reads it and never writes. What it changes in a page is fetched once one is chosen.
 */
"use strict";

Guide.commune = (() => {
  const { all, find, ignore, load } = Guide.dom;
  const { session, device } = Guide.storage;
  const KEY = "guide.commune";
  const KEEP = "guide.keep";
  const isSensitive = Boolean(find("[data-quit], [data-sensitive]"));
  const bring = (path) => load(`assets/${path}`);
  let coming = null;

  const store = () => (device.get(KEEP) ? device : session);
  const chosen = () => store().get(KEY) || "";

  function choose(insee) {
    if (!isSensitive) store().set(KEY, insee);
  }

  function forget() {
    session.remove(KEY);
    device.remove(KEY);
  }

  /* A promise of the communes by INSEE code. What could not be fetched is asked for again at the next use. */
  function known() {
    coming =
      coming ||
      bring("places.js").catch((error) => {
        coming = null;
        throw error;
      });
    return coming.then(() => Guide.places);
  }

  const page = (insee) =>
    `${Guide.root}contacts/communes/${insee}/${location.protocol === "file:" ? "index.html" : ""}`;

  /* Shows the page as the commune chosen has it. */
  async function show() {
    const [communes] = await Promise.all([known(), Guide.folding || bring("js/folding.js")]);
    const insee = chosen();
    Guide.folding.show(communes[insee] ? { insee, ...named(communes[insee]) } : null);
  }

  const named = ([names, department, phone, to]) => ({ name: names.split("|")[0], department, phone, to });

  const refresh = () => show().catch(ignore);

  /* From the visit to the device, or back, with the ticks: their switch was moved before. */
  function follow() {
    const insee = session.get(KEY) || device.get(KEY);
    forget();
    if (insee) choose(insee);
  }

  for (const keeper of all("[data-keep]")) keeper.addEventListener("change", () => setTimeout(follow, 0));
  addEventListener("guide:wipe", () => {
    if (Guide.folding) Guide.folding.show(null);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted && (chosen() || Guide.folding)) refresh();
  });
  if (chosen()) refresh();

  return { chosen, choose, forget, known, page, refresh };
})();
