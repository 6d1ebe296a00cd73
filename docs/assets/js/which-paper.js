/* « Quel papier ? » first, then its form alone; without this script all the forms stand one after the other.
   The paper and its day stand in the address – "#delai-audience=2026-11-19" – and nowhere else. */
"use strict";

(() => {
  const { all, fault, find, listen } = Guide.dom;
  const which = find("[data-which]");
  if (!which) return;
  const other = find("[data-which-other]");
  const holder = find("[data-delay-words]");
  const choice = find("[data-department]");
  const sections = all("[data-delay]");
  const field = (section) => find("[data-start]", section);
  /* A delay that depends on where one lives asks for it. */
  const isLocal = (section) =>
    all("[data-mark]", section).some((mark) => !("all" in JSON.parse(mark.dataset.length)));

  function read() {
    const [first = []] = Guide.address.pairs(location.hash);
    return { section: sections.find(({ id }) => id === first[0]), day: first[1] };
  }

  function show(withFocus) {
    const { section, day } = read();
    which.hidden = Boolean(section);
    other.hidden = !section;
    for (const one of sections) one.hidden = one !== section;
    choice.hidden = !section || !isLocal(section);
    if (section && day && field(section).value !== day) receive(section, day);
    if (!withFocus) return;
    if (section) field(section).focus();
    else find("h2", which).focus();
  }

  /* A day that no calendar has is told, as if it had been typed. */
  function receive(section, day) {
    const input = field(section);
    const { day: known, fault: kind } = Guide.delays.dayOf(day);
    input.value = known || "";
    input.dispatchEvent(new Event("input"));
    const words = { date: holder.dataset.faultdate, year: holder.dataset.faultyear };
    if (kind) fault(input, find("[data-fault]", section), words[kind]);
  }

  for (const section of sections) {
    listen(field(section), "input", () => {
      const { value } = field(section);
      history.replaceState(null, "", Guide.address.hash([value ? [section.id, value] : [section.id]]));
    });
  }
  addEventListener("hashchange", () => show(true));
  show(false);
})();
