/* The counter begins: whose language, which commune, what for. Three taps, and the page of the need stands in
   French beside the person's language. */
"use strict";

(() => {
  const { all, find } = Guide.dom;
  const { session } = Guide.storage;
  const form = find("[data-session]");
  if (!form) return;
  const select = find("select", form);
  const root = new URL(Guide.root, location.href).href;
  const french = new URL("../fr/", root).href;

  const lang = () => find("input:checked", form).value;

  /* The French page behind a link of this one, in the session's mode. Where the store is refused, the address
     says it. */
  function addressOf(link) {
    const kept = session.set("guide.desk", "1");
    if (lang() === "fr") session.remove("guide.desk-lang");
    else session.set("guide.desk-lang", lang());
    if (select.value) Guide.commune.choose(select.value);
    const page = french + link.href.slice(root.length);
    return kept ? page : `${page}?guichet=${lang()}`;
  }

  for (const need of all("[data-need]")) {
    need.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      location.replace(addressOf(need));
    });
  }
  /* Who types instead of choosing begins with what is chosen so far. */
  form.addEventListener("change", () => {
    if (lang() === "fr") session.remove("guide.desk-lang");
    else session.set("guide.desk-lang", lang());
    if (select.value) Guide.commune.choose(select.value);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  /* What was chosen before this script came is not undone. */
  select.value = select.value || Guide.commune.chosen();
  const known = session.get("guide.desk-lang");
  const chosen = find(`input[value="${known || Guide.lang}"]`, form);
  if (chosen && (known || !find("input:checked", form))) chosen.checked = true;
  addEventListener("guide:wipe", () => form.reset());
})();
