/* One switch for the sources of a page: a reader sees sentences, who checks sees where each comes from. Without
   a script they all stand there. On a desk, agents' pages and the counter begin with them: a phone has no room
   beside the sentences. A page whose visit stays hidden keeps nothing of the choice. */
"use strict";

(() => {
  const { all, button, find, make } = Guide.dom;
  const { session } = Guide.storage;
  const KEY = "guide.sources";
  const root = document.documentElement;
  const sensitive = Boolean(find("[data-quit], [data-sensitive]"));
  const count = all("main .g-proof").length;
  if (!count) return;

  const words = Guide.dom.words();
  const toggle = button(words.sources.replace("{n}", count), () => set(!isOn(), true), {
    class: "g-button g-quiet g-sources-switch",
  });

  const isOn = () => root.classList.contains("g-sources");

  function set(on, chosen) {
    root.classList.toggle("g-sources", on);
    toggle.textContent = on ? words.sansources : words.sources.replace("{n}", count);
    toggle.setAttribute("aria-pressed", String(on));
    if (chosen && !sensitive) session.set(KEY, on ? "1" : "0");
  }

  const kept = session.get(KEY);
  const forAgents = Boolean(find("[data-sources]")) || root.classList.contains("g-desk");
  const isDesk = matchMedia("(min-width: 48rem)").matches;
  set(kept ? kept === "1" : forAgents && isDesk, false);
  const place = find("main .g-fresh");
  const line = make("p", { class: "g-sources-line" }, toggle);
  if (place) place.after(line);
  else find("main").append(line);
})();
