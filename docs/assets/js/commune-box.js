/* The box « Votre commune », wherever it stands. The communes are fetched when somebody is about to type; what
   is found are links to their pages, and following one chooses it. */
"use strict";

(() => {
  const { all, find, ignore, make, refill, walk } = Guide.dom;
  const { commune } = Guide;
  const MOST = 12;

  /* What is said of what was found: nothing as long as nothing can be looked for. */
  function wordOf(found, words) {
    const count = found.hits.length;
    if (!found.asked) return "";
    if (!count) return words.none;
    if (found.near) return words.near;
    return count === 1 ? words.one : words.many.replace("{n}", count);
  }

  const link = ({ insee, name }) =>
    make("li", {}, make("a", { class: "g-go", href: commune.page(insee), "data-commune": insee }, name));

  function attach(form) {
    const input = find("input", form);
    const status = find("[role=status]", form);
    const list = find(".g-commune-hits", form);
    let rows = null;
    let turn = 0;

    async function prepare() {
      const known = await commune.known();
      rows =
        rows ||
        Object.entries(known).map(([insee, [names]]) => ({
          ...Guide.communes.row(names),
          insee,
          name: names.split("|")[0],
        }));
    }

    /* An answer that comes after the next letter is dropped. */
    async function show() {
      turn += 1;
      const mine = turn;
      await prepare();
      if (mine !== turn) return;
      const found = Guide.communes.find(rows, input.value);
      refill(list, found.hits.slice(0, MOST).map(link));
      status.textContent = wordOf(found, status.dataset);
    }

    async function submit(event) {
      event.preventDefault();
      await show();
      const first = find("a", list);
      if (first) first.click();
    }

    input.addEventListener("focus", () => prepare().catch(ignore), { once: true });
    input.addEventListener("input", () => show().catch(ignore));
    form.addEventListener("submit", (event) => submit(event).catch(ignore));
    form.addEventListener("keydown", walk(input, list));
    if (input.value) show().catch(ignore);
    attachForget(find("[data-unplace]", form));
  }

  function attachForget(place) {
    const tell = () => {
      place.hidden = !commune.chosen();
    };
    find("button", place).addEventListener("click", () => {
      commune.forget();
      commune.refresh();
      tell();
    });
    addEventListener("guide:wipe", tell);
    addEventListener("pageshow", tell);
    tell();
  }

  document.addEventListener("click", ({ target }) => {
    const followed = target.closest && target.closest("a[data-commune]");
    if (followed) commune.choose(followed.dataset.commune);
  });
  for (const form of all("[data-communes]")) attach(form);

  /* Former addresses of the communes, « #13117 », « #mairie-13117 »: the list leads to their pages. */
  const [, former] = /^#(?:mairie-)?(\w{5})$/.exec(location.hash) || [];
  const named = former && find(`#liste a[data-commune="${former}"]`);
  if (named) location.replace(named.href);
})();
